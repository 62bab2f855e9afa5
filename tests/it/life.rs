//! What must hold of the life of every workflow: commands at random times, errors, slices, time zones.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDate;
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::engine::Run;
use delivery_lab::engine::record::{EndingKind, WorkflowState};
use delivery_lab::log::RunLog;
use delivery_lab::log::tasks::TaskStatus;
use delivery_lab::plan::Plan;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::activity::advanced::{Behavior, OnError};
use delivery_lab::scenario::activity::flow::{Duration, DurationUnit, WaitSettings};
use delivery_lab::scenario::activity::{Activity, Settings, Transition};
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::finding::Severity;
use delivery_lab::scenario::intervention::{Intervention, Stimulus, TaskError};
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::variables::{Assigned, Assignment, Scope, VarValue};
use delivery_lab::schedule::{Schedule, TimeOfDay, Zone, ZoneName};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::drawn::{cases, run, schedules, set_schedule, small};

/// A newsletter every three hours, whose runs wait before they send.
fn waiting(hours: u32, behavior: Behavior, on_error: OnError) -> Scenario {
    let mut scenario = small(Sample::RecurringWeekly, 3, 2, 1);
    let every =
        delivery_lab::schedule::Frequency::every_minutes(180, TimeOfDay::new(0, 0), TimeOfDay::new(23, 0));
    set_schedule(&mut scenario, "scheduler", every.into());
    let duration = Duration { count: hours, unit: DurationUnit::Hours };
    let mut wait = Activity::new("wait", "Wait", (0, 0), Settings::Wait(WaitSettings { duration }));
    wait.advanced.behavior = behavior;
    scenario.workflow.activities.push(wait);
    scenario.workflow.transitions.retain(|one| one.from != "query");
    scenario.workflow.transitions.push(Transition::new("query", "wait"));
    scenario.workflow.transitions.push(Transition::new("wait", "recurring"));
    scenario.workflow.properties.on_error = on_error;
    scenario
}

fn stimuli() -> impl Strategy<Value = Stimulus> {
    let activity = || select(vec!["scheduler", "query", "wait", "recurring"]).prop_map(str::to_owned);
    prop_oneof![
        3 => Just(Stimulus::PauseWorkflow),
        4 => Just(Stimulus::StartWorkflow),
        1 => Just(Stimulus::StopWorkflow),
        1 => Just(Stimulus::StopUnconditionally),
        1 => Just(Stimulus::RestartWorkflow),
        1 => proptest::option::of(activity()).prop_map(|activity| Stimulus::ExecutePending { activity }),
        1 => (1..40_u32).prop_map(|hours| Stimulus::ServerDown { hours }),
        2 => (activity(), 1..4_u32, any::<bool>()).prop_map(|(activity, times, is_file)| {
            let error = if is_file { TaskError::FileSystem } else { TaskError::Database };
            Stimulus::FailTasks { activity, times, error }
        }),
        1 => (0..24_u8).prop_map(|hour| Stimulus::EditSchedule {
            activity: "scheduler".into(),
            schedule: Schedule::daily(TimeOfDay::new(hour, 0)),
        }),
    ]
}

prop_compose! {
    fn lives()(
        hours in 0..30_u32,
        has_priority in any::<bool>(),
        on_error in select(vec![OnError::Suspend, OnError::Ignore, OnError::Abort]),
        consecutive_errors in 0..4_u32,
        done in vec((0..14 * 24 * 4_i64, stimuli()), 0..14),
    ) -> Scenario {
        let behavior =
            if has_priority { Behavior::CurrentTaskHasPriority } else { Behavior::SeveralTasksAuthorized };
        let mut scenario = waiting(hours, behavior, on_error);
        scenario.workflow.properties.consecutive_errors = consecutive_errors;
        let start = scenario.start_time();
        let at = |quarter: i64| start + SimSpan::from_secs(quarter * 900);
        scenario.interventions = done
            .into_iter()
            .map(|(quarter, what)| Intervention { at: at(quarter), what, rest: Rest::new() })
            .collect();
        scenario
    }
}

