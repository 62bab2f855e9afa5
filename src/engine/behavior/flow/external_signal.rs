//! External signal: passes on when a signal comes (`external-signal` page).

use super::waiting;
use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::plan::flow::PlannedExpiration;

/// The signal finishes the task, so that a later one finds it waiting no more (*complete* of PostEvent).
///
/// Assumption: *Execute pending task(s) now* acts as the signal.
pub(super) fn hear(
    world: &mut World,
    turn: Turn,
    expirations: &[PlannedExpiration],
    parcel: Parcel,
    why: Wake,
) -> Option<Outcome> {
    match why {
        Wake::Signal => {
            world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Signalled));
            Some(Outcome::passes(parcel))
        }
        Wake::Now => Some(Outcome::passes(parcel)),
        Wake::Alarm(number) => waiting::expire(world, turn, expirations, parcel, number),
        Wake::Answer(_) => waiting::ignore(world, turn, why),
    }
}
