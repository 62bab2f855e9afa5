//! Query: selects everyone who matches and remembers nobody (`query` page).

use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::What;
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::targeting::QueryStep;

/// Selects among the inbound people, or among all recipients where none are carried in.
pub(super) fn select(world: &mut World, turn: Turn, settings: &QueryStep, inbound: &Parcel) -> Outcome {
    let mut matches = world.people.select(&settings.selector, turn.at);
    world.judged(turn, Rule::Condition(0), inbound.people.as_deref(), &matches);
    if let Some(people) = &inbound.people {
        world.judged(turn, Rule::Inbound, Some(&matches), people);
        matches &= &**people;
    }
    world.note(turn.at, Some(turn.step), What::Selected { count: matches.len() });
    Outcome::passes(inbound.with_people(matches))
}
