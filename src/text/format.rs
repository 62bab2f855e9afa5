//! Numbers, dates, names of days and months, and lists, as each language writes them.

use chrono::{Datelike as _, NaiveDate};

use super::Lang;
use crate::base::time::{SimSpan, SimTime};
use crate::schedule::{Month, TimeOfDay, Weekday};

/// A no-break space, so that a number stays on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// A whole number in groups of three digits: `4,092`, in Swedish `4 092` with a no-break space.
pub fn number(lang: Lang, number: u64) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Sv => NO_BREAK_SPACE,
    };
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number with its noun: `1 message`, `6,102 messages`.
pub fn counted(lang: Lang, count: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(lang, count), plural(count, one, many))
}

/// `one` for exactly 1, else `many`; the rule of both languages.
pub fn plural<'t>(count: u64, one: &'t str, many: &'t str) -> &'t str {
    if count == 1 { one } else { many }
}

/// The share of `part` in `whole` with one decimal, rounded half up: `12.3%`, in Swedish `12,3 %`. A dash
/// where `whole` is 0.
pub fn percent(lang: Lang, part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    let thousandths = (part * 2_000 + whole) / (whole * 2);
    let (full, decimal) = (thousandths / 10, thousandths % 10);
    match lang {
        Lang::En => format!("{full}.{decimal}%"),
        Lang::Sv => format!("{full},{decimal}{NO_BREAK_SPACE}%"),
    }
}

/// Hundredths of a percent as an axis names them, without decimals that say nothing: `30%`, `2.5%`.
pub fn whole_percent(lang: Lang, basis_points: u64) -> String {
    let (full, hundredths) = (basis_points / 100, basis_points % 100);
    let decimals = match hundredths {
        0 => String::new(),
        tens if tens.is_multiple_of(10) => format!("{}", tens / 10),
        all => format!("{all:02}"),
    };
    let point = if decimals.is_empty() { "" } else { lang.pick(".", ",") };
    match lang {
        Lang::En => format!("{full}{point}{decimals}%"),
        Lang::Sv => format!("{full}{point}{decimals}{NO_BREAK_SPACE}%"),
    }
}

/// A date with its weekday: `Mon 8 Jun 2026`, `mån 8 juni 2026`.
pub fn date(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", weekday_short(lang, Weekday::of(SimTime::from_date(date))), plain_date(lang, date))
}

/// A date without its weekday: `8 Jun 2026`, `8 juni 2026`.
pub fn plain_date(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day_and_month(lang, date), date.year())
}

/// A day of a year that is known: `8 Jun`, `8 juni`.
pub fn day_and_month(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", date.day(), month_short(lang, month_of(date)))
}

/// A date with its weekday and the time of day: `Mon 8 Jun 2026, 09:00`, `mån 8 juni 2026 kl. 09:00`.
pub fn date_time(lang: Lang, moment: SimTime) -> String {
    let (date, time) = (date(lang, moment.date()), time(moment));
    match lang {
        Lang::En => format!("{date}, {time}"),
        Lang::Sv => format!("{date} kl. {time}"),
    }
}

/// The time of day of a moment, to the minute: `09:00` in both languages.
pub fn time(moment: SimTime) -> String {
    TimeOfDay::of(moment).to_string()
}

/// A length of time in its largest whole unit: `7 days`, `90 minutes`.
pub fn span(lang: Lang, span: SimSpan) -> String {
    const UNITS: [(u64, [&str; 4]); 4] = [
        (86_400, ["day", "days", "dag", "dagar"]),
        (3_600, ["hour", "hours", "timme", "timmar"]),
        (60, ["minute", "minutes", "minut", "minuter"]),
        (1, ["second", "seconds", "sekund", "sekunder"]),
    ];
    let seconds = span.secs().unsigned_abs();
    let fits = |(unit, _): &&(u64, [&str; 4])| seconds > 0 && seconds.is_multiple_of(*unit);
    let (unit, words) = UNITS.iter().find(fits).unwrap_or(&UNITS[3]);
    match lang {
        Lang::En => counted(lang, seconds / unit, words[0], words[1]),
        Lang::Sv => counted(lang, seconds / unit, words[2], words[3]),
    }
}

/// The month in which a date lies.
pub fn month_of(date: NaiveDate) -> Month {
    Month::ALL.get(date.month0() as usize).copied().unwrap_or(Month::January)
}

/// `Monday`, `måndag`.
pub const fn weekday_long(lang: Lang, day: Weekday) -> &'static str {
    const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const SV: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
    match lang {
        Lang::En => EN[day as usize],
        Lang::Sv => SV[day as usize],
    }
}

/// `Mon`, `mån`.
pub const fn weekday_short(lang: Lang, day: Weekday) -> &'static str {
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const SV: [&str; 7] = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"];
    match lang {
        Lang::En => EN[day as usize],
        Lang::Sv => SV[day as usize],
    }
}

