//! Split: divides a population into subsets, each from what those before it left (`split` page).

use crate::base::chance::Key;
use crate::base::people_set::PeopleSet;
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::targeting::SplitPart;
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::targeting::{SubsetLimit, SubsetSelection, SubsetSize};

/// Fills the subsets in order: filter, then added column, then limit. The complement is who is in none.
pub(super) fn divide(world: &mut World, turn: Turn, parts: &[SplitPart], inbound: &Parcel) -> Outcome {
    let dimension = inbound.dimension;
    let population = inbound.population();
    let key = world.next_sample(turn);
    let mut left = PeopleSet::clone(&population);
    let (mut outputs, mut counts) = (Vec::new(), Vec::new());
    for (place, part) in (0..).zip(parts) {
        let mut subset = left.clone();
        if let Some(filter) = &part.filter {
            subset = world.matching(turn, filter, dimension, &left);
            world.judged_records(turn, Rule::Condition(place), dimension, (&left, &subset));
        }
        if let Some(test) = &part.enriched {
            let matching = inbound.enriched.as_ref().map(|enriched| enriched.matching(test, &subset));
            let matching = matching.unwrap_or_default();
            world.judged_records(turn, Rule::Column(place), dimension, (&subset, &matching));
            subset = matching;
        }
        if let Some(limit) = &part.limit {
            let sample = limited(&subset, population.len(), limit, key.with(u64::from(place)));
            world.judged_records(turn, Rule::Limit(place), dimension, (&subset, &sample));
            subset = sample;
        }
        left -= &subset;
        counts.push((Port::Named(place), subset.len()));
        outputs.push((Port::Named(place), inbound.with_people(subset)));
    }
    let fact = TargetingFact::Divided { inbound: population.len(), parts: counts, rest: left.len() };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    outputs.push((Port::Complement, inbound.with_people(left)));
    Outcome::Done(outputs)
}

/// At most so many of a subset; a share is one of the inbound population, rounded down (Assumption).
fn limited(subset: &PeopleSet, inbound: u64, limit: &SubsetLimit, key: Key) -> PeopleSet {
    let size = match limit.size {
        SubsetSize::Records(count) => count.into(),
        SubsetSize::ShareOfTenThousand(share) => inbound.saturating_mul(share.into()) / 10_000,
    };
    if size >= subset.len() {
        return subset.clone();
    }
    // Smaller than the number of 32-bit records.
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    match limit.selection {
        SubsetSelection::First => subset.iter().take(size).collect(),
        SubsetSelection::Random => {
            let draw = |record: u32| (key.with(record.into()).bits(), record);
            let mut drawn: Vec<_> = subset.iter().map(draw).collect();
            drawn.select_nth_unstable(size);
            drawn.truncate(size);
            drawn.sort_unstable_by_key(|(_, record)| *record);
            drawn.into_iter().map(|(_, record)| record).collect()
        }
    }
}

impl World {
    /// The key of this task's draws: seed, activity, and how often the activity drew before.
    pub(super) fn next_sample(&mut self, turn: Turn) -> Key {
        let occurrence = self.memories[turn.step].occurrences;
        self.memories[turn.step].occurrences += 1;
        self.plan.steps[turn.step].key.named("sample").with(occurrence.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(of: u32, size: SubsetSize, selection: SubsetSelection, seed: u64) -> Vec<u32> {
        let limit = SubsetLimit { size, selection };
        limited(&PeopleSet::first(of), of.into(), &limit, Key::of_seed(seed)).iter().collect()
    }

    #[test]
    fn a_sample_has_its_size_and_depends_on_its_key_alone() {
        use SubsetSelection::{First, Random};
        use SubsetSize::{Records, ShareOfTenThousand};
        assert_eq!(sample(10, Records(3), First, 1), [0, 1, 2]);
        assert_eq!(sample(10, Records(30), Random, 1).len(), 10);
        assert_eq!(sample(10, Records(0), Random, 1).len(), 0);
        assert_eq!(sample(7, ShareOfTenThousand(5_000), Random, 1).len(), 3);
        assert_eq!(sample(1_000, Records(400), Random, 1), sample(1_000, Records(400), Random, 1));
        assert_ne!(sample(1_000, Records(400), Random, 1), sample(1_000, Records(400), Random, 2));
        // A larger sample of the same people holds the smaller one, and a newcomer takes at most one place.
        let (small, large) = (sample(1_000, Records(400), Random, 1), sample(1_000, Records(500), Random, 1));
        assert!(small.iter().all(|one| large.contains(one)));
        let more = sample(1_001, Records(400), Random, 1);
        assert!(small.iter().filter(|one| !more.contains(one)).count() <= 1);
        let in_first_half = small.iter().filter(|&&one| one < 500).count();
        assert!((160..240).contains(&in_first_half), "{in_first_half} of 400 come from the first half");
    }
}