/// Whether the workflow was started at some time of a second.
fn is_started_in(log: &RunLog, second: SimTime) -> bool {
    let before = log.workflow_state(second - SimSpan::from_secs(1)).state == WorkflowState::Started;
    let facts = log.record().facts.iter().filter(|fact| fact.at == second);
    before || facts.filter_map(|fact| fact.what.standing()).any(|(state, _)| state == WorkflowState::Started)
}

proptest! {
    #![proptest_config(cases(400))]

    /// Pausing, stopping and resuming at random: nothing begins while the workflow is not started, every task
    /// ends at most once, and what is paused or finished stays so until a command.
    #[test]
    fn nothing_begins_while_paused_or_finished(scenario in lives()) {
        let log = run(&scenario);
        let record = log.record();
        for task in &record.tasks {
            prop_assert!(is_started_in(&log, task.created_at), "{:?}\n{}", task, log.trace());
        }
        let mut ended = BTreeSet::new();
        for ending in &record.endings {
            prop_assert!(ended.insert(ending.task), "task {} ended twice", ending.task);
            prop_assert!(ending.at >= record.tasks[ending.task].created_at);
        }
        for pair in record.facts.windows(2) {
            prop_assert!(pair[0].at <= pair[1].at);
        }
        // A workflow that is over has no task in progress, unless the weeks are over first.
        let last = log.workflow_state(log.end());
        if last.state == WorkflowState::Finished {
            prop_assert_eq!(ended.len(), record.tasks.len(), "{}", log.trace());
        }
        let failed = record.endings.iter().filter(|ending| ending.kind == EndingKind::Failed).count();
        prop_assert!(!last.is_failed || failed > 0);
    }

    /// The task list shows every task made so far once, with the status it has at the moment.
    #[test]
    fn the_task_list_is_what_was_recorded(scenario in lives(), hour in 0..14 * 24_i64) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_hours(hour);
        let rows = log.task_list(moment);
        let made = log.record().tasks.iter().filter(|task| task.created_at <= moment).count();
        prop_assert_eq!(rows.iter().filter(|row| row.task.is_some()).count(), made);
        let ended = log.record().endings.iter().filter(|ending| ending.at <= moment).count();
        let over = [TaskStatus::Finished, TaskStatus::Aborted, TaskStatus::Failed];
        prop_assert_eq!(rows.iter().filter(|row| over.contains(&row.status)).count(), ended);
        for row in &rows {
            prop_assert_eq!(row.next_execution.is_some(), row.status == TaskStatus::Waiting);
        }
    }

    /// A run in slices of any size is the run in one go.
    #[test]
    fn slices_make_the_same_record(scenario in lives(), budgets in vec(1..2_000_u64, 1..20)) {
        let plan: Rc<Plan> = Rc::new(lower(&scenario, None).unwrap().plan);
        let whole = RunLog::of(plan.clone());
        let mut sliced = Run::new(plan.clone());
        let mut budgets = budgets.iter().cycle();
        while !sliced.advance(*budgets.next().unwrap()).is_over {}
        let sliced = RunLog::new(plan, sliced.into_record());
        prop_assert_eq!(sliced.trace(), whole.trace());
        prop_assert_eq!(sliced.fingerprint(), whole.fingerprint());
        prop_assert_eq!(&sliced.record().tasks, &whole.record().tasks);
        prop_assert_eq!(&sliced.record().endings, &whole.record().endings);
        prop_assert_eq!(&sliced.record().passages, &whole.record().passages);
        prop_assert_eq!(&sliced.record().planned, &whole.record().planned);
    }

    /// What the page plans is what the engine launches, in every time zone and across changes of the clocks.
    #[test]
    fn planned_is_actual_in_every_zone(
        schedule in schedules(),
        zone in select(&Zone::ALL[..]),
        is_of_workflow in any::<bool>(),
        first in select(vec![(2026, 3, 6), (2026, 3, 26), (2026, 10, 1), (2026, 10, 22), (2026, 10, 30)]),
        weeks in 1..=3_u32,
    ) {
        let mut scenario = small(Sample::RecurringWeekly, 3, weeks, 1);
        let (year, month, day) = first;
        scenario.start = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        set_schedule(&mut scenario, "scheduler", schedule.clone());
        if is_of_workflow {
            scenario.workflow.properties.time_zone = Some(zone.into());
        } else {
            scenario.workflow.activities[0].advanced.time_zone = Some(zone.into());
        }
        let (start, end) = (scenario.start_time(), scenario.end_time());
        let before = start - SimSpan::from_secs(1);
        let planned = std::iter::successors(schedule.next_after_in(zone, start, before), |last| {
            schedule.next_after_in(zone, start, *last)
        });
        let planned: Vec<_> = planned.take_while(|launch| *launch < end).collect();
        prop_assume!(lower(&scenario, None).is_ok());
        let log = run(&scenario);
        let scheduler = log.plan().step_named("scheduler").unwrap();
        prop_assert_eq!(log.launches_of(scheduler).collect::<Vec<_>>(), planned.clone());
        // So is the next execution that the task list shows.
        if let Some(first) = planned.first() {
            prop_assert!(*first == start || log.next_launch(scheduler, start) == Some(*first));
        }
        for pair in planned.windows(2) {
            prop_assert_eq!(log.next_launch(scheduler, pair[0]), Some(pair[1]));
        }
    }
}

