//! Activities of the Targeting tab besides the queries.

use crate::engine::task::{Arrivals, Outcome, Turn};
use crate::engine::world::World;
use crate::plan::targeting::Targeting;

/// One task.
pub(super) fn execute(_world: &mut World, _turn: Turn, _work: &Targeting, arrivals: &Arrivals) -> Outcome {
    Outcome::passes(arrivals.first())
}
