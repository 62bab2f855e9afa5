//! When a skill counts as mastered: a moving average of what was answered, and three right in a row.

use serde::{Deserialize, Serialize};

/// The share of the average that each answer before the last keeps, in hundredths.
const KEPT: u32 = 70;
/// The whole, in the unit of the averages.
const WHOLE: u32 = 10_000;
/// How many right answers in a row it takes.
pub const ROW: u8 = 3;

/// The share of right answers from which on a skill, and the final check, is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PassMark(u8);

impl PassMark {
    /// The usual one.
    pub const USUAL: Self = Self(80);
    /// The one of the product's own learning platform.
    pub const LENIENT: Self = Self(65);

    /// A mark in percent, kept between 50 and 100: below that, guessing would do.
    pub fn percent(percent: u8) -> Self {
        Self(percent.clamp(50, 100))
    }

    /// In percent.
    pub const fn as_percent(self) -> u8 {
        self.0
    }

    /// Whether so many right answers of so many pass.
    pub fn is_met(self, right: u32, of: u32) -> bool {
        of > 0 && right * 100 >= u32::from(self.0) * of
    }
}

impl Default for PassMark {
    fn default() -> Self {
        Self::USUAL
    }
}

/// What is known of one skill. The average weighs each answer 0.7 times as much as the one after it, and what came
/// before the first answer not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Mastery {
    /// The weighed sum of right answers, in ten-thousandths.
    right: u32,
    /// The weighed sum of all answers, in ten-thousandths.
    all: u32,
    /// How many of the last answers were right without a break, up to [`ROW`].
    row: u8,
    /// Whether it was mastered once; it stays so.
    reached: bool,
}

impl Mastery {
    /// With one more answer.
    #[must_use]
    pub fn noted(self, is_right: bool, mark: PassMark) -> Self {
        let fade = |sum: u32| sum * KEPT / 100;
        let right = fade(self.right) + if is_right { WHOLE } else { 0 };
        let row = if is_right { (self.row + 1).min(ROW) } else { 0 };
        let noted = Self { right, all: fade(self.all) + WHOLE, row, ..self };
        Self { reached: self.reached || row == ROW && noted.percent() >= mark.0, ..noted }
    }

    /// The average of right answers in percent; 0 before the first.
    pub fn percent(&self) -> u8 {
        let percent = (self.right * 100 + self.all / 2).checked_div(self.all).unwrap_or(0);
        u8::try_from(percent.min(100)).unwrap_or(100)
    }

    /// Whether there was an answer.
    pub fn has_begun(&self) -> bool {
        self.all > 0
    }

    /// Whether it is mastered.
    pub fn is_reached(&self) -> bool {
        self.reached
    }

    /// How many of the last answers were right without a break, up to [`ROW`].
    pub fn row(&self) -> u8 {
        self.row
    }

    /// Five bytes that hold it.
    pub(super) fn to_bytes(self) -> [u8; 5] {
        let [a, b] = u16::try_from(self.right).unwrap_or(u16::MAX).to_le_bytes();
        let [c, d] = u16::try_from(self.all).unwrap_or(u16::MAX).to_le_bytes();
        [a, b, c, d, self.row | u8::from(self.reached) << 4]
    }

    /// What such bytes hold; whatever they are, it is a state that answers lead to or a poorer one.
    pub(super) fn from_bytes([a, b, c, d, e]: [u8; 5]) -> Self {
        let all = u32::from(u16::from_le_bytes([c, d])).min(WHOLE * 100 / (100 - KEPT));
        let right = u32::from(u16::from_le_bytes([a, b])).min(all);
        Self { right, all, row: (e & 15).min(ROW), reached: e >> 4 & 1 == 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(answers: &[bool]) -> Mastery {
        answers.iter().fold(Mastery::default(), |mastery, right| mastery.noted(*right, PassMark::USUAL))
    }

    #[test]
    fn three_in_a_row_and_the_average_make_mastery() {
        assert!(!after(&[true, true]).is_reached());
        assert!(after(&[true, true, true]).is_reached());
        assert!(after(&[true, false, true, true, true]).is_reached());
        // The last three alone do not outweigh many wrong ones.
        assert!(!after(&[false, false, false, false, true, true, true]).is_reached());
        assert!(after(&[false, false, false, false, true, true, true, true, true]).is_reached());
    }

    #[test]
    fn what_is_mastered_stays_so_and_the_average_goes_on() {
        let slipped = after(&[true, true, true, false]);
        assert!(slipped.is_reached() && slipped.percent() < 80 && slipped.row() == 0);
    }

    #[test]
    fn a_lower_mark_is_reached_earlier_and_no_mark_is_below_half() {
        let lenient = [false, false, true, true, true].iter();
        let lenient =
            lenient.fold(Mastery::default(), |mastery, right| mastery.noted(*right, PassMark::LENIENT));
        assert!(lenient.is_reached() && !after(&[false, false, true, true, true]).is_reached());
        assert_eq!(PassMark::percent(3).as_percent(), 50);
        assert!(
            PassMark::USUAL.is_met(4, 5) && !PassMark::USUAL.is_met(3, 4) && !PassMark::USUAL.is_met(0, 0)
        );
    }

    #[test]
    fn bytes_hold_it_whole() {
        let mut mastery = Mastery::default();
        for place in 0..40 {
            assert_eq!(Mastery::from_bytes(mastery.to_bytes()), mastery);
            mastery = mastery.noted(place % 5 != 0, PassMark::USUAL);
        }
        assert_eq!(Mastery::from_bytes([255; 5]).percent(), 100);
    }
}
