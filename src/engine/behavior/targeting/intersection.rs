//! Intersection: keeps what all populations share (`intersection` page).

use crate::base::people_set::PeopleSet;
use crate::engine::enriched::Enriched;
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Arrivals, Outcome, Turn};
use crate::engine::world::World;
use crate::scenario::activity::ports::Port;

use super::records::populations;

/// Who is in every population; the complement is who is in some and not in all.
pub(super) fn intersect(world: &mut World, turn: Turn, arrivals: &Arrivals) -> Outcome {
    let (dimension, populations) = populations(arrivals);
    let mut all = PeopleSet::new();
    let mut shared = populations.first().map(|(_, first)| PeopleSet::clone(first)).unwrap_or_default();
    for (_, population) in &populations {
        all |= &**population;
        shared &= &**population;
    }
    world.judged_records(turn, Rule::Combination, dimension, (&all, &shared));
    let inbound = populations.iter().map(|(_, population)| population.len()).collect();
    all -= &shared;
    let fact = TargetingFact::Combined { inbound, count: shared.len(), rest: all.len() };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    let enriched = Enriched::merged(arrivals.iter().filter_map(|(_, parcel)| parcel.enriched.as_deref()));
    let with =
        |people| Parcel { enriched: enriched.clone(), ..arrivals.first().with_records(dimension, people) };
    Outcome::Done(vec![(Port::Main, with(shared)), (Port::Complement, with(all))])
}
