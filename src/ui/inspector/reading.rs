//! Reads what a person types in a form: numbers, times, dates, percentages, addresses, label scripts.

use chrono::{Datelike as _, NaiveDate};

use crate::schedule::TimeOfDay;
use crate::text::Lang;
use crate::text::format::decimal_mark;
use crate::text::inspector::wrong::Wrong;

/// The placeholders of a label script.
const PLACEHOLDERS: [&str; 4] = ["{yyyy}", "{mm}", "{dd}", "{ww}"];

/// A whole number from `from` to `to`; spaces between digits are allowed.
///
/// # Errors
/// Not a whole number, or out of range.
pub fn whole(text: &str, from: i64, to: i64) -> Result<i64, Wrong> {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let number: i64 = digits.replace('−', "-").parse().map_err(|_| Wrong::NotANumber {
        typed: text.trim().to_owned(),
        from,
        to,
    })?;
    if (from..=to).contains(&number) { Ok(number) } else { Err(Wrong::OutOfRange { from, to }) }
}

/// A whole number from `from` to `to`, as the scenario keeps its counts.
///
/// # Errors
/// Not a whole number, or out of range.
pub fn count(text: &str, from: u32, to: u32) -> Result<u32, Wrong> {
    let (from, to) = (i64::from(from), i64::from(to));
    u32::try_from(whole(text, from, to)?).map_err(|_| Wrong::OutOfRange { from, to })
}

/// A time of day such as `09:00`; a full stop may stand for the colon.
///
/// # Errors
/// Not a time of day.
pub fn time(text: &str) -> Result<TimeOfDay, Wrong> {
    TimeOfDay::parse(&text.replace('.', ":")).ok_or_else(|| Wrong::NotATime { typed: text.trim().to_owned() })
}

/// A date such as `2026-06-29`, in the years 1900 to 2200.
///
/// # Errors
/// Not a date, or in another year.
pub fn date(text: &str) -> Result<NaiveDate, Wrong> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| Wrong::NotADate)?;
    match NaiveDate::from_ymd_opt(1900, 1, 1).zip(NaiveDate::from_ymd_opt(2200, 12, 31)) {
        Some((from, to)) if !(1900..=2200).contains(&date.year()) => Err(Wrong::DateOutside { from, to }),
        _ => Ok(date),
    }
}

/// A date from `from` to `to`.
///
/// # Errors
/// Not a date, or outside.
pub fn date_within(text: &str, from: NaiveDate, to: NaiveDate) -> Result<NaiveDate, Wrong> {
    let date = date(text)?;
    if (from..=to).contains(&date) { Ok(date) } else { Err(Wrong::DateOutside { from, to }) }
}

/// A date, or none where the field is empty.
///
/// # Errors
/// Neither empty nor a date.
pub fn optional_date(text: &str) -> Result<Option<NaiveDate>, Wrong> {
    if text.trim().is_empty() { Ok(None) } else { date(text).map(Some) }
}

/// A text that is not empty, without spaces at its ends.
///
/// # Errors
/// It is empty.
pub fn required(text: &str) -> Result<String, Wrong> {
    let text = text.trim();
    if text.is_empty() { Err(Wrong::Empty) } else { Ok(text.to_owned()) }
}

