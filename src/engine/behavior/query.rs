//! Query: selects everyone who matches and remembers nobody (`query` page).

use super::targeting::recipients_of;
use crate::base::people_set::PeopleSet;
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::people::Contracts;
use crate::plan::targeting::QueryStep;
use crate::scenario::activity::targeting::Dimension;

/// Selects among the inbound people, or among all recipients where none are carried in. What is filtered is
/// always the recipient; in the dimension of contracts, those of the recipients who match are selected.
pub(super) fn select(world: &mut World, turn: Turn, settings: &QueryStep, inbound: &Parcel) -> Outcome {
    let people = inbound.people.as_ref().map(|records| recipients_of(inbound.dimension, records));
    let wall = world.wall(turn);
    let mut matches = world.people.select(&settings.selector, wall);
    world.judged(turn, Rule::Condition(0), people.as_deref(), &matches);
    if let Some(people) = &people {
        world.judged(turn, Rule::Inbound, Some(&matches), people);
        matches &= &**people;
    }
    for (place, question) in (0..).zip(&settings.links) {
        let linked = world.linked(turn.at, question);
        let mut left = matches.clone();
        if question.not {
            left -= &linked;
        } else {
            left &= &linked;
        }
        world.judged(turn, Rule::Link(place), Some(&matches), &left);
        matches = left;
    }
    if settings.dimension == Dimension::Recipients {
        world.note(turn.at, Some(turn.step), What::Selected { count: matches.len() });
        return Outcome::passes(inbound.with_records(Dimension::Recipients, matches));
    }
    let contracts = contracts_of(world, &matches, inbound);
    let (count, holders) = (contracts.len(), Contracts::holders(&contracts));
    world.judged(turn, Rule::Combination, Some(&matches), &holders);
    let fact = TargetingFact::ContractsSelected { count, holders: holders.len() };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    Outcome::passes(inbound.with_records(Dimension::Contracts, contracts))
}

/// The contracts of some recipients, among those that came in where contracts came in.
fn contracts_of(world: &World, holders: &PeopleSet, inbound: &Parcel) -> PeopleSet {
    let mut contracts = Contracts::of_seed(world.plan.seed).held_by(holders);
    if let (Dimension::Contracts, Some(records)) = (inbound.dimension, &inbound.people) {
        contracts &= &**records;
    }
    contracts
}
