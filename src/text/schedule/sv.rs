//! Schedules in Swedish.

use super::{DayShape, nth, sorted};
use crate::schedule::{
    Days, EveryWeeks, Frequency, Month, MonthDay, Months, NeverFires, Period, SHORTEST_MINUTES,
    ScheduleProblem, Times, Validity, Weekday, Weeks,
};
use crate::text::Lang::Sv;
use crate::text::format::{
    and_list, capitalized, counted_sv, date_time, month_long, month_short, number, ordinal, plain_date,
    weekday_long, weekday_short,
};
use crate::text::told::Told;

pub(super) fn frequency(frequency: &Frequency) -> String {
    match frequency {
        Frequency::SeveralTimesADay(several) => match &several.times {
            Times::Every(period) => {
                let Period { from, to, .. } = period;
                format!("{} från {from} till {to}, {}", every(period), days(&several.days, "varje dag"))
            }
            Times::Selected(times) => at_times(&each_day(&several.days), &sorted(times)),
        },
        Frequency::Daily(daily) => format!("Varje dag kl. {}", daily.time),
        Frequency::Weekly(weekly) => match &weekly.weeks {
            Weeks::EveryWeek => format!("{} kl. {}", each_day(&weekly.days), weekly.start),
            Weeks::Every(EveryWeeks { every, from, .. }) => format!(
                "{} {} kl. {}, från och med {}",
                every_weeks(*every),
                days_of_weeks(&weekly.days),
                weekly.start,
                plain_date(Sv, *from)
            ),
        },
        Frequency::Monthly(monthly) => {
            let (day, months) = (month_day(&monthly.day), months(&monthly.months));
            format!("{day} i {months} kl. {}", monthly.time)
        }
        Frequency::Once(once) => format!("En gång, {}", date_time(Sv, once.at)),
    }
}

pub(super) fn validity(validity: &Validity) -> Vec<String> {
    let from = validity.first_date().map(|date| format!("från och med {}", plain_date(Sv, date)));
    let until = validity.last_date().map(|date| format!("till och med {}", plain_date(Sv, date)));
    let dates: Vec<String> = from.into_iter().chain(until).collect();
    let dates = (!dates.is_empty()).then(|| dates.join(" "));
    let limit = validity.limit().map(|limit| match limit {
        1 => "högst en gång".to_owned(),
        _ => format!("högst {} gånger", number(Sv, limit.into())),
    });
    dates.into_iter().chain(limit).collect()
}

pub(super) fn short(frequency: &Frequency) -> String {
    match frequency {
        Frequency::SeveralTimesADay(several) => match &several.times {
            Times::Every(period) => {
                let Period { from, to, .. } = period;
                format!("{}{} {from}–{to}", short_days(&several.days), short_every(period))
            }
            Times::Selected(times) => format!("{}{}", short_days(&several.days), sorted(times).join(", ")),
        },
        Frequency::Daily(daily) => format!("Varje dag {}", daily.time),
        Frequency::Weekly(weekly) => {
            let weeks = match &weekly.weeks {
                Weeks::EveryWeek => String::new(),
                Weeks::Every(EveryWeeks { every, .. }) => format!("{}, ", every_weeks(*every)),
            };
            match (DayShape::of(&weekly.days), weeks.as_str()) {
                (DayShape::Some(days), "") if days.len() == 1 => {
                    format!("{} {}", list_of_days(&days), weekly.start)
                }
                (DayShape::Always, _) => format!("{weeks}varje dag {}", weekly.start),
                _ => format!("{weeks}{}{}", short_days(&weekly.days), weekly.start),
            }
        }
        Frequency::Monthly(monthly) => {
            let (day, time) = (month_day(&monthly.day), monthly.time);
            let months: Vec<_> = monthly.months.iter().map(|month| month_short(Sv, month)).collect();
            match months.len() {
                0 => format!("{day} i ingen månad {time}"),
                12 => format!("{day} varje månad {time}"),
                _ => format!("{day} i {}, {time}", months.join(", ")),
            }
        }
        Frequency::Once(once) => format!("En gång, {}", date_time(Sv, once.at)),
    }
}

