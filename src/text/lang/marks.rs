//! How a language of a pack writes numbers, dates, lists and quotations.
//!
//! These are a browser's own rules, written down: `xtask/src/marks.mjs` asks `Intl` for them and a test in the
//! browser compares what the lab writes with what `Intl` writes there. The lab cannot ask `Intl` each time, because
//! the same texts are made on the command line and in tests, where there is no browser, and must be the same to the
//! byte.

use chrono::{Datelike as _, NaiveDate};
use serde::Deserialize;

use super::fill;
use crate::schedule::{Month, Weekday};

/// The rules. Patterns have names in braces, as messages have.
#[derive(Debug, Deserialize)]
pub struct Marks {
    /// Between groups of three digits.
    pub group: String,
    /// How many digits a number has at least where it is grouped.
    pub group_from: usize,
    /// Before decimals.
    pub decimal: String,
    /// A share: `{n} %`.
    pub percent: String,
    /// Weekday, day, month and year.
    pub date: String,
    /// Day, month and year.
    pub plain_date: String,
    /// Day and month.
    pub day_and_month: String,
    /// A `{date}` with its `{time}`.
    pub date_time: String,
    /// The same where it stands in a column, if it is shorter there.
    #[serde(default)]
    pub stamp: Option<String>,
    /// Weekdays from Monday, whole.
    pub weekdays: [String; 7],
    /// Weekdays from Monday, short, standing alone.
    pub weekdays_short: [String; 7],
    /// Weekdays from Monday as dates have them.
    pub weekdays_in_date: [String; 7],
    /// Months, whole.
    pub months: [String; 12],
    /// Months, short, standing alone.
    pub months_short: [String; 12],
    /// Months as dates have them.
    pub months_in_date: [String; 12],
    /// "And": between all but the last two, and before the last.
    pub and: [String; 2],
    /// "Or", likewise.
    pub or: [String; 2],
    /// Words for "and" and "or" that give way to another before certain sounds, as *y* does to *e* in Spanish.
    #[serde(default)]
    pub give_way: Vec<GiveWay>,
    /// Quotation marks, opening and closing.
    pub quotes: [String; 2],
    /// A number in a row: the first, and any other.
    pub ordinal: [String; 2],
    /// A day of the month: the first, and any other.
    pub day: [String; 2],
    /// The last digits of numbers that both of these write as the first, from 11 to 13 excepted: 1 and 2 in Swedish.
    #[serde(default)]
    pub ends_as_first: Vec<u64>,
}

/// A word before the last of a list that changes with what follows.
#[derive(Debug, Deserialize)]
pub struct GiveWay {
    /// The word with its blanks.
    pub from: String,
    /// What stands in its place.
    pub to: String,
    /// Before what begins with one of these, in small letters…
    pub before: Vec<String>,
    /// …and with none of these.
    pub unless: Vec<String>,
}

impl Marks {
    /// A whole number in groups.
    pub fn number(&self, digits: &str) -> String {
        if digits.len() < self.group_from {
            return digits.to_owned();
        }
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        text
    }

    /// A share: its whole part, and its decimals, which may be empty.
    pub fn percent(&self, whole: &str, decimals: &str) -> String {
        let point = if decimals.is_empty() { "" } else { &self.decimal };
        fill(&self.percent, &[("n", &format_args!("{whole}{point}{decimals}"))])
    }

    /// A date by one of the patterns.
    pub fn date(&self, pattern: &str, date: NaiveDate, weekday: Weekday, month: Month) -> String {
        let weekday = &self.weekdays_in_date[weekday as usize];
        let month = &self.months_in_date[month as usize];
        fill(pattern, &[("weekday", weekday), ("day", &date.day()), ("month", month), ("year", &date.year())])
    }

    /// A number in a row, by one of the two pairs of patterns.
    pub fn nth(&self, [first, other]: &[String; 2], number: u64) -> String {
        let is_teen = (11..=13).contains(&(number % 100));
        let ends_so = !is_teen && self.ends_as_first.contains(&(number % 10));
        fill(if number == 1 || ends_so { first } else { other }, &[("n", &number)])
    }

    /// Items with "and" or "or" before the last.
    pub fn list(&self, [comma, word]: &[String; 2], items: &[&str]) -> String {
        let Some((last, before)) = items.split_last() else { return String::new() };
        if before.is_empty() {
            return (*last).to_owned();
        }
        let small = last.to_lowercase();
        let begins = |all: &[String]| all.iter().any(|start| small.starts_with(start.as_str()));
        let other = self
            .give_way
            .iter()
            .find(|other| other.from == *word && begins(&other.before) && !begins(&other.unless));
        let word = other.map_or(word, |other| &other.to);
        format!("{}{word}{last}", before.join(comma))
    }
}
