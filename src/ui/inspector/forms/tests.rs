//! Every form: it shows what is set, its controls are named, and each of them asks for the right edit.

use super::rows::RowChange;
use super::{form, probe};
use crate::people::{Condition, Operator};
use crate::scenario::NamedWorkflow;
use crate::scenario::activity::{ActivityKind, Settings};
use crate::scenario::edit::{Edit, apply};
use crate::scenario::fresh::Sort;
use crate::scenario::properties::NamedPeople;
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::tests::{Asked, assert_controls_are_named, assert_controls_are_off};

/// The activity whose settings the tests replace.
const NAME: &str = "query";

/// A scenario with something to refer to, in which the activity has these settings.
pub(super) fn asked(settings: &Settings) -> Asked {
    let mut asked = Asked::of(Sample::SideBySide, NAME);
    let people =
        |name: &str, label: &str| NamedPeople { name: name.into(), label: label.into(), members: None };
    asked.scenario.lists = vec![people("vip", "Best customers"), people("old", "Lapsed")];
    asked.scenario.services = vec![people("news", "Newsletter")];
    let help = NamedWorkflow { name: "help".into(), label: "Helper".into(), ..NamedWorkflow::default() };
    asked.scenario.sub_workflows = vec![help];
    let activity = asked.scenario.workflow.activities.iter_mut().find(|one| one.name == NAME).unwrap();
    activity.settings = settings.clone();
    asked
}

/// The settings a new activity has.
pub(super) fn fresh(kind: ActivityKind) -> Settings {
    Sort::Kind(kind).settings(&asked(&Settings::Start(Default::default())).scenario)
}

/// Draws a form, so that its controls can be used; tells whether there is one.
pub(super) fn draw(settings: &Settings) -> bool {
    probe::clear();
    let props = asked(settings).props();
    let pen = Pen { lang: Lang::En, readonly: false, send: props.send.clone() };
    form(&props, &pen, NAME, settings).is_some()
}

/// The settings that an edit sets.
pub(super) fn set(edit: Edit) -> Settings {
    match edit {
        Edit::SetSettings { activity, settings } if activity == NAME => *settings,
        other => panic!("{other:?}"),
    }
}

/// What the form becomes by typing or choosing.
pub(super) fn entered(settings: &Settings, control: &str, typed: &str) -> Settings {
    draw(settings);
    set(probe::enter(control, typed).unwrap())
}

/// Why something typed is not taken.
pub(super) fn refused(settings: &Settings, control: &str, typed: &str) -> Wrong {
    draw(settings);
    probe::enter(control, typed).unwrap_err()
}

/// What the form becomes by pressing a check box or a side of a switch.
pub(super) fn pressed(settings: &Settings, control: &str) -> Settings {
    draw(settings);
    set(probe::press(control))
}

/// What the form becomes by changing its rows.
pub(super) fn rowed(settings: &Settings, list: &str, change: RowChange) -> Settings {
    draw(settings);
    set(probe::change(list, change))
}

/// A condition that differs from a fresh one.
pub(super) fn subscribers() -> Condition {
    Condition::is("newsletter", Operator::IsTrue)
}

#[tokio::test]
async fn every_covered_kind_has_a_form_with_named_controls_that_can_be_switched_off() {
    let mut covered = 0;
    for kind in ActivityKind::ALL {
        let settings = fresh(kind);
        if !draw(&settings) {
            continue;
        }
        covered += 1;
        for lang in Lang::WRITTEN {
            let html = Asked { lang, ..asked(&settings) }.html().await;
            assert!(html.contains("ins-section"), "{kind:?} has no form");
            assert!(!html.contains("What is set") && !html.contains("Vad som är inställt"), "{kind:?}");
            assert_controls_are_named(&html);
        }
        assert_controls_are_off(&Asked { readonly: true, ..asked(&settings) }.html().await);
    }
    assert_eq!(covered, 24);
}

#[tokio::test]
async fn lists_and_services_are_made_and_edited_in_the_scenario_panel() {
    let mut asked = Asked { chosen: None, ..asked(&fresh(ActivityKind::Query)) };
    asked.scenario.lists[0].members = Some(subscribers());
    let scenario = asked.scenario.clone();
    let html = asked.html().await;
    assert_controls_are_named(&html);
    assert!(html.contains("Best customers") && html.contains("Internal name: vip"));
    assert!(html.contains("id=\"ins-list-0-c-0-attribute\""), "who is in it is a condition");
    assert!(html.contains("Nobody is subscribed when the run begins."));
    let lists = |edit: Edit| apply(&scenario, edit).unwrap().lists;
    assert_eq!(lists(probe::enter("ins-list-1-label", " Gone ").unwrap())[1].label, "Gone");
    assert_eq!(probe::enter("ins-list-1-label", " "), Err(Wrong::Empty));
    let more = lists(probe::change("ins-lists", RowChange::Add));
    assert_eq!((more.len(), more[2].name.as_str(), more[2].label.as_str()), (3, "list", "New list"));
    assert_eq!(lists(probe::press("ins-list-1-members"))[1].members, Some(Condition::everyone()));
    assert_eq!(lists(probe::press("ins-list-0-members"))[0].members, None);
    assert_eq!(
        lists(probe::ask("ins-list-0-c", Condition::everyone()))[0].members,
        Some(Condition::everyone())
    );
    assert_eq!(lists(probe::change("ins-lists", RowChange::Remove(0))).len(), 1);
    let services = apply(&scenario, probe::change("ins-services", RowChange::Add)).unwrap().services;
    assert_eq!(services[1].name, "service");
    let subscribed = apply(&scenario, probe::press("ins-service-0-members")).unwrap().services;
    assert!(subscribed[0].members.is_some());
}
