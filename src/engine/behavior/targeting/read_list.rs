//! Read list: takes up the members that a list has now (`read-list` page).

use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::targeting::NamedIdx;
use crate::scenario::activity::targeting::Dimension;

/// The list takes the place of whatever population came in, and its members are recipients.
pub(super) fn read(world: &mut World, turn: Turn, list: NamedIdx, inbound: &Parcel) -> Outcome {
    let members = world.lists.get(list).cloned().unwrap_or_default();
    world.judged(turn, Rule::Inbound, None, &members);
    let count = members.len();
    world.note(turn.at, Some(turn.step), What::Targeting(TargetingFact::ListRead { list, count }));
    Outcome::passes(Parcel { enriched: None, ..inbound.with_records(Dimension::Recipients, members) })
}
