//! Alert: sends operators a message and waits for no reply (`alert` page).

use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;

/// The message goes into the journal, and the activation passes on.
pub(super) fn send(world: &mut World, turn: Turn, parcel: Parcel) -> Outcome {
    world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Alerted));
    Outcome::passes(parcel)
}
