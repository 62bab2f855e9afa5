//! Activities of the Flow control tab besides Start, End and Scheduler.

use crate::base::time::SimTime;
use crate::engine::task::{Arrivals, Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::plan::flow::Flow;

/// One task.
pub(super) fn execute(_world: &mut World, _turn: Turn, _work: &Flow, arrivals: &Arrivals) -> Outcome {
    Outcome::passes(arrivals.first())
}

/// A task that waits is woken; none where it goes on waiting.
pub(super) fn wake(
    _world: &mut World,
    _turn: Turn,
    _work: &Flow,
    _arrivals: &Arrivals,
    _since: SimTime,
    _why: Wake,
) -> Option<Outcome> {
    None
}