/// `June`, `juni`.
pub const fn month_long(lang: Lang, month: Month) -> &'static str {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const SV: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    match lang {
        Lang::En => EN[month as usize],
        Lang::Sv => SV[month as usize],
    }
}

/// `Jun`, `juni`; Swedish leaves months of four or five letters whole.
pub const fn month_short(lang: Lang, month: Month) -> &'static str {
    const EN: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const SV: [&str; 12] =
        ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];
    match lang {
        Lang::En => EN[month as usize],
        Lang::Sv => SV[month as usize],
    }
}

/// Joined with commas and "and": `a, b and c`.
pub fn and_list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    let word = match lang {
        Lang::En => "and",
        Lang::Sv => "och",
    };
    joined(items, word)
}

/// Joined with commas and "or": `a, b or c`.
pub fn or_list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    let word = match lang {
        Lang::En => "or",
        Lang::Sv => "eller",
    };
    joined(items, word)
}

fn joined<T: AsRef<str>>(items: &[T], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", before.join(", "), last.as_ref())
        }
    }
}

/// A number in a row: `1st`, `22nd`, `20th`; in Swedish `1:a`, `22:a`, `20:e`.
pub fn ordinal(lang: Lang, number: u64) -> String {
    let is_teen = (11..=13).contains(&(number % 100));
    let ending = match (lang, number % 10) {
        (Lang::En, 1) if !is_teen => "st",
        (Lang::En, 2) if !is_teen => "nd",
        (Lang::En, 3) if !is_teen => "rd",
        (Lang::En, _) => "th",
        (Lang::Sv, 1 | 2) if !is_teen => ":a",
        (Lang::Sv, _) => ":e",
    };
    format!("{number}{ending}")
}

/// In the quotation marks of the language: `“query”`, in Swedish `”query”`.
pub fn quoted(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En => format!("“{text}”"),
        Lang::Sv => format!("”{text}”"),
    }
}

/// With its first letter large, as at the beginning of a sentence.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        let english = |n| number(Lang::En, n);
        assert_eq!([english(0), english(999), english(4_092)], ["0", "999", "4,092"]);
        assert_eq!(english(1_234_567), "1,234,567");
        assert_eq!(number(Lang::Sv, 4_092), "4\u{a0}092");
        assert_eq!(counted(Lang::En, 1, "message", "messages"), "1 message");
    }

    #[test]
    fn percentages_round_half_up_without_floats() {
        assert_eq!(percent(Lang::En, 1, 3), "33.3%");
        assert_eq!(percent(Lang::En, 2, 3), "66.7%");
        assert_eq!(percent(Lang::En, 1, 2_000), "0.1%");
        assert_eq!(percent(Lang::Sv, u64::MAX, u64::MAX), "100,0\u{a0}%");
        assert_eq!(percent(Lang::En, 0, 0), "–");
        assert_eq!([3_000, 250, 1_275].map(|rate| whole_percent(Lang::En, rate)), ["30%", "2.5%", "12.75%"]);
        assert_eq!(whole_percent(Lang::Sv, 250), "2,5\u{a0}%");
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let moment = SimTime::parse("2026-06-08T09:00:00").unwrap();
        assert_eq!(date(Lang::En, moment.date()), "Mon 8 Jun 2026");
        assert_eq!(date(Lang::Sv, moment.date()), "mån 8 juni 2026");
        assert_eq!(date_time(Lang::En, moment), "Mon 8 Jun 2026, 09:00");
        assert_eq!(date_time(Lang::Sv, moment), "mån 8 juni 2026 kl. 09:00");
        assert_eq!(month_long(Lang::Sv, Month::August), "augusti");
        assert_eq!(weekday_long(Lang::En, Weekday::Sunday), "Sunday");
    }

    #[test]
    fn lists_and_ordinals_follow_the_language() {
        assert_eq!(and_list::<&str>(Lang::En, &[]), "");
        assert_eq!(and_list(Lang::En, &["a"]), "a");
        assert_eq!(and_list(Lang::En, &["a", "b", "c"]), "a, b and c");
        assert_eq!(or_list(Lang::Sv, &["a", "b"]), "a eller b");
        let days = [1, 2, 3, 4, 11, 12, 13, 21, 22, 31];
        let english = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "31st"];
        assert_eq!(days.map(|day| ordinal(Lang::En, day)), english);
        let swedish = ["1:a", "2:a", "3:e", "4:e", "11:e", "12:e", "13:e", "21:a", "22:a", "31:a"];
        assert_eq!(days.map(|day| ordinal(Lang::Sv, day)), swedish);
        assert_eq!(capitalized("ärende"), "Ärende");
    }
}