pub(super) fn told(problem: &ScheduleProblem) -> Told {
    match problem {
        ScheduleProblem::NeverFires(reason) => never(reason),
        ScheduleProblem::PeriodTooShort { minutes } => Told::new(
            format!("Det är bara {} mellan två starter.", counted_sv((*minutes).into(), "minut", "minuter")),
            format!("Låt det gå minst {SHORTEST_MINUTES} minuter mellan starterna."),
        ),
        ScheduleProblem::MonthsLeftOut { day, months } => Told::new(
            match day {
                29 => "Februari har en 29:e bara under skottår; andra år startar inget då.".into(),
                _ => format!(
                    "Det finns ingen {} i {}, så inget startar då.",
                    ordinal(Sv, (*day).into()),
                    names(months)
                ),
            },
            "Välj sista dagen i månaden om varje månad ska ha sin start.",
        ),
    }
}

fn never(reason: &NeverFires) -> Told {
    let (what, remedy) = match reason {
        NeverFires::NoDays => ("Schemat har ingen veckodag.".into(), "Välj minst en dag."),
        NeverFires::NoMonths => ("Schemat har ingen månad.".into(), "Välj minst en månad."),
        NeverFires::NoHours => ("Schemat har inget klockslag.".into(), "Lägg till minst ett klockslag."),
        NeverFires::ZeroPeriod => {
            ("Tiden mellan två starter är 0 minuter.".into(), "Ange 15 minuter eller mer.")
        }
        NeverFires::HoursEndBeforeStart { from, to } => (
            format!("Dagens starter börjar {from} men slutar redan {to}."),
            "Välj en sluttid som är senare än starttiden.",
        ),
        NeverFires::ZeroWeeks => {
            ("Schemat upprepas med 0 veckors mellanrum.".into(), "Ange 1 för varje vecka, eller mer.")
        }
        NeverFires::ImpossibleDay { day, months } => (
            match months {
                Months::EveryMonth => format!("Ingen månad har en dag {day}."),
                Months::On(_) => format!("Det finns aldrig någon dag {day} i {}.", month_names(months)),
            },
            "Välj en dag som månaderna har, eller sista dagen i månaden.",
        ),
        NeverFires::ValidityEndsBeforeStart { from, to } => (
            format!(
                "Schemat gäller från och med {} men bara till och med {}.",
                plain_date(Sv, *from),
                plain_date(Sv, *to)
            ),
            "Välj ett slutdatum som inte ligger före startdatumet.",
        ),
        NeverFires::ZeroIterations => (
            "Schemat får starta högst 0 gånger.".into(),
            "Ange 1 eller mer, eller låt det gälla tills vidare.",
        ),
        NeverFires::OutsideValidity { from, to } => (
            match (from, to) {
                (Some(from), Some(to)) => format!(
                    "Ingen start infaller mellan {} och {}, då schemat gäller.",
                    plain_date(Sv, *from),
                    plain_date(Sv, *to)
                ),
                (Some(from), None) => format!("Ingen start infaller från och med {}.", plain_date(Sv, *from)),
                (None, Some(to)) => format!("Ingen start infaller till och med {}.", plain_date(Sv, *to)),
                (None, None) => "Schemat har ingen start.".into(),
            },
            "Välj en längre giltighetstid eller en annan dag.",
        ),
    };
    Told::new(what, remedy)
}

fn at_times(days: &str, times: &[String]) -> String {
    if times.is_empty() {
        format!("{days}, inget klockslag")
    } else {
        format!("{days} kl. {}", and_list(Sv, times))
    }
}

