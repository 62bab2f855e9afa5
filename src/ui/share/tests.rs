//! The share dialog as it is drawn.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::*;
use crate::people::{ImportedPeople, PopulationSpec};
use crate::scenario::samples::Sample;
use crate::text::lang::tests::swedish_view;

async fn view(scenario: Scenario, copied: Option<bool>, lang: Lang) -> String {
    let props = ShareDialogProps {
        scenario: Shared::of(&Rc::new(scenario)),
        site: "https://example.com/lab/".into(),
        copied,
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<ShareDialog>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn the_link_opens_as_the_scenario_and_has_a_code() {
    for lang in Lang::WRITTEN {
        let scenario = Sample::SideBySide.scenario();
        let html = view(scenario.clone(), None, lang).await;
        let (_, rest) = html.split_once("value=\"https://example.com/lab/#").unwrap();
        let (fragment, _) = rest.split_once('"').unwrap();
        assert_eq!(link::open(fragment), Ok(scenario));
        let words = text::share::of(lang);
        for part in [words.what_is_in_it, "role=\"img\"", "class=\"code-dark\"", words.png, words.svg] {
            assert!(html.contains(part), "{part}");
        }
        let length = "https://example.com/lab/#".len() + fragment.len();
        assert!(html.contains(&text::share::length(lang, length)));
    }
}

#[tokio::test]
async fn what_became_of_the_copy_is_said() {
    let words = text::share::of(Lang::En);
    swedish_view(|lang| view(Sample::SideBySide.scenario(), Some(true), lang)).await;
    let scenario = Sample::Birthday.scenario();
    assert!(!view(scenario.clone(), None, Lang::En).await.contains(words.copied));
    assert!(view(scenario.clone(), Some(true), Lang::En).await.contains(words.copied));
    assert!(view(scenario, Some(false), Lang::En).await.contains(words.not_copied));
}

#[tokio::test]
async fn what_does_not_fit_a_link_says_what_to_do() {
    let people = ImportedPeople { rows: 500_000, columns: Rc::default(), ..ImportedPeople::default() };
    let column = crate::people::ImportedColumn {
        attribute: "email".into(),
        kind: crate::people::AttributeKind::Text,
        values: String::new(),
        rest: crate::base::rest::Rest::new(),
    };
    let people = ImportedPeople { columns: Rc::new(vec![column]), ..people };
    let scenario = Scenario { population: PopulationSpec::Imported(people), ..Sample::Birthday.scenario() };
    let html = view(scenario, None, Lang::En).await;
    assert!(html.contains("Share the scenario file instead") && !html.contains("code-dark"), "{html}");
    assert!(html.contains(".lab.json"));
}
