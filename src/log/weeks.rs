//! What each week of the run brought: launches, deliveries, rows.

use super::RunLog;
use crate::base::time::{DAY_SECS, SimSpan, SimTime};

const WEEK_SECS: i64 = 7 * DAY_SECS;

/// A week of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekCell {
    /// Which, from 0.
    pub week: u32,
    /// When it began.
    pub from: SimTime,
    /// How often a schedule launched, or an activity without one began.
    pub launches: u64,
    /// How many deliveries were made.
    pub deliveries: u64,
    /// How many rows were written into the broadLog, purged or not.
    pub messages: u64,
    /// How many rows the tracking workflow collected, purged or not.
    pub reactions: u64,
}

impl RunLog {
    /// The weeks begun until a moment.
    pub fn week_cells(&self, moment: SimTime) -> Vec<WeekCell> {
        let start = self.plan().start;
        let until = moment.min(self.end());
        let begun = (until - start).secs().max(0).div_euclid(WEEK_SECS) + 1;
        let weeks = u32::try_from(begun).unwrap_or(u32::MAX).min(self.plan().weeks);
        let end_of = |week: u32| start + SimSpan::from_secs(i64::from(week + 1) * WEEK_SECS);
        let mut cells: Vec<WeekCell> = (0..weeks)
            .map(|week| WeekCell {
                week,
                from: start + SimSpan::from_secs(i64::from(week) * WEEK_SECS),
                launches: 0,
                deliveries: 0,
                messages: 0,
                reactions: 0,
            })
            .collect();
        let last = cells.len().saturating_sub(1);
        // What happens at the very end belongs to the last week.
        let place =
            |at: SimTime| usize::try_from((at - start).secs().div_euclid(WEEK_SECS)).unwrap_or(0).min(last);
        if cells.is_empty() {
            return cells;
        }
        for fact in self.record().facts.iter().filter(|fact| fact.what.begins_a_run() && fact.at <= until) {
            cells[place(fact.at)].launches += 1;
        }
        for delivery in self.record().deliveries.iter().filter(|row| row.created_at <= until) {
            cells[place(delivery.created_at)].deliveries += 1;
        }
        let is_tracked = self.plan().technical.tracking;
        for batch in &self.record().batches[..self.batches_until(until)] {
            let first = place(batch.at);
            cells[first].messages += batch.to_deliver.len();
            let mut before = 0;
            for cell in cells[first..].iter_mut().filter(|_| is_tracked) {
                // A row collected at the full hour that ends a week belongs to that week.
                let rows = u64::from(batch.curve.at(end_of(cell.week).min(until)).rows);
                cell.reactions += rows - before;
                before = rows;
            }
        }
        cells
    }
}