/// `Varje måndag`, `Måndag till fredag`: the beginning of a sentence.
fn each_day(choice: &Days) -> String {
    match DayShape::of(choice) {
        DayShape::Never => "Ingen dag".into(),
        DayShape::Always => "Varje dag".into(),
        DayShape::Span(first, last) => capitalized(&span(first, last)),
        DayShape::Some(days) => {
            let names: Vec<_> = days.iter().map(|&day| weekday_long(Sv, day)).collect();
            format!("Varje {}", and_list(Sv, &names))
        }
    }
}

/// `måndagar och torsdagar`, in the midst of a sentence.
fn days(choice: &Days, all: &str) -> String {
    match DayShape::of(choice) {
        DayShape::Never => "ingen dag".into(),
        DayShape::Always => all.into(),
        DayShape::Span(first, last) => span(first, last),
        DayShape::Some(days) => list_of_days(&days),
    }
}

/// `på måndagar och torsdagar`, after `varannan vecka`.
fn days_of_weeks(choice: &Days) -> String {
    match DayShape::of(choice) {
        DayShape::Never => "ingen dag".into(),
        DayShape::Some(days) => format!("på {}", list_of_days(&days)),
        _ => days(choice, "varje dag"),
    }
}

fn span(first: Weekday, last: Weekday) -> String {
    format!("{} till {}", weekday_long(Sv, first), weekday_long(Sv, last))
}

fn list_of_days(days: &[Weekday]) -> String {
    and_list(Sv, &days.iter().map(|&day| format!("{}ar", weekday_long(Sv, day))).collect::<Vec<_>>())
}

/// With a space behind; empty for all days.
fn short_days(choice: &Days) -> String {
    match DayShape::of(choice) {
        DayShape::Never => "Ingen dag, ".into(),
        DayShape::Always => String::new(),
        DayShape::Span(first, last) => {
            format!("{}–{} ", weekday_short(Sv, first), weekday_short(Sv, last))
        }
        DayShape::Some(days) => {
            let days: Vec<_> = days.iter().map(|&day| weekday_short(Sv, day)).collect();
            format!("{} ", days.join(", "))
        }
    }
}

fn every(period: &Period) -> String {
    match period.every_minutes {
        1 => "Varje minut".into(),
        2 => "Varannan minut".into(),
        60 => "Varje timme".into(),
        120 => "Varannan timme".into(),
        minutes if minutes > 0 && minutes % 60 == 0 => {
            format!("Var {} timme", ordinal(Sv, (minutes / 60).into()))
        }
        minutes => format!("Var {} minut", ordinal(Sv, minutes.into())),
    }
}

fn short_every(period: &Period) -> String {
    match period.every_minutes {
        1 | 2 | 60 | 120 => every(period).to_lowercase(),
        minutes => format!("var {} min", ordinal(Sv, minutes.into())),
    }
}

fn every_weeks(weeks: u32) -> String {
    match weeks {
        1 => "Varje vecka".into(),
        2 => "Varannan vecka".into(),
        3 => "Var tredje vecka".into(),
        4 => "Var fjärde vecka".into(),
        _ => format!("Var {} vecka", ordinal(Sv, weeks.into())),
    }
}

fn month_day(day: &MonthDay) -> String {
    match day {
        MonthDay::On(day) => format!("Den {}", ordinal(Sv, (*day).into())),
        MonthDay::LastDay => "Sista dagen".into(),
        MonthDay::Weekday(one) => {
            let which = capitalized(nth(Sv, one.nth));
            format!("{which} {}en", weekday_long(Sv, one.weekday))
        }
    }
}

fn months(months: &Months) -> String {
    match months.iter().count() {
        0 => "ingen månad".into(),
        12 => "varje månad".into(),
        _ => month_names(months),
    }
}

fn month_names(months: &Months) -> String {
    names(&months.iter().collect::<Vec<_>>())
}

fn names(months: &[Month]) -> String {
    and_list(Sv, &months.iter().map(|&month| month_long(Sv, month)).collect::<Vec<_>>())
}
