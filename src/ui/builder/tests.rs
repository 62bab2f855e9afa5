//! What the canvas renders: cards, badges, what is chosen, the pad.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::board::{Board, BoardProps};
use crate::app::looking::Looking;
use crate::app::selection::Selection;
use crate::plan::lower::lower;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::scenario::note::Note;
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::text::lang::tests::swedish_view;
use crate::ui::shared::Shared;
use yew::Callback;

fn scenario(change: impl FnOnce(&mut Scenario)) -> Rc<Scenario> {
    let mut scenario = Sample::SideBySide.scenario();
    change(&mut scenario);
    Rc::new(scenario)
}

async fn shown(scenario: Rc<Scenario>, selection: Selection, readonly: bool, lang: Lang) -> String {
    let findings: Rc<[Finding]> = match lower(&scenario, None) {
        Ok(lowered) => lowered.warnings.into(),
        Err(findings) => findings.into(),
    };
    let props = BoardProps {
        scenario: Shared::of(&scenario),
        findings: Shared::of(&findings),
        selection,
        looking: Looking::default(),
        has_single_keys: true,
        readonly,
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<Board>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn cards_stand_where_their_author_put_them() {
    let html = shown(scenario(|_| ()), Selection::none(), false, Lang::En).await;
    assert_eq!((html.matches("data-activity=").count(), html.matches("data-link=").count()), (5, 3));
    let query = Sample::SideBySide.scenario().workflow.activity("query").cloned().unwrap();
    assert!(html.contains(&format!("transform=\"translate({} {})\"", query.x, query.y)));
    assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one tab stop");
    assert!(html.contains("aria-label=\"Scheduler, Mondays 09:00, leads to Query\""));
    assert!(!html.contains("b-pad"), "nothing is chosen");
}

#[tokio::test]
async fn a_card_with_its_transition_takes_few_elements() {
    let html = shown(scenario(|_| ()), Selection::none(), false, Lang::En).await;
    let begin = |class: &str| html[..html.find(class).unwrap()].rfind('<').unwrap();
    let drawn = &html[begin("b-way")..begin("b-rubber")];
    let elements = drawn.matches('<').count() - drawn.matches("</").count();
    assert!(elements < 7 * 5, "{elements} for five activities");
}

#[tokio::test]
async fn the_chosen_card_has_a_pad_with_what_is_likely_next() {
    let html = shown(scenario(|_| ()), Selection::activity("query"), false, Lang::En).await;
    assert_eq!(html.matches("aria-pressed=\"true\"").count(), 1);
    assert!(html.contains("role=\"toolbar\" aria-label=\"What to do with Query\""));
    for part in ["Add Recurring delivery after it", "Add Split after it", "More…", "aria-label=\"Remove\""]
    {
        assert!(html.contains(part), "{part}");
    }
    assert!(html.contains("class=\"b-port\""), "its output can be taken hold of");
    let reading = shown(scenario(|_| ()), Selection::activity("query"), true, Lang::En).await;
    assert!(!reading.contains("b-pad") && !reading.contains("class=\"b-port\""));
    let both = Selection::of(["query".into(), "recurring".into()], []);
    let several = swedish_view(|lang| shown(scenario(|_| ()), both.clone(), false, lang)).await;
    assert!(several.contains("2 valda") && several.contains("Duplicera"));
}

#[tokio::test]
async fn findings_and_open_outputs_are_marked_on_their_card() {
    let broken = scenario(|scenario| scenario.workflow.transitions.retain(|link| link.to != "continuous"));
    let html = shown(broken, Selection::none(), false, Lang::En).await;
    assert!(html.contains("href=\"#b-error\""));
    assert!(html.contains("aria-label=\"Continuous delivery, Welcome e-mail, 1 error\""));
    assert!(html.contains("class=\"b-stub\"") && html.contains("data-port=\"main\""));
}

#[tokio::test]
async fn notes_can_be_chosen_and_resized() {
    let noted = scenario(|scenario| scenario.workflow.notes.push(Note::new("Ask the owner first", (0, 300))));
    let html = shown(noted, Selection::of([], [0]), false, Lang::En).await;
    assert!(html.contains("aria-label=\"Note: Ask the owner first\""));
    assert!(html.contains("data-corner=\"0\"") && html.contains("Edit text"));
}

#[tokio::test]
async fn an_empty_workflow_says_how_to_begin() {
    let nothing = scenario(|scenario| {
        scenario.workflow.activities.clear();
        scenario.workflow.transitions.clear();
    });
    let html = shown(nothing, Selection::none(), false, Lang::Sv).await;
    assert!(html.contains("Ännu är inget ritat") && html.contains("Lägg till aktivitet"));
}
