//! Approval: asks operators, and the first answer counts (`approval` page).

use super::waiting;
use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::plan::flow::PlannedExpiration;
use crate::scenario::activity::ports::Port;

/// An answer activates its output and finishes the task.
///
/// Assumption: *Execute pending task(s) now* answers nothing, so the task goes on waiting.
pub(super) fn hear(
    world: &mut World,
    turn: Turn,
    expirations: &[PlannedExpiration],
    parcel: Parcel,
    why: Wake,
) -> Option<Outcome> {
    match why {
        Wake::Answer(port) => Some(answered(world, turn, parcel, port)),
        Wake::Alarm(number) => waiting::expire(world, turn, expirations, parcel, number),
        Wake::Signal | Wake::Now => waiting::ignore(world, turn, why),
    }
}

/// Activates the output of an answer.
pub(super) fn answered(world: &mut World, turn: Turn, parcel: Parcel, port: Port) -> Outcome {
    world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Answered { port }));
    Outcome::Done(vec![(port, parcel)])
}
