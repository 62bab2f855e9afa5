//! Broken scenarios, each put right by one click.

use super::*;
use crate::scenario::activity::flow::{Duration, DurationUnit, WaitSettings};
use crate::scenario::activity::{Activity, ActivityKind, Transition};
use crate::scenario::fresh::Sort;
use crate::scenario::samples::Sample;

fn side_by_side() -> Scenario {
    Sample::SideBySide.scenario()
}

fn with(mut scenario: Scenario, name: &str, kind: ActivityKind) -> Scenario {
    let settings = Sort::Kind(kind).settings(&scenario);
    scenario.workflow.activities.push(Activity::new(name, "", (0, 900), settings));
    scenario
}

fn linked(mut scenario: Scenario, from: &str, to: &str) -> Scenario {
    scenario.workflow.transitions.push(Transition::new(from, to));
    scenario
}

fn unlinked(mut scenario: Scenario, to: &str) -> Scenario {
    scenario.workflow.transitions.retain(|one| one.to != to);
    scenario
}

/// The remedies of the findings with this code, each with the scenario it makes.
fn cured(scenario: &Scenario, code: &str) -> Vec<(Cure, Scenario)> {
    let all = [check(scenario), notes(scenario)].concat();
    let found: Vec<_> = all.iter().filter(|one| one.problem.code() == code).collect();
    assert!(!found.is_empty(), "{code} is not found in {all:?}");
    let all = found.iter().flat_map(|finding| remedies(scenario, finding));
    all.map(|remedy| (remedy.cure, apply(scenario, remedy.edit).unwrap())).collect()
}

#[test]
fn a_plain_query_becomes_incremental_and_keeps_its_condition() {
    let scenario = linked(unlinked(side_by_side(), "continuous"), "query", "continuous");
    let (cure, next) = cured(&scenario, "plain-query-into-continuous").remove(0);
    assert_eq!(cure, Cure::MakeIncremental { query: "query".into() });
    let settings = |scenario: &Scenario| scenario.workflow.activity("query").unwrap().settings.clone();
    let (Settings::Query(before), Settings::IncrementalQuery(after)) = (settings(&scenario), settings(&next))
    else {
        panic!("not an incremental query")
    };
    assert_eq!((before.condition, after.schedule), (after.condition, None));
    assert_eq!(next.workflow.transitions, scenario.workflow.transitions);
}

#[test]
fn what_is_missing_is_drawn_where_there_is_room() {
    let lonely = unlinked(side_by_side(), "recurring");
    let (cure, next) = cured(&lonely, "no-inbound").remove(0);
    assert_eq!(cure, Cure::InsertQuery);
    assert!(next.workflow.transitions.iter().any(|one| one.from == "query2" && one.to == "recurring"));
    let places: std::collections::BTreeSet<_> =
        next.workflow.activities.iter().map(|one| (one.x, one.y)).collect();
    assert_eq!(places.len(), next.workflow.activities.len());

    let nobody = linked(unlinked(side_by_side(), "recurring"), "scheduler", "recurring");
    let (_, next) = cured(&nobody, "no-population").remove(0);
    let entering = next.workflow.transitions.iter().filter(|one| one.to == "recurring");
    assert_eq!(entering.map(|one| one.from.as_str()).collect::<Vec<_>>(), ["query2"]);

    let forked = linked(with(side_by_side(), "end", ActivityKind::End), "query", "end");
    let (cure, next) = cured(&forked, "needs-fork").remove(0);
    assert_eq!(cure, Cure::InsertFork);
    assert_eq!(next.workflow.transitions.iter().filter(|one| one.from == "fork").count(), 2);

    let cells = with(side_by_side(), "cells", ActivityKind::Cells);
    let merged = linked(linked(cells, "query", "cells"), "incremental", "cells");
    let (cure, next) = cured(&merged, "not-merged").remove(0);
    assert_eq!(cure, Cure::InsertUnion);
    assert_eq!(next.workflow.transitions.iter().filter(|one| one.to == "union").count(), 2);

    let unscheduled = unlinked(side_by_side(), "query");
    let (cure, next) = cured(&unscheduled, "recurring-without-schedule").remove(0);
    assert_eq!(cure, Cure::AddScheduler);
    assert!(next.workflow.transitions.iter().any(|one| one.from == "scheduler2" && one.to == "query"));

    assert_eq!(cured(&lonely, "no-outbound")[0].0, Cure::AddEnd);
    assert_eq!(cured(&side_by_side(), "no-end").len(), 2);
}

