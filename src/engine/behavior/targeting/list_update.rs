//! List update: saves a population to a list (`list-update` page).

use super::records::recipients_of;
use crate::base::people_set::PeopleSet;
use crate::engine::parcel::Parcel;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::targeting::NamedIdx;

/// Puts the population into the list, emptied first where it is to be purged.
pub(super) fn save(world: &mut World, turn: Turn, list: NamedIdx, purge: bool, inbound: &Parcel) -> Outcome {
    let people = recipients_of(inbound.dimension, &inbound.population());
    if let Some(members) = world.lists.get_mut(list) {
        let purged = if purge { members.len() } else { 0 };
        if purge {
            *members = PeopleSet::new();
        }
        let before = members.len();
        *members |= &*people;
        let members = members.len();
        let added = members - before;
        let inbound = people.len();
        let fact = TargetingFact::ListUpdated { list, inbound, purged, added, members };
        world.note(turn.at, Some(turn.step), What::Targeting(fact));
    }
    Outcome::passes(inbound.clone())
}
