//! When a schedule is due by the clock on the wall, found by stepping from one matching day to the next.

use std::iter::successors;

use chrono::{Datelike as _, NaiveDate};

use super::days::{Days, Weekday};
use super::frequency::{Frequency, Monthly, Period, SeveralTimesADay, Times, Weekly, Weeks};
use super::months::{Month, MonthDay};
use super::{Schedule, Validity};
use crate::base::time::{DAY_SECS, SimSpan, SimTime};

/// The first and last day of the years 1 to 9999, counted from 1970-01-01.
pub(super) const RANGE: (i64, i64) = (-719_162, 2_932_896);

/// A schedule made ready for counting: everything but the number of iterations and the time zone.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    days: DayRule,
    /// Seconds since midnight of each launch of a matching day, rising.
    slots: Vec<u32>,
    first_day: i64,
    last_day: i64,
}

/// Which days match; days are counted from 1970-01-01.
#[derive(Clone, Debug)]
enum DayRule {
    /// The chosen weekdays (bit 0 is Monday) of every `every`th week, one of which begins on `monday`.
    Weeks { weekdays: u8, every: i64, monday: i64 },
    /// One day in each of the chosen months, each of which can have that day.
    Months { months: Vec<Month>, day: MonthDay },
    /// This day alone.
    Single(i64),
}

impl Calendar {
    pub(super) fn of(schedule: &Schedule) -> Self {
        let (days, slots, starts) = match &schedule.frequency {
            Frequency::SeveralTimesADay(several) => (every_week(&several.days), slots_of(several), None),
            Frequency::Daily(daily) => (every_week(&Days::EveryDay), vec![daily.time.secs()], None),
            Frequency::Weekly(weekly) => (weeks_of(weekly), vec![weekly.start.secs()], start_of(weekly)),
            Frequency::Monthly(monthly) => (months_of(monthly), vec![monthly.time.secs()], None),
            Frequency::Once(once) => {
                let second = once.at.secs().rem_euclid(DAY_SECS) as u32;
                (DayRule::Single(once.at.day_number()), vec![second], None)
            }
        };
        Self::within(&schedule.validity, days, slots, starts)
    }

    fn within(validity: &Validity, days: DayRule, slots: Vec<u32>, starts: Option<NaiveDate>) -> Self {
        let first_day = validity.first_date().max(starts).map_or(RANGE.0, day_number).max(RANGE.0);
        let last_day = validity.last_date().map_or(RANGE.1, day_number).min(RANGE.1);
        Self { days, slots, first_day, last_day }
    }

    /// The first launch that is not before `moment`.
    pub(super) fn first_from(&self, moment: SimTime) -> Option<SimTime> {
        let day = self.day_from(moment.day_number())?;
        let second = if day == moment.day_number() { moment.secs().rem_euclid(DAY_SECS) as u32 } else { 0 };
        match self.slots.get(self.slots.partition_point(|&slot| slot < second)) {
            Some(&slot) => Some(at(day, slot)),
            None => Some(at(self.day_from(day + 1)?, *self.slots.first()?)),
        }
    }

    /// How many launches there are from `from` until just before `before`; counting ends at `enough`.
    pub(super) fn count(&self, from: SimTime, before: SimTime, enough: u32) -> u32 {
        let upto = |day, moment| self.slots.partition_point(|&slot| at(day, slot) < moment);
        let mut seen = 0;
        let mut next = self.day_from(from.day_number());
        while let Some(day) = next.filter(|&day| day <= before.day_number() && seen < enough as usize) {
            seen += upto(day, before).saturating_sub(upto(day, from));
            next = self.day_from(day + 1);
        }
        seen.min(enough as usize) as u32
    }

    /// The shortest time between two launches that follow each other, where there are two.
    pub(super) fn shortest_interval(&self) -> Option<SimSpan> {
        /// One more than the launch days of a monthly schedule in 400 years, after which dates repeat.
        const CYCLE: usize = 4_801;
        let cycle = match self.days {
            // From the first weekday of a week to that of the next one with launches.
            DayRule::Weeks { weekdays, .. } => weekdays.count_ones() as usize,
            DayRule::Months { .. } => CYCLE,
            DayRule::Single(_) => 1,
        };
        let within_a_day = self.slots.windows(2).map(|pair| i64::from(pair[1]) - i64::from(pair[0])).min();
        let overnight = i64::from(*self.slots.first()?) - i64::from(*self.slots.last()?);
        let first_day = self.day_from(self.first_day)?;
        successors(Some(first_day), |day| self.day_from(day + 1))
            .take(cycle)
            .zip(successors(self.day_from(first_day + 1), |day| self.day_from(day + 1)))
            .map(|(day, next_day)| (next_day - day) * DAY_SECS + overnight)
            .chain(within_a_day)
            .min()
            .map(SimSpan::from_secs)
    }

