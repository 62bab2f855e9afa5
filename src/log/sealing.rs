//! Makes the log of a record, some facts at a time: its fingerprint reads every one of them.

use std::rc::Rc;

use super::{Fingerprint, RunLog, trace, workflow};
use crate::base::chance::Key;
use crate::engine::record::Record;
use crate::plan::Plan;

/// A log in the making. How it is sliced changes nothing about it.
pub struct Sealing {
    plan: Rc<Plan>,
    record: Record,
    key: Key,
    /// How many facts are read.
    facts: usize,
}

impl Sealing {
    /// Nothing read yet.
    pub fn new(plan: Rc<Plan>, record: Record) -> Self {
        let key = Key::of_seed(plan.seed).with(plan.start.secs().unsigned_abs()).with(plan.weeks.into());
        Self { plan, record, key, facts: 0 }
    }

    /// Reads about as many facts as take the time of `budget` messages; tells whether all are read.
    pub fn advance(&mut self, budget: u64) -> bool {
        /// A line of the trace costs about as much as this many messages.
        const LINE: u64 = 16;
        let most = usize::try_from(budget / LINE).unwrap_or(usize::MAX).max(1);
        let until = self.facts.saturating_add(most).min(self.record.facts.len());
        let mut clock = trace::Clock::default();
        for fact in &self.record.facts[self.facts..until] {
            let time = clock.spell(fact.at);
            self.key = self.key.named(&trace::line_at(time, &self.plan, &self.record, fact));
        }
        self.facts = until;
        until == self.record.facts.len()
    }

    /// The log, once all facts are read.
    pub fn finish(self) -> RunLog {
        let batches = self.record.batches.iter();
        let key = batches.fold(self.key, |key, batch| key.with(batch.digest).with(batch.excluded()));
        let standings = workflow::standings(&self.record);
        RunLog { plan: self.plan, record: self.record, fingerprint: Fingerprint(key.bits()), standings }
    }
}
