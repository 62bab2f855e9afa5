//! The pitfalls that a drawing shows: each fault gives its finding, each remedy takes it away.

use chrono::NaiveDate;
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::SimSpan;
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::activity::advanced::{Behavior, Execution};
use delivery_lab::scenario::activity::flow::{
    Duration, DurationUnit, EndSettings, ForkSettings, WaitSettings,
};
use delivery_lab::scenario::activity::{Activity, Settings, Transition};
use delivery_lab::scenario::check::{check, notes};
use delivery_lab::scenario::creative::Creative;
use delivery_lab::scenario::edit::{Edit, Refusal, apply};
use delivery_lab::scenario::intervention::{Intervention, Stimulus};
use delivery_lab::scenario::properties::{ApprovalMode, Retention};
use delivery_lab::scenario::samples::Sample;
use delivery_lab::schedule::{Frequency, Schedule, TimeOfDay, Validity, Weekday, ZoneName};
use delivery_lab::text::{Lang, finding};

use crate::drawn::{set_schedule, settings};

type Found<'f> = (Option<&'f str>, &'f str);

/// What is found after a change to side-by-side, and what is noted.
fn found(change: impl FnOnce(&mut Scenario)) -> (Vec<(Option<String>, &'static str)>, Vec<&'static str>) {
    let mut scenario = Sample::SideBySide.scenario();
    change(&mut scenario);
    let all = check(&scenario);
    for one in all.iter().chain(&notes(&scenario)) {
        for lang in Lang::WRITTEN {
            let sentence = finding::sentence(lang, &scenario, one);
            assert!(sentence.len() > 30 && sentence.ends_with('.'), "{sentence}");
        }
    }
    let found = all.into_iter().map(|one| (one.activity, one.problem.code())).collect();
    (found, notes(&scenario).iter().map(|one| one.problem.code()).collect())
}

fn finds(change: impl FnOnce(&mut Scenario), expected: &[Found<'_>]) {
    let (found, _) = found(change);
    let found: Vec<Found<'_>> = found.iter().map(|(activity, code)| (activity.as_deref(), *code)).collect();
    assert_eq!(found, expected);
}

fn history(scenario: &mut Scenario, days: u32, is_kept: bool) {
    let Settings::IncrementalQuery(query) = settings(scenario, "incremental") else { panic!("no query") };
    (query.history_days, query.keep_history) = (days, is_kept);
}

fn does(scenario: &mut Scenario, day: i64, what: Stimulus) {
    let at = scenario.start_time() + SimSpan::from_days(day);
    scenario.interventions.push(Intervention { at, what, rest: Rest::new() });
}

fn daily() -> Schedule {
    Schedule::daily(TimeOfDay::new(9, 0))
}

#[test]
fn a_history_must_outlast_the_interval() {
    finds(|scenario| history(scenario, 7, true), &[(Some("incremental"), "history-shorter-than-interval")]);
    finds(|scenario| history(scenario, 8, true), &[]);
    finds(
        |scenario| {
            history(scenario, 0, false);
            does(scenario, 30, Stimulus::RestartWorkflow);
        },
        &[(Some("incremental"), "history-lost-at-restart")],
    );
    finds(|scenario| history(scenario, 0, false), &[]);
    finds(
        |scenario| {
            history(scenario, 0, false);
            does(scenario, 31, Stimulus::StartWorkflow);
            does(scenario, 30, Stimulus::StopWorkflow);
        },
        &[(Some("incremental"), "history-lost-at-restart")],
    );
    finds(
        |scenario| {
            history(scenario, 0, false);
            does(scenario, 30, Stimulus::PauseWorkflow);
            does(scenario, 31, Stimulus::StartWorkflow);
        },
        &[],
    );
}

#[test]
fn deliveries_are_counted_before_they_are_made() {
    let often = Schedule::from(Frequency::every_minutes(30, TimeOfDay::new(8, 0), TimeOfDay::new(13, 0)));
    finds(|scenario| set_schedule(scenario, "scheduler", often), &[(None, "many-deliveries-in-a-day")]);
    let ten = Schedule::from(Frequency::every_minutes(30, TimeOfDay::new(8, 0), TimeOfDay::new(12, 30)));
    finds(
        |scenario| {
            scenario.weeks = 14;
            set_schedule(scenario, "scheduler", ten);
        },
        &[],
    );
    finds(
        |scenario| {
            scenario.weeks = 143;
            set_schedule(scenario, "scheduler", daily());
        },
        &[(None, "many-deliveries")],
    );
}

/// Eleven launches between 00:30 and 10:30 in Tokyo are in two days of the server; on the first day of the run, which
/// begins there at 09:00, only two are left.
#[test]
fn a_day_is_one_of_the_time_zone() {
    let on = |day: u32, zone: &str| {
        let date = NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
        let hourly = Frequency::every_minutes(60, TimeOfDay::new(0, 30), TimeOfDay::new(10, 30));
        let (zone, schedule) =
            (ZoneName::new(zone), Schedule::from(hourly).valid(Validity::between(date, date)));
        move |scenario: &mut Scenario| {
            set_schedule(scenario, "scheduler", schedule);
            let scheduler =
                scenario.workflow.activities.iter_mut().find(|one| one.name == "scheduler").unwrap();
            scheduler.advanced.time_zone = Some(zone);
        }
    };
    finds(on(6, "Asia/Tokyo"), &[(None, "many-deliveries-in-a-day")]);
    finds(on(5, "UTC"), &[(None, "many-deliveries-in-a-day")]);
    finds(on(5, "Asia/Tokyo"), &[]);
}

#[test]
fn a_recurring_delivery_needs_a_schedule() {
    finds(
        |scenario| {
            scenario.workflow.transitions.retain(|one| one.from != "scheduler");
            scenario.workflow.activities.retain(|one| one.name != "scheduler");
        },
        &[(Some("recurring"), "recurring-without-schedule")],
    );
}

#[test]
fn templates_are_looked_after() {
    finds(
        |scenario| scenario.templates.iter_mut().for_each(|template| template.built_in = true),
        &[(Some("recurring"), "built-in-template"), (Some("continuous"), "built-in-template")],
    );
    let (_, notes) = found(|scenario| {
        let mut second = scenario.workflow.activity("continuous").unwrap().clone();
        second.name = "another".into();
        scenario.workflow.activities.push(second);
        scenario.workflow.transitions.push(Transition::new("incremental", "another"));
    });
    assert_eq!(notes.iter().filter(|code| **code == "shared-template").count(), 2);
    assert!(notes.contains(&"needs-fork"));
    let manual = |scenario: &mut Scenario| {
        let Settings::RecurringDelivery(delivery) = settings(scenario, "recurring") else { panic!("none") };
        delivery.properties.approval = ApprovalMode::Manual;
    };
    finds(manual, &[(Some("recurring"), "nobody-confirms")]);
    finds(
        |scenario| {
            manual(scenario);
            does(scenario, 20, Stimulus::ConfirmDelivery { activity: "recurring".into() });
        },
        &[],
    );
}

#[test]
fn a_built_in_template_is_duplicated_and_the_copy_may_be_changed() {
    let mut scenario = Sample::SideBySide.scenario();
    scenario.templates.iter_mut().for_each(|template| template.built_in = true);
    for activity in ["recurring", "continuous"] {
        let creative = Creative { subject: "Mine".into(), ..Creative::default() };
        let edit = |scenario: &Scenario| {
            apply(scenario, Edit::SetCreative { activity: activity.into(), creative: creative.clone() })
        };
        if activity == "continuous" {
            assert_eq!(edit(&scenario), Err(Refusal::BuiltInTemplate));
        }
        let copied = Edit::DuplicateTemplate { activity: activity.into(), label: "My copy".into() };
        scenario = edit(&apply(&scenario, copied).unwrap()).unwrap();
    }
    assert_eq!(check(&scenario), []);
    let names: Vec<_> = scenario.templates.iter().rev().take(2).map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["welcomeMail-1", "newsletterMail-1"]);
    assert!(scenario.templates.iter().filter(|row| row.built_in).all(|row| row.creative.subject != "Mine"));
}

#[test]
fn the_drawing_is_walked_from_its_starts() {
    let (found_now, notes) = found(|scenario| {
        scenario.workflow.activities[0].advanced.execution = Execution::DoNotEnable;
    });
    let behind: Vec<_> =
        found_now.iter().map(|(activity, code)| (activity.as_deref().unwrap(), *code)).collect();
    assert_eq!(behind, [("query", "unreachable"), ("recurring", "unreachable")]);
    assert_eq!(notes, ["no-end", "no-end"]);
    let (_, notes) = found(|scenario| {
        for (name, from) in [("end", "recurring"), ("end2", "continuous")] {
            let end = Settings::End(EndSettings::default());
            scenario.workflow.activities.push(Activity::new(name, "End", (900, 60), end));
            scenario.workflow.transitions.push(Transition::new(from, name));
        }
    });
    assert_eq!(notes, [""; 0]);
    let fork = |scenario: &mut Scenario, from: &str| {
        let mut second = scenario.workflow.activity("recurring").unwrap().clone();
        second.name = "second".into();
        scenario.workflow.activities.push(second);
        scenario.workflow.transitions.push(Transition::new(from, "second"));
    };
    assert!(found(|scenario| fork(scenario, "query")).1.contains(&"needs-fork"));
    let with_fork = |scenario: &mut Scenario| {
        let node = Activity::new("fork", "Fork", (600, 60), Settings::Fork(ForkSettings::default()));
        scenario.workflow.activities.push(node);
        let from_query = |one: &&mut Transition| one.from == "query";
        scenario.workflow.transitions.iter_mut().find(from_query).unwrap().from = "fork".into();
        scenario.workflow.transitions.push(Transition::new("query", "fork"));
        fork(scenario, "fork");
    };
    assert!(!found(with_fork).1.contains(&"needs-fork"));
}

#[test]
fn long_waits_make_runs_overlap() {
    let wait = |scenario: &mut Scenario, count: u32| {
        let duration = Duration { count, unit: DurationUnit::Days };
        let wait = Settings::Wait(WaitSettings { duration });
        scenario.workflow.activities.push(Activity::new("wait", "Wait", (600, 60), wait));
        let from_query = |one: &&mut Transition| one.from == "query";
        scenario.workflow.transitions.iter_mut().find(from_query).unwrap().from = "wait".into();
        scenario.workflow.transitions.push(Transition::new("query", "wait"));
    };
    finds(|scenario| wait(scenario, 8), &[(Some("wait"), "runs-overlap")]);
    finds(|scenario| wait(scenario, 7), &[]);
    finds(
        |scenario| {
            wait(scenario, 8);
            let row = scenario.workflow.activities.iter_mut().find(|one| one.name == "wait").unwrap();
            row.advanced.behavior = Behavior::CurrentTaskHasPriority;
        },
        &[],
    );
}

#[test]
fn changes_during_the_run_are_read_too() {
    let tuesday = Schedule::weekly(Weekday::Tuesday, TimeOfDay::new(9, 0));
    let edit = || Stimulus::EditSchedule { activity: "scheduler".into(), schedule: tuesday.clone() };
    finds(|scenario| does(scenario, 40, edit()), &[(Some("scheduler"), "schedule-edit-without-restart")]);
    finds(
        |scenario| {
            does(scenario, 40, edit());
            does(scenario, 41, Stimulus::RestartWorkflow);
        },
        &[],
    );
    finds(
        |scenario| {
            does(scenario, 39, Stimulus::StopUnconditionally);
            does(scenario, 40, edit());
            does(scenario, 41, Stimulus::StartWorkflow);
        },
        &[],
    );
    let (_, notes) =
        found(|scenario| does(scenario, 40, Stimulus::StopDelivery { activity: "recurring".into() }));
    assert!(notes.contains(&"stops-one-occurrence"));
}

#[test]
fn the_instance_is_looked_at() {
    finds(
        |scenario| scenario.workflow.properties.keeps_interim_results = true,
        &[(None, "keeps-interim-results")],
    );
    let (_, notes) = found(|scenario| {
        scenario.technical.tracking = false;
        scenario.technical.cleanup = Retention::V7;
    });
    assert!(notes.contains(&"tracking-off") && notes.contains(&"loses-oldest-rows"), "{notes:?}");
}