    /// The first matching and valid day from `day` on. Ends at once where no day matches.
    fn day_from(&self, day: i64) -> Option<i64> {
        let day = day.max(self.first_day);
        if self.slots.is_empty() || day > self.last_day {
            return None;
        }
        match &self.days {
            &DayRule::Weeks { weekdays, every, monday } => day_of_weeks(weekdays, every, monday, day),
            DayRule::Months { months, day: which } => day_of_months(months, which, day, self.last_day),
            &DayRule::Single(single) => Some(single).filter(|&single| single >= day),
        }
        .filter(|&found| found <= self.last_day)
    }
}

/// The first day from `day` on that is one of `weekdays` in one of the weeks.
fn day_of_weeks(weekdays: u8, every: i64, monday: i64, day: i64) -> Option<i64> {
    if weekdays == 0 || every == 0 {
        return None;
    }
    let week = (day - monday).div_euclid(7);
    let this_monday = monday + week * 7;
    let weeks_ahead = (-week).rem_euclid(every);
    let left_of_week = if weeks_ahead == 0 { weekdays >> (day - this_monday) } else { 0 };
    if left_of_week != 0 {
        return Some(day + i64::from(left_of_week.trailing_zeros()));
    }
    let next_monday = this_monday + if weeks_ahead == 0 { every } else { weeks_ahead } * 7;
    Some(next_monday + i64::from(weekdays.trailing_zeros()))
}

/// The first day from `day` on that is `which` day of one of `months`; none of them lacks it for long, so
/// the search is short. It gives up after `last_day`.
fn day_of_months(months: &[Month], which: &MonthDay, day: i64, last_day: i64) -> Option<i64> {
    if months.is_empty() {
        return None;
    }
    let start = at(day, 0).date();
    let first_year = start.year();
    (first_year..=at(last_day, 0).date().year())
        .flat_map(|year| months.iter().map(move |month| (year, month.number())))
        .skip_while(|&month| month < (first_year, start.month()))
        .filter_map(|(year, month)| which.date_in(year, month))
        .map(day_number)
        .find(|&found| found >= day)
}

fn every_week(days: &Days) -> DayRule {
    DayRule::Weeks { weekdays: bits(days), every: 1, monday: monday_of(0) }
}

fn weeks_of(weekly: &Weekly) -> DayRule {
    match &weekly.weeks {
        Weeks::EveryWeek => every_week(&weekly.days),
        Weeks::Every(weeks) => DayRule::Weeks {
            weekdays: bits(&weekly.days),
            every: weeks.every.into(),
            monday: monday_of(day_number(weeks.from)),
        },
    }
}

fn start_of(weekly: &Weekly) -> Option<NaiveDate> {
    match &weekly.weeks {
        Weeks::EveryWeek => None,
        Weeks::Every(weeks) => Some(weeks.from),
    }
}

fn months_of(monthly: &Monthly) -> DayRule {
    let months = monthly.months.iter().filter(|&month| monthly.day.can_be_in(month)).collect();
    DayRule::Months { months, day: monthly.day.clone() }
}

fn slots_of(several: &SeveralTimesADay) -> Vec<u32> {
    match &several.times {
        Times::Selected(hours) => {
            let mut slots: Vec<u32> = hours.iter().map(|hour| hour.secs()).collect();
            slots.sort_unstable();
            slots.dedup();
            slots
        }
        Times::Every(Period { every_minutes: 0, .. }) => Vec::new(),
        Times::Every(Period { every_minutes, from, to, .. }) => (from.minutes()..=to.minutes())
            .step_by(*every_minutes as usize)
            .map(|m| u32::from(m) * 60)
            .collect(),
    }
}

fn bits(days: &Days) -> u8 {
    days.iter().map(|day| 1 << day as u8).sum()
}

fn monday_of(day: i64) -> i64 {
    day - Weekday::of_day_number(day) as i64
}

fn day_number(date: NaiveDate) -> i64 {
    SimTime::from_date(date).day_number()
}

fn at(day: i64, second: u32) -> SimTime {
    SimTime::from_secs(day * DAY_SECS + i64::from(second))
}
