//! Schedules in words: the summary of the wizard, the short form of a card, and what is wrong with one.

mod en;
mod sv;
#[cfg(test)]
mod tests;

use super::Lang;
use super::format::capitalized;
use super::told::Told;
use crate::schedule::{Days, FrequencyKind, Nth, Schedule, ScheduleProblem, TimeOfDay, Weekday};
use crate::text::lang::Wording;

/// The whole schedule as a plain sentence without its stop: `Every Monday at 09:00, at most 10 times`.
pub fn describe(lang: Lang, schedule: &Schedule) -> String {
    let (frequency, validity) = match lang.wording() {
        Wording::En => (en::frequency(lang, &schedule.frequency), en::validity(lang, &schedule.validity)),
        Wording::Sv => (sv::frequency(&schedule.frequency), sv::validity(&schedule.validity)),
    };
    [frequency].into_iter().chain(validity).collect::<Vec<_>>().join(", ")
}

/// The frequency alone, as short as a card needs it: `Mondays 09:00`.
pub fn short(lang: Lang, schedule: &Schedule) -> String {
    capitalized(&match lang.wording() {
        Wording::En => en::short(lang, &schedule.frequency),
        Wording::Sv => sv::short(&schedule.frequency),
    })
}

/// What is wrong with a schedule and what to do about it.
pub fn told(lang: Lang, problem: &ScheduleProblem) -> Told {
    match lang.wording() {
        Wording::En => en::told(lang, problem),
        Wording::Sv => sv::told(problem),
    }
}

/// The type of frequency as the wizard of the Scheduler names it (`scheduler` page).
pub fn kind(lang: Lang, kind: FrequencyKind) -> &'static str {
    match kind {
        FrequencyKind::SeveralTimesADay => lang.pick("Several times a day", "Flera gånger om dagen"),
        FrequencyKind::Daily => lang.pick("Daily", "Varje dag"),
        FrequencyKind::Weekly => lang.pick("Weekly", "Varje vecka"),
        FrequencyKind::Monthly => lang.pick("Monthly", "Varje månad"),
        FrequencyKind::Once => lang.pick("Once", "En gång"),
    }
}

/// Which of a month's weekdays of one name: `second`, `andra`.
pub fn nth(lang: Lang, nth: Nth) -> &'static str {
    match nth {
        Nth::First => lang.pick("first", "första"),
        Nth::Second => lang.pick("second", "andra"),
        Nth::Third => lang.pick("third", "tredje"),
        Nth::Fourth => lang.pick("fourth", "fjärde"),
        Nth::Last => lang.pick("last", "sista"),
    }
}

/// The shape of a choice of days, for which languages have words.
enum DayShape {
    /// None is chosen.
    Never,
    /// All seven.
    Always,
    /// Three or more in a row.
    Span(Weekday, Weekday),
    /// Any others.
    Some(Vec<Weekday>),
}

impl DayShape {
    fn of(days: &Days) -> Self {
        let days: Vec<Weekday> = days.iter().collect();
        match (days.first(), days.last()) {
            _ if days.len() == Weekday::ALL.len() => Self::Always,
            (Some(&first), Some(&last)) if days.len() > 2 && is_row(first, last, &days) => {
                Self::Span(first, last)
            }
            (Some(_), _) => Self::Some(days),
            _ => Self::Never,
        }
    }
}

fn is_row(first: Weekday, last: Weekday, days: &[Weekday]) -> bool {
    last as usize - first as usize + 1 == days.len()
}

/// The selected times of a day in order, each once.
fn sorted(times: &[TimeOfDay]) -> Vec<String> {
    let mut times = times.to_vec();
    times.sort();
    times.dedup();
    times.iter().map(TimeOfDay::to_string).collect()
}
