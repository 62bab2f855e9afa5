//! Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.

/// The values named on an axis from 0 that has to reach `most`, at most `count` steps; the last is `most` or more.
pub fn counts(most: u64, count: u64) -> Vec<u64> {
    let count = count.max(1);
    let step = step(most.max(1), count);
    (0..=count).map(|at| at.saturating_mul(step)).take_while_inclusive(most)
}

/// The same for rates in hundredths of a percent, never beyond 100 %.
pub fn rates(most: u64) -> Vec<u64> {
    let step = match most {
        0..=500 => 100,
        501..=1_000 => 250,
        1_001..=2_500 => 500,
        2_501..=5_000 => 1_000,
        _ => 2_500,
    };
    (0..=10_000 / step).map(|at| at * step).take_while_inclusive(most)
}

/// The smallest round step with which `count` steps reach `most`.
fn step(most: u64, count: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if step.saturating_mul(count) >= most {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

trait TakeWhileInclusive {
    /// The values until the first that reaches `most`, that one too.
    fn take_while_inclusive(self, most: u64) -> Vec<u64>;
}

impl<I: Iterator<Item = u64>> TakeWhileInclusive for I {
    fn take_while_inclusive(self, most: u64) -> Vec<u64> {
        let mut taken = Vec::new();
        for value in self {
            taken.push(value);
            if value >= most && value > 0 {
                break;
            }
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_reach_what_they_must() {
        assert_eq!(counts(52, 4), [0, 20, 40, 60]);
        assert_eq!(counts(1_240, 4), [0, 500, 1_000, 1_500]);
        assert_eq!(counts(1, 4), [0, 1]);
        assert_eq!(counts(0, 4), [0, 1]);
        assert_eq!(counts(4, 4), [0, 1, 2, 3, 4]);
        for most in (0..4_000).chain([99_999, 1_000_001, u64::MAX / 3, u64::MAX]) {
            for count in [0, 1, 3, 5, 8] {
                let ticks = counts(most, count);
                assert!(*ticks.last().unwrap() >= most, "{most} {count}: {ticks:?}");
                assert!(
                    ticks.len() as u64 <= count.max(1) + 1 && ticks.windows(2).all(|two| two[0] < two[1])
                );
            }
        }
    }

    #[test]
    fn rates_never_go_beyond_all() {
        assert_eq!(rates(3_158), [0, 1_000, 2_000, 3_000, 4_000]);
        assert_eq!(rates(0), [0, 100]);
        for most in 0..=10_000 {
            let last = *rates(most).last().unwrap();
            assert!(last >= most && last <= 10_000);
        }
    }
}
