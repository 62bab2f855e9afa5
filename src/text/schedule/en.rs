//! Schedules in English.

use super::{DayShape, nth, sorted};
use crate::schedule::{
    Days, EveryWeeks, Frequency, Month, MonthDay, Months, NeverFires, Period, SHORTEST_MINUTES,
    ScheduleProblem, Times, Validity, Weekday, Weeks,
};
use crate::text::Lang;
use crate::text::format::{
    and_list, capitalized, counted, date_time, day_of_month, month_long, month_short, number, ordinal,
    plain_date, weekday_long, weekday_short,
};
use crate::text::lang::{fill, say};
use crate::text::told::Told;

pub(super) fn frequency(lang: Lang, frequency: &Frequency) -> String {
    match frequency {
        Frequency::SeveralTimesADay(several) => match &several.times {
            Times::Every(period) => {
                let Period { from, to, .. } = period;
                say!(
                    lang,
                    "{every} from {from} to {to}, {days}",
                    every = every(lang, period),
                    from,
                    to,
                    days = days(lang, &several.days, say!(lang, "every day"))
                )
            }
            Times::Selected(times) => at_times(lang, &each_day(lang, &several.days), &sorted(times)),
        },
        Frequency::Daily(daily) => say!(lang, "Every day at {time}", time = daily.time),
        Frequency::Weekly(weekly) => match &weekly.weeks {
            Weeks::EveryWeek => {
                say!(lang, "{days} at {start}", days = each_day(lang, &weekly.days), start = weekly.start)
            }
            Weeks::Every(EveryWeeks { every, from, .. }) => {
                let (weeks, from, start) = (every_weeks(lang, *every), plain_date(lang, *from), weekly.start);
                let days = days(lang, &weekly.days, say!(lang, "every day"));
                match DayShape::of(&weekly.days) {
                    DayShape::Some(_) => {
                        say!(lang, "{weeks} on {days} at {start}, from {from}", weeks, days, start, from)
                    }
                    _ => say!(lang, "{weeks}, {days} at {start}, from {from}", weeks, days, start, from),
                }
            }
        },
        Frequency::Monthly(monthly) => capitalized(&say!(
            lang,
            "On the {day} of {months} at {time}",
            day = month_day(lang, &monthly.day),
            months = months(lang, &monthly.months),
            time = monthly.time
        )),
        Frequency::Once(once) => say!(lang, "Once, on {at}", at = date_time(lang, once.at)),
    }
}

pub(super) fn validity(lang: Lang, validity: &Validity) -> Vec<String> {
    let from = validity.first_date().map(|date| say!(lang, "from {date}", date = plain_date(lang, date)));
    let until =
        validity.last_date().map(|date| say!(lang, "until {date} (included)", date = plain_date(lang, date)));
    let dates: Vec<String> = from.into_iter().chain(until).collect();
    let dates = (!dates.is_empty()).then(|| dates.join(" "));
    let limit = validity.limit().map(|limit| match limit {
        1 => say!(lang, "at most once").to_owned(),
        _ => say!(lang, "at most {limit} times", limit = number(lang, limit.into())),
    });
    dates.into_iter().chain(limit).collect()
}

pub(super) fn short(lang: Lang, frequency: &Frequency) -> String {
    match frequency {
        Frequency::SeveralTimesADay(several) => match &several.times {
            Times::Every(Period { every_minutes, from, to, .. }) => {
                let (days, every) = (short_days(lang, &several.days), short_every(lang, *every_minutes));
                say!(lang, "{days}{every} {from}–{to}", days, every, from, to)
            }
            Times::Selected(times) => {
                format!("{}{}", short_days(lang, &several.days), sorted(times).join(", "))
            }
        },
        Frequency::Daily(daily) => say!(lang, "Daily {time}", time = daily.time),
        Frequency::Weekly(weekly) => {
            let weeks = match &weekly.weeks {
                Weeks::EveryWeek => String::new(),
                Weeks::Every(EveryWeeks { every, .. }) => format!("{}, ", every_weeks(lang, *every)),
            };
            match (DayShape::of(&weekly.days), weeks.as_str()) {
                (DayShape::Some(days), "") if days.len() == 1 => {
                    let days: String = days.iter().map(|&day| weekday_long(lang, day)).collect();
                    say!(lang, "{days}s {start}", days, start = weekly.start)
                }
                (DayShape::Always, _) => say!(lang, "{weeks}daily {start}", weeks, start = weekly.start),
                _ => format!("{weeks}{}{}", short_days(lang, &weekly.days), weekly.start),
            }
        }
        Frequency::Monthly(monthly) => {
            let (day, time) = (month_day(lang, &monthly.day), monthly.time);
            let months: Vec<_> = monthly.months.iter().map(|month| month_short(lang, month)).collect();
            match months.len() {
                0 => say!(lang, "{day} of no month {time}", day, time),
                12 => say!(lang, "Monthly, {day} {time}", day, time),
                _ => say!(lang, "{day} of {join}, {time}", day, join = months.join(", "), time),
            }
        }
        Frequency::Once(once) => say!(lang, "Once, {at}", at = date_time(lang, once.at)),
    }
}

