//! An edit changes what it touches and nothing else: other activities, earlier weeks, equal scenarios.

use std::collections::BTreeMap;

use delivery_lab::base::people_set::RecipientIdx;
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::SimTime;
use delivery_lab::log::RunLog;
use delivery_lab::log::rows::MessageStatus;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::activity::{Activity, Transition};
use delivery_lab::scenario::edit::{Edit, apply};
use delivery_lab::scenario::reactions::Reactions;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::schedule::Schedule;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::drawn::{cases, reactions, run, samples, schedules, set_schedule, small};

/// Activity, run and recipient.
type Message = (String, u32, RecipientIdx);
/// Whether it failed, and when which type of URL was tracked.
type Outcome = (bool, Vec<(SimTime, u32)>);

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn equal_scenarios_have_equal_outcomes(sample in samples(), seed in 0..1_000_u64, weeks in 3..=8_u32) {
        let scenario = small(sample, 50, weeks, seed);
        let (one, other) = (run(&scenario), run(&scenario.clone()));
        prop_assert_eq!(one.trace(), other.trace());
        prop_assert_eq!(one.fingerprint(), other.fingerprint());
        let reseeded = run(&Scenario { seed: seed + 1, ..scenario });
        prop_assert_ne!(one.fingerprint(), reseeded.fingerprint());
    }

    /// More weeks only add: the earlier ones stay as they were, line by line and message by message.
    #[test]
    fn more_weeks_keep_the_weeks_before(sample in samples(), seed in 0..1_000_u64, reactions in reactions()) {
        let twenty = Scenario { reactions, ..small(sample, 40, 20, seed) };
        let thirty = Scenario { weeks: 30, ..twenty.clone() };
        let (short, long) = (run(&twenty), run(&thirty));
        let (short_trace, long_trace) = (short.trace(), long.trace());
        let kept: Vec<_> = short_trace.lines().filter(|line| !line.ends_with("simulated weeks are over")).collect();
        let begun: Vec<_> = long_trace.lines().take(kept.len()).collect();
        prop_assert_eq!(begun, kept);
        prop_assert_eq!(short.totals(short.end()), long.totals(short.end()));
        prop_assert_eq!(digests(&short), digests(&long).into_iter().filter(|run| run.1 < short.end()).collect::<Vec<_>>());
    }

    #[test]
    fn labels_and_places_in_the_drawing_change_no_message(
        sample in samples(), seed in 0..1_000_u64, which in any::<Index>(), x in any::<i32>(), y in any::<i32>(),
    ) {
        let scenario = small(sample, 50, 5, seed);
        let activity = which.get(&scenario.workflow.activities).name.clone();
        let before = run(&scenario);
        let moved = run(&apply(&scenario, Edit::Arrange(vec![(activity.clone(), x, y)])).unwrap());
        prop_assert_eq!(moved.fingerprint(), before.fingerprint());
        let relabelled = run(&apply(&scenario, Edit::Relabel { activity, label: "Another".into() }).unwrap());
        prop_assert_eq!(digests(&relabelled), digests(&before));
    }

    /// Where nobody opts out of what it sends and no address bounces, a branch of its own changes no message of the others.
    #[test]
    fn another_branch_changes_no_message(
        sample in samples(), seed in 0..1_000_u64, schedule in schedules(), reactions in reactions(),
    ) {
        // Neither denylist nor quarantine, which belong to the whole instance.
        let reactions = Reactions { unsubscribes: 0, fails: 0, ..reactions };
        let scenario = Scenario { reactions, ..small(sample, 50, 5, seed) };
        let Some(more) = with_branch(&scenario, schedule) else { return Ok(()) };
        let (before, after) = (run(&scenario), run(&more));
        let own: Vec<_> = digests(&after).into_iter().filter(|run| !run.0.starts_with("more-")).collect();
        prop_assert_eq!(own, digests(&before));
    }

    /// Where people do opt out, the other branch may lose recipients, but no message has another fate.
    #[test]
    fn opting_out_elsewhere_changes_no_fate(
        sample in samples(), seed in 0..1_000_u64, schedule in schedules(), reactions in reactions(),
    ) {
        let scenario = Scenario { reactions, ..small(sample, 50, 5, seed) };
        let Some(more) = with_branch(&scenario, schedule) else { return Ok(()) };
        let (before, after) = (fates(&run(&scenario)), fates(&run(&more)));
        for (message, fate) in &after {
            prop_assert!(before.get(message).is_none_or(|before| before == fate), "{message:?}");
        }
    }
}

/// The scenario with Scheduler → Query → Recurring delivery added; none where that schedule cannot run.
fn with_branch(scenario: &Scenario, schedule: Schedule) -> Option<Scenario> {
    let mut branch = Sample::RecurringWeekly.scenario();
    set_schedule(&mut branch, "scheduler", schedule);
    let renamed = |name: &str| format!("more-{name}");
    let mut more = scenario.clone();
    // First in the drawing, so that every place in the plan moves.
    let added =
        branch.workflow.activities.into_iter().map(|row| Activity { name: renamed(&row.name), ..row });
    more.workflow.activities.splice(0..0, added);
    let links = branch.workflow.transitions.into_iter().map(|link| Transition {
        from: renamed(&link.from),
        to: renamed(&link.to),
        output: link.output,
        rest: Rest::new(),
    });
    more.workflow.transitions.splice(0..0, links);
    lower(&more, None).is_ok().then_some(more)
}

/// Each run of each delivery activity: who, when, how many messages, and the sum of their bits.
fn digests(log: &RunLog) -> Vec<(String, SimTime, u64, u64)> {
    let rows = log.record().batches.iter().map(|batch| {
        let name = log.plan().steps[batch.step].name.to_string();
        (name, batch.at, batch.to_deliver.len(), batch.digest)
    });
    let mut rows: Vec<_> = rows.collect();
    rows.sort();
    rows
}

/// The outcome of every message, by activity, run and recipient.
fn fates(log: &RunLog) -> BTreeMap<Message, Outcome> {
    let mut fates = BTreeMap::new();
    for (delivery, row) in log.record().deliveries.iter().enumerate() {
        let name = &log.plan().steps[row.step].name;
        let mut reactions: BTreeMap<u64, Vec<(SimTime, u32)>> = BTreeMap::new();
        for row in log.tracking_log(delivery, log.end()) {
            reactions.entry(row.broad_log).or_default().push((row.at, row.url_type.code()));
        }
        for row in log.broad_log(delivery, log.end(), 0..u64::MAX) {
            let is_failed = matches!(row.status, MessageStatus::Failed(_));
            let what = (is_failed, reactions.remove(&row.id).unwrap_or_default());
            fates.insert((name.to_string(), row.run, row.recipient), what);
        }
    }
    fates
}
