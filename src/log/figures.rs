//! Counts of messages and reactions at a moment, for a run, a delivery, an activity or all together.

use std::iter::Sum;
use std::ops::Add;

use serde::Serialize;

use super::RunLog;
use crate::base::time::SimTime;
pub use crate::engine::processing::processed_at;
use crate::engine::record::{Batch, Delivery, DeliveryIdx};
use crate::plan::StepIdx;

/// Counts as the product's delivery list and tracking report have them (`metrics-calculation` page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// *Messages to send*: broadLog rows after the analysis.
    pub to_deliver: u64,
    /// *Processed*: messages with success or failure.
    pub processed: u64,
    /// *Success*: messages sent.
    pub success: u64,
    /// Messages that could not be delivered.
    pub failed: u64,
    /// Messages that are neither sent nor failed nor cancelled: pending, or being tried again.
    pub pending: u64,
    /// Messages that were cancelled: by hand, or after the validity.
    pub cancelled: u64,
    /// Recipients the analysis left out; they have a row in the exclusion log and none in the broadLog.
    pub ignored: u64,
    /// Distinct messages with a tracking row, so that a click counts as an open.
    pub opens: u64,
    /// Distinct messages with a tracking row of type 1.
    pub clicks: u64,
    /// Tracking rows of type 3.
    pub unsubscriptions: u64,
    /// Rows of the broadLog.
    pub broad_logs: u64,
    /// Rows of the tracking log.
    pub tracking_logs: u64,
}

/// The figures of one run at a moment.
///
/// Success and failure are counted from the first full hour after the send on, reactions at each full hour: the
/// delivery indicators and the tracking are refreshed hourly (`technical-workflows` page). A message that is
/// only taken into account is no success yet (`send` page). This is what the figures are while every technical
/// workflow runs and nothing is purged; see [`RunLog::figures_of_batch`].
pub fn of_batch(batch: &Batch, moment: SimTime) -> Figures {
    if moment < batch.at {
        return Figures::default();
    }
    let messages = batch.to_deliver.len();
    let reacted = batch.curve.at(moment);
    let (success, failed) = (u64::from(reacted.sent), u64::from(reacted.failed));
    let cancelled = if batch.is_cancelled(moment) { messages } else { 0 };
    Figures {
        to_deliver: messages,
        processed: success + failed,
        success,
        failed,
        pending: messages - success - failed - cancelled,
        cancelled,
        ignored: batch.excluded(),
        opens: reacted.opens.into(),
        clicks: reacted.clicks.into(),
        unsubscriptions: reacted.unsubscriptions.into(),
        broad_logs: messages,
        tracking_logs: reacted.rows.into(),
    }
}

impl RunLog {
    /// The figures of a delivery at a moment; zeros for one that does not exist.
    pub fn figures_of_delivery(&self, delivery: DeliveryIdx, moment: SimTime) -> Figures {
        let row = self.record().deliveries.get(delivery);
        row.into_iter()
            .flat_map(|row| self.batches_of(row))
            .map(|batch| self.figures_of_batch(batch, moment))
            .sum()
    }

    /// The cumulated figures of all deliveries of an activity at a moment.
    pub fn figures_of_step(&self, step: StepIdx, moment: SimTime) -> Figures {
        self.record()
            .batches
            .iter()
            .filter(|batch| batch.step == step)
            .map(|batch| self.figures_of_batch(batch, moment))
            .sum()
    }

    /// The cumulated figures of everything at a moment.
    pub fn totals(&self, moment: SimTime) -> Figures {
        self.record().batches.iter().map(|batch| self.figures_of_batch(batch, moment)).sum()
    }

    /// How many tracked URLs the deliveries of an activity have together: each delivery has its own set, from
    /// its analysis on.
    pub fn tracked_urls_of_step(&self, step: StepIdx, moment: SimTime) -> u64 {
        let own = self.record().deliveries.iter().filter(|row| row.step == step);
        own.map(|row| self.tracked_urls_of(row, moment)).sum()
    }

    /// How many tracked URLs a delivery has: none before its analysis.
    pub fn tracked_urls_of(&self, delivery: &Delivery, moment: SimTime) -> u64 {
        let is_analysed = self.batches_of(delivery).next().is_some_and(|batch| batch.at <= moment);
        if is_analysed { delivery.creative.tracked_urls().into() } else { 0 }
    }
}

impl Add for Figures {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            to_deliver: self.to_deliver + other.to_deliver,
            processed: self.processed + other.processed,
            success: self.success + other.success,
            failed: self.failed + other.failed,
            pending: self.pending + other.pending,
            cancelled: self.cancelled + other.cancelled,
            ignored: self.ignored + other.ignored,
            opens: self.opens + other.opens,
            clicks: self.clicks + other.clicks,
            unsubscriptions: self.unsubscriptions + other.unsubscriptions,
            broad_logs: self.broad_logs + other.broad_logs,
            tracking_logs: self.tracking_logs + other.tracking_logs,
        }
    }
}

impl Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
