//! A finished run and what is read off it.

use std::rc::Rc;

use delivery_lab::engine;
use delivery_lab::engine::record::{Record, What};
use delivery_lab::log::RunLog;
use delivery_lab::plan::Plan;

use crate::moments::moment;
use crate::outcome::Outcome;

/// A finished run.
#[derive(Debug)]
pub struct Year {
    log: RunLog,
}

impl Year {
    /// Runs the plan to its end, as the page does.
    // Never inlined: Callgrind counts between its entry and its exit, and finds it by its name.
    #[inline(never)]
    pub fn run(plan: Rc<Plan>) -> Self {
        Self { log: RunLog::of(plan) }
    }

    /// Runs the plan without the log around it; gives how many launches and activations there were.
    // Never inlined: Callgrind counts between its entry and its exit, and finds it by its name.
    #[inline(never)]
    pub fn events(plan: &Rc<Plan>) -> u64 {
        let record = engine::run(plan);
        count(&record)
    }

    /// What it came to.
    pub fn outcome(&self) -> Outcome {
        let (record, totals) = (self.log.record(), self.log.totals(self.log.end()));
        Outcome {
            deliveries: record.deliveries.len() as u64,
            messages: totals.broad_logs,
            tracking: totals.tracking_logs,
            events: count(record),
            fingerprint: self.log.fingerprint().to_string(),
        }
    }

    /// Reads everything that a page shows at the moment of this number: the delivery list, the traffic of every
    /// transition, the totals. Gives a sum of what was read, so that nothing is left out.
    // Never inlined: Callgrind counts between its entry and its exit, and finds it by its name.
    #[inline(never)]
    pub fn seek(&self, number: u32) -> u64 {
        let at = moment(self.log.plan().start, self.log.end(), number);
        let rows = self.log.delivery_list(at);
        let listed: u64 = rows.iter().map(|row| row.figures.opens + row.figures.processed).sum();
        let crossed: u64 = self.log.traffic(at).iter().map(|link| link.total).sum();
        listed + crossed + self.log.totals(at).clicks
    }
}

fn count(record: &Record) -> u64 {
    let launches = record.facts.iter().filter(|fact| matches!(fact.what, What::Launched { .. })).count();
    (launches + record.passages.len()) as u64
}