pub(super) fn told(lang: Lang, problem: &ScheduleProblem) -> Told {
    match problem {
        ScheduleProblem::NeverFires(reason) => never(lang, reason),
        ScheduleProblem::PeriodTooShort { minutes } => Told::new(
            say!(
                lang,
                "Two launches are only {minutes} apart.",
                minutes = counted(lang, (*minutes).into(), "minute", "minutes")
            ),
            say!(lang, "Leave at least {minutes} minutes between launches.", minutes = SHORTEST_MINUTES),
        ),
        ScheduleProblem::MonthsLeftOut { day, months } => Told::new(
            match day {
                29 => say!(
                    lang,
                    "February has a 29th in leap years only; in other years nothing is launched then."
                )
                .into(),
                _ => say!(
                    lang,
                    "There is no {day} in {names}, so nothing is launched then.",
                    day = nth_day(lang, *day),
                    names = names(lang, months)
                ),
            },
            say!(lang, "Choose the last day of the month if every month shall have its launch."),
        ),
    }
}

fn never(lang: Lang, reason: &NeverFires) -> Told {
    let (what, remedy) = match reason {
        NeverFires::NoDays => (
            say!(lang, "The schedule has no day of the week.").into(),
            say!(lang, "Choose at least one day."),
        ),
        NeverFires::NoMonths => {
            (say!(lang, "The schedule has no month.").into(), say!(lang, "Choose at least one month."))
        }
        NeverFires::NoHours => {
            (say!(lang, "The schedule has no time of day.").into(), say!(lang, "Add at least one time."))
        }
        NeverFires::ZeroPeriod => (
            say!(lang, "The time between launches is 0 minutes.").into(),
            say!(lang, "Enter 15 minutes or more."),
        ),
        NeverFires::HoursEndBeforeStart { from, to } => (
            say!(lang, "The launches of a day begin at {from} but end before that, at {to}.", from, to),
            say!(lang, "Choose an end that is later than the beginning."),
        ),
        NeverFires::ZeroWeeks => (
            say!(lang, "The schedule repeats every 0 weeks.").into(),
            say!(lang, "Enter 1 for every week, or more."),
        ),
        NeverFires::ImpossibleDay { day, months } => (
            match months {
                Months::EveryMonth => say!(lang, "No month has a day {day}.", day),
                Months::On(_) => say!(
                    lang,
                    "There is never a day {day} in {months}.",
                    day,
                    months = month_names(lang, months)
                ),
            },
            say!(lang, "Choose a day that these months have, or the last day of the month."),
        ),
        NeverFires::ValidityEndsBeforeStart { from, to } => (
            say!(
                lang,
                "The schedule is valid from {from} but only until {to}.",
                from = plain_date(lang, *from),
                to = plain_date(lang, *to)
            ),
            say!(lang, "Choose an end that is not before the beginning."),
        ),
        NeverFires::ZeroIterations => (
            say!(lang, "The schedule may launch at most 0 times.").into(),
            say!(lang, "Enter 1 or more, or make it permanent."),
        ),
        NeverFires::OutsideValidity { from, to } => (
            match (from, to) {
                (Some(from), Some(to)) => say!(
                    lang,
                    "No launch falls between {from} and {to}, when the schedule is valid.",
                    from = plain_date(lang, *from),
                    to = plain_date(lang, *to)
                ),
                (Some(from), None) => {
                    say!(lang, "There is no launch after {from}.", from = plain_date(lang, *from))
                }
                (None, Some(to)) => say!(lang, "There is no launch until {to}.", to = plain_date(lang, *to)),
                (None, None) => say!(lang, "The schedule has no launch.").into(),
            },
            say!(lang, "Choose a longer validity or another day."),
        ),
    };
    Told::new(what, remedy)
}

fn at_times(lang: Lang, days: &str, times: &[String]) -> String {
    if times.is_empty() {
        say!(lang, "{days}, at no time", days)
    } else {
        say!(lang, "{days} at {times}", days, times = and_list(lang, times))
    }
}

/// `Every Monday`, `Monday to Friday`: the beginning of a sentence.
fn each_day(lang: Lang, choice: &Days) -> String {
    match DayShape::of(choice) {
        DayShape::Never => say!(lang, "On no day").into(),
        DayShape::Always => say!(lang, "Every day").into(),
        DayShape::Span(first, last) => capitalized(&span(lang, first, last)),
        DayShape::Some(days) => {
            let days: Vec<_> = days.iter().map(|&day| weekday_long(lang, day)).collect();
            say!(lang, "Every {days}", days = and_list(lang, &days))
        }
    }
}

