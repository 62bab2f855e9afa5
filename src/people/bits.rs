//! One bit for each recipient, in words: what a scan over a column yields and conditions combine.

use std::ops::{BitAndAssign, BitOrAssign};

use crate::base::people_set::{PeopleSet, RecipientIdx};

const WORD_BITS: usize = u64::BITS as usize;

/// A fixed number of bits. Invariant: bits beyond the last recipient are 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// All clear, for `len` recipients.
    pub(super) fn zeros(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(WORD_BITS)] }
    }

    /// All set, for `len` recipients.
    pub(super) fn ones(len: usize) -> Self {
        let mut words = vec![u64::MAX; len / WORD_BITS];
        if !len.is_multiple_of(WORD_BITS) {
            words.push((1 << (len % WORD_BITS)) - 1);
        }
        Self { words }
    }

    /// One bit for each value: whether `test` holds of it. The loops have no branches, so they run fast.
    pub(super) fn scan<T: Copy>(values: &[T], test: impl Fn(T) -> bool) -> Self {
        let (chunks, rest) = values.as_chunks::<WORD_BITS>();
        let mut words = Vec::with_capacity(values.len().div_ceil(WORD_BITS));
        words.extend(chunks.iter().map(|chunk| packed(&chunk.map(|value| u8::from(test(value))))));
        if !rest.is_empty() {
            let mut answers = [0; WORD_BITS];
            answers.iter_mut().zip(rest).for_each(|(answer, &value)| *answer = u8::from(test(value)));
            words.push(packed(&answers));
        }
        Self { words }
    }

    /// One bit for each of the numbers `0..len`.
    pub(super) fn for_each(len: usize, test: impl Fn(RecipientIdx) -> bool) -> Self {
        let mut bits = Self::zeros(len);
        (0..len as RecipientIdx).filter(|&recipient| test(recipient)).for_each(|r| bits.put(r, true));
        bits
    }

    /// The bit of one recipient; clear beyond the end.
    pub(super) fn get(&self, recipient: RecipientIdx) -> bool {
        let word = self.words.get(recipient as usize / WORD_BITS).copied().unwrap_or_default();
        word >> (recipient as usize % WORD_BITS) & 1 == 1
    }

    /// Changes the bit of one recipient; nothing happens beyond the end.
    pub(super) fn put(&mut self, recipient: RecipientIdx, on: bool) {
        if let Some(word) = self.words.get_mut(recipient as usize / WORD_BITS) {
            let bit = 1 << (recipient as usize % WORD_BITS);
            *word = if on { *word | bit } else { *word & !bit };
        }
    }

    /// Every bit the other way round, for `len` recipients.
    pub(super) fn inverted(&self, len: usize) -> Self {
        let mut all = Self::ones(len);
        all.words.iter_mut().zip(&self.words).for_each(|(word, set)| *word &= !set);
        all
    }

    /// The recipients whose bit is set.
    pub(super) fn to_set(&self) -> PeopleSet {
        let mut bytes = Vec::with_capacity(self.words.len() * size_of::<u64>());
        self.words.iter().for_each(|word| bytes.extend_from_slice(&word.to_le_bytes()));
        PeopleSet::from_bits(&bytes)
    }
}

/// One bit for each byte, which is 0 or 1.
fn packed(answers: &[u8; WORD_BITS]) -> u64 {
    // A product that moves the lowest bit of byte i to bit 56 + i; no two of its terms meet in a bit.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = answers.as_chunks::<8>();
    let bits = eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
    bits.zip((0..).step_by(8)).fold(0, |word, (bits, shift)| word | (bits << shift))
}

impl BitAndAssign<&Self> for Bits {
    fn bitand_assign(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, with)| *word &= with);
    }
}

impl BitOrAssign<&Self> for Bits {
    fn bitor_assign(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, with)| *word |= with);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_sets_exactly_the_bits_that_hold() {
        let values: Vec<i32> = (0..130).collect();
        let thirds = Bits::scan(&values, |value| value % 3 == 0);
        assert_eq!(thirds.to_set(), (0..130).step_by(3).collect());
        assert_eq!(thirds, Bits::for_each(130, |recipient| recipient % 3 == 0));
        assert_eq!(thirds.inverted(130).to_set().len(), 130 - 44);
        assert_eq!(Bits::ones(130).to_set(), PeopleSet::first(130));
        assert!(thirds.get(129) && !thirds.get(128) && !thirds.get(1_000));
    }
}
