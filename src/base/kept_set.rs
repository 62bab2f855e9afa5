//! A set of recipients kept for reading, in as little memory as its likeness to an earlier one allows.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::rc::Rc;

use super::people_set::{PeopleSet, RecipientIdx};

/// A set that shares most of what it holds with an earlier one: the people of one week are nearly those of the week
/// before, and ten years of a million people fit into a tab only if each week costs no more than its changes.
#[derive(Clone, Debug, Default)]
pub struct KeptSet {
    base: Rc<PeopleSet>,
    /// What sets it apart from `base`; none where nothing does.
    changes: Option<Rc<Changes>>,
    /// How many members there are: asked for most often.
    len: u64,
}

#[derive(Debug)]
struct Changes {
    /// Members that the base has not.
    added: PeopleSet,
    /// Members of the base that the set has not.
    gone: PeopleSet,
}

impl KeptSet {
    /// Keeps a set; `before` is one kept earlier that may be much like it.
    pub fn of(set: Rc<PeopleSet>, before: Option<&Self>) -> Self {
        before.and_then(|before| Self::beside(&set, &before.base)).unwrap_or_else(|| Self {
            len: set.len(),
            base: set,
            changes: None,
        })
    }

    /// How many recipients there are.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether nobody is in the set.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether `recipient` is in the set.
    pub fn contains(&self, recipient: RecipientIdx) -> bool {
        self.sum(|part| u64::from(part.contains(recipient))) == 1
    }

    /// How many members are smaller than `recipient`: its place in the set.
    pub fn rank_below(&self, recipient: RecipientIdx) -> u64 {
        self.sum(|part| part.rank_below(recipient))
    }

    /// How many members the two sets share.
    pub fn shared_len(&self, other: &PeopleSet) -> u64 {
        self.sum(|part| part.shared_len(other))
    }

    /// The members in rising order.
    pub fn iter(&self) -> impl Iterator<Item = RecipientIdx> + '_ {
        let (added, gone) = (self.added().map(PeopleSet::iter), self.gone().map(PeopleSet::iter));
        merged(self.base.iter(), added, gone, Ordering::Less)
    }

    /// The members in falling order.
    pub fn iter_back(&self) -> impl Iterator<Item = RecipientIdx> + '_ {
        let (added, gone) =
            (self.added().map(|part| part.iter().rev()), self.gone().map(|part| part.iter().rev()));
        merged(self.base.iter().rev(), added, gone, Ordering::Greater)
    }

    /// The members from `first` on, in rising order.
    pub fn iter_from(&self, first: RecipientIdx) -> impl Iterator<Item = RecipientIdx> + '_ {
        let added = self.added().map(|part| part.iter_from(first));
        let gone = self.gone().map(|part| part.iter_from(first));
        merged(self.base.iter_from(first), added, gone, Ordering::Less)
    }

    /// The members up to `last`, in falling order.
    pub fn iter_back_from(&self, last: RecipientIdx) -> impl Iterator<Item = RecipientIdx> + '_ {
        let added = self.added().map(|part| part.iter_back_from(last));
        let gone = self.gone().map(|part| part.iter_back_from(last));
        merged(self.base.iter_back_from(last), added, gone, Ordering::Greater)
    }

    /// The member at place `place`, counted from 0.
    pub fn nth(&self, place: u32) -> Option<RecipientIdx> {
        if self.changes.is_none() {
            return self.base.nth(place);
        }
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

    /// The set by itself.
    pub fn set(&self) -> Rc<PeopleSet> {
        let Some(changes) = &self.changes else { return self.base.clone() };
        let mut set = PeopleSet::clone(&self.base);
        set -= &changes.gone;
        set |= &changes.added;
        Rc::new(set)
    }

    /// The set as what sets it apart from `base`, if that takes less than a quarter of its memory.
    fn beside(set: &PeopleSet, base: &Rc<PeopleSet>) -> Option<Self> {
        let added = set.without(base);
        // Nobody is gone where those in both are as many as the base has.
        let is_all_there = set.len() - added.len() == base.len();
        let gone = if is_all_there { PeopleSet::new() } else { base.without(set) };
        let changes = Changes { added, gone };
        if changes.added.is_empty() && changes.gone.is_empty() {
            return Some(Self { base: base.clone(), changes: None, len: set.len() });
        }
        let takes_less = (changes.added.bytes() + changes.gone.bytes()) * 4 < set.bytes();
        takes_less.then(|| Self { base: base.clone(), changes: Some(Rc::new(changes)), len: set.len() })
    }

    fn added(&self) -> Option<&PeopleSet> {
        self.changes.as_ref().map(|changes| &changes.added)
    }

    fn gone(&self) -> Option<&PeopleSet> {
        self.changes.as_ref().map(|changes| &changes.gone)
    }

    /// What is counted in each part, put together.
    fn sum(&self, count: impl Fn(&PeopleSet) -> u64) -> u64 {
        count(&self.base) + self.added().map_or(0, &count) - self.gone().map_or(0, &count)
    }
}

impl PartialEq for KeptSet {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

/// The members of `base` and `added` without those `gone`, all of them in the same order; what is `first` comes first.
fn merged<I: Iterator<Item = RecipientIdx>>(
    base: I,
    added: Option<I>,
    gone: Option<I>,
    first: Ordering,
) -> impl Iterator<Item = RecipientIdx> {
    let (mut added, mut gone) = (added.map(Iterator::peekable), gone.map(Iterator::peekable));
    let stay = base.filter(move |&member| next_if(&mut gone, |gone| gone == member).is_none());
    let mut stay = stay.peekable();
    std::iter::from_fn(move || match stay.peek() {
        Some(&next) => next_if(&mut added, |added| added.cmp(&next) == first).or_else(|| stay.next()),
        None => next_if(&mut added, |_| true),
    })
}

fn next_if<I: Iterator<Item = RecipientIdx>>(
    members: &mut Option<Peekable<I>>,
    is_wanted: impl Fn(RecipientIdx) -> bool,
) -> Option<RecipientIdx> {
    members.as_mut()?.next_if(|&member| is_wanted(member))
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
        for before in [None, Some(KeptSet::of(Rc::new(base.clone()), None)), Some(KeptSet::default())] {
            for set in [like.clone(), base.clone(), other.clone(), PeopleSet::new(), PeopleSet::first(3)] {
                let kept = KeptSet::of(Rc::new(set.clone()), before.as_ref());
                assert_eq!((kept.len(), kept.is_empty()), (set.len(), set.is_empty()));
                assert_eq!(*kept.set(), set);
                assert!(kept.iter().eq(set.iter()) && kept.iter_back().eq(set.iter().rev()));
                assert_eq!(kept.shared_len(&other), set.shared_len(&other));
                for place in [0, 1, 65_536, 199_999] {
                    assert!(kept.iter_from(place).eq(set.iter().filter(|&member| member >= place)));
                    let down = set.iter().rev().filter(|&member| member <= place);
                    assert!(kept.iter_back_from(place).eq(down));
                }
                for place in [0, 1, 2, 3, 999, 70_000, 119_000, u32::MAX] {
                    assert_eq!(kept.nth(place), set.nth(place), "place {place}");
                    assert_eq!(kept.contains(place), set.contains(place));
                    assert_eq!(kept.rank_below(place), set.rank_below(place));
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
        assert!(Rc::ptr_eq(&kept.base, &base) && kept.gone().unwrap().bytes() * 20 < like.bytes());
    }
}
