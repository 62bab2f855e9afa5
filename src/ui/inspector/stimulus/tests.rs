//! What is typed for something done during the run, what it makes, and what the list shows.

use super::draft::{Draft, Spot, fitting};
use crate::base::time::SimTime;
use crate::scenario::edit::{Edit, apply};
use crate::scenario::intervention::{Intervention, Stimulus, StimulusKind};
use crate::scenario::samples::Sample;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::tests::Asked;

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
