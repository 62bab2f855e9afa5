//! What indicators are asked of: one delivery, several, a week of the run, an activity, everything.

use crate::base::time::{DAY_SECS, SimTime};
use crate::engine::record::{Batch, DeliveryIdx};
use crate::log::RunLog;
use crate::plan::StepIdx;

/// Which runs of deliveries are counted.
///
/// A run brings all its reactions with it, however late: an open of last week's message is an open of last week's
/// delivery, since the tracking row points to its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One delivery.
    Delivery(DeliveryIdx),
    /// A selection of deliveries, as in a cumulated report.
    Deliveries(Vec<DeliveryIdx>),
    /// What was sent in this week of the run, from 0.
    Week(u32),
    /// Every delivery of an activity.
    Step(StepIdx),
    /// Every delivery.
    All,
}

impl Scope {
    /// Whether a run belongs to it; `start` is the first moment of the simulation.
    pub fn has(&self, batch: &Batch, start: SimTime) -> bool {
        match self {
            Self::Delivery(delivery) => batch.delivery == *delivery,
            Self::Deliveries(deliveries) => deliveries.contains(&batch.delivery),
            Self::Week(week) => (batch.at - start).secs().div_euclid(7 * DAY_SECS) == i64::from(*week),
            Self::Step(step) => batch.step == *step,
            Self::All => true,
        }
    }

    /// Its runs until a moment, those of one delivery together, in order.
    pub(in crate::log) fn batches<'l>(&self, log: &'l RunLog, moment: SimTime) -> Vec<&'l Batch> {
        let start = log.plan().start;
        let until = &log.record().batches[..log.batches_until(moment)];
        let mut batches: Vec<&Batch> = until.iter().filter(|batch| self.has(batch, start)).collect();
        batches.sort_by_key(|batch| batch.delivery);
        batches
    }
}
