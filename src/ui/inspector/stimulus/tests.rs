//! What is typed for something done during the run, what it makes, and what the list shows.

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use super::draft::{Draft, Spot, fitting};
use super::form::{StimulusForm, StimulusFormProps};
use crate::base::time::{SimSpan, SimTime};
use crate::scenario::edit::{Edit, apply};
use crate::scenario::intervention::{Intervention, Stimulus, StimulusKind};
use crate::scenario::samples::Sample;
use crate::schedule::{Frequency, FrequencyKind, Schedule, Validity};
use crate::text::Lang;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::tests::Asked;
use crate::ui::shared::Shared;

#[test]
fn whatever_is_offered_can_be_made_and_comes_back_the_same() {
    let scenario = Sample::SideBySide.scenario();
    for kind in StimulusKind::OFFERED {
        let mut draft = Draft::fresh(&scenario, scenario.start_time()).with_kind(&scenario, kind);
        draft.text = "something".into();
        let Ok(made) = draft.made(&scenario) else {
            let nothing_fits = fitting(&scenario, kind).is_empty();
            assert!(nothing_fits, "{kind:?}");
            continue;
        };
        assert_eq!(made.what.kind(), kind);
        assert_eq!(Draft::of(&scenario, &made).made(&scenario), Ok(made.clone()), "{kind:?}");
        apply(&scenario, Edit::AddIntervention(made)).unwrap();
    }
}

#[test]
fn what_the_form_does_not_show_stays_as_it_was() {
    use crate::scenario::variables::VarValue;
    let scenario = Sample::SideBySide.scenario();
    let at = SimTime::parse("2026-06-08T10:00").unwrap() + SimSpan::from_secs(30);
    for text in ["12", "true", "vip", "\"vip\"", ""] {
        let what = Stimulus::SetVariable { name: "segment".into(), value: VarValue::Text(text.into()) };
        let one = Intervention { at, what, rest: Default::default() };
        assert_eq!(Draft::of(&scenario, &one).made(&scenario), Ok(one), "{text}");
    }
    let one = Intervention { at, what: Stimulus::StopWorkflow, rest: Default::default() };
    let later = Draft { time: "10:01".into(), ..Draft::of(&scenario, &one) };
    assert_eq!(later.made(&scenario).unwrap().at, at + SimSpan::from_secs(30), "another minute");
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let scenario = Sample::SideBySide.scenario();
    let fresh = Draft::fresh(&scenario, scenario.end_time()).with_kind(&scenario, StimulusKind::ServerDown);
    let wrong = Draft { date: "2020-01-01".into(), time: "25:00".into(), count: "0".into(), ..fresh };
    let wrongs = wrong.made(&scenario).unwrap_err();
    let spots: Vec<Spot> = wrongs.iter().map(|(spot, _)| *spot).collect();
    assert_eq!(spots, [Spot::Date, Spot::Time, Spot::Count]);
    assert!(matches!(wrongs[0].1, Wrong::DateOutside { .. }));
    let signal =
        Draft::fresh(&scenario, scenario.start_time()).with_kind(&scenario, StimulusKind::PostSignal);
    assert_eq!(signal.made(&scenario), Err(vec![(Spot::Activity, Wrong::Empty)]));
}

#[test]
fn an_answer_is_one_that_can_be_given() {
    use crate::scenario::fresh::Sort;
    let scenario = Sample::SideBySide.scenario();
    let sort = Sort::Kind(crate::scenario::activity::ActivityKind::Approval);
    let add = Edit::Add { sort, label: "Ask".into(), x: 0, y: 0, after: None };
    let scenario = apply(&scenario, add).unwrap();
    let draft = Draft::fresh(&scenario, scenario.start_time()).with_kind(&scenario, StimulusKind::Answer);
    let made = draft.made(&scenario).unwrap();
    assert!(matches!(made.what, Stimulus::Answer { answer, .. } if answer == "yes"));
}

#[test]
fn a_changed_schedule_begins_as_the_one_there_is_and_may_be_of_any_kind() {
    let scenario = Sample::SideBySide.scenario();
    let draft =
        Draft::fresh(&scenario, scenario.start_time()).with_kind(&scenario, StimulusKind::EditSchedule);
    assert_eq!(draft.activity, "scheduler");
    let own = scenario.workflow.activity("scheduler").and_then(|one| one.settings.schedule()).unwrap();
    assert_eq!(draft.schedule, *own);
    for kind in FrequencyKind::ALL {
        let frequency = Frequency::default_of(kind, scenario.start_time());
        let schedule = Schedule::from(frequency).valid(Validity::iterations(3));
        let made = Draft { schedule: schedule.clone(), ..draft.clone() }.made(&scenario).unwrap();
        assert_eq!(Draft::of(&scenario, &made).schedule, schedule);
        assert!(matches!(made.what, Stimulus::EditSchedule { schedule: new, .. } if new == schedule));
    }
}

#[tokio::test]
async fn the_form_of_a_changed_schedule_is_that_of_the_scheduler() {
    let asked = Asked { chosen: None, ..Asked::of(Sample::SideBySide, "") };
    let mut scenario = asked.scenario.clone();
    let schedule = Schedule::from(Frequency::default_of(FrequencyKind::Monthly, scenario.start_time()))
        .valid(Validity::iterations(3));
    let what = Stimulus::EditSchedule { activity: "scheduler".into(), schedule };
    let at = SimTime::parse("2026-06-08T10:00").unwrap();
    scenario.interventions.push(Intervention { at, what, rest: Default::default() });
    let props = StimulusFormProps {
        shown: at,
        number: Some(0),
        scenario: Shared::of(&Rc::new(scenario)),
        close: Callback::noop(),
        pen: Pen { lang: Lang::En, readonly: false, send: Callback::noop() },
    };
    let html = LocalServerRenderer::<StimulusForm>::with_props(props).hydratable(false).render().await;
    for id in ["ins-frequency", "ins-start-time", "ins-validity", "ins-iterations"] {
        assert!(html.contains(&format!("id=\"{id}\"")), "{id} is missing: {html}");
    }
    assert!(html.contains("acts only after a restart"));
}

#[tokio::test]
async fn the_list_says_when_and_what_and_can_edit_and_remove() {
    let mut asked = Asked { chosen: None, ..Asked::of(Sample::SideBySide, "") };
    let at = SimTime::parse("2026-06-08T10:00").unwrap();
    let what = Stimulus::ServerDown { hours: 4 };
    asked.scenario.interventions.push(Intervention { at, what, rest: Default::default() });
    let html = asked.html().await;
    assert!(html.contains("The workflow server is down for 4 hours."));
    assert!(html.contains("Edit: Mon 8 Jun 2026, 10:00") && html.contains("Remove: Mon 8 Jun 2026, 10:00"));
    assert!(html.contains("Add something"));
}
