//! Sub-workflow: runs another workflow and waits for it (`sub-workflow` page).

use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::scenario::activity::ports::Port;

/// Activates the beginning of the other workflow and waits until it comes back: it is executed synchronously.
pub(super) fn call(world: &mut World, turn: Turn, parcel: Parcel) -> Outcome {
    world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Called));
    world.activate(turn, Port::Call, &parcel);
    Outcome::Waits(Vec::new())
}
