//! The record of one run and everything read off it: figures, rows, the trace, the report.

pub mod breakdown;
pub mod breakpoints;
pub mod chain;
pub mod difference;
pub mod explain;
pub mod export;
pub mod fan;
pub mod figures;
pub mod find;
mod findings;
pub mod growth;
pub mod hours;
pub mod indicators;
pub mod journal;
pub mod keyed;
pub mod list;
pub mod messages;
pub mod provenance;
pub mod query;
pub mod report;
pub mod retention;
pub mod rows;
mod scan;
pub mod scoped;
mod sealing;
pub mod search;
mod seen;
pub mod series;
pub mod steps;
pub mod table;
pub mod tasks;
pub mod technical;
pub mod trace;
pub mod traffic;
pub mod trail;
pub mod weeks;
pub mod workflow;

use std::rc::Rc;

pub use self::sealing::Sealing;
use crate::base::time::SimTime;
use crate::engine;
use crate::engine::record::{Batch, BatchIdx, Delivery, DeliveryIdx, Record};
use crate::plan::Plan;
use workflow::WorkflowStanding;

/// A finished run with the plan it ran.
#[derive(Debug)]
pub struct RunLog {
    plan: Rc<Plan>,
    record: Record,
    fingerprint: Fingerprint,
    standings: Vec<(SimTime, WorkflowStanding)>,
}

/// Sixty-four bits that differ when the outcome of a run differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(u64);

impl RunLog {
    /// Runs the plan to its end.
    pub fn of(plan: Rc<Plan>) -> Self {
        let record = engine::run(&plan);
        Self::new(plan, record)
    }

    /// The log of a run that is over.
    pub fn new(plan: Rc<Plan>, record: Record) -> Self {
        let mut sealing = Sealing::new(plan, record);
        while !sealing.advance(u64::MAX) {}
        sealing.finish()
    }

    /// The plan that was run.
    pub fn plan(&self) -> &Rc<Plan> {
        &self.plan
    }

    /// What happened.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// What tells this outcome from any other.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The moment the run ended. Its outcome is what the figures are then; reactions to the last messages would
    /// still come in after it.
    pub fn end(&self) -> SimTime {
        self.plan.end
    }

    /// A delivery's number as people see it: 1 for the first.
    pub fn delivery_number(delivery: DeliveryIdx) -> u64 {
        delivery as u64 + 1
    }

    /// A delivery's internal name. Assumption: the product makes them too, in a form of its own.
    pub fn internal_name(delivery: DeliveryIdx) -> String {
        format!("D-{}", Self::delivery_number(delivery))
    }

    /// The runs that wrote into a delivery, in order.
    pub fn batches_of<'l>(&'l self, delivery: &'l Delivery) -> impl DoubleEndedIterator<Item = &'l Batch> {
        delivery.batches.iter().filter_map(|&batch| self.record.batches.get(batch))
    }

    /// How many runs lie before `moment` or at it.
    pub fn batches_until(&self, moment: SimTime) -> BatchIdx {
        self.record.batches.partition_point(|batch| batch.at <= moment)
    }

    /// How many deliveries were made before `moment` or at it.
    pub fn deliveries_until(&self, moment: SimTime) -> DeliveryIdx {
        self.record.deliveries.partition_point(|delivery| delivery.created_at <= moment)
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
