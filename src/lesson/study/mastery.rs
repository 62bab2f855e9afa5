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
#[serde(from = "u8", into = "u8")]
pub struct PassMark(u8);

impl From<u8> for PassMark {
    fn from(percent: u8) -> Self {
        Self::percent(percent)
    }
}

impl From<PassMark> for u8 {
    fn from(mark: PassMark) -> Self {
        mark.0
    }
}

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
#[serde(rename_all = "camelCase", default, from = "Kept")]
pub struct Mastery {
    /// The weighed sum of right answers, in ten-thousandths.
    right: u32,
    /// The weighed sum of all answers, in ten-thousandths.
    all: u32,
    /// How many of the last answers were right without a break, up to [`ROW`].
    row: u8,
    /// The best average that three in a row were there with: what any pass mark is held against.
    best: u8,
    /// Whether it was mastered once; it stays so.
    reached: bool,
}

/// What is read of one, whatever it says.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct Kept {
    right: u32,
    all: u32,
    row: u8,
    best: u8,
    reached: bool,
}

impl From<Kept> for Mastery {
    fn from(Kept { right, all, row, best, reached }: Kept) -> Self {
        let all = all.min(WHOLE * 100 / (100 - KEPT));
        Self { right: right.min(all), all, row: row.min(ROW), best: best.min(100), reached }
    }
}

impl Mastery {
    /// With one more answer.
    #[must_use]
    pub fn noted(self, is_right: bool, mark: PassMark) -> Self {
        let fade = |sum: u32| sum * KEPT / 100;
        let right = fade(self.right) + if is_right { WHOLE } else { 0 };
        let row = if is_right { (self.row + 1).min(ROW) } else { 0 };
        let noted = Self { right, all: fade(self.all) + WHOLE, row, ..self };
        let best = if row == ROW { self.best.max(noted.percent()) } else { self.best };
        Self { best, reached: self.reached || row == ROW && noted.percent() >= mark.0, ..noted }
    }

    /// Of two that grew apart, the one that shows more.
    #[must_use]
    pub fn better(self, other: Self) -> Self {
        let rank = |one: &Self| (one.reached, one.best, one.percent(), one.row, one.all);
        if rank(&other) > rank(&self) { other } else { self }
    }

    /// Held against another mark.
    #[must_use]
    pub fn against(self, mark: PassMark) -> Self {
        Self { reached: self.best >= mark.0, ..self }
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

    /// Six bytes that hold it.
    pub(super) fn to_bytes(self) -> [u8; 6] {
        let [a, b] = u16::try_from(self.right).unwrap_or(u16::MAX).to_le_bytes();
        let [c, d] = u16::try_from(self.all).unwrap_or(u16::MAX).to_le_bytes();
        [a, b, c, d, self.row | u8::from(self.reached) << 4, self.best]
    }

    /// What such bytes hold; whatever they are, it is a state that answers lead to or a poorer one.
    pub(super) fn from_bytes([a, b, c, d, e, best]: [u8; 6]) -> Self {
        let [right, all] = [[a, b], [c, d]].map(|pair| u16::from_le_bytes(pair).into());
        Self::from(Kept { right, all, row: e & 15, best, reached: e >> 4 & 1 == 1 })
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
        assert_eq!(Mastery::from_bytes([255; 6]).percent(), 100);
    }

    #[test]
    fn another_mark_counts_what_was_shown_before() {
        let slow = after(&[false, false, true, true, true]);
        assert!(!slow.is_reached() && slow.against(PassMark::LENIENT).is_reached());
        let sure = after(&[true, true, true]).against(PassMark::percent(100));
        assert!(sure.is_reached());
        assert!(!slow.against(PassMark::LENIENT).against(PassMark::USUAL).is_reached());
    }

    #[test]
    fn what_a_file_says_is_kept_within_bounds() {
        let wild = r#"{"right": 4294967295, "all": 4294967295, "row": 255, "best": 255, "reached": true}"#;
        let mastery: Mastery = serde_json::from_str(wild).unwrap();
        assert_eq!((mastery.percent(), mastery.row()), (100, ROW));
        assert_eq!(mastery.noted(false, PassMark::USUAL).percent(), 70);
        assert_eq!(serde_json::from_str::<PassMark>("3").unwrap().as_percent(), 50);
    }
}
