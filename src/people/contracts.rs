//! Contracts, of which each recipient has none to three: a second thing that a query may select.

use crate::base::chance::Key;
use crate::base::people_set::{PeopleSet, RecipientIdx};

/// How many numbers of contracts each recipient has: contract `k` of recipient `r` is number `4 * r + k`.
const NUMBERS: u32 = 4;

/// The contracts of a run.
///
/// Assumption: the lab invents them, as the `change-dimension` page has contracts and clients for an example. Of a
/// hundred recipients about 30 have none, 40 have one, 20 have two and 10 have three. They never change, and
/// whoever joins brings theirs along.
#[derive(Clone, Copy, Debug)]
pub struct Contracts {
    key: Key,
}

impl Contracts {
    /// The contracts of a run with this seed.
    pub const fn of_seed(seed: u64) -> Self {
        Self { key: Key::of_seed(seed).named("contract") }
    }

    /// How many a recipient has: 0 to 3.
    pub const fn count(self, holder: RecipientIdx) -> u32 {
        match self.key.with(holder as u64).below(10) {
            0..3 => 0,
            3..7 => 1,
            7..9 => 2,
            _ => 3,
        }
    }

    /// All contracts of some recipients.
    pub fn held_by(self, holders: &PeopleSet) -> PeopleSet {
        let of = |holder: RecipientIdx| {
            let first = holder.saturating_mul(NUMBERS);
            first..first.saturating_add(self.count(holder))
        };
        holders.iter().flat_map(of).collect()
    }

    /// The recipient who has a contract.
    pub const fn holder(contract: u32) -> RecipientIdx {
        contract / NUMBERS
    }

    /// The recipients who have at least one of these contracts.
    pub fn holders(contracts: &PeopleSet) -> PeopleSet {
        contracts.iter().map(Self::holder).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contracts_lead_back_to_those_who_have_them() {
        let contracts = Contracts::of_seed(1);
        let people = PeopleSet::first(10_000);
        let all = contracts.held_by(&people);
        assert_eq!(all.len(), people.iter().map(|one| u64::from(contracts.count(one))).sum::<u64>());
        assert!((10_500..11_500).contains(&all.len()), "{}", all.len());
        let mut without = people.clone();
        without -= &Contracts::holders(&all);
        assert!(without.iter().all(|one| contracts.count(one) == 0));
        assert!((2_800..3_200).contains(&without.len()), "{}", without.len());
    }
}
