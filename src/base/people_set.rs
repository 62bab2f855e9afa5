//! A compressed set of recipients, the currency of every transition.

use std::ops::{BitAndAssign, BitOrAssign, SubAssign};

use roaring::RoaringBitmap;

/// A recipient's number in the population: 0 for the first. Stable for a whole run.
pub type RecipientIdx = u32;

/// The most members that [`PeopleSet::for_each_chunk`] hands out at a time.
pub const CHUNK: usize = 512;

/// A set of recipients. Iterates in rising order, so nothing depends on hashing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PeopleSet(RoaringBitmap);

impl PeopleSet {
    /// The empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Everyone numbered `0..count`.
    pub fn first(count: u32) -> Self {
        let mut set = RoaringBitmap::new();
        set.insert_range(0..count);
        Self(set)
    }

    /// The set whose member `8 * i + b` is bit `b` of byte `i`: the fast way from a scan over columns.
    pub fn from_bits(bytes: &[u8]) -> Self {
        Self(RoaringBitmap::from_lsb0_bytes(0, bytes))
    }

    /// How many recipients there are.
    pub fn len(&self) -> u64 {
        self.0.len()
    }

    /// Whether nobody is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `recipient` is in the set.
    pub fn contains(&self, recipient: RecipientIdx) -> bool {
        self.0.contains(recipient)
    }

    /// Puts one recipient in; tells whether it was not there before.
    pub fn insert(&mut self, recipient: RecipientIdx) -> bool {
        self.0.insert(recipient)
    }

    /// Takes one recipient out; tells whether it was there.
    pub fn remove(&mut self, recipient: RecipientIdx) -> bool {
        self.0.remove(recipient)
    }

    /// Puts everyone numbered `from..to` in.
    pub fn insert_range(&mut self, from: RecipientIdx, to: RecipientIdx) {
        self.0.insert_range(from..to);
    }

    /// The members in rising order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = RecipientIdx> + '_ {
        self.0.iter()
    }

    /// The largest member.
    pub fn last(&self) -> Option<RecipientIdx> {
        self.0.max()
    }

    /// Hands at most `most` members from `first` on to `take` in rising order, many at a time: the fast way to do
    /// something for each of them.
    pub fn for_each_chunk(&self, first: RecipientIdx, most: u64, mut take: impl FnMut(&[RecipientIdx])) {
        let mut buffer = [0; CHUNK];
        let mut members = self.0.iter();
        members.advance_to(first);
        let mut left = most;
        while left > 0 {
            let length = usize::try_from(left).map_or(CHUNK, |left| left.min(CHUNK));
            let chunk = members.next_many(&mut buffer[..length]);
            if chunk.is_empty() {
                return;
            }
            left -= chunk.len() as u64;
            take(chunk);
        }
    }

    /// The members from `first` to `last`, both included, in rising order.
    pub fn between(
        &self,
        first: RecipientIdx,
        last: RecipientIdx,
    ) -> impl Iterator<Item = RecipientIdx> + '_ {
        let mut members = self.0.iter();
        members.advance_to(first);
        members.take_while(move |&member| member <= last)
    }

    /// The members from `first` on, in rising order.
    pub fn iter_from(&self, first: RecipientIdx) -> impl Iterator<Item = RecipientIdx> + '_ {
        let mut members = self.0.iter();
        members.advance_to(first);
        members
    }

    /// The members up to `last`, in falling order.
    pub fn iter_back_from(&self, last: RecipientIdx) -> impl Iterator<Item = RecipientIdx> + '_ {
        let mut members = self.0.iter();
        members.advance_back_to(last);
        members.rev()
    }

    /// The members of both sets.
    pub fn shared(&self, other: &Self) -> Self {
        Self(&self.0 & &other.0)
    }

    /// How many members are smaller than `recipient`: its place in the set.
    pub fn rank_below(&self, recipient: RecipientIdx) -> u64 {
        if recipient == 0 { 0 } else { self.0.rank(recipient - 1) }
    }

    /// The member at place `place`, counted from 0.
    pub fn nth(&self, place: u32) -> Option<RecipientIdx> {
        self.0.select(place)
    }

    /// About how many bytes the set takes.
    pub fn bytes(&self) -> usize {
        self.0.serialized_size()
    }

    /// Those members that `other` has not.
    pub fn without(&self, other: &Self) -> Self {
        Self(&self.0 - &other.0)
    }

    /// How many members the two sets share.
    pub fn shared_len(&self, other: &Self) -> u64 {
        self.0.intersection_len(&other.0)
    }
}

impl BitAndAssign<&Self> for PeopleSet {
    fn bitand_assign(&mut self, other: &Self) {
        self.0 &= &other.0;
    }
}

impl BitOrAssign<&Self> for PeopleSet {
    fn bitor_assign(&mut self, other: &Self) {
        self.0 |= &other.0;
    }
}

impl SubAssign<&Self> for PeopleSet {
    fn sub_assign(&mut self, other: &Self) {
        self.0 -= &other.0;
    }
}

impl FromIterator<RecipientIdx> for PeopleSet {
    fn from_iter<I: IntoIterator<Item = RecipientIdx>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_follow_set_algebra() {
        let mut all = PeopleSet::first(10);
        let even: PeopleSet = (0..10).step_by(2).collect();
        assert_eq!(PeopleSet::from_bits(&[0b0101_0101, 0b1]), even);
        all -= &even;
        assert_eq!(all.iter().collect::<Vec<_>>(), [1, 3, 5, 7, 9]);
        let members = |first, most| {
            let mut members = Vec::new();
            PeopleSet::first(1_300).for_each_chunk(first, most, |chunk| {
                assert!(!chunk.is_empty() && chunk.len() <= CHUNK);
                members.extend_from_slice(chunk);
            });
            members
        };
        assert_eq!(members(0, u64::MAX), (0..1_300).collect::<Vec<_>>());
        assert_eq!(members(3, 600), (3..603).collect::<Vec<_>>());
        assert_eq!(members(1_299, 7), [1_299]);
        assert_eq!((members(1_300, 7), members(3, 0)), (Vec::new(), Vec::new()));
        assert_eq!(even.between(3, 8).collect::<Vec<_>>(), [4, 6, 8]);
        assert_eq!(even.between(9, RecipientIdx::MAX).count(), 0);
        assert_eq!(PeopleSet::first(6).shared(&even), [0, 2, 4].into_iter().collect());
        assert_eq!((all.rank_below(5), all.nth(2), all.shared_len(&even)), (2, Some(5), 0));
    }
}
