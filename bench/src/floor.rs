//! The least that a run must do: draw one key for each message and count. No engine, no sets, no clock of hours.

use delivery_lab::base::chance::Key;

/// Draws `people` messages in each of `runs` runs; gives how many would be opened, so that nothing is left out.
// Never inlined: Callgrind counts between its entry and its exit, and finds it by its name.
#[inline(never)]
pub fn draw(people: u32, runs: u32) -> u64 {
    const FAILS: u64 = 140 * 65_536 / 10_000;
    const OPENS: u64 = 3_100 * 65_536 / 10_000;
    let (mut opened, mut digest) = (0, 0_u64);
    for run in 0..runs {
        let key = Key::of_seed(7).with(u64::from(run));
        for recipient in 0..people {
            let bits = key.with(u64::from(recipient)).bits();
            // Turned, so that the compiler does not take lanes: a product of 64 bits in lanes is slower than without.
            digest = digest.rotate_left(1).wrapping_add(bits);
            opened += u64::from((bits & 0xffff >= FAILS) & ((bits >> 16) & 0xffff < OPENS));
        }
    }
    opened ^ (digest & 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_opens_as_many_as_the_rates_say() {
        let opened = draw(10_000, 10);
        assert!((30_000..31_200).contains(&opened), "{opened}");
    }
}
