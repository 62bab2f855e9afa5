//! The panel as a whole: what each kind of activity shows, in both languages, and what is said of faults.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use super::{Inspector, InspectorProps};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::plan::lower::lower;
use crate::scenario::Scenario;
use crate::scenario::activity::{MarkSettings, Settings};
use crate::scenario::finding::Finding;
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::text::lang::tests::swedish_view;
use crate::ui::shared::Shared;

/// What a panel is asked to show.
pub(super) struct Asked {
    pub(super) scenario: Scenario,
    pub(super) chosen: Option<&'static str>,
    pub(super) shown: &'static str,
    pub(super) lang: Lang,
    pub(super) readonly: bool,
}

impl Asked {
    pub(super) fn of(sample: Sample, chosen: &'static str) -> Self {
        let scenario = sample.scenario();
        Self { scenario, chosen: Some(chosen), shown: "2026-06-08T10:00", lang: Lang::En, readonly: false }
    }

    pub(super) fn shown(&self) -> SimTime {
        SimTime::parse(self.shown).unwrap()
    }

    pub(super) fn run(&self) -> Option<Rc<RunLog>> {
        lower(&self.scenario, None).ok().map(|lowered| Rc::new(RunLog::of(Rc::new(lowered.plan))))
    }

    /// What the panel is given.
    pub(super) fn props(self) -> InspectorProps {
        let findings: Vec<Finding> = match lower(&self.scenario, None) {
            Ok(lowered) => lowered.warnings,
            Err(findings) => findings,
        };
        InspectorProps {
            run: self.run().as_ref().map(Shared::of),
            findings: Shared::of(&Rc::from(findings)),
            shown: self.shown(),
            chosen: self.chosen.map(Rc::from),
            readonly: self.readonly,
            lang: self.lang,
            send: Callback::noop(),
            scenario: Shared::of(&Rc::new(self.scenario)),
        }
    }

    /// The panel's text and attributes.
    pub(super) async fn html(self) -> String {
        LocalServerRenderer::<Inspector>::with_props(self.props()).hydratable(false).render().await
    }
}

/// What an input holds.
pub(super) fn value_of(html: &str, id: &str) -> String {
    let inputs = html.split("<input ").filter_map(|rest| rest.split('>').next());
    let input = inputs.into_iter().find(|open| open.contains(&format!("id=\"{id}\"")));
    let value = input.and_then(|open| open.split_once("value=\""));
    value.and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_panel_has_the_kind_the_label_and_what_it_does() {
    let html = Asked::of(Sample::SideBySide, "recurring").html().await;
    assert!(html.contains("<h2 class=\"eyebrow\">Recurring delivery</h2>"));
    assert!(html.contains("value=\"Weekly newsletter\""));
    assert!(html.contains("Makes a new delivery at each run"));
    for sample in Sample::ALL {
        for one in sample.scenario().workflow.activities {
            let name: &'static str = String::leak(one.name);
            swedish_view(|lang| Asked { lang, ..Asked::of(sample, name) }.html()).await;
        }
    }
    let swedish =
        swedish_view(|lang| Asked { lang, ..Asked::of(Sample::SideBySide, "recurring") }.html()).await;
    assert!(swedish.contains("Återkommande leverans") && swedish.contains("aria-label=\"Inställningar\""));
}

/// Every control has an id that no other has, and a label.
pub(super) fn assert_controls_are_named(html: &str) {
    for tag in ["<input ", "<select ", "<textarea "] {
        for control in html.split(tag).skip(1) {
            let id = control.split_once("id=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap();
            assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} is not unique");
            assert!(html.contains(&format!("for=\"{id}\"")), "{id} has no label");
        }
    }
}

/// No control can be used.
pub(super) fn assert_controls_are_off(html: &str) {
    for tag in ["<input ", "<select ", "<textarea "] {
        for control in html.split(tag).skip(1) {
            let open = control.split('>').next().unwrap();
            // Whom a preview is for changes nothing.
            let is_for_looking = open.contains("id=\"ins-reader\"");
            assert!(is_for_looking || open.contains("disabled"), "<{tag}{open}");
        }
    }
}

#[tokio::test]
async fn every_control_of_every_panel_has_a_name_and_an_id_of_its_own() {
    for chosen in
        [None, Some("scheduler"), Some("query"), Some("incremental"), Some("recurring"), Some("continuous")]
    {
        assert_controls_are_named(&Asked { chosen, ..Asked::of(Sample::SideBySide, "") }.html().await);
    }
}

#[tokio::test]
async fn marks_are_explained_and_have_nothing_to_set() {
    let mut asked = Asked::of(Sample::RecurringWeekly, "scheduler");
    asked.scenario.workflow.activities[0].settings = Settings::Start(MarkSettings::default());
    let html = asked.html().await;
    assert!(html.contains("Marks where a branch begins") && html.contains("nothing to set"));
    let before = html.split("ins-fold").next().unwrap();
    assert_eq!(before.matches("<input").count(), 1, "besides the Advanced tab only its label can be set");
}

#[tokio::test]
async fn what_is_wrong_with_an_activity_is_said_at_it() {
    let mut asked = Asked::of(Sample::SideBySide, "continuous");
    asked.scenario.workflow.transitions.retain(|transition| transition.to != "continuous");
    let html = asked.html().await;
    assert!(html.contains("ins-findings is-error"));
    let mut elsewhere = Asked::of(Sample::SideBySide, "recurring");
    elsewhere.scenario.workflow.transitions.retain(|transition| transition.to != "continuous");
    let html = elsewhere.html().await;
    assert!(
        !html.contains("is-error") && html.contains("ins-findings is-note"),
        "only what is worth knowing"
    );
}

#[tokio::test]
async fn where_nothing_may_be_changed_every_control_is_shown_and_off() {
    for chosen in
        [None, Some("scheduler"), Some("query"), Some("incremental"), Some("recurring"), Some("continuous")]
    {
        let html = Asked { chosen, readonly: true, ..Asked::of(Sample::SideBySide, "") }.html().await;
        assert_controls_are_off(&html);
        assert!(html.contains("can be looked at and played"));
    }
}
