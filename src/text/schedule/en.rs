//! Schedules in English.

use super::{DayShape, nth, sorted};
use crate::schedule::{
    Days, EveryWeeks, Frequency, Month, MonthDay, Months, NeverFires, Period, SHORTEST_MINUTES,
    ScheduleProblem, Times, Validity, Weekday, Weeks,
};
use crate::text::Lang::En;
use crate::text::format::{
    and_list, counted, date_time, month_long, month_short, number, ordinal, plain_date, weekday_long,
    weekday_short,
};
use crate::text::told::Told;

pub(super) fn frequency(frequency: &Frequency) -> String {
    match frequency {
        Frequency::SeveralTimesADay(several) => match &several.times {
            Times::Every(period) => {
                let Period { from, to, .. } = period;
                format!("{} from {from} to {to}, {}", every(period), days(&several.days, "every day"))
            }
            Times::Selected(times) => at_times(&each_day(&several.days), &sorted(times)),
        },
        Frequency::Daily(daily) => format!("Every day at {}", daily.time),
        Frequency::Weekly(weekly) => match &weekly.weeks {
            Weeks::EveryWeek => format!("{} at {}", each_day(&weekly.days), weekly.start),
            Weeks::Every(EveryWeeks { every, from, .. }) => format!(
                "{} on {} at {}, from {}",
                every_weeks(*every),
                days(&weekly.days, "every day"),
                weekly.start,
                plain_date(En, *from)
            ),
        },
        Frequency::Monthly(monthly) => {
            format!("On the {} of {} at {}", month_day(&monthly.day), months(&monthly.months), monthly.time)
        }
        Frequency::Once(once) => format!("Once, on {}", date_time(En, once.at)),
    }
}

pub(super) fn validity(validity: &Validity) -> Vec<String> {
    let from = validity.first_date().map(|date| format!("from {}", plain_date(En, date)));
    let until = validity.last_date().map(|date| format!("until {} (included)", plain_date(En, date)));
    let dates: Vec<String> = from.into_iter().chain(until).collect();
    let dates = (!dates.is_empty()).then(|| dates.join(" "));
    let limit = validity.limit().map(|limit| match limit {
        1 => "at most once".to_owned(),
        _ => format!("at most {} times", number(En, limit.into())),
    });
    dates.into_iter().chain(limit).collect()
}

pub(super) fn short(frequency: &Frequency) -> String {
    match frequency {
        Frequency::SeveralTimesADay(several) => match &several.times {
            Times::Every(Period { every_minutes, from, to, .. }) => {
                format!("{}every {every_minutes} min {from}–{to}", short_days(&several.days))
            }
            Times::Selected(times) => format!("{}{}", short_days(&several.days), sorted(times).join(", ")),
        },
        Frequency::Daily(daily) => format!("Daily {}", daily.time),
        Frequency::Weekly(weekly) => {
            let weeks = match &weekly.weeks {
                Weeks::EveryWeek => String::new(),
                Weeks::Every(EveryWeeks { every, .. }) => format!("{}, ", every_weeks(*every)),
            };
            match (DayShape::of(&weekly.days), weeks.as_str()) {
                (DayShape::Some(days), "") if days.len() == 1 => {
                    let days: String = days.iter().map(|&day| weekday_long(En, day)).collect();
                    format!("{days}s {}", weekly.start)
                }
                (DayShape::Always, _) => format!("{weeks}daily {}", weekly.start),
                _ => format!("{weeks}{}{}", short_days(&weekly.days), weekly.start),
            }
        }
        Frequency::Monthly(monthly) => {
            let (day, time) = (month_day(&monthly.day), monthly.time);
            let months: Vec<_> = monthly.months.iter().map(|month| month_short(En, month)).collect();
            match months.len() {
                0 => format!("{day} of no month {time}"),
                12 => format!("Monthly, {day} {time}"),
                _ => format!("{day} of {}, {time}", months.join(", ")),
            }
        }
        Frequency::Once(once) => format!("Once, {}", date_time(En, once.at)),
    }
}

pub(super) fn told(problem: &ScheduleProblem) -> Told {
    match problem {
        ScheduleProblem::NeverFires(reason) => never(reason),
        ScheduleProblem::PeriodTooShort { minutes } => Told::new(
            format!("Two launches are only {} apart.", counted(En, (*minutes).into(), "minute", "minutes")),
            format!("Leave at least {SHORTEST_MINUTES} minutes between launches."),
        ),
        ScheduleProblem::MonthsLeftOut { day, months } => Told::new(
            match day {
                29 => {
                    "February has a 29th in leap years only; in other years nothing is launched then.".into()
                }
                _ => format!(
                    "There is no {} in {}, so nothing is launched then.",
                    nth_day(*day),
                    names(months)
                ),
            },
            "Choose the last day of the month if every month shall have its launch.",
        ),
    }
}

