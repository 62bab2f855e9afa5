//! Edits of the drawing: what they do, what they refuse, and that nothing else moves.

use proptest::prelude::*;

use super::random::{any_numbers, of_drawing};
use super::*;
use crate::scenario::activity::sending::{ControlledDelivery, WhichDelivery};
use crate::scenario::activity::targeting::{LinkFilter, SplitSettings, Subset};
use crate::scenario::change::Change;
use crate::scenario::intervention::Stimulus;
use crate::scenario::samples::Sample;
use crate::scenario::wire;

fn sample() -> Scenario {
    Sample::SideBySide.scenario()
}

fn added(scenario: &Scenario, kind: ActivityKind, after: Option<&str>) -> Result<Scenario, Refusal> {
    let after = after.map(|name| (name.to_owned(), None));
    apply(scenario, Edit::Add { sort: Sort::Kind(kind), label: "New".into(), x: 7, y: 9, after })
}

#[test]
fn an_added_activity_is_connected_or_refused_as_a_whole() {
    let next = added(&sample(), ActivityKind::Wait, Some("query")).unwrap();
    assert_eq!(next.workflow.activities.last().unwrap().name, "wait");
    assert_eq!(next.workflow.transitions.last(), Some(&Transition::new("query", "wait")));
    let refused = added(&sample(), ActivityKind::Scheduler, Some("query"));
    assert_eq!(refused, Err(Refusal::Connection(Ban::NothingLeadsInto(ActivityKind::Scheduler))));
}

#[test]
fn answers_given_during_the_run_follow_a_renamed_answer() {
    let mut scenario = added(&sample(), ActivityKind::Approval, Some("query")).unwrap();
    let given = |answer: &str| {
        let what = Stimulus::Answer { activity: "approval".into(), answer: answer.into() };
        Intervention { at: scenario.start_time(), what, rest: Default::default() }
    };
    let (yes, no, sure) = (given("yes"), given("no"), given("sure"));
    scenario.interventions = vec![yes, no.clone()];
    let mut settings = Box::new(scenario.workflow.activity("approval").unwrap().settings.clone());
    let Settings::Approval(approval) = &mut *settings else { panic!("an Approval was added") };
    approval.answers[0].name = "sure".into();
    let next = apply(&scenario, Edit::SetSettings { activity: "approval".into(), settings }).unwrap();
    assert_eq!(next.interventions, [sure, no]);
}

#[test]
fn what_is_removed_takes_its_transitions_and_interventions_along() {
    let creative = Creative::default();
    let at = sample().start_time();
    let edited =
        apply(&sample(), Edit::EditCreativeAt { activity: "recurring".into(), at, creative }).unwrap();
    let next = apply(&edited, Edit::Remove { activities: vec!["recurring".into()] }).unwrap();
    assert!(next.workflow.activity("recurring").is_none() && next.interventions.is_empty());
    assert!(next.workflow.transitions.iter().all(|one| one.to != "recurring"));
    let missing = Edit::Remove { activities: vec!["query".into(), "nobody".into()] };
    assert_eq!(apply(&edited, missing), Err(Refusal::NoSuchActivity));
}

#[test]
fn a_pasted_part_gets_names_of_its_own() {
    let scenario = sample();
    let clipping = Clipping::of(&scenario, &["scheduler", "query"], &[]);
    let paste = Edit::Paste { clipping, by_x: 20, by_y: 40 };
    let once = apply(&scenario, paste.clone()).unwrap();
    let twice = apply(&once, paste).unwrap();
    let change = Change::between(&scenario, &twice);
    assert_eq!(change.added, ["scheduler2", "query2", "scheduler3", "query3"]);
    assert_eq!(
        change.connected,
        [Transition::new("scheduler2", "query2"), Transition::new("scheduler3", "query3")]
    );
    let (old, new) =
        (scenario.workflow.activity("query").unwrap(), once.workflow.activity("query2").unwrap());
    assert_eq!((new.x, new.y), (old.x + 20, old.y + 40));
}