#[test]
fn states_have_the_numbers_of_the_product() {
    let mut scenario = waiting(1, Behavior::default(), OnError::Suspend);
    let start = scenario.start_time();
    let at = |hours| start + SimSpan::from_hours(hours);
    let done = [
        (5, Stimulus::PauseWorkflow),
        (10, Stimulus::StartWorkflow),
        (20, Stimulus::FailTasks { activity: "query".into(), times: 1, error: TaskError::Database }),
        (30, Stimulus::StopWorkflow),
    ];
    scenario.interventions = done
        .into_iter()
        .map(|(hours, what)| Intervention { at: at(hours), what, rest: Rest::new() })
        .collect();
    let log = run(&scenario);
    let standing = |hours: i64| {
        let standing = log.workflow_state(at(hours));
        (standing.state, standing.is_failed, standing.code())
    };
    let before = log.workflow_state(start - SimSpan::from_secs(1));
    assert_eq!((before.state, before.code()), (WorkflowState::BeingEdited, None));
    assert_eq!(standing(0), (WorkflowState::Started, false, None));
    assert_eq!(standing(5), (WorkflowState::Paused, false, Some(13)));
    assert_eq!(standing(10), (WorkflowState::Started, false, None));
    assert_eq!(standing(21), (WorkflowState::Paused, true, Some(13)));
    assert_eq!(standing(30), (WorkflowState::Finished, false, Some(20)));
}

#[test]
fn the_task_list_tells_who_waits_and_until_when() {
    // Launches at 00:00, 03:00, 06:00 …; each run waits for four hours.
    let log = run(&waiting(4, Behavior::default(), OnError::Suspend));
    let start = log.plan().start;
    let rows = log.task_list(start + SimSpan::from_hours(5));
    let shown = |hours: i64| start + SimSpan::from_hours(hours);
    let seen: Vec<_> = rows
        .iter()
        .map(|row| {
            let next = row.next_execution.map(|next| (next - start).secs() / 3_600);
            (&*log.plan().steps[row.step].name, (row.created_at - start).secs() / 3_600, row.status, next)
        })
        .collect();
    use TaskStatus::{Finished, Waiting};
    assert_eq!(
        seen,
        [
            ("scheduler", 0, Waiting, Some(6)),
            ("recurring", 4, Finished, None),
            ("wait", 3, Waiting, Some(7)),
            ("query", 3, Finished, None),
            ("scheduler", 3, Finished, None),
            ("wait", 0, Finished, None),
            ("query", 0, Finished, None),
            ("scheduler", 0, Finished, None),
        ]
    );
    assert_eq!(rows[5].duration, SimSpan::from_hours(4));
    let wait = rows[2].step;
    assert_eq!(log.next_launch(wait, shown(5)), None);
}

