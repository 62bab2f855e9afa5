//! What is wrong with a schedule, as typed values; the sentences are made elsewhere.

use chrono::NaiveDate;

use super::Schedule;
use super::days::Days;
use super::frequency::{Frequency, Monthly, Period, SeveralTimesADay, Times, Weekly, Weeks};
use super::months::{Month, MonthDay, Months};
use super::time_of_day::TimeOfDay;
use super::validity::Validity;
use crate::base::time::SimTime;

/// The shortest interval that the product recommends, in minutes (`scheduler` page).
pub const SHORTEST_MINUTES: u32 = 15;

/// One thing that is wrong with a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScheduleProblem {
    /// There is no launch at all, for the reason given.
    NeverFires(NeverFires),
    /// Two launches are nearer to each other than [`SHORTEST_MINUTES`]; across midnight, too.
    PeriodTooShort {
        /// Minutes between the two launches that are nearest to each other.
        minutes: u32,
    },
    /// A chosen month has no launch, in some years at least, for it is too short. Assumption: the month is
    /// left out; no other day takes the place of the missing one.
    MonthsLeftOut {
        /// The day of the month.
        day: u8,
        /// The chosen months that lack it; February counts for the 29th.
        months: Vec<Month>,
    },
}

/// Why a schedule has no launch at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeverFires {
    /// No day of the week is chosen.
    NoDays,
    /// No month is chosen.
    NoMonths,
    /// The list of selected hours is empty.
    NoHours,
    /// The period is 0 minutes.
    ZeroPeriod,
    /// The launches of a day would end before they begin.
    HoursEndBeforeStart {
        /// The time of the first launch of a day.
        from: TimeOfDay,
        /// The time that no launch may pass.
        to: TimeOfDay,
    },
    /// Every 0 weeks.
    ZeroWeeks,
    /// None of the chosen months ever has this day.
    ImpossibleDay {
        /// The day of the month.
        day: u8,
        /// The chosen months.
        months: Months,
    },
    /// The validity ends before it begins.
    ValidityEndsBeforeStart {
        /// The first valid date.
        from: NaiveDate,
        /// The last valid date.
        to: NaiveDate,
    },
    /// The maximum number of iterations is 0.
    ZeroIterations,
    /// There are launches, but none while the schedule is valid.
    OutsideValidity {
        /// The first valid date, if there is one.
        from: Option<NaiveDate>,
        /// The last valid date, if there is one.
        to: Option<NaiveDate>,
    },
}

impl Schedule {
    /// Everything that is wrong with this schedule, the gravest first. Nothing is launched if and only if
    /// [`ScheduleProblem::NeverFires`] is among it.
    pub fn problems(&self) -> Vec<ScheduleProblem> {
        let mut reasons = of_frequency(&self.frequency);
        reasons.extend(of_validity(&self.validity));
        if reasons.is_empty() && self.launches(SimTime::from_date(NaiveDate::MIN)).next().is_none() {
            let (from, to) = (self.validity.first_date(), self.validity.last_date());
            reasons.push(NeverFires::OutsideValidity { from, to });
        }
        let never = !reasons.is_empty();
        let mut problems: Vec<_> = reasons.into_iter().map(ScheduleProblem::NeverFires).collect();
        if !never {
            problems.extend(self.too_short());
            problems.extend(months_left_out(&self.frequency));
        }
        problems
    }

    fn too_short(&self) -> Option<ScheduleProblem> {
        let minutes = u32::try_from(self.shortest_interval()?.secs() / 60).ok()?;
        (minutes < SHORTEST_MINUTES).then_some(ScheduleProblem::PeriodTooShort { minutes })
    }
}

fn of_frequency(frequency: &Frequency) -> Vec<NeverFires> {
    match frequency {
        Frequency::SeveralTimesADay(SeveralTimesADay { times, days, .. }) => {
            of_times(times).into_iter().chain(of_days(days)).collect()
        }
        Frequency::Weekly(Weekly { days, weeks, .. }) => {
            of_days(days).into_iter().chain(of_weeks(weeks)).collect()
        }
        Frequency::Monthly(monthly) => of_months(monthly).into_iter().collect(),
        Frequency::Daily(_) | Frequency::Once(_) => Vec::new(),
    }
}

fn of_times(times: &Times) -> Option<NeverFires> {
    match times {
        Times::Selected(hours) => hours.is_empty().then_some(NeverFires::NoHours),
        Times::Every(Period { every_minutes: 0, .. }) => Some(NeverFires::ZeroPeriod),
        &Times::Every(Period { from, to, .. }) => {
            (from > to).then_some(NeverFires::HoursEndBeforeStart { from, to })
        }
    }
}

fn of_days(days: &Days) -> Option<NeverFires> {
    days.iter().next().is_none().then_some(NeverFires::NoDays)
}

fn of_weeks(weeks: &Weeks) -> Option<NeverFires> {
    matches!(weeks, Weeks::Every(weeks) if weeks.every == 0).then_some(NeverFires::ZeroWeeks)
}

fn of_months(Monthly { months, day, .. }: &Monthly) -> Option<NeverFires> {
    if months.iter().next().is_none() {
        return Some(NeverFires::NoMonths);
    }
    match *day {
        MonthDay::On(number) if !months.iter().any(|month| day.can_be_in(month)) => {
            Some(NeverFires::ImpossibleDay { day: number, months: months.clone() })
        }
        _ => None,
    }
}

fn of_validity(validity: &Validity) -> Vec<NeverFires> {
    let zero = (validity.limit() == Some(0)).then_some(NeverFires::ZeroIterations);
    let dates = validity.first_date().zip(validity.last_date());
    let reversed = dates
        .filter(|(from, to)| from > to)
        .map(|(from, to)| NeverFires::ValidityEndsBeforeStart { from, to });
    zero.into_iter().chain(reversed).collect()
}

fn months_left_out(frequency: &Frequency) -> Option<ScheduleProblem> {
    let Frequency::Monthly(Monthly { months, day: MonthDay::On(day), .. }) = frequency else { return None };
    let left_out: Vec<Month> = months.iter().filter(|month| month.shortest() < *day).collect();
    (!left_out.is_empty()).then_some(ScheduleProblem::MonthsLeftOut { day: *day, months: left_out })
}