#[test]
fn what_is_pasted_acts_on_the_activity_pasted_with_it() {
    let mut scenario = added(&sample(), ActivityKind::DeliveryControl, None).unwrap();
    let control = scenario.workflow.activities.last_mut().unwrap();
    let name = control.name.clone();
    let Settings::DeliveryControl(control) = &mut control.settings else { panic!("a control was added") };
    control.delivery = ControlledDelivery::Explicit { activity: "continuous".into() };
    let received = |name: &str| LinkFilter::Received { activity: Some(name.into()), days: 7, not: true };
    let query = scenario.workflow.activities.iter_mut().find(|one| one.name == "query").unwrap();
    let Settings::Query(query) = &mut query.settings else { panic!("no Query") };
    query.links = vec![received("continuous"), received("recurring")];
    let clipping = Clipping::of(&scenario, &["query", "continuous", &name], &[]);
    let next = apply(&scenario, Edit::Paste { clipping, by_x: 0, by_y: 400 }).unwrap();
    let pasted = &next.workflow.activities[scenario.workflow.activities.len()..];
    let [query, _, control] = pasted else { panic!("three were pasted") };
    let Settings::Query(query) = &query.settings else { panic!("no Query") };
    assert_eq!(query.links, [received("continuous2"), received("recurring")]);
    let Settings::DeliveryControl(control) = &control.settings else { panic!("no control") };
    assert_eq!(control.delivery, ControlledDelivery::Explicit { activity: "continuous2".into() });
}

#[test]
fn a_transition_that_leads_elsewhere_keeps_its_place() {
    let scenario = added(&sample(), ActivityKind::Wait, None).unwrap();
    let to = Transition::new("scheduler", "wait");
    let next = apply(&scenario, Edit::Reconnect { transition: 0, to: to.clone() }).unwrap();
    assert_eq!(next.workflow.transitions[0], to);
    assert_eq!(next.workflow.transitions[1..], scenario.workflow.transitions[1..]);
    let missing = Edit::Disconnect { transition: 99 };
    assert_eq!(apply(&scenario, missing), Err(Refusal::NoSuchTransition));
}

#[test]
fn transitions_follow_outputs_that_are_renamed_and_go_with_those_taken_out() {
    let subset = |name: &str| Subset { name: name.into(), filter: None, enriched: None, limit: None };
    let split = |names: &[&str]| {
        let subsets = names.iter().map(|name| subset(name)).collect();
        Box::new(Settings::Split(SplitSettings { subsets, complement: true }))
    };
    let mut scenario = added(&sample(), ActivityKind::Split, Some("query")).unwrap();
    for (output, to) in [("subset1", "recurring"), ("subset2", "continuous"), ("complement", "incremental")] {
        let output = Some(output.to_owned());
        scenario =
            apply(&scenario, Edit::Connect(Transition { output, ..Transition::new("split", to) })).unwrap();
    }
    let outputs = |scenario: &Scenario| {
        let own = scenario.workflow.transitions.iter().filter(|one| one.from == "split");
        own.map(|one| format!("{} {}", one.output.clone().unwrap(), one.to)).collect::<Vec<_>>()
    };
    let set = |names: &[&str]| Edit::SetSettings { activity: "split".into(), settings: split(names) };
    let renamed = apply(&scenario, set(&["gold", "subset2"])).unwrap();
    assert_eq!(outputs(&renamed), ["gold recurring", "subset2 continuous", "complement incremental"]);
    let shorter = apply(&renamed, set(&["subset2"])).unwrap();
    assert_eq!(outputs(&shorter), ["subset2 continuous", "complement incremental"]);
    let other = Edit::SetSettings { activity: "query".into(), settings: split(&[]) };
    assert_eq!(apply(&scenario, other), Err(Refusal::NotForThisActivity));
}