/// A percentage as a number out of 10,000; with a point or a comma, with or without its sign.
///
/// # Errors
/// Not a percentage from 0 to 100 with at most two decimals.
pub fn percentage(text: &str) -> Result<u32, Wrong> {
    let wrong = || Wrong::NotAPercentage { typed: text.trim().to_owned() };
    let plain = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
    let (full, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if full.is_empty() || full.len() > 3 || decimals.len() > 2 || !is_number(full) || !is_number(decimals) {
        return Err(wrong());
    }
    let number: u32 = format!("{full}{decimals:0<2}").parse().map_err(|_| wrong())?;
    if number <= 10_000 { Ok(number) } else { Err(wrong()) }
}

/// A number out of 10,000 as a percentage without its sign: `31`, `0.35`, in Swedish `0,35`.
pub fn percentage_shown(lang: Lang, per_ten_thousand: u32) -> String {
    let (full, rest) = (per_ten_thousand / 100, per_ten_thousand % 100);
    let point = decimal_mark(lang);
    match (rest, rest % 10) {
        (0, _) => full.to_string(),
        (_, 0) => format!("{full}{point}{}", rest / 10),
        _ => format!("{full}{point}{rest:02}"),
    }
}

/// A web address, which may have personalization fields in it.
///
/// # Errors
/// It is none.
pub fn address(text: &str) -> Result<String, Wrong> {
    let text = text.trim();
    let plain: String = text
        .split("<%")
        .enumerate()
        .map(|(place, piece)| match piece.split_once("%>") {
            Some((_, after)) if place > 0 => after,
            _ => piece,
        })
        .collect();
    let rest = plain.strip_prefix("https://").or_else(|| plain.strip_prefix("http://"));
    let is_address = rest.is_some_and(|rest| !rest.is_empty()) && !plain.contains(char::is_whitespace);
    if is_address { Ok(text.to_owned()) } else { Err(Wrong::NotAnAddress) }
}

/// A label script: any text whose parts in braces are known.
///
/// # Errors
/// A part in braces stands for nothing.
pub fn pattern(text: &str) -> Result<String, Wrong> {
    let text = text.trim();
    let plain = PLACEHOLDERS.iter().fold(text.to_owned(), |plain, known| plain.replace(known, ""));
    match plain.find(['{', '}']) {
        None => Ok(text.to_owned()),
        Some(start) => {
            let tail = &plain[start..];
            let end = tail.find('}').map_or(tail.len(), |end| end + 1);
            Err(Wrong::UnknownPlaceholder { found: tail[..end].to_owned() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_within_their_range() {
        assert_eq!(whole(" 10 000 ", 0, 20_000), Ok(10_000));
        assert_eq!(whole("−3", -5, 5), Ok(-3));
        assert_eq!(count("0", 1, 520), Err(Wrong::OutOfRange { from: 1, to: 520 }));
        for text in ["", "ten", "1.5", "1e3"] {
            assert!(matches!(count(text, 1, 520), Err(Wrong::NotANumber { .. })), "{text}");
        }
    }

    #[test]
    fn times_and_dates_are_read_or_refused() {
        assert_eq!(time("9.30"), Ok(TimeOfDay::new(9, 30)));
        assert_eq!(time("25:00"), Err(Wrong::NotATime { typed: "25:00".into() }));
        let june = NaiveDate::from_ymd_opt(2026, 6, 29).unwrap();
        assert_eq!(date("2026-06-29"), Ok(june));
        assert_eq!(date("29 June"), Err(Wrong::NotADate));
        assert!(matches!(date("0202-06-29"), Err(Wrong::DateOutside { .. })));
        assert_eq!(optional_date(" "), Ok(None));
        let later = june.succ_opt().unwrap();
        assert_eq!(
            date_within("2026-06-29", later, later),
            Err(Wrong::DateOutside { from: later, to: later })
        );
    }

    #[test]
    fn percentages_are_read_as_they_are_shown() {
        for number in [0, 5, 35, 140, 1_800, 3_110, 10_000] {
            for lang in Lang::WRITTEN {
                assert_eq!(percentage(&percentage_shown(lang, number)), Ok(number));
            }
        }
        assert_eq!(percentage("1,4 %"), Ok(140));
        assert_eq!(percentage_shown(Lang::Sv, 35), "0,35");
        for text in ["", "-1", "100.01", "1.234", "half", ".5"] {
            assert!(percentage(text).is_err(), "{text}");
        }
    }

    #[test]
    fn addresses_and_scripts_are_read() {
        assert_eq!(address("  https://b.example/x ").as_deref(), Ok("https://b.example/x"));
        assert!(address("https://a.example/?id=<%= recipient.city %>").is_ok());
        for text in ["", "shop", "https://", "https://a b", "javascript:alert(1)", "<%= recipient.city %>"] {
            assert_eq!(address(text), Err(Wrong::NotAnAddress), "{text}");
        }
        assert_eq!(pattern(" News {yyyy}-{mm} "), Ok("News {yyyy}-{mm}".into()));
        assert_eq!(pattern("News {yy}"), Err(Wrong::UnknownPlaceholder { found: "{yy}".into() }));
        assert_eq!(pattern("{mm"), Err(Wrong::UnknownPlaceholder { found: "{mm".into() }));
    }
}
