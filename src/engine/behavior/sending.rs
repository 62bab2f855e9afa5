//! Activities that make or steer deliveries, besides the recurring and the continuous one.

use crate::engine::parcel::Parcel;
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::sending::Sending;

/// One task.
pub(super) fn execute(_world: &mut World, _turn: Turn, _work: &Sending, parcel: &Parcel) -> Outcome {
    Outcome::passes(parcel.clone())
}
