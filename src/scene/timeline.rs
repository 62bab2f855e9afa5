//! The timeline: a place for every week, which weeks launch something, and where months begin.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Months, NaiveDate};

use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::log::RunLog;

const WEEK_SECS: i64 = 7 * DAY_SECS;
/// Up to this many weeks months are named, beyond it only years.
const MOST_WEEKS_BY_MONTH: u32 = 106;
/// A name needs about this share of the line, in thousandths; one that would touch its neighbour is left out.
const ROOM: i64 = 55;

/// A name below the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The first day of what it names.
    pub date: NaiveDate,
    /// Whether it is named where there is little room too.
    pub is_major: bool,
    /// Whether it names a year and not a month.
    pub is_year: bool,
}

/// How many weeks have begun at `moment`, of a run that began at `start`: 0 at the start, 1 from then to the end
/// of the first week.
pub fn weeks_begun(start: SimTime, moment: SimTime) -> u32 {
    let passed = (moment - start).secs().max(0);
    u32::try_from((passed + WEEK_SECS - 1) / WEEK_SECS).unwrap_or(u32::MAX)
}

/// The moment at which this many weeks are over.
pub fn end_of_week(start: SimTime, weeks: u32) -> SimTime {
    start + SimSpan::from_secs(i64::from(weeks) * WEEK_SECS)
}

/// The weeks, from 0, in which something is launched.
pub fn launch_weeks(run: &RunLog) -> BTreeSet<u32> {
    let week = |at: SimTime| u32::try_from((at - run.plan().start).secs() / WEEK_SECS).ok();
    run.launch_times().into_iter().filter_map(week).collect()
}

/// The names below a timeline of this many weeks, in order; at the beginning and at each month or year within.
pub fn marks(start: NaiveDate, weeks: u32) -> Vec<Mark> {
    let is_year = weeks > MOST_WEEKS_BY_MONTH;
    let end = SimTime::from_date(start) + SimSpan::from_secs(i64::from(weeks) * WEEK_SECS);
    let share = |date: NaiveDate| {
        let (first, moment) = (SimTime::from_date(start), SimTime::from_date(date));
        (moment - first).secs() * 1_000 / (end - first).secs().max(1)
    };
    let mut marks = Vec::new();
    let mut date = Some(start);
    while let Some(at) = date.filter(|at| share(*at) <= 1_000 - ROOM / 2) {
        let next = next_beginning(at, is_year);
        let has_room = next.is_none_or(|next| share(next) - share(at) >= ROOM) || at != start;
        if has_room {
            let is_major = is_year || weeks <= 13 || at.month0() % 3 == 0;
            marks.push(Mark { date: at, is_major, is_year });
        }
        date = next;
    }
    marks
}

/// The first day of the month or year after this one.
fn next_beginning(date: NaiveDate, is_year: bool) -> Option<NaiveDate> {
    if is_year {
        NaiveDate::from_ymd_opt(date.year().checked_add(1)?, 1, 1)
    } else {
        date.with_day(1)?.checked_add_months(Months::new(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_week_has_begun_until_it_is_over() {
        let start = SimTime::from_date(day("2026-01-05"));
        let after = |hours| weeks_begun(start, start + SimSpan::from_hours(hours));
        assert_eq!([after(-1), after(0), after(1), after(168), after(169)], [0, 0, 1, 1, 2]);
        assert_eq!(weeks_begun(start, end_of_week(start, 52)), 52);
    }

    #[test]
    fn a_year_names_its_months_and_ten_years_their_years() {
        let months = marks(day("2026-01-05"), 52);
        assert_eq!(months.len(), 12);
        assert_eq!(months.iter().filter(|mark| mark.is_major).count(), 4);
        assert_eq!(months[1].date, day("2026-02-01"));
        let years = marks(day("2026-01-05"), 520);
        assert_eq!((years.len(), years[1].date), (10, day("2027-01-01")));
    }

    #[test]
    fn a_beginning_without_room_is_not_named() {
        assert_eq!(marks(day("2026-01-29"), 52)[0].date, day("2026-02-01"));
        assert_eq!(marks(day("2026-06-29"), 8)[0].date, day("2026-07-01"));
        assert_eq!(marks(day("2026-06-01"), 1).len(), 1);
    }
}
