//! Union: merges the populations of all transitions (`union` page).

use crate::base::people_set::PeopleSet;
use crate::engine::enriched::Enriched;
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Arrivals, Outcome, Turn};
use crate::engine::world::World;

use super::records::populations;

/// Everyone of any population, each once: the reconciliation *Keys only*.
///
/// Assumption: of a record that came by several transitions, the first in the drawing gives the added columns.
pub(super) fn merge(world: &mut World, turn: Turn, arrivals: &Arrivals) -> Outcome {
    let (dimension, populations) = populations(arrivals);
    let mut all = PeopleSet::new();
    for (_, population) in &populations {
        all |= &**population;
    }
    world.judged_records(turn, Rule::Combination, dimension, (&all, &all));
    let inbound: Vec<u64> = populations.iter().map(|(_, population)| population.len()).collect();
    let rest = inbound.iter().sum::<u64>() - all.len();
    let fact = TargetingFact::Combined { inbound, count: all.len(), rest };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    let enriched = Enriched::merged(arrivals.iter().filter_map(|(_, parcel)| parcel.enriched.as_deref()));
    let first = arrivals.first();
    let enriched = enriched.or(first.enriched.clone());
    Outcome::passes(Parcel { enriched, ..first.with_records(dimension, all) })
}
