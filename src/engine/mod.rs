//! Runs a plan from start to end and records what happened. Never draws, never waits, reads no clock.

mod behavior;
mod commands;
pub mod curve;
mod delivery;
mod downtime;
mod draw;
mod drawing;
mod enriched;
mod errors;
pub mod fate;
mod life;
mod parcel;
pub mod probe;
pub mod processing;
mod queue;
pub mod record;
pub mod retention;
mod signals;
mod standing;
mod supervision;
mod task;
mod variables;
mod world;

use std::rc::Rc;

use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::plan::Plan;
use probe::{Probe, Verdict};
use record::{FlowFact, Record, Task, What};
use world::World;

/// The most events of one run; a scenario that makes more is cut short, and its last fact says so.
pub const MAX_EVENTS: usize = 2_000_000;
/// The most tasks of one simulated second; a circle that makes more is stopped, and the last fact says so.
pub const MAX_TASKS_AT_ONCE: usize = 10_000;

/// A run that goes on slice by slice.
///
/// The outcome depends on the plan alone, not on how it is sliced: same scenario, same recipients, same seed,
/// same record.
pub struct Run {
    world: World,
    events: usize,
    is_over: bool,
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Whether it is over.
    pub is_over: bool,
    /// The simulated moment it has come to.
    pub moment: SimTime,
    /// How many messages were drawn so far.
    pub messages: u64,
}

impl Run {
    /// A run at its beginning.
    pub fn new(plan: Rc<Plan>) -> Self {
        let mut world = World::new(plan);
        world.start();
        Self { world, events: 0, is_over: false }
    }

    /// The same run, in which one recipient is watched; nothing comes out otherwise.
    pub fn watching(plan: Rc<Plan>, recipient: RecipientIdx) -> Self {
        let mut run = Self::new(plan);
        run.world.probe = Some(Probe { recipient, verdicts: Vec::new() });
        run
    }

    /// Goes on for about as long as it takes to draw `budget` messages; an event counts as some of them.
    pub fn advance(&mut self, budget: u64) -> Progress {
        /// An event without messages costs about as much as this many messages.
        const EVENT: u64 = 64;
        let mut left = budget.max(1);
        while left > 0 && !self.is_over {
            if self.world.drawing.is_some() {
                left = left.saturating_sub(self.world.draw(left).max(1));
            } else {
                self.is_over = !self.step();
                left = left.saturating_sub(EVENT);
            }
        }
        self.progress()
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let record = &self.world.record;
        Progress {
            is_over: self.is_over,
            moment: record.facts.last().map_or(self.world.plan.start, |fact| fact.at),
            messages: self.world.next_broad_log - 1,
        }
    }

    /// What happened so far; everything where the run is over.
    pub fn into_record(self) -> Record {
        self.world.into_record()
    }

    /// What happened so far, and what every rule did to the recipient that was watched.
    pub fn into_record_and_verdicts(mut self) -> (Record, Vec<Verdict>) {
        let verdicts = self.world.take_verdicts();
        (self.world.into_record(), verdicts)
    }

    fn step(&mut self) -> bool {
        if let Some(Task { step, created_at }) = self.world.crowded() {
            let what = What::Flow(FlowFact::TooManyTasks { limit: MAX_TASKS_AT_ONCE });
            self.world.note(created_at, Some(step), what);
            return false;
        }
        if self.events == MAX_EVENTS || self.world.queue.len() > MAX_EVENTS {
            let at = self.progress().moment;
            self.world.note(at, None, What::LimitReached { limit: MAX_EVENTS });
            return false;
        }
        self.events += 1;
        let goes_on = self.world.handle_next();
        if !goes_on {
            let end = self.world.plan.end;
            self.world.note(end, None, What::WeeksOver);
        }
        goes_on
    }
}

/// Runs the plan to its end.
pub fn run(plan: &Rc<Plan>) -> Record {
    let mut run = Run::new(plan.clone());
    while !run.advance(u64::MAX).is_over {}
    run.into_record()
}
