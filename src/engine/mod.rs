//! Runs a plan from start to end and records what happened. Never draws, never waits, reads no clock.

mod behavior;
pub mod curve;
pub mod draw;
pub mod fate;
mod queue;
pub mod record;
mod world;

use crate::plan::Plan;
use record::Record;
use world::World;

/// The most events of one run; a scenario that makes more is cut short, and its last fact says so.
pub const MAX_EVENTS: usize = 2_000_000;

/// Runs the plan to its end.
///
/// The outcome depends on the plan alone: same scenario, same recipients, same seed, same record.
pub fn run(plan: &Plan) -> Record {
    let mut world = World::new(plan);
    world.start();
    world.run_to_end(MAX_EVENTS);
    world.into_record()
}
