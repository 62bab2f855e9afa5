//! Simulated calendar time in whole seconds. Never reads a clock and knows no time zone.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Seconds in a day.
pub const DAY_SECS: i64 = 86_400;

/// A moment on the simulated wall clock, in whole seconds.
///
/// Written in files and traces as `2026-06-08T09:00:00`. The range is the years 1 to 9999; arithmetic
/// stays inside it by saturating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimTime(i64);

/// A length of simulated time, in whole seconds. May be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimSpan(i64);

impl SimTime {
    /// The last second of the year 9999.
    pub const LAST: Self = Self(253_402_300_799);

    /// Midnight at the start of `date`.
    pub fn from_date(date: NaiveDate) -> Self {
        Self(date.and_time(NaiveTime::MIN).and_utc().timestamp())
    }

    /// The moment that a calendar date and a time of day name.
    pub fn from_date_time(moment: NaiveDateTime) -> Self {
        Self(moment.and_utc().timestamp())
    }

    /// The moment this many seconds after 1970-01-01 00:00.
    pub const fn from_secs(secs: i64) -> Self {
        Self(secs)
    }

    /// Seconds since 1970-01-01 00:00.
    pub const fn secs(self) -> i64 {
        self.0
    }

    /// The calendar date and time of day.
    pub fn date_time(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default().naive_utc()
    }

    /// The calendar date.
    pub fn date(self) -> NaiveDate {
        self.date_time().date()
    }

    /// Whole days since 1970-01-01; the unit in which dates of recipients are kept.
    pub const fn day_number(self) -> i64 {
        self.0.div_euclid(DAY_SECS)
    }

    /// The first full hour that is not before this moment.
    pub const fn next_full_hour(self) -> Self {
        Self(-(-self.0).div_euclid(3_600) * 3_600)
    }

    /// Parses `2026-06-08T09:00:00`, with or without seconds or time, with `T` or a space between.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
            .map(Self::from_date_time)
            .or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Self::from_date))
            .filter(|moment| moment.is_in_range())
    }

    /// Whether the moment lies in the years 1 to 9999, the only ones the lab calculates with.
    pub fn is_in_range(self) -> bool {
        const FIRST: i64 = -62_135_596_800;
        (FIRST..=Self::LAST.0).contains(&self.0)
    }
}

impl SimSpan {
    /// This many seconds.
    pub const fn from_secs(secs: i64) -> Self {
        Self(secs)
    }

    /// This many hours.
    pub const fn from_hours(hours: i64) -> Self {
        Self(hours * 3_600)
    }

    /// This many days of 24 hours.
    pub const fn from_days(days: i64) -> Self {
        Self(days * DAY_SECS)
    }

    /// The length in seconds.
    pub const fn secs(self) -> i64 {
        self.0
    }
}

impl Add<SimSpan> for SimTime {
    type Output = Self;
    fn add(self, span: SimSpan) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

impl AddAssign<SimSpan> for SimTime {
    fn add_assign(&mut self, span: SimSpan) {
        *self = *self + span;
    }
}

impl Sub<SimSpan> for SimTime {
    type Output = Self;
    fn sub(self, span: SimSpan) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

impl Sub for SimTime {
    type Output = SimSpan;
    fn sub(self, earlier: Self) -> SimSpan {
        SimSpan(self.0.saturating_sub(earlier.0))
    }
}

impl fmt::Display for SimTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date_time())
    }
}

impl Serialize for SimTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:?}", self.date_time()))
    }
}

impl<'de> Deserialize<'de> for SimTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            D::Error::custom(format!("\"{text}\" is not a date and time such as 2026-06-08T09:00:00"))
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for SimTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SimTime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A moment on the simulated clock, such as 2026-06-08T09:00:00.",
            "pattern": "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?)?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_and_read_back() {
        let moment = SimTime::parse("2026-06-08T09:00:00").unwrap();
        assert_eq!(moment.to_string(), "2026-06-08 09:00:00");
        assert_eq!(serde_json::to_string(&moment).unwrap(), "\"2026-06-08T09:00:00\"");
        assert_eq!(SimTime::parse("2026-06-08 09:00"), Some(moment));
        assert_eq!(SimTime::parse("2026-06-08").unwrap() + SimSpan::from_hours(9), moment);
        assert_eq!(SimTime::parse("8 June"), None);
        assert_eq!(SimTime::parse("+12026-06-08"), None);
    }

    #[test]
    fn the_next_full_hour_keeps_a_full_hour() {
        let nine = SimTime::parse("2026-06-08 09:00").unwrap();
        assert_eq!(nine.next_full_hour(), nine);
        assert_eq!((nine + SimSpan::from_secs(1)).next_full_hour(), nine + SimSpan::from_hours(1));
    }
}
