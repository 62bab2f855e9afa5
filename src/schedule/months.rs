//! Months of the year, and the day of a month on which a monthly schedule launches.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use serde_json::Value;

use super::days::Weekday;
use super::reading::{part, word_or};
use crate::base::rest::Rest;

/// A month of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Month {
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

impl Month {
    /// The twelve months, January first.
    pub const ALL: [Self; 12] = [
        Self::January,
        Self::February,
        Self::March,
        Self::April,
        Self::May,
        Self::June,
        Self::July,
        Self::August,
        Self::September,
        Self::October,
        Self::November,
        Self::December,
    ];

    /// The month's number: 1 for January.
    pub const fn number(self) -> u32 {
        self as u32 + 1
    }

    /// How many days the month has in a year that is not a leap year.
    pub const fn shortest(self) -> u8 {
        match self {
            Self::February => 28,
            Self::April | Self::June | Self::September | Self::November => 30,
            _ => 31,
        }
    }

    /// How many days the month can have.
    pub const fn longest(self) -> u8 {
        if matches!(self, Self::February) { 29 } else { self.shortest() }
    }
}

/// The months of a monthly schedule (`quarterly-list-update` page).
///
/// Written in files as `"everyMonth"` or `["march", "june"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Months {
    /// All twelve months.
    #[default]
    EveryMonth,
    /// The chosen months; none chosen means that nothing is ever launched.
    #[serde(untagged)]
    On(BTreeSet<Month>),
}

impl Months {
    /// These months only.
    pub fn on(months: impl IntoIterator<Item = Month>) -> Self {
        Self::On(months.into_iter().collect())
    }

    /// Whether `month` is one of them.
    pub fn contains(&self, month: Month) -> bool {
        match self {
            Self::EveryMonth => true,
            Self::On(months) => months.contains(&month),
        }
    }

    /// The months, January first.
    pub fn iter(&self) -> impl Iterator<Item = Month> + '_ {
        Month::ALL.into_iter().filter(|&month| self.contains(month))
    }
}

impl<'de> Deserialize<'de> for Months {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let months =
            word_or(deserializer, "everyMonth", "\"everyMonth\" or a list such as [\"march\", \"june\"]")?;
        Ok(months.map_or(Self::EveryMonth, Self::On))
    }
}

/// The day of the month on which a monthly schedule launches (`scheduler` page of the Web documentation).
///
/// Written in files as `20`, `"lastDay"` or `{"nth": "second", "weekday": "tuesday"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MonthDay {
    /// The last day, whatever its number.
    LastDay,
    /// The day with this number. Assumption: a month without that day has no launch.
    #[serde(untagged)]
    On(u8),
    /// A certain weekday, such as the second Tuesday.
    #[serde(untagged)]
    Weekday(NthWeekday),
}

/// A certain weekday of a month, such as the second Tuesday or the last Friday. Every month has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NthWeekday {
    /// Which of the month's days with that name.
    pub nth: Nth,
    /// The name of the day.
    pub weekday: Weekday,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Which one of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nth {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

impl Nth {
    /// All five, in order.
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Last];
}

impl MonthDay {
    /// The `nth` day of the month called `weekday`.
    pub fn nth(nth: Nth, weekday: Weekday) -> Self {
        Self::Weekday(NthWeekday { nth, weekday, rest: Rest::new() })
    }

    /// Whether `month` has such a day, in leap years at least.
    pub fn can_be_in(&self, month: Month) -> bool {
        match self {
            Self::On(day) => (1..=month.longest()).contains(day),
            Self::LastDay | Self::Weekday(_) => true,
        }
    }

    /// The date of this day in one month (1 to 12) of one year, where there is such a date.
    pub(super) fn date_in(&self, year: i32, month: u32) -> Option<NaiveDate> {
        let last = || NaiveDate::from_ymd_opt(year, month, 1).map(|first| first.num_days_in_month());
        let day = match self {
            Self::On(day) => *day,
            Self::LastDay => last()?,
            Self::Weekday(NthWeekday { nth: Nth::Last, weekday, .. }) => {
                first_from(year, month, last()? - 6, *weekday)?
            }
            Self::Weekday(NthWeekday { nth, weekday, .. }) => {
                first_from(year, month, 1 + 7 * *nth as u8, *weekday)?
            }
        };
        NaiveDate::from_ymd_opt(year, month, day.into())
    }
}

/// The number of the first day called `weekday` that is not before day `from` of the month.
fn first_from(year: i32, month: u32, from: u8, weekday: Weekday) -> Option<u8> {
    let start = NaiveDate::from_ymd_opt(year, month, from.into())?;
    let ahead = (weekday as i64 - i64::from(start.weekday().num_days_from_monday())).rem_euclid(7);
    Some(from + ahead as u8)
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const SHAPE: &str =
            "a day from 1 to 31, \"lastDay\" or such as {\"nth\": \"second\", \"weekday\": \"tuesday\"}";
        match Value::deserialize(deserializer)? {
            Value::String(word) if word == "lastDay" => Ok(Self::LastDay),
            value @ Value::Object(_) => part(value, SHAPE).map(Self::Weekday),
            value => part(value, SHAPE).map(Self::On),
        }
        .map_err(D::Error::custom)
    }
}