#[test]
fn settings_are_put_right() {
    let mut twice = linked(side_by_side(), "scheduler", "incremental");
    assert_eq!(cured(&twice, "second-schedule")[0].0, Cure::TakeScheduleOff);
    for activity in &mut twice.workflow.activities {
        match &mut activity.settings {
            Settings::IncrementalQuery(query) => query.history_days = 3,
            Settings::ContinuousDelivery(delivery) => delivery.template = "gone".into(),
            _ => {}
        }
    }
    assert_eq!(cured(&twice, "history-shorter-than-interval")[0].0, Cure::SetHistory { days: 8 });
    assert!(matches!(cured(&twice, "missing-template")[0].0, Cure::UseTemplate { .. }));

    let mut own = side_by_side();
    let Settings::RecurringDelivery(delivery) = &mut own.workflow.activities[2].settings else {
        panic!("no recurring delivery")
    };
    delivery.template = "gone".into();
    delivery.creative.subject = "Mine".into();
    let mut copy = delivery.clone();
    copy.template = "newsletterMail".into();
    let (_, next) = cured(&own, "missing-template").remove(0);
    assert_eq!(next.workflow.activities[2].settings, Settings::RecurringDelivery(copy));

    let mut split = linked(with(side_by_side(), "split", ActivityKind::Split), "query", "split");
    let Settings::Split(settings) = &mut split.workflow.activities[5].settings else { panic!("no split") };
    settings.subsets[0].name.clear();
    settings.subsets[1].name = "complement".into();
    let remedy = settings::name_outputs(&split, "split").unwrap();
    let next = apply(&split, remedy.edit).unwrap();
    let outputs = next.workflow.activities[5].settings.outputs();
    let names: Vec<_> = outputs.into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["subset", "complement2", "complement"]);
    assert_eq!(cured(&split, "empty-output-name")[0].0, Cure::NameOutputs);

    let none = Duration { count: 0, unit: DurationUnit::Hours };
    let mut waiting = side_by_side();
    let wait = Settings::Wait(WaitSettings { duration: none });
    waiting.workflow.activities.push(Activity::new("wait", "", (0, 900), wait));
    assert_eq!(cured(&waiting, "no-duration")[0].0, Cure::WaitADay);

    let mut dangling = side_by_side();
    dangling.workflow.transitions.push(Transition::new("recurring", "nowhere"));
    assert_eq!(cured(&dangling, "missing-target")[0].0, Cure::Disconnect { transitions: 1 });
}

#[test]
fn whatever_is_offered_takes_the_finding_away_and_brings_no_error() {
    // Each kind in turn is put between others of each sample, and a transition is lost: that breaks many things.
    let mut tried = 0;
    for sample in Sample::ALL {
        for kind in ActivityKind::ALL {
            let scenario = sample.scenario();
            let first = scenario.workflow.activities[0].name.clone();
            let last = scenario.workflow.activities.last().unwrap().name.clone();
            let mut broken = linked(linked(with(scenario, "new", kind), &first, "new"), "new", &last);
            broken.workflow.transitions.remove(0);
            let before = check(&broken);
            for finding in [before.clone(), notes(&broken)].concat() {
                for remedy in remedies(&broken, &finding) {
                    let next = apply(&broken, remedy.edit).unwrap();
                    let found = [check(&next), notes(&next)].concat();
                    assert!(!found.contains(&finding), "{kind:?} {finding:?} {:?}", remedy.cure);
                    let is_new = |one: &&Finding| one.severity == Severity::Error && !before.contains(one);
                    assert_eq!(found.iter().filter(is_new).count(), 0, "{kind:?} {:?}", remedy.cure);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 300, "{tried}");
}
