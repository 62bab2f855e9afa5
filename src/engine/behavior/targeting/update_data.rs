//! Update data: writes a value into an attribute of everyone (`update-data` page).

use crate::base::people_set::PeopleSet;
use crate::engine::parcel::Parcel;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::people::NewValue;
use crate::scenario::activity::ports::Port;

use super::records::recipients_of;

/// Updates records that have another value; those who are not in the database are rejected.
///
/// Assumption: nobody leaves the lab's database, so rejects are rare; the page names doubles as an example.
pub(super) fn write(world: &mut World, turn: Turn, value: &NewValue, inbound: &Parcel) -> Outcome {
    let people = recipients_of(inbound.dimension, &inbound.population());
    let mut rejected = PeopleSet::clone(&people);
    rejected -= world.people.present();
    let mut found = PeopleSet::clone(&people);
    found -= &rejected;
    let changed = world.people.write(&found, value);
    let fact = TargetingFact::Updated {
        attribute: value.attribute(),
        inbound: people.len(),
        changed,
        rejected: rejected.len(),
    };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    Outcome::Done(vec![
        (Port::Main, inbound.with_people(found)),
        (Port::Rejects, inbound.with_people(rejected)),
    ])
}
