//! Recipients who share an address: quarantine and deduplication are about addresses, not about profiles.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::base::chance::hash_bytes;
use crate::base::people_set::{PeopleSet, RecipientIdx};

/// Who shares an address with whom.
#[derive(Clone, Debug, Default)]
pub struct Doubles {
    everyone: PeopleSet,
    groups: BTreeMap<RecipientIdx, Rc<[RecipientIdx]>>,
}

impl Doubles {
    /// Compares texts exactly, so that case matters (`quarantines` page); an empty one is nobody's double.
    pub(super) fn of<'t>(texts: impl Iterator<Item = (RecipientIdx, &'t str)>) -> Self {
        let mut rows: Vec<(u64, &str, RecipientIdx)> = texts
            .filter(|(_, text)| !text.is_empty())
            .map(|(recipient, text)| (hash_bytes(text.as_bytes()), text, recipient))
            .collect();
        rows.sort_unstable();
        let mut doubles = Self::default();
        for group in rows.chunk_by(|one, other| one.1 == other.1).filter(|group| group.len() > 1) {
            let members: Rc<[RecipientIdx]> = group.iter().map(|(_, _, recipient)| *recipient).collect();
            for recipient in members.iter() {
                doubles.everyone.insert(*recipient);
                doubles.groups.insert(*recipient, members.clone());
            }
        }
        doubles
    }

    /// Everyone who shares an address with somebody.
    pub fn everyone(&self) -> &PeopleSet {
        &self.everyone
    }

    /// All recipients with this one's address, the first of them first; none where nobody shares it.
    pub fn with(&self, recipient: RecipientIdx) -> Option<&[RecipientIdx]> {
        self.groups.get(&recipient).map(Rc::as_ref)
    }

    /// The recipient who stands for the address of this one.
    pub fn first(&self, recipient: RecipientIdx) -> RecipientIdx {
        self.with(recipient).and_then(<[_]>::first).copied().unwrap_or(recipient)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_equal_addresses_are_doubles() {
        let texts = ["a@x", "b@x", "a@x", "", "", "A@x", "a@x"];
        let doubles = Doubles::of((0..).zip(texts));
        assert_eq!(doubles.everyone().iter().collect::<Vec<_>>(), [0, 2, 6]);
        assert_eq!(doubles.with(2), Some([0, 2, 6].as_slice()));
        assert_eq!((doubles.first(6), doubles.first(5)), (0, 5));
        assert_eq!(doubles.with(3), None);
    }
}
