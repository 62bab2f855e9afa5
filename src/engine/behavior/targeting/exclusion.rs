//! Exclusion: takes populations out of the main one (`exclusion` page).

use crate::base::people_set::PeopleSet;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Arrivals, Outcome, Turn};
use crate::engine::world::World;
use crate::plan::LinkIdx;
use crate::scenario::activity::ports::Port;

use super::records::populations;

/// The main set without the others; the complement is the main set minus the result.
pub(super) fn exclude(world: &mut World, turn: Turn, main: Option<LinkIdx>, arrivals: &Arrivals) -> Outcome {
    let (dimension, populations) = populations(arrivals);
    let main_at = populations.iter().position(|(via, _)| main.is_some() && *via == main).unwrap_or(0);
    let mut left = populations.get(main_at).map(|(_, main)| PeopleSet::clone(main)).unwrap_or_default();
    let mut excluded = left.clone();
    let mut inbound = vec![left.len()];
    for (_, other) in populations.iter().enumerate().filter(|(at, _)| *at != main_at).map(|(_, other)| other)
    {
        left -= &**other;
        inbound.push(other.len());
    }
    world.judged_records(turn, Rule::Combination, dimension, (&excluded, &left));
    excluded -= &left;
    let fact = TargetingFact::Combined { inbound, count: left.len(), rest: excluded.len() };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    let parcel = arrivals.by(main);
    Outcome::Done(vec![
        (Port::Main, parcel.with_records(dimension, left)),
        (Port::Complement, parcel.with_records(dimension, excluded)),
    ])
}