fn never(reason: &NeverFires) -> Told {
    let (what, remedy) = match reason {
        NeverFires::NoDays => ("The schedule has no day of the week.".into(), "Choose at least one day."),
        NeverFires::NoMonths => ("The schedule has no month.".into(), "Choose at least one month."),
        NeverFires::NoHours => ("The schedule has no time of day.".into(), "Add at least one time."),
        NeverFires::ZeroPeriod => {
            ("The time between launches is 0 minutes.".into(), "Enter 15 minutes or more.")
        }
        NeverFires::HoursEndBeforeStart { from, to } => (
            format!("The launches of a day begin at {from} but end before that, at {to}."),
            "Choose an end that is later than the beginning.",
        ),
        NeverFires::ZeroWeeks => {
            ("The schedule repeats every 0 weeks.".into(), "Enter 1 for every week, or more.")
        }
        NeverFires::ImpossibleDay { day, months } => (
            match months {
                Months::EveryMonth => format!("No month has a day {day}."),
                Months::On(_) => format!("There is never a day {day} in {}.", month_names(months)),
            },
            "Choose a day that these months have, or the last day of the month.",
        ),
        NeverFires::ValidityEndsBeforeStart { from, to } => (
            format!(
                "The schedule is valid from {} but only until {}.",
                plain_date(En, *from),
                plain_date(En, *to)
            ),
            "Choose an end that is not before the beginning.",
        ),
        NeverFires::ZeroIterations => {
            ("The schedule may launch at most 0 times.".into(), "Enter 1 or more, or make it permanent.")
        }
        NeverFires::OutsideValidity { from, to } => (
            match (from, to) {
                (Some(from), Some(to)) => format!(
                    "No launch falls between {} and {}, when the schedule is valid.",
                    plain_date(En, *from),
                    plain_date(En, *to)
                ),
                (Some(from), None) => format!("There is no launch after {}.", plain_date(En, *from)),
                (None, Some(to)) => format!("There is no launch until {}.", plain_date(En, *to)),
                (None, None) => "The schedule has no launch.".into(),
            },
            "Choose a longer validity or another day.",
        ),
    };
    Told::new(what, remedy)
}

fn at_times(days: &str, times: &[String]) -> String {
    if times.is_empty() {
        format!("{days}, at no time")
    } else {
        format!("{days} at {}", and_list(En, times))
    }
}

/// `Every Monday`, `Monday to Friday`: the beginning of a sentence.
fn each_day(choice: &Days) -> String {
    match DayShape::of(choice) {
        DayShape::Never => "On no day".into(),
        DayShape::Always => "Every day".into(),
        DayShape::Span(first, last) => span(first, last),
        DayShape::Some(days) => format!("Every {}", list_of_days(&days)),
    }
}

/// `Monday and Thursday`, in the midst of a sentence.
fn days(choice: &Days, all: &str) -> String {
    match DayShape::of(choice) {
        DayShape::Never => "no day".into(),
        DayShape::Always => all.into(),
        DayShape::Span(first, last) => span(first, last),
        DayShape::Some(days) => list_of_days(&days),
    }
}

fn span(first: Weekday, last: Weekday) -> String {
    format!("{} to {}", weekday_long(En, first), weekday_long(En, last))
}

fn list_of_days(days: &[Weekday]) -> String {
    and_list(En, &days.iter().map(|&day| weekday_long(En, day)).collect::<Vec<_>>())
}

/// With a space behind; empty for all days.
fn short_days(choice: &Days) -> String {
    match DayShape::of(choice) {
        DayShape::Never => "No day, ".into(),
        DayShape::Always => String::new(),
        DayShape::Span(first, last) => {
            format!("{}–{} ", weekday_short(En, first), weekday_short(En, last))
        }
        DayShape::Some(days) => {
            let days: Vec<_> = days.iter().map(|&day| weekday_short(En, day)).collect();
            format!("{} ", days.join(", "))
        }
    }
}

fn every(period: &Period) -> String {
    match period.every_minutes {
        1 => "Every minute".into(),
        60 => "Every hour".into(),
        minutes if minutes > 0 && minutes % 60 == 0 => format!("Every {} hours", minutes / 60),
        minutes => format!("Every {} minutes", number(En, minutes.into())),
    }
}

fn every_weeks(weeks: u32) -> String {
    if weeks == 1 { "Every week".into() } else { format!("Every {} weeks", number(En, weeks.into())) }
}

fn month_day(day: &MonthDay) -> String {
    match day {
        MonthDay::On(day) => nth_day(*day),
        MonthDay::LastDay => "last day".into(),
        MonthDay::Weekday(one) => format!("{} {}", nth(En, one.nth), weekday_long(En, one.weekday)),
    }
}

fn nth_day(day: u8) -> String {
    ordinal(En, day.into())
}

fn months(months: &Months) -> String {
    match months.iter().count() {
        0 => "no month".into(),
        12 => "every month".into(),
        _ => month_names(months),
    }
}

fn month_names(months: &Months) -> String {
    names(&months.iter().collect::<Vec<_>>())
}

fn names(months: &[Month]) -> String {
    and_list(En, &months.iter().map(|&month| month_long(En, month)).collect::<Vec<_>>())
}
