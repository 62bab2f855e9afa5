//! How deliveries and logs pile up over the simulated time, and which run wrote how much into which delivery.

use super::RunLog;
use super::figures::Figures;
use crate::base::time::{SimSpan, SimTime};
use crate::engine::record::{Delivery, DeliveryIdx};
use crate::plan::StepIdx;

/// Growth is looked at no more often than this; longer runs are looked at every so many weeks.
const MOST_SAMPLES: i64 = 106;
/// Runs of a longer year than this are taken together by days, weeks or four weeks.
pub const MOST_COLUMNS: usize = 370;
const TOGETHER: [i64; 4] = [1, 7, 28, 364];

/// What the delivery activities have come to at a number of moments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Growth {
    /// The delivery activities, in the order of the drawing.
    pub steps: Vec<StepIdx>,
    /// The moments, in order.
    pub samples: Vec<Sampled>,
}

/// What the delivery activities have come to at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// The moment.
    pub at: SimTime,
    /// Deliveries made, and the figures of all of them, by activity.
    pub of_step: Vec<(u64, Figures)>,
}

/// Which run wrote how many rows into which delivery.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunGrid {
    /// The runs in order, each the first of those that are taken together.
    pub columns: Vec<SimTime>,
    /// How many days are taken together in a column; 0 where each run has its own.
    pub days: i64,
    /// What was written, in order of column.
    pub cells: Vec<Cell>,
}

/// What the runs of one column wrote into one delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The place of the column.
    pub column: usize,
    /// The activity.
    pub step: StepIdx,
    /// The delivery.
    pub delivery: DeliveryIdx,
    /// Rows of the broadLog that were written, purged or not.
    pub rows: u64,
    /// How many runs of the activity wrote them.
    pub runs: u64,
}

impl Growth {
    /// The growth over all the simulated time. Costs as much as reading every figure at each sample.
    pub fn of(run: &RunLog) -> Self {
        let steps = delivery_steps(run);
        let (start, weeks) = (run.plan().start, i64::from(run.plan().weeks));
        let days = if weeks <= 15 { 1 } else { 7 * (weeks + MOST_SAMPLES - 1).div_euclid(MOST_SAMPLES) };
        let count = (weeks * 7).div_euclid(days.max(1));
        let moments =
            (0..=count).map(|at| start + SimSpan::from_days(at * days)).filter(|at| *at <= run.end());
        let mut growth = Self { samples: Vec::new(), steps };
        growth.samples = moments.map(|at| growth.sampled(run, at)).collect();
        growth
    }

    /// The samples until a moment, and the moment itself as the last.
    pub fn until(&self, run: &RunLog, moment: SimTime) -> Vec<Sampled> {
        let until = self.samples.partition_point(|sample| sample.at < moment);
        let mut samples = self.samples[..until].to_vec();
        samples.push(self.sampled(run, moment));
        samples
    }

    fn sampled(&self, run: &RunLog, at: SimTime) -> Sampled {
        let mut of_step = vec![(0, Figures::default()); self.steps.len()];
        let place = |step: StepIdx| self.steps.iter().position(|one| *one == step);
        for delivery in &run.record().deliveries[..run.deliveries_until(at)] {
            if let Some(place) = place(delivery.step) {
                of_step[place].0 += 1;
            }
        }
        for batch in &run.record().batches[..run.batches_until(at)] {
            if let Some(place) = place(batch.step) {
                of_step[place].1 = of_step[place].1 + run.figures_of_batch(batch, at);
            }
        }
        Sampled { at, of_step }
    }
}

impl RunGrid {
    /// The grid at a moment.
    pub fn of(run: &RunLog, moment: SimTime) -> Self {
        let batches = &run.record().batches[..run.batches_until(moment)];
        let mut times: Vec<SimTime> = batches.iter().map(|batch| batch.at).collect();
        times.dedup();
        let start = run.plan().start;
        let begin = |at: SimTime, days: i64| {
            let passed = (at.day_number() - start.day_number()).div_euclid(days) * days;
            SimTime::from_date(start.date()) + SimSpan::from_days(passed)
        };
        let mut days = 0;
        let mut columns = times.clone();
        for together in TOGETHER {
            if columns.len() <= MOST_COLUMNS {
                break;
            }
            days = together;
            columns = times.iter().map(|at| begin(*at, together)).collect();
            columns.dedup();
        }
        let mut cells: Vec<Cell> = Vec::new();
        for batch in batches {
            let at = if days == 0 { batch.at } else { begin(batch.at, days) };
            let column = columns.partition_point(|column| *column < at);
            let rows = batch.to_deliver.len();
            let same = |cell: &&mut Cell| cell.column == column && cell.delivery == batch.delivery;
            match cells.iter_mut().rev().take_while(|cell| cell.column == column).find(same) {
                Some(cell) => (cell.rows, cell.runs) = (cell.rows + rows, cell.runs + 1),
                None => {
                    cells.push(Cell { column, step: batch.step, delivery: batch.delivery, rows, runs: 1 })
                }
            }
        }
        Self { columns, days, cells }
    }
}

/// The delivery activities of a run, in the order of the drawing.
pub fn delivery_steps(run: &RunLog) -> Vec<StepIdx> {
    let steps = run.plan().steps.iter().enumerate();
    steps.filter(|(_, step)| step.work.kind().is_delivery()).map(|(step, _)| step).collect()
}

/// The rows that a delivery's runs wrote until a moment, purged or not.
pub fn rows_written(run: &RunLog, delivery: &Delivery, moment: SimTime) -> u64 {
    let runs = run.batches_of(delivery).filter(|batch| batch.at <= moment);
    runs.map(|batch| batch.to_deliver.len()).sum()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn run_of(weeks: u32) -> RunLog {
        let mut scenario = Sample::SideBySide.scenario();
        scenario.weeks = weeks;
        RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan))
    }

    #[test]
    fn growth_ends_with_the_figures_of_the_moment() {
        let run = run_of(52);
        let growth = Growth::of(&run);
        assert_eq!((growth.steps.len(), growth.samples.len()), (2, 53));
        let middle = SimTime::parse("2026-06-08 12:00").unwrap();
        for moment in [run.plan().start, middle, run.end()] {
            let samples = growth.until(&run, moment);
            let last = samples.last().unwrap();
            assert_eq!(last.at, moment);
            for (step, (made, figures)) in growth.steps.iter().zip(&last.of_step) {
                assert_eq!(*figures, run.figures_of_step(*step, moment));
                let own = |row: &&Delivery| row.step == *step && row.created_at <= moment;
                assert_eq!(*made, run.record().deliveries.iter().filter(own).count() as u64);
            }
            assert!(samples.windows(2).all(|pair| pair[0].at < pair[1].at));
        }
        assert_eq!(Growth::of(&run_of(2)).samples.len(), 15);
    }

    #[test]
    fn the_grid_holds_every_row_once_whatever_is_taken_together() {
        for weeks in [4, 52, 520] {
            let run = run_of(weeks);
            for moment in [run.plan().start, run.end()] {
                let grid = RunGrid::of(&run, moment);
                let written: u64 = grid.cells.iter().map(|cell| cell.rows).sum();
                assert_eq!(written, run.totals(moment).to_deliver);
                assert!(grid.columns.len() <= MOST_COLUMNS);
                assert!(grid.columns.windows(2).all(|pair| pair[0] < pair[1]));
                assert!(grid.cells.iter().all(|cell| cell.column < grid.columns.len()));
                let runs: u64 = grid.cells.iter().map(|cell| cell.runs).sum();
                assert_eq!(runs, run.batches_until(moment) as u64);
            }
        }
    }
}
