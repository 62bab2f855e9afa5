//! The only source of chance: every draw is a pure function of its key, in integers.

/// A 64-bit key from which any number of independent draws follow.
///
/// Keys are built from what the draw is about (seed, activity, recipient, occurrence) and never from the
/// order in which things happen, so an edit elsewhere changes no other draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u64);

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads every bit.
#[inline]
const fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

impl Key {
    /// The root of all draws of a run.
    pub const fn of_seed(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(GOLDEN)))
    }

    /// A key for one numbered thing (a recipient, an occurrence, a week) below this one.
    #[inline]
    #[must_use]
    pub const fn with(self, number: u64) -> Self {
        Self(mix(self.0 ^ number.wrapping_add(1).wrapping_mul(GOLDEN)))
    }

    /// A key for one named thing (an activity, an attribute) below this one.
    #[must_use]
    pub const fn named(self, name: &str) -> Self {
        self.with(hash_bytes(name.as_bytes()))
    }

    /// The 64 bits of this key.
    #[inline]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// A number from 0 to `below - 1`; 0 where `below` is 0.
    #[inline]
    pub const fn below(self, below: u64) -> u64 {
        if below >> 32 != 0 {
            return ((self.0 as u128 * below as u128) >> 64) as u64;
        }
        // The same in two halves: wasm has no product of 128 bits and would call a function for it.
        let (high, low) = (self.0 >> 32, self.0 & 0xffff_ffff);
        (high * below + ((low * below) >> 32)) >> 32
    }

    /// Whether something with a chance of `per_ten_thousand` happens.
    #[inline]
    pub const fn happens(self, per_ten_thousand: u32) -> bool {
        self.below(10_000) < per_ten_thousand as u64
    }
}

/// FNV-1a over bytes: stable for ever, used for names and fingerprints, never for secrets.
pub const fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_depend_on_the_key_alone() {
        let key = Key::of_seed(7).named("query").with(42);
        assert_eq!(key, Key::of_seed(7).named("query").with(42));
        assert_ne!(key, Key::of_seed(8).named("query").with(42));
        assert_ne!(key, Key::of_seed(7).named("query2").with(42));
    }

    #[test]
    fn numbers_below_are_the_same_in_halves_as_whole() {
        let whole = |key: Key, below: u64| ((u128::from(key.bits()) * u128::from(below)) >> 64) as u64;
        let keys = (0..1_000).map(|number| Key::of_seed(5).with(number)).chain([Key(0), Key(u64::MAX)]);
        for key in keys {
            for below in [0, 1, 3, 100, 10_000, u64::from(u32::MAX), 1 << 32, 3 << 40, u64::MAX] {
                assert_eq!(key.below(below), whole(key, below), "{key:?} below {below}");
            }
        }
    }

    #[test]
    fn chances_come_out_near_their_rate() {
        let root = Key::of_seed(1);
        let hits = (0..100_000).filter(|&n| root.with(n).happens(2_500)).count();
        assert!((24_500..25_500).contains(&hits), "{hits} of 100,000 at 25 %");
        assert_eq!((0..1_000).filter(|&n| root.with(n).happens(0)).count(), 0);
        assert_eq!((0..1_000).filter(|&n| root.with(n).happens(10_000)).count(), 1_000);
        assert_eq!(root.below(0), 0);
    }
}