/// `Monday and Thursday`, in the midst of a sentence.
fn days(lang: Lang, choice: &Days, all: &str) -> String {
    match DayShape::of(choice) {
        DayShape::Never => say!(lang, "no day").into(),
        DayShape::Always => all.into(),
        DayShape::Span(first, last) => span(lang, first, last),
        DayShape::Some(days) => list_of_days(lang, &days),
    }
}

fn span(lang: Lang, first: Weekday, last: Weekday) -> String {
    say!(lang, "{first} to {last}", first = weekday_long(lang, first), last = weekday_long(lang, last))
}

/// Days on which something is done again and again: Swedish gives them their plural, *måndagar*.
fn list_of_days(lang: Lang, days: &[Weekday]) -> String {
    let habit = lang.pick_as("habit", "{weekday}", "{weekday}ar");
    let named = |&day| fill(habit, &[("weekday", &weekday_long(lang, day))]);
    and_list(lang, &days.iter().map(named).collect::<Vec<_>>())
}

/// With a space behind; empty for all days.
fn short_days(lang: Lang, choice: &Days) -> String {
    match DayShape::of(choice) {
        DayShape::Never => say!(lang, "No day, ").into(),
        DayShape::Always => String::new(),
        DayShape::Span(first, last) => {
            format!("{}–{} ", weekday_short(lang, first), weekday_short(lang, last))
        }
        DayShape::Some(days) => {
            let days: Vec<_> = days.iter().map(|&day| weekday_short(lang, day)).collect();
            format!("{} ", days.join(", "))
        }
    }
}

fn every(lang: Lang, period: &Period) -> String {
    match period.every_minutes {
        1 => say!(lang, "Every minute").into(),
        2 => say!(lang, "Every 2 minutes").into(),
        60 => say!(lang, "Every hour").into(),
        120 => say!(lang, "Every 2 hours").into(),
        minutes if minutes > 0 && minutes % 60 == 0 => {
            again(lang, say!(lang, "Every {minutes} hours"), "minutes", minutes / 60)
        }
        minutes => again(lang, say!(lang, "Every {minutes} minutes"), "minutes", minutes),
    }
}

fn short_every(lang: Lang, minutes: u32) -> String {
    match minutes {
        1 => say!(lang, "every 1 min").into(),
        2 => say!(lang, "every 2 min").into(),
        60 => say!(lang, "every 60 min").into(),
        120 => say!(lang, "every 120 min").into(),
        _ => again(lang, say!(lang, "every {minutes} min"), "minutes", minutes),
    }
}

/// The numbers that Swedish has words of its own for are messages of their own.
fn every_weeks(lang: Lang, weeks: u32) -> String {
    match weeks {
        1 => say!(lang, "Every week").into(),
        2 => say!(lang, "Every 2 weeks").into(),
        3 => say!(lang, "Every 3 weeks").into(),
        4 => say!(lang, "Every 4 weeks").into(),
        _ => again(lang, say!(lang, "Every {weeks} weeks"), "weeks", weeks),
    }
}

/// How often: a pack may name the number in a row as `{nth}` in place of the number.
fn again(lang: Lang, template: &str, name: &'static str, count: u32) -> String {
    let count = u64::from(count);
    fill(template, &[(name, &number(lang, count)), ("nth", &ordinal(lang, count))])
}

fn month_day(lang: Lang, day: &MonthDay) -> String {
    match day {
        MonthDay::On(day) => {
            fill(lang.pick_as("of a month", "{day}", "den {day}"), &[("day", &nth_day(lang, *day))])
        }
        MonthDay::LastDay => say!(lang, "last day").into(),
        MonthDay::Weekday(one) => fill(
            lang.pick_as("of a month", "{nth} {weekday}", "{nth} {weekday}en"),
            &[("nth", &nth(lang, one.nth)), ("weekday", &weekday_long(lang, one.weekday))],
        ),
    }
}

fn nth_day(lang: Lang, day: u8) -> String {
    day_of_month(lang, day)
}

fn months(lang: Lang, months: &Months) -> String {
    match months.iter().count() {
        0 => say!(lang, "no month").into(),
        12 => say!(lang, "every month").into(),
        _ => month_names(lang, months),
    }
}

fn month_names(lang: Lang, months: &Months) -> String {
    names(lang, &months.iter().collect::<Vec<_>>())
}

fn names(lang: Lang, months: &[Month]) -> String {
    and_list(lang, &months.iter().map(|&month| month_long(lang, month)).collect::<Vec<_>>())
}
