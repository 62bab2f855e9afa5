//! The days on which clocks are put forward and back.

use std::ops::RangeInclusive;

use chrono::{Datelike as _, NaiveDate};

use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::schedule::days::Weekday;

/// The years in which clocks are changed: those of the simulation, and one to each side of them.
const YEARS: (i32, i32) = (0, 10_000);
const HOUR: SimSpan = SimSpan::from_hours(1);

/// When it is summer, that is, when the clocks of a zone are an hour ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Summer {
    /// Never.
    Never,
    /// From the last Sunday of March until the last Sunday of October, everywhere at 01:00 UTC.
    Europe,
    /// From the second Sunday of March until the first Sunday of November, at 02:00 on the wall.
    UnitedStates,
    /// From the first Sunday of October, at 02:00 on the wall, until the first Sunday of April, at 03:00.
    Sydney,
}

/// One change of the clocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    /// When it takes place.
    pub(super) at: SimTime,
    /// How far the wall was ahead of UTC until then.
    pub(super) before: SimSpan,
    /// How far it is ahead from then on.
    pub(super) after: SimSpan,
}

impl Change {
    /// By how much the clocks are put back; negative where they are put forward.
    pub(super) const fn put_back(self) -> SimSpan {
        SimSpan::from_secs(self.before.secs() - self.after.secs())
    }
}

impl Summer {
    /// The two changes of one year, the earlier first, where the clocks of winter are `winter` ahead.
    pub(super) fn changes(self, winter: SimSpan, year: i32) -> Option<[Change; 2]> {
        let summer = SimSpan::from_secs(winter.secs() + HOUR.secs());
        let forward = |at| Change { at, before: winter, after: summer };
        let back = |at| Change { at, before: summer, after: winter };
        // All hours are those of winter clocks, but Europe's are those of UTC.
        let on_wall = |month, day, hour| Some(sunday(year, month, day)? + SimSpan::from_hours(hour) - winter);
        let in_utc = |month, day| Some(sunday(year, month, day)? + HOUR);
        Some(match self {
            Self::Never => return None,
            Self::Europe => [forward(in_utc(3, 25)?), back(in_utc(10, 25)?)],
            Self::UnitedStates => [forward(on_wall(3, 8, 2)?), back(on_wall(11, 1, 1)?)],
            Self::Sydney => [back(on_wall(4, 1, 2)?), forward(on_wall(10, 1, 2)?)],
        })
    }
}

/// The year of a moment, or the nearest in which clocks are changed.
pub(super) fn year_of(moment: SimTime) -> i32 {
    let (first, last) = YEARS;
    if moment.is_in_range() {
        moment.date().year()
    } else if moment < SimTime::default() {
        first
    } else {
        last
    }
}

/// The years that a span of time touches.
pub(super) fn years(from: SimTime, before: SimTime) -> RangeInclusive<i32> {
    year_of(from)..=year_of(before)
}

/// Midnight at the start of the first Sunday that is not before this day of a month.
fn sunday(year: i32, month: u32, day: u32) -> Option<SimTime> {
    let day = SimTime::from_date(NaiveDate::from_ymd_opt(year, month, day)?).day_number();
    let ahead = Weekday::Sunday as i64 - Weekday::of_day_number(day) as i64;
    Some(SimTime::from_secs((day + ahead) * DAY_SECS))
}
