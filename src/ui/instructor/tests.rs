//! The trainer's side rendered without a browser.

use std::rc::Rc;

use yew::{AttrValue, Callback, LocalServerRenderer};

use super::bench::{BenchPanel, BenchProps};
use super::overview::Overview;
use super::report::{ReportPage, ReportProps};
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::instructor::packing::Packing;
use crate::app::options::Options;
use crate::app::reduce::reduce;
use crate::app::state::AppState;
use crate::lesson::authoring::edit::{DraftEdit, StepSort};
use crate::text::Lang;
use crate::text::lang::tests::swedish_view;
use crate::ui::shared::Shared;

fn bench(lang: Lang, sorts: &[StepSort]) -> BenchProps {
    let state = AppState::new(&Options { lang: Some(lang), ..Options::default() }, None);
    let state = reduce(&state, Action::Instructor(InstructorAction::New { now_millis: 1.0 }));
    let add = |state: AppState, sort: &StepSort| {
        let state = reduce(&state, Action::Instructor(InstructorAction::Change(DraftEdit::Add(9, *sort))));
        reduce(&state, Action::Instructor(InstructorAction::UsePresent))
    };
    let state = sorts.iter().fold(state, add);
    BenchProps {
        bench: Shared::of(state.instructor.bench.as_ref().unwrap()),
        site: AttrValue::from("https://example.com/index.html"),
        copied: None,
        packing: Packing::default(),
        lang,
        send: Callback::noop(),
    }
}

#[tokio::test]
async fn each_sort_of_step_has_its_form_in_both_languages() {
    for (lang, hints) in [(Lang::En, "Hints"), (Lang::Sv, "Ledtrådar")] {
        for sort in StepSort::ALL {
            let form = async |lang| {
                let props = bench(lang, &[sort]);
                LocalServerRenderer::<BenchPanel>::with_props(props).hydratable(false).render().await
            };
            swedish_view(form).await;
            let shown = form(lang).await;
            assert!(shown.contains("bench-title") && shown.contains("bench-step-0"), "{shown}");
            assert_eq!(shown.contains(hints), sort != StepSort::Read);
        }
    }
}

#[tokio::test]
async fn a_number_is_picked_from_the_run_and_never_typed() {
    let props = bench(Lang::En, &[StepSort::Predict]);
    let shown = LocalServerRenderer::<BenchPanel>::with_props(props).hydratable(false).render().await;
    assert!(shown.contains("deliveries: 53") && shown.contains(">53</output>"), "{shown}");
}

#[tokio::test]
async fn packages_are_offered_once_there_is_a_step_and_what_fails_is_said() {
    let overview = |props| LocalServerRenderer::<Overview>::with_props(props).hydratable(false).render();
    let empty = overview(bench(Lang::En, &[])).await;
    let offered = overview(bench(Lang::En, &[StepSort::Read])).await;
    let disabled = |shown: &str| shown.matches("disabled").count();
    for name in ["SCORM 1.2", "SCORM 2004", "cmi5"] {
        assert!(offered.contains(&format!(">{name}</button>")), "{offered}");
    }
    assert!(disabled(&empty) >= disabled(&offered) + 3, "{empty}");
    assert!(offered.contains("https://example.com/embed.html"));
    let failed = BenchProps { packing: Packing::NoPage, ..bench(Lang::Sv, &[StepSort::Read]) };
    assert!(overview(failed).await.contains("finns inte bredvid labbet"));
}

#[tokio::test]
async fn the_overview_says_what_is_missing_and_where() {
    let props = bench(Lang::En, &[StepSort::Quiz]);
    let shown = LocalServerRenderer::<Overview>::with_props(props).hydratable(false).render().await;
    assert!(shown.contains("What is said to it") && shown.contains("is empty in English"), "{shown}");
    assert!(shown.contains("#l=1") && shown.contains("&lt;iframe"));
}

#[tokio::test]
async fn the_report_shows_each_learner_and_the_class() {
    let file =
        br#"{"format":"delivery-lab/progress","progress":{"items":{"a/b":{"tries":2,"isRight":true}}}}"#;
    let read = |name: &str| crate::lesson::report::read(name, file).unwrap();
    let props = ReportProps {
        learners: Shared::of(&Rc::new(vec![read("Anna.json"), read("Bo.json")])),
        refused: Shared::of(&Rc::new(vec!["cat.json".to_owned()])),
        book: None,
        lang: Lang::En,
        send: Callback::noop(),
    };
    let shown = LocalServerRenderer::<ReportPage>::with_props(props).hydratable(false).render().await;
    for text in ["Anna", "Bo", "2 learners", "The class, item by item", "cat.json", "100"] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
}
