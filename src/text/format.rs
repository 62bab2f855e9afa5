//! Numbers, dates, names of days and months, and lists, as each language writes them.

use chrono::{Datelike as _, NaiveDate};

use super::Lang;
use super::lang::marks::Marks;
use super::lang::{Pack, Plural, Wording, fill};
use crate::base::plain;
use crate::base::time::{SimSpan, SimTime};
use crate::schedule::{Month, TimeOfDay, Weekday};

/// A no-break space, so that a number stays on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// A whole number in groups of three digits: `4,092`, in Swedish `4 092` with a no-break space.
pub fn number(lang: Lang, number: u64) -> String {
    let digits = number.to_string();
    if let Some(pack) = lang.pack() {
        return pack.marks().number(&digits);
    }
    let separator = lang.either(',', NO_BREAK_SPACE);
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
///
/// The nouns are as the source has them. A pack has them under `{n} message|{n} messages`, in as many forms as its
/// language tells apart.
pub fn counted(lang: Lang, count: u64, one: &str, many: &str) -> String {
    let number = number(lang, count);
    let found = lang.pack().and_then(|pack| pack.find(&format!("{{n}} {one}|{{n}} {many}")));
    match found {
        Some(forms) => fill(Plural::of(lang, count).choose(forms), &[("n", &number)]),
        None => format!("{number} {}", if count == 1 { one } else { many }),
    }
}

/// The same in Swedish.
pub fn counted_sv(count: u64, one: &str, many: &str) -> String {
    counted(Lang::Sv, count, one, many)
}

/// `one` for exactly 1, else `many`, as the source has them; a pack has its forms under `activity|activities`.
pub fn plural<'t>(lang: Lang, count: u64, one: &'t str, many: &'t str) -> &'t str {
    let found = lang.pack().and_then(|pack| pack.find(&format!("{one}|{many}")));
    match found {
        Some(forms) => Plural::of(lang, count).choose(forms),
        None if count == 1 => one,
        None => many,
    }
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
    share(lang, &full.to_string(), &decimal.to_string())
}

/// A share whose decimals are known: `30%`, `2.5%`.
pub fn share(lang: Lang, whole: &str, decimals: &str) -> String {
    if let Some(pack) = lang.pack() {
        return pack.marks().percent(whole, decimals);
    }
    let point = if decimals.is_empty() { "" } else { decimal_mark(lang) };
    match lang.wording() {
        Wording::En => format!("{whole}{point}{decimals}%"),
        Wording::Sv => format!("{whole}{point}{decimals}{NO_BREAK_SPACE}%"),
    }
}

/// What stands before decimals.
pub fn decimal_mark(lang: Lang) -> &'static str {
    lang.pack().map_or(lang.either(".", ","), |pack| &pack.marks().decimal)
}

/// Hundredths of a percent as an axis names them, without decimals that say nothing: `30%`, `2.5%`.
pub fn whole_percent(lang: Lang, basis_points: u64) -> String {
    let (full, hundredths) = (basis_points / 100, basis_points % 100);
    let decimals = match hundredths {
        0 => String::new(),
        tens if tens.is_multiple_of(10) => format!("{}", tens / 10),
        all => format!("{all:02}"),
    };
    share(lang, &full.to_string(), &decimals)
}

/// A date with its weekday: `Mon 8 Jun 2026`, `mån 8 juni 2026`.
pub fn date(lang: Lang, date: NaiveDate) -> String {
    if let Some(marks) = lang.pack().map(Pack::marks) {
        return by_pattern(marks, &marks.date, date);
    }
    format!("{} {}", weekday_short(lang, weekday_of(date)), plain_date(lang, date))
}

/// A date without its weekday: `8 Jun 2026`, `8 juni 2026`.
pub fn plain_date(lang: Lang, date: NaiveDate) -> String {
    if let Some(marks) = lang.pack().map(Pack::marks) {
        return by_pattern(marks, &marks.plain_date, date);
    }
    format!("{} {}", day_and_month(lang, date), date.year())
}

/// A day of a year that is known: `8 Jun`, `8 juni`.
pub fn day_and_month(lang: Lang, date: NaiveDate) -> String {
    if let Some(marks) = lang.pack().map(Pack::marks) {
        return by_pattern(marks, &marks.day_and_month, date);
    }
    format!("{} {}", date.day(), month_short(lang, month_of(date)))
}

fn by_pattern(marks: &Marks, pattern: &str, date: NaiveDate) -> String {
    marks.date(pattern, date, weekday_of(date), month_of(date))
}

fn weekday_of(date: NaiveDate) -> Weekday {
    Weekday::of(SimTime::from_date(date))
}

/// A date with its weekday and the time of day: `Mon 8 Jun 2026, 09:00`, `mån 8 juni 2026 kl. 09:00`.
pub fn date_time(lang: Lang, moment: SimTime) -> String {
    at_time(lang, &date(lang, moment.date()), &time(moment))
}

/// A date and a time of day that are written already.
pub fn at_time(lang: Lang, date: &str, time: &str) -> String {
    if let Some(pack) = lang.pack() {
        return fill(&pack.marks().date_time, &[("date", &date), ("time", &time)]);
    }
    match lang.wording() {
        Wording::En => format!("{date}, {time}"),
        Wording::Sv => format!("{date} kl. {time}"),
    }
}

