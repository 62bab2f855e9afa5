//! Reads single values as people write them: addresses, days, whole numbers, yes and no.

use chrono::NaiveDate;

use super::fold::folded;
use crate::base::time::SimTime;

/// Which of day and month comes first where a date such as 03/04/2001 leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// Counts what the dates of a column say about their order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DateVotes {
    day_first: u64,
    month_first: u64,
}

impl DateVotes {
    /// Looks at one more value.
    pub(super) fn add(&mut self, value: &str) {
        if let Some(((first, second, _), _)) = ending_in_year(value) {
            self.day_first += u64::from(first > 12 && second <= 12);
            self.month_first += u64::from(second > 12 && first <= 12);
        }
    }

    /// The order that fits most dates. Where all leave it open, the day comes first.
    pub(super) fn order(self) -> DateOrder {
        if self.month_first > self.day_first { DateOrder::MonthFirst } else { DateOrder::DayFirst }
    }
}

/// Whether this is plausibly an address: one @, something before it, a domain with a dot after it.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let plain =
        |letter: char| !letter.is_whitespace() && !matches!(letter, '@' | ',' | ';' | '<' | '>' | '"');
    !local.is_empty()
        && local.chars().count() <= 64
        && text.chars().count() <= 254
        && local.chars().all(plain)
        && domain.chars().all(plain)
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// Reads 2001-12-31, 2001/12/31, 20011231, 31.12.2001, 31/12/2001 and, if the column is so, 12/31/2001. A
/// time of day after it is left out.
pub(super) fn read_date(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let date = match starting_with_year(text) {
        Some((year, month, day)) => NaiveDate::from_ymd_opt(year, month, day),
        None => {
            let ((first, second, year), separator) = ending_in_year(text)?;
            // Dates with dots are written day first everywhere.
            let (day, month) = match order {
                DateOrder::MonthFirst if separator != '.' => (second, first),
                _ => (first, second),
            };
            NaiveDate::from_ymd_opt(year, month, day)
        }
    };
    date.filter(|&date| SimTime::from_date(date).is_in_range())
}

/// Reads a whole number; spaces may group its digits.
pub(super) fn read_integer(text: &str) -> Option<i64> {
    let digits: String =
        text.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}')).collect();
    digits.parse().ok().filter(|&number| number != i64::MIN)
}

/// Reads yes or no in English or Swedish; nothing is no, a cross is yes.
pub(super) fn read_flag(text: &str) -> Option<bool> {
    match folded(text).as_str() {
        "1" | "yes" | "y" | "true" | "t" | "on" | "x" | "ja" | "j" | "sant" => Some(true),
        "0" | "no" | "n" | "false" | "f" | "off" | "nej" | "falskt" => Some(false),
        _ if text.is_empty() => Some(false),
        _ => None,
    }
}

fn starting_with_year(text: &str) -> Option<(i32, u32, u32)> {
    let date = without_time(text);
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        let number: u32 = date.parse().ok()?;
        return Some(((number / 10_000) as i32, number / 100 % 100, number % 100));
    }
    let mut parts = date.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let complete = parts.next().is_none() && year.len() == 4;
    if complete { Some((small(year)? as i32, small(month)?, small(day)?)) } else { None }
}

/// The first two numbers, the year, and what stands between.
fn ending_in_year(text: &str) -> Option<((u32, u32, i32), char)> {
    let date = without_time(text);
    let separator = date.chars().find(|letter| !letter.is_ascii_digit())?;
    let mut parts = date.split(separator);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let complete = parts.next().is_none() && year.len() == 4 && matches!(separator, '-' | '/' | '.');
    if complete { Some(((small(first)?, small(second)?, small(year)? as i32), separator)) } else { None }
}

fn without_time(text: &str) -> &str {
    let text = text.trim();
    let end = text.find([' ', 'T']).filter(|&end| text[end + 1..].contains(':'));
    end.map_or(text, |end| &text[..end])
}

/// A number of one to four digits.
fn small(digits: &str) -> Option<u32> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let day_first = |text| read_date(text, DateOrder::DayFirst).map(|date| date.to_string());
        let expected = Some("2001-12-31".to_owned());
        for text in [
            "2001-12-31",
            "2001/12/31",
            "20011231",
            "31/12/2001",
            "31.12.2001",
            "31-12-2001",
            "2001-12-31 08:30",
            "2001-12-31T00:00:00Z",
        ] {
            assert_eq!(day_first(text), expected, "{text}");
        }
        assert_eq!(read_date("12/31/2001", DateOrder::MonthFirst).map(|date| date.to_string()), expected);
        assert_eq!(read_date("31.12.2001", DateOrder::MonthFirst).map(|date| date.to_string()), expected);
        for text in
            ["12/31/2001", "31/12/01", "2001-02-29", "0000-01-01", "+1-1-2001", "1/2/3/2001", "soon", "-"]
        {
            assert_eq!(day_first(text), None, "{text}");
        }
    }

    #[test]
    fn a_column_decides_which_part_is_the_day() {
        let order = |values: [&str; 2]| {
            let mut votes = DateVotes::default();
            values.into_iter().for_each(|value| votes.add(value));
            votes.order()
        };
        assert_eq!(order(["03/04/2001", "03/14/2001"]), DateOrder::MonthFirst);
        assert_eq!(order(["03/04/2001", "14/03/2001"]), DateOrder::DayFirst);
        assert_eq!(order(["03/04/2001", "x"]), DateOrder::DayFirst);
    }

    #[test]
    fn addresses_numbers_and_flags_are_told_from_what_they_are_not() {
        assert!(is_email("åsa.öberg+x@post.example.com"));
        for text in ["", "asa", "@example.com", "a@b", "a@@b.se", "a b@c.se", "a@b..se", "a@b.se;c@d.se"] {
            assert!(!is_email(text), "{text}");
        }
        assert_eq!(
            (read_integer("1 234"), read_integer("-5"), read_integer("1.5")),
            (Some(1_234), Some(-5), None)
        );
        assert_eq!(
            (read_flag("Ja"), read_flag("NEJ"), read_flag("")),
            (Some(true), Some(false), Some(false))
        );
        assert_eq!((read_flag("X"), read_flag("maybe"), read_flag("?")), (Some(true), None, None));
    }
}
