//! Counts on a run what a course asks for.

use crate::base::time::{SimSpan, SimTime};
use crate::engine::record::{Batch, EndingKind, LifeFact, What};
use crate::lesson::course::goal::{Count, Counted, Which};
use crate::log::RunLog;
use crate::log::figures::of_batch;
use crate::log::indicators::Scope;
use crate::plan::StepIdx;
use crate::scenario::Scenario;

/// The number; 0 of a delivery that there is not.
pub fn count(scenario: &Scenario, run: &RunLog, counted: &Counted) -> u64 {
    let at = counted.until.map_or(run.end(), |week| end_of_week(scenario, week).min(run.end()));
    let is_meant = |step: StepIdx| fits(run, step, &counted.of);
    let own = run.record().deliveries[..run.deliveries_until(at)].iter().enumerate();
    let mut own: Vec<_> =
        own.filter(|(_, delivery)| is_meant(delivery.step)).map(|(place, _)| place).collect();
    if let Some(number) = counted.delivery {
        own = nth(&own, number).into_iter().collect();
        if own.is_empty() {
            return 0;
        }
    }
    let scope = || Scope::Deliveries(own.clone());
    let batches =
        || run.record().batches[..run.batches_until(at)].iter().filter(|batch| own.contains(&batch.delivery));
    match counted.what {
        Count::Deliveries => own.len() as u64,
        Count::Batches => batches().filter(|batch| !batch.to_deliver.is_empty()).count() as u64,
        Count::Messages => batches().map(|batch| batch.to_deliver.len()).sum(),
        Count::Exclusions => batches().map(|batch| batch.excluded()).sum(),
        Count::BroadLogs => run.figures_of(&scope(), at).broad_logs,
        Count::TrackingLogs => run.figures_of(&scope(), at).tracking_logs,
        Count::Delivered => run.figures_of(&scope(), at).success,
        Count::Opened => run.tally(&scope(), at).people.opened.len(),
        Count::People | Count::MailedTwice => {
            let (mut once, mut twice) =
                (crate::base::people_set::PeopleSet::new(), crate::base::people_set::PeopleSet::new());
            for batch in batches() {
                let people = batch.to_deliver.set();
                twice |= &once.shared(&people);
                once |= &people;
            }
            if counted.what == Count::People { once.len() } else { twice.len() }
        }
        Count::TrackedUrls => {
            let deliveries = &run.record().deliveries;
            own.iter().map(|place| run.tracked_urls_of(&deliveries[*place], at)).sum()
        }
        Count::OneReport => {
            let of = |place: usize| batches().filter(move |batch| batch.delivery == place);
            let shown = own.iter().map(|place| of(*place).map(|batch| batch.to_deliver.len()).sum());
            shown.max().unwrap_or(0)
        }
        Count::Purged => {
            let is_tracked = run.plan().technical.tracking;
            let purged = |batch: &Batch| {
                let (all, left) = (of_batch(batch, at), run.figures_of_batch(batch, at));
                let clicks = if is_tracked { all.tracking_logs - left.tracking_logs } else { 0 };
                all.broad_logs - left.broad_logs + clicks
            };
            batches().map(purged).sum()
        }
        Count::Tasks => {
            run.record().tasks.iter().filter(|task| task.created_at <= at && is_meant(task.step)).count()
                as u64
        }
        Count::Broken => {
            let endings = run
                .record()
                .endings
                .iter()
                .filter(|ending| ending.at <= at && ending.kind != EndingKind::Finished);
            let of = |task: usize| run.record().tasks.get(task).is_some_and(|task| is_meant(task.step));
            endings.filter(|ending| of(ending.task)).count() as u64
        }
        Count::Launches => facts(run, at, is_meant, |what| matches!(what, What::Launched { .. })),
        Count::Late => facts(run, at, is_meant, |what| matches!(what, What::Life(LifeFact::Late { .. }))),
    }
}

/// Whether an activity of the run is one of those that are meant.
fn fits(run: &RunLog, step: StepIdx, which: &Which) -> bool {
    let Some(own) = run.plan().steps.get(step) else { return false };
    which.kind.is_none_or(|kind| own.work.kind() == kind)
        && which.name.as_deref().is_none_or(|name| name == &*own.name)
}

fn facts(
    run: &RunLog,
    at: SimTime,
    is_meant: impl Fn(StepIdx) -> bool,
    is_such: impl Fn(&What) -> bool,
) -> u64 {
    let facts = run.facts_until(at).iter();
    facts.filter(|fact| is_such(&fact.what) && fact.step.is_none_or(&is_meant)).count() as u64
}

/// The one of a list that is meant, from 1, or from the last where it is negative.
pub fn nth<T: Copy>(list: &[T], number: i32) -> Option<T> {
    let from_one = usize::try_from(number.unsigned_abs()).ok()?.checked_sub(1)?;
    if number > 0 { list.get(from_one).copied() } else { list.iter().rev().nth(from_one).copied() }
}

/// The end of a week of the run, from 1.
pub fn end_of_week(scenario: &Scenario, week: u32) -> SimTime {
    scenario.start_time() + SimSpan::from_days(7 * i64::from(week))
}