#[test]
fn each_fault_of_what_is_done_is_found() {
    let doing = |what: Stimulus| {
        let mut scenario = waiting(1, Behavior::default(), OnError::Suspend);
        let at = scenario.start_time() + SimSpan::from_hours(1);
        scenario.interventions.push(Intervention { at, what, rest: Rest::new() });
        codes(&scenario)
    };
    let of = |activity: &str| activity.to_owned();
    let nine = Schedule::daily(TimeOfDay::new(9, 0));
    let value = VarValue::Flag(true);
    let cases = [
        (Stimulus::SendProof { activity: of("nobody") }, "intervention-missing"),
        (Stimulus::StopDelivery { activity: of("query") }, "intervention-wrong-activity"),
        (Stimulus::EditSchedule { activity: of("query"), schedule: nine }, "intervention-wrong-activity"),
        (Stimulus::ExecutePending { activity: Some(of("nobody")) }, "intervention-missing"),
        (Stimulus::ServerDown { hours: 0 }, "downtime-out-of-range"),
        (Stimulus::ServerDown { hours: 9_000 }, "downtime-out-of-range"),
        (Stimulus::FailTasks { activity: of("query"), times: 0, error: TaskError::Database }, "fails-never"),
        (Stimulus::Unsubscribe { recipient: 0 }, "no-such-recipient"),
        (Stimulus::Unsubscribe { recipient: 1_000_000 }, "no-such-recipient"),
        (Stimulus::SetVariable { name: of(" "), value }, "empty-variable"),
    ];
    for (what, code) in cases {
        assert_eq!(doing(what.clone()), [(Severity::Error, code)], "{what:?}");
    }
    for fine in [
        Stimulus::ServerDown { hours: 8_784 },
        Stimulus::Unsubscribe { recipient: 1 },
        Stimulus::ExecutePending { activity: Some(of("query")) },
        Stimulus::PauseWorkflow,
    ] {
        assert_eq!(doing(fine.clone()), [], "{fine:?}");
    }
    let over = Schedule::once(SimTime::from_secs(0));
    let never = Stimulus::EditSchedule { activity: of("scheduler"), schedule: over };
    let expected =
        ["edited-never-fires", "schedule-edit-without-restart"].map(|code| (Severity::Warning, code));
    assert_eq!(doing(never), expected);
}

#[test]
fn each_fault_of_properties_is_found() {
    let mut scenario = waiting(1, Behavior::default(), OnError::Suspend);
    scenario.workflow.properties.time_zone = Some(ZoneName::new("Europe/Atlantis"));
    assert_eq!(codes(&scenario), [(Severity::Error, "unknown-zone")]);
    let mut scenario = waiting(1, Behavior::default(), OnError::Suspend);
    scenario.workflow.activities[1].advanced.time_zone = Some(ZoneName::new("CET"));
    assert_eq!(codes(&scenario), [(Severity::Error, "unknown-zone")]);
    let mut scenario = waiting(1, Behavior::default(), OnError::Suspend);
    scenario.workflow.properties.consecutive_errors = 3;
    assert_eq!(codes(&scenario), [(Severity::Warning, "consecutive-errors-unused")]);
    scenario.workflow.activities[1].advanced.on_error = Some(OnError::Ignore);
    assert_eq!(codes(&scenario), []);
    let nameless =
        Assignment { scope: Scope::Event, name: String::new(), value: Assigned::Set(VarValue::Flag(true)) };
    scenario.workflow.activities[1].advanced.initialization = vec![nameless];
    assert_eq!(codes(&scenario), [(Severity::Error, "empty-variable")]);
}

fn codes(scenario: &Scenario) -> Vec<(Severity, &'static str)> {
    check(scenario).iter().map(|finding| (finding.severity, finding.problem.code())).collect()
}

/// A mangled file found this: what lies before the first day never happens, as its finding says.
#[test]
fn what_is_planned_before_the_run_never_happens() {
    let mut scenario = waiting(1, Behavior::default(), OnError::Suspend);
    let plain = run(&scenario).trace();
    let at = scenario.start_time() - SimSpan::from_secs(1);
    let what = Stimulus::StopWorkflow;
    scenario.interventions.push(Intervention { at, what, rest: Rest::new() });
    assert_eq!(codes(&scenario), [(Severity::Warning, "intervention-outside")]);
    assert_eq!(run(&scenario).trace(), plain);
}
