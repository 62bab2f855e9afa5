//! A time of day on the wall clock, to the minute.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::base::time::{DAY_SECS, SimTime};

/// A time from 00:00 to 23:59. Written in files as `"09:00"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    minutes: u16,
}

impl TimeOfDay {
    /// The time `hour:minute`; an hour past 23 counts as 23, a minute past 59 as 59.
    pub const fn new(hour: u8, minute: u8) -> Self {
        let hour = if hour > 23 { 23 } else { hour };
        let minute = if minute > 59 { 59 } else { minute };
        Self { minutes: hour as u16 * 60 + minute as u16 }
    }

    /// The time of day of a moment; its seconds are dropped.
    pub const fn of(moment: SimTime) -> Self {
        Self { minutes: (moment.secs().rem_euclid(DAY_SECS) / 60) as u16 }
    }

    /// Minutes since midnight, 0 to 1439.
    pub const fn minutes(self) -> u16 {
        self.minutes
    }

    /// Seconds since midnight.
    pub const fn secs(self) -> u32 {
        self.minutes as u32 * 60
    }

    /// The hour, 0 to 23.
    pub const fn hour(self) -> u8 {
        (self.minutes / 60) as u8
    }

    /// The minute of the hour, 0 to 59.
    pub const fn minute(self) -> u8 {
        (self.minutes % 60) as u8
    }

    /// Parses `09:00` or `9:00`; seconds are allowed where they are zero, as browsers may write them.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(':');
        let (hour, minute) = (number(parts.next()?)?, number(parts.next()?)?);
        let seconds_are_zero = parts.next().is_none_or(|part| part == "00") && parts.next().is_none();
        (hour < 24 && minute < 60 && seconds_are_zero).then(|| Self::new(hour, minute))
    }
}

/// A number of one or two digits.
fn number(text: &str) -> Option<u8> {
    let is_number = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| D::Error::custom(format!("\"{text}\" is not a time of day such as 09:00")))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for TimeOfDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeOfDay".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A time of day on the wall clock, such as 09:00.",
            "pattern": "^([01]?\\d|2[0-3]):[0-5]?\\d(:00)?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_with_two_digits_and_read_back() {
        assert_eq!(TimeOfDay::new(9, 5).to_string(), "09:05");
        assert_eq!(TimeOfDay::parse("9:05"), Some(TimeOfDay::new(9, 5)));
        assert_eq!(TimeOfDay::parse("23:59:00"), Some(TimeOfDay::new(23, 59)));
        for text in ["24:00", "9", "09:60", "", ":", "+9:00", "09:00:01", "09:00:00:00"] {
            assert_eq!(TimeOfDay::parse(text), None, "{text}");
        }
    }
}
