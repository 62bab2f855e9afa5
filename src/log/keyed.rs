//! Where log rows point to: the newest rows of the broadLog and the tracking log, a row a run, with the rows of
//! `nms:delivery` that their foreign keys name.

use super::RunLog;
use super::rows::{BroadLogRow, TrackingRow};
use crate::base::time::SimTime;
use crate::engine::record::{Batch, DeliveryIdx};
use crate::plan::StepIdx;

/// How the delivery of a row is to that of the row below it, which an earlier run wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// There is no row below.
    Nothing,
    /// It is the same delivery.
    Same,
    /// It is another delivery.
    Other,
}

/// A log row and how its delivery is to that of the row below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyed<T> {
    /// The row.
    pub row: T,
    /// How its delivery is to that of the row below.
    pub below: Below,
}

/// Rows of three tables at a moment, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyedRows {
    /// Rows of `nms:delivery`: those that the log rows point to, or the newest where there are no log rows.
    pub deliveries: Vec<DeliveryIdx>,
    /// How many deliveries of the activity there are besides.
    pub more: usize,
    /// The newest row of each of the last runs in `NmsBroadLogRcp`.
    pub broad_log: Vec<Keyed<BroadLogRow>>,
    /// A row of each of the last runs in `NmsTrackingLogRcp`.
    pub tracking: Vec<Keyed<TrackingRow>>,
}

impl KeyedRows {
    /// How many different deliveries the broadLog rows point to.
    pub fn named(&self) -> usize {
        let mut named: Vec<_> = self.broad_log.iter().map(|keyed| keyed.row.delivery).collect();
        named.dedup();
        named.len()
    }
}

/// The rows of an activity, at most `most` in each table. `last` is the delivery whose last run shall be the newest
/// that is looked at; none means the newest of all. A run whose rows are purged has none.
pub fn keyed_rows(
    run: &RunLog,
    step: StepIdx,
    shown: SimTime,
    last: Option<DeliveryIdx>,
    most: usize,
) -> KeyedRows {
    let until = &run.record().batches[..run.batches_until(shown)];
    let own = until.iter().rev().filter(|batch| batch.step == step);
    let runs: Vec<&Batch> = match last.filter(|last| until.iter().any(|batch| batch.delivery == *last)) {
        Some(last) => own.skip_while(|batch| batch.delivery != last).collect(),
        None => own.collect(),
    };
    let broad_log = runs.iter().filter(|batch| run.broad_logs_kept(batch, shown) > 0);
    let broad_log = broad_log.filter_map(|batch| Some(run.kept_messages(batch, shown).next()?.row));
    let broad_log = keyed(broad_log.take(most).collect(), |row| row.delivery);
    let tracking = runs.iter().filter(|batch| run.figures_of_batch(batch, shown).tracking_logs > 0);
    let tracking = tracking.filter_map(|batch| run.collected(batch, shown).next());
    let tracking = keyed(tracking.take(most).collect(), |row| row.delivery);
    let made =
        || (0..run.deliveries_until(shown)).rev().filter(|at| run.record().deliveries[*at].step == step);
    let mut deliveries: Vec<DeliveryIdx> = broad_log.iter().map(|keyed| keyed.row.delivery).collect();
    deliveries.extend(tracking.iter().map(|keyed| keyed.row.delivery));
    if deliveries.is_empty() && last.is_none() {
        deliveries.extend(made().take(most));
    }
    deliveries.sort_unstable_by(|one, other| other.cmp(one));
    deliveries.dedup();
    let more = made().count().saturating_sub(deliveries.len());
    KeyedRows { deliveries, more, broad_log, tracking }
}

fn keyed<T>(rows: Vec<T>, delivery: impl Fn(&T) -> DeliveryIdx) -> Vec<Keyed<T>> {
    let all: Vec<DeliveryIdx> = rows.iter().map(delivery).collect();
    let below = |at: usize| match all.get(at + 1) {
        None => Below::Nothing,
        Some(other) if *other == all[at] => Below::Same,
        Some(_) => Below::Other,
    };
    rows.into_iter().enumerate().map(|(at, row)| Keyed { row, below: below(at) }).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::log::series::Series;
    use crate::plan::lower::lower;
    use crate::scenario::properties::Retention;
    use crate::scenario::samples::Sample;

    fn moment(text: &str) -> SimTime {
        SimTime::parse(text).unwrap()
    }

    fn run(cleanup: Retention) -> RunLog {
        let mut scenario = Sample::SideBySide.scenario();
        scenario.technical.cleanup = cleanup;
        RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan))
    }

    fn below<T>(rows: &[Keyed<T>]) -> Vec<Below> {
        rows.iter().map(|keyed| keyed.below).collect()
    }

    #[test]
    fn each_run_of_a_recurring_delivery_names_another_one_and_a_continuous_one_the_same() {
        let run = run(Retention::KeepAll);
        let shown = moment("2026-06-08 12:00");
        let sides = Series::all(&run, shown);
        let [recurring, continuous] =
            [&sides[0], &sides[1]].map(|side| keyed_rows(&run, side.step, shown, None, 3));
        assert_eq!(below(&recurring.broad_log), [Below::Other, Below::Other, Below::Nothing]);
        assert_eq!((recurring.named(), recurring.deliveries.len() + recurring.more), (3, 23));
        assert_eq!(below(&continuous.broad_log), [Below::Same, Below::Same, Below::Nothing]);
        assert_eq!((continuous.named(), continuous.deliveries.len(), continuous.more), (1, 1, 0));
        for rows in [&recurring, &continuous] {
            for keyed in &rows.broad_log {
                let delivery = keyed.row.delivery;
                assert!(rows.deliveries.contains(&delivery), "the delivery of each row is there");
                let all = run.broad_log(delivery, shown, 0..u64::MAX);
                assert!(all.contains(&keyed.row), "each row is one of the record");
            }
            for keyed in &rows.tracking {
                assert!(rows.deliveries.contains(&keyed.row.delivery));
                assert!(run.tracking_log(keyed.row.delivery, shown).contains(&keyed.row));
            }
            assert_eq!(rows.tracking.len(), 3);
        }
    }

    #[test]
    fn an_earlier_delivery_can_be_looked_at() {
        let run = run(Retention::KeepAll);
        let shown = run.end();
        let side = &Series::all(&run, shown)[0];
        let tenth = side.deliveries[9];
        let rows = keyed_rows(&run, side.step, shown, Some(tenth), 3);
        let ids: Vec<_> = rows.broad_log.iter().map(|keyed| keyed.row.delivery).collect();
        assert_eq!(ids, [side.deliveries[9], side.deliveries[8], side.deliveries[7]]);
        let early = keyed_rows(&run, side.step, run.plan().start, Some(tenth), 3);
        assert_eq!(early, KeyedRows::default());
    }

    #[test]
    fn purged_rows_are_not_shown() {
        let run = run(Retention::V7);
        let side = &Series::all(&run, run.end())[1];
        let rows = keyed_rows(&run, side.step, run.end(), None, 60);
        assert!(rows.broad_log.len() < 40 && rows.broad_log.len() > 3, "{}", rows.broad_log.len());
    }
}
