//! Activities of the Flow control tab besides Start, End and Scheduler.

use crate::base::time::SimTime;
use crate::engine::task::{Alarm, Arrivals, Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::plan::flow::Flow;

/// One task.
pub(super) fn execute(_world: &mut World, turn: Turn, work: &Flow, arrivals: &Arrivals) -> Outcome {
    match work {
        Flow::Wait(duration) => Outcome::Waits(vec![Alarm { at: duration.after(turn.at), number: 0 }]),
        _ => Outcome::passes(arrivals.first()),
    }
}

/// A task that waits is woken; none where it goes on waiting.
pub(super) fn wake(
    _world: &mut World,
    _turn: Turn,
    work: &Flow,
    arrivals: &Arrivals,
    _since: SimTime,
    why: Wake,
) -> Option<Outcome> {
    match (work, why) {
        (Flow::Wait(_), Wake::Alarm(_) | Wake::Now) => Some(Outcome::passes(arrivals.first())),
        _ => None,
    }
}
