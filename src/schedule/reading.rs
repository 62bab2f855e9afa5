//! Reading the parts of a schedule that a file may write in more than one shape.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::DeserializeOwned, de::Error as _};
use serde_json::Value;

use crate::base::time::SimTime;

/// `None` where the file has `word`, else what it has in its place; `shape` tells a reader what may stand there.
pub(super) fn word_or<'de, T, D>(deserializer: D, word: &str, shape: &str) -> Result<Option<T>, D::Error>
where
    T: DeserializeOwned,
    D: Deserializer<'de>,
{
    let value = Value::deserialize(deserializer)?;
    if value.as_str() == Some(word) {
        return Ok(None);
    }
    part(value, shape).map(Some).map_err(D::Error::custom)
}

/// `value` as a `T`, or a sentence that says what was expected and why this is not it.
pub(super) fn part<T: DeserializeOwned>(value: Value, shape: &str) -> Result<T, String> {
    if value.is_string() {
        return Err(format!("{value} is not {shape}"));
    }
    serde_json::from_value(value).map_err(|error| format!("expected {shape}, but {error}"))
}

/// Dates as `2026-06-08`, in the years 1 to 9999; for `#[serde(with = …)]`.
pub(super) mod date {
    use super::*;

    pub(in crate::schedule) fn serialize<S>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.collect_str(date)
    }

    pub(in crate::schedule) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<NaiveDate, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse(&text).ok_or_else(|| D::Error::custom(format!("\"{text}\" is not a date such as 2026-06-08")))
    }

    fn parse(text: &str) -> Option<NaiveDate> {
        let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
        SimTime::from_date(date).is_in_range().then_some(date)
    }
}

/// Dates that may be left out; for `#[serde(default, skip_serializing_if = "Option::is_none", with = …)]`.
pub(super) mod optional_date {
    use super::*;

    #[derive(serde::Serialize, Deserialize)]
    #[serde(transparent)]
    struct Date(#[serde(with = "super::date")] NaiveDate);

    pub(in crate::schedule) fn serialize<S>(
        date: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serde::Serialize::serialize(&date.map(Date), serializer)
    }

    pub(in crate::schedule) fn deserialize<'de, D>(deserializer: D) -> Result<Option<NaiveDate>, D::Error>
    where
        D: Deserializer<'de>,
    {
        Ok(Option::<Date>::deserialize(deserializer)?.map(|date| date.0))
    }
}