/// The time of day of a moment, to the minute: `09:00` in both languages.
pub fn time(moment: SimTime) -> String {
    TimeOfDay::of(moment).to_string()
}

/// A length of time in its largest whole unit: `7 days`, `90 minutes`.
pub fn span(lang: Lang, span: SimSpan) -> String {
    let units = [
        (86_400, lang.either(("day", "days"), ("dag", "dagar"))),
        (3_600, lang.either(("hour", "hours"), ("timme", "timmar"))),
        (60, lang.either(("minute", "minutes"), ("minut", "minuter"))),
        (1, lang.either(("second", "seconds"), ("sekund", "sekunder"))),
    ];
    let seconds = span.secs().unsigned_abs();
    let fits = |(unit, _): &&(u64, (&str, &str))| seconds > 0 && seconds.is_multiple_of(*unit);
    let (unit, (one, many)) = units.iter().find(fits).unwrap_or(&units[3]);
    counted(lang, seconds / unit, one, many)
}

/// The month in which a date lies.
pub fn month_of(date: NaiveDate) -> Month {
    Month::ALL.get(date.month0() as usize).copied().unwrap_or(Month::January)
}

/// `Monday`, `måndag`.
pub fn weekday_long(lang: Lang, day: Weekday) -> &'static str {
    const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const SV: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
    match (lang.pack(), lang.wording()) {
        (Some(pack), _) => &pack.marks().weekdays[day as usize],
        (None, Wording::En) => EN[day as usize],
        (None, Wording::Sv) => SV[day as usize],
    }
}

/// `Mon`, `mån`.
pub fn weekday_short(lang: Lang, day: Weekday) -> &'static str {
    const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const SV: [&str; 7] = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"];
    match (lang.pack(), lang.wording()) {
        (Some(pack), _) => &pack.marks().weekdays_short[day as usize],
        (None, Wording::En) => EN[day as usize],
        (None, Wording::Sv) => SV[day as usize],
    }
}

/// `June`, `juni`.
pub fn month_long(lang: Lang, month: Month) -> &'static str {
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
    match (lang.pack(), lang.wording()) {
        (Some(pack), _) => &pack.marks().months[month as usize],
        (None, Wording::En) => EN[month as usize],
        (None, Wording::Sv) => SV[month as usize],
    }
}

/// `Jun`, `juni`; Swedish leaves months of four or five letters whole.
pub fn month_short(lang: Lang, month: Month) -> &'static str {
    const EN: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const SV: [&str; 12] =
        ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];
    match (lang.pack(), lang.wording()) {
        (Some(pack), _) => &pack.marks().months_short[month as usize],
        (None, Wording::En) => EN[month as usize],
        (None, Wording::Sv) => SV[month as usize],
    }
}

/// Joined with commas and "and": `a, b and c`.
pub fn and_list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    match lang.pack().map(Pack::marks) {
        Some(marks) => marks.list(&marks.and, &texts(items)),
        None => joined(&texts(items), lang.either("and", "och")),
    }
}

/// Joined with commas and "or": `a, b or c`.
pub fn or_list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    match lang.pack().map(Pack::marks) {
        Some(marks) => marks.list(&marks.or, &texts(items)),
        None => joined(&texts(items), lang.either("or", "eller")),
    }
}

fn texts<T: AsRef<str>>(items: &[T]) -> Vec<&str> {
    items.iter().map(AsRef::as_ref).collect()
}

fn joined(items: &[&str], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} {word} {last}", before.join(", ")),
    }
}

/// A number in a row: `1st`, `22nd`, `20th`; in Swedish `1:a`, `22:a`, `20:e`.
pub fn ordinal(lang: Lang, number: u64) -> String {
    if let Some(marks) = lang.pack().map(Pack::marks) {
        return marks.nth(&marks.ordinal, number);
    }
    let is_teen = (11..=13).contains(&(number % 100));
    let ending = match (lang.wording(), number % 10) {
        (Wording::En, 1) if !is_teen => "st",
        (Wording::En, 2) if !is_teen => "nd",
        (Wording::En, 3) if !is_teen => "rd",
        (Wording::En, _) => "th",
        (Wording::Sv, 1 | 2) if !is_teen => ":a",
        (Wording::Sv, _) => ":e",
    };
    format!("{number}{ending}")
}

/// A day of the month: the ordinal in English and Swedish, in other languages what they say.
pub fn day_of_month(lang: Lang, day: u8) -> String {
    match lang.pack().map(Pack::marks) {
        Some(marks) => marks.nth(&marks.day, day.into()),
        None => ordinal(lang, day.into()),
    }
}

/// In the quotation marks of the language: `“query”`, in Swedish `”query”`. No mark in the text turns the direction of
/// the sentence around it.
pub fn quoted(lang: Lang, text: &str) -> String {
    let text = plain::tidied(text);
    if let Some(pack) = lang.pack() {
        let [open, close] = &pack.marks().quotes;
        return format!("{open}{text}{close}");
    }
    match lang.wording() {
        Wording::En => format!("“{text}”"),
        Wording::Sv => format!("”{text}”"),
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
