//! A set of recipients kept for reading, in as little memory as its likeness to an earlier one allows.

use std::rc::Rc;

use super::people_set::{PeopleSet, RecipientIdx};

/// A set that shares most of what it holds with an earlier one: the people of one week are nearly those of the week
/// before, and ten years of a million people fit into a tab only if each week costs no more than its changes.
#[derive(Clone, Debug, Default)]
pub struct KeptSet {
    base: Rc<PeopleSet>,
    /// Members that `base` has not.
    added: PeopleSet,
    /// Members of `base` that this set has not.
    gone: PeopleSet,
}

impl KeptSet {
    /// Keeps a set; `before` is one kept earlier that may be much like it.
    pub fn of(set: Rc<PeopleSet>, before: Option<&Self>) -> Self {
        before.and_then(|before| Self::beside(&set, &before.base)).unwrap_or_else(|| Self::whole(set))
    }

    /// How many recipients there are.
    pub fn len(&self) -> u64 {
        self.base.len() + self.added.len() - self.gone.len()
    }

    /// Whether nobody is in the set.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The members in rising order.
    pub fn iter(&self) -> impl Iterator<Item = RecipientIdx> + '_ {
        let (mut gone, mut added) = (self.gone.iter().peekable(), self.added.iter().peekable());
        let stay = self.base.iter().filter(move |recipient| gone.next_if_eq(recipient).is_none());
        let mut stay = stay.peekable();
        std::iter::from_fn(move || match stay.peek() {
            Some(next) => added.next_if(|added| added < next).or_else(|| stay.next()),
            None => added.next(),
        })
    }

    /// The member at place `place`, counted from 0.
    pub fn nth(&self, place: u32) -> Option<RecipientIdx> {
        let place = u64::from(place);
        if place >= self.len() {
            return None;
        }
        // The last number below which there are no more than `place` members is the member itself.
        let (mut low, mut high) = (0, RecipientIdx::MAX);
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if self.rank_below(middle) <= place {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Some(low)
    }

    fn rank_below(&self, recipient: RecipientIdx) -> u64 {
        self.base.rank_below(recipient) + self.added.rank_below(recipient) - self.gone.rank_below(recipient)
    }

    fn whole(set: Rc<PeopleSet>) -> Self {
        Self { base: set, added: PeopleSet::new(), gone: PeopleSet::new() }
    }

    /// The set as what sets it apart from `base`, if that takes less than a quarter of its memory.
    fn beside(set: &PeopleSet, base: &Rc<PeopleSet>) -> Option<Self> {
        let (mut added, mut gone) = (set.clone(), PeopleSet::clone(base));
        added -= base;
        gone -= set;
        let takes_less = (added.bytes() + gone.bytes()) * 4 < set.bytes();
        takes_less.then(|| Self { base: base.clone(), added, gone })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::chance::Key;

    fn drawn(seed: u64, per_ten_thousand: u32) -> PeopleSet {
        (0..200_000).filter(|&n| Key::of_seed(seed).with(n.into()).happens(per_ten_thousand)).collect()
    }

    #[test]
    fn a_kept_set_is_the_set_whatever_was_kept_before() {
        let mut like = drawn(1, 6_000);
        like -= &drawn(2, 30);
        like |= &drawn(3, 30);
        let (base, other) = (drawn(1, 6_000), drawn(4, 200));
        for before in [None, Some(KeptSet::of(Rc::new(base), None)), Some(KeptSet::default())] {
            for set in [like.clone(), other.clone(), PeopleSet::new(), PeopleSet::first(3)] {
                let kept = KeptSet::of(Rc::new(set.clone()), before.as_ref());
                assert_eq!((kept.len(), kept.is_empty()), (set.len(), set.is_empty()));
                assert!(kept.iter().eq(set.iter()));
                for place in [0, 1, 2, 3, 999, 70_000, 119_000, u32::MAX] {
                    assert_eq!(kept.nth(place), set.nth(place), "place {place}");
                }
            }
        }
    }

    #[test]
    fn what_hardly_differs_takes_hardly_any_memory() {
        let base = Rc::new(drawn(1, 6_000));
        let mut like = PeopleSet::clone(&base);
        like -= &drawn(2, 30);
        let kept = KeptSet::of(Rc::new(like.clone()), Some(&KeptSet::of(base.clone(), None)));
        assert!(Rc::ptr_eq(&kept.base, &base) && kept.gone.bytes() * 20 < like.bytes());
    }
}