#[test]
fn a_transition_without_a_name_stays_with_its_output_when_another_becomes_the_first() {
    let scenario = added(&sample(), ActivityKind::Split, Some("query")).unwrap();
    let scenario = added(&scenario, ActivityKind::Wait, Some("split")).unwrap();
    assert_eq!(scenario.workflow.transitions.last(), Some(&Transition::new("split", "wait")));
    let mut settings = Box::new(scenario.workflow.activity("split").unwrap().settings.clone());
    let Settings::Split(split) = &mut *settings else { panic!("a Split was added") };
    split.subsets[0].name = "gold".into();
    let set = |settings| Edit::SetSettings { activity: "split".into(), settings };
    let renamed = apply(&scenario, set(settings.clone())).unwrap();
    assert_eq!(renamed.workflow.transitions.last(), Some(&Transition::new("split", "wait")));
    let Settings::Split(split) = &mut *settings else { panic!("a Split was added") };
    split.subsets.swap(0, 1);
    let turned = apply(&renamed, set(settings)).unwrap();
    assert_eq!(turned.workflow.transitions.last().unwrap().output.as_deref(), Some("gold"));
}

#[test]
fn a_delivery_that_becomes_recurring_has_no_transition_for_errors() {
    let mut scenario = added(&sample(), ActivityKind::Alert, None).unwrap();
    let continuous = scenario.workflow.activities.iter_mut().find(|one| one.name == "continuous").unwrap();
    let Settings::ContinuousDelivery(delivery) = &mut continuous.settings else { panic!("not continuous") };
    delivery.process_errors = true;
    let to = |output: &str| {
        let output = Some(output.to_owned());
        Transition { output, ..Transition::new("continuous", "alert") }
    };
    scenario.workflow.transitions.extend([to("error"), to("main")]);
    let kind = ActivityKind::RecurringDelivery;
    let next = apply(&scenario, Edit::SetDeliveryKind { activity: "continuous".into(), kind }).unwrap();
    assert!(next.workflow.transitions.contains(&to("main")));
    assert!(!next.workflow.transitions.contains(&to("error")));
}

#[test]
fn an_edit_of_a_template_stays_where_a_delivery_is_made_from_it() {
    let mut scenario = added(&sample(), ActivityKind::Delivery, None).unwrap();
    let Settings::Delivery(made) = &mut scenario.workflow.activities.last_mut().unwrap().settings else {
        panic!("a Delivery was added")
    };
    made.delivery = WhichDelivery::New { template: "welcomeMail".into() };
    let (at, creative) = (scenario.start_time(), Creative::default());
    let what = Stimulus::EditTemplate { template: "welcomeMail".into(), creative };
    scenario.interventions = vec![Intervention { at, what, rest: Default::default() }];
    let kind = ActivityKind::RecurringDelivery;
    let next = apply(&scenario, Edit::SetDeliveryKind { activity: "continuous".into(), kind }).unwrap();
    assert_eq!(next.interventions, scenario.interventions);
}

#[test]
fn several_edits_are_one_or_none() {
    let edits = vec![Edit::SetWeeks(3), Edit::Disconnect { transition: 99 }];
    assert_eq!(apply(&sample(), Edit::All(edits)), Err(Refusal::NoSuchTransition));
    let edits = vec![Edit::SetWeeks(3), Edit::Rename("Mine".into())];
    let next = apply(&sample(), Edit::All(edits)).unwrap();
    assert_eq!((next.weeks, next.name.as_str()), (3, "Mine"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_edits_keep_names_apart_and_schedules_still(edits in proptest::collection::vec(any_numbers(), 1..40)) {
        let start = sample();
        let mut scenario = start.clone();
        for numbers in edits {
            let edit = of_drawing(&scenario, numbers);
            let Ok(next) = apply(&scenario, edit) else { continue };
            for activity in &next.workflow.activities {
                if let Some(earlier) = scenario.workflow.activity(&activity.name) {
                    prop_assert_eq!(&earlier.settings, &activity.settings);
                }
            }
            scenario = next;
        }
        let mut names: Vec<_> = scenario.workflow.activities.iter().map(|one| &one.name).collect();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), scenario.workflow.activities.len());
        let is_there = |name: &str| scenario.workflow.activity(name).is_some();
        prop_assert!(scenario.workflow.transitions.iter().all(|one| is_there(&one.from) && is_there(&one.to)));
        let saved = wire::open(wire::save(&scenario).as_bytes());
        prop_assert_eq!(saved, Ok(scenario));
    }
}
