//! How often a schedule launches: the first two steps of the Scheduler's wizard.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use serde_json::Value;

use super::days::{Days, Weekday};
use super::months::{MonthDay, Months};
use super::reading::{date, part, word_or};
use super::time_of_day::TimeOfDay;
use crate::base::rest::Rest;
use crate::base::time::SimTime;

/// The frequency of a schedule (`scheduler` page), one variant for each type of the wizard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Frequency {
    /// *Several times a day*.
    SeveralTimesADay(SeveralTimesADay),
    /// *Daily*.
    Daily(Daily),
    /// *Weekly*.
    Weekly(Weekly),
    /// *Monthly*.
    Monthly(Monthly),
    /// *Once*.
    Once(Once),
}

/// Several launches on each chosen day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SeveralTimesADay {
    /// The times of each day.
    pub times: Times,
    /// The days.
    #[serde(default)]
    pub days: Days,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The times of a day: *On selected hours*, or *Every* period *From* … *To* (`scheduler` page).
///
/// Written in files as `["09:00", "14:30"]` or `{"everyMinutes": 60, "from": "08:00", "to": "18:00"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Times {
    /// These times, in any order; one that is there twice counts once.
    Selected(Vec<TimeOfDay>),
    /// Again and again within the day.
    Every(Period),
}

/// A launch at `from` and then every `every_minutes` until `to`; both ends are included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// Minutes from one launch to the next.
    pub every_minutes: u32,
    /// The first launch of the day.
    pub from: TimeOfDay,
    /// No launch of the day is later.
    pub to: TimeOfDay,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// One launch a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Daily {
    /// The time of the launch.
    pub time: TimeOfDay,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// One launch on each chosen day of each chosen week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Weekly {
    /// The time of the launches.
    pub start: TimeOfDay,
    /// The days.
    pub days: Days,
    /// The weeks.
    #[serde(default)]
    pub weeks: Weeks,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The weeks of a weekly schedule: *Every week*, or *Every N week(s) From* a date (`scheduler` page).
///
/// Written in files as `"everyWeek"` or `{"every": 2, "from": "2026-06-08"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Weeks {
    /// Every week.
    #[default]
    EveryWeek,
    /// Every few weeks.
    #[serde(untagged)]
    Every(EveryWeeks),
}

/// The week of the date `from`, and every `every` weeks after it.
///
/// Assumption: weeks begin on Monday, the week that has the date `from` is the first one, and nothing is
/// launched before that date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EveryWeeks {
    /// Weeks from one week with launches to the next; 1 is every week.
    pub every: u32,
    /// A date in the first week.
    #[serde(with = "date")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("format" = "date")))]
    pub from: NaiveDate,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// One launch in each chosen month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Monthly {
    /// The months.
    #[serde(default)]
    pub months: Months,
    /// The day of the month.
    pub day: MonthDay,
    /// The time of the launch.
    pub time: TimeOfDay,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A single launch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Once {
    /// The date and time of the launch.
    pub at: SimTime,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The types of frequency, without their fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "each names the variant of `Frequency` called the same")]
pub enum FrequencyKind {
    SeveralTimesADay,
    Daily,
    Weekly,
    Monthly,
    Once,
}

impl FrequencyKind {
    /// The five types in the order of the wizard (`scheduler` page).
    pub const ALL: [Self; 5] = [Self::SeveralTimesADay, Self::Daily, Self::Weekly, Self::Monthly, Self::Once];
}

impl Frequency {
    /// The type of this frequency.
    pub fn kind(&self) -> FrequencyKind {
        match self {
            Self::SeveralTimesADay(_) => FrequencyKind::SeveralTimesADay,
            Self::Daily(_) => FrequencyKind::Daily,
            Self::Weekly(_) => FrequencyKind::Weekly,
            Self::Monthly(_) => FrequencyKind::Monthly,
            Self::Once(_) => FrequencyKind::Once,
        }
    }

    /// What a form shows when a person switches to `kind` in a scenario that begins at `start`.
    ///
    /// The launches have the weekday, day of month and time of `start`; several times a day is every hour
    /// from 08:00 to 18:00. After the 28th, monthly means the last day, so that no month is left out.
    pub fn default_of(kind: FrequencyKind, start: SimTime) -> Self {
        let (time, day) = (TimeOfDay::of(start), start.date().day() as u8);
        match kind {
            FrequencyKind::SeveralTimesADay => {
                Self::every_minutes(60, TimeOfDay::new(8, 0), TimeOfDay::new(18, 0))
            }
            FrequencyKind::Daily => Self::daily(time),
            FrequencyKind::Weekly => Self::weekly(Weekday::of(start), time),
            FrequencyKind::Monthly if day > 28 => Self::monthly(MonthDay::LastDay, time),
            FrequencyKind::Monthly => Self::monthly(MonthDay::On(day), time),
            FrequencyKind::Once => Self::once(start),
        }
    }

    /// At these times of every day.
    pub fn at_hours(hours: impl IntoIterator<Item = TimeOfDay>) -> Self {
        let times = Times::Selected(hours.into_iter().collect());
        Self::SeveralTimesADay(SeveralTimesADay { times, days: Days::EveryDay, rest: Rest::new() })
    }

    /// Every so many minutes of every day, from one time to another.
    pub fn every_minutes(every_minutes: u32, from: TimeOfDay, to: TimeOfDay) -> Self {
        let times = Times::Every(Period { every_minutes, from, to, rest: Rest::new() });
        Self::SeveralTimesADay(SeveralTimesADay { times, days: Days::EveryDay, rest: Rest::new() })
    }

    /// Every day at `time`.
    pub fn daily(time: TimeOfDay) -> Self {
        Self::Daily(Daily { time, rest: Rest::new() })
    }

    /// Every week on `weekday` at `start`.
    pub fn weekly(weekday: Weekday, start: TimeOfDay) -> Self {
        let days = Days::on([weekday]);
        Self::Weekly(Weekly { start, days, weeks: Weeks::EveryWeek, rest: Rest::new() })
    }

    /// Every month on `day` at `time`.
    pub fn monthly(day: MonthDay, time: TimeOfDay) -> Self {
        Self::Monthly(Monthly { months: Months::EveryMonth, day, time, rest: Rest::new() })
    }

    /// A single time.
    pub fn once(at: SimTime) -> Self {
        Self::Once(Once { at, rest: Rest::new() })
    }
}

impl<'de> Deserialize<'de> for Times {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const SHAPE: &str = "a list such as [\"09:00\", \"14:30\"] or such as \
                             {\"everyMinutes\": 60, \"from\": \"08:00\", \"to\": \"18:00\"}";
        match Value::deserialize(deserializer)? {
            value @ Value::Object(_) => part(value, SHAPE).map(Self::Every),
            value => part(value, SHAPE).map(Self::Selected),
        }
        .map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Weeks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let weeks = word_or(
            deserializer,
            "everyWeek",
            "\"everyWeek\" or such as {\"every\": 2, \"from\": \"2026-06-08\"}",
        )?;
        Ok(weeks.map_or(Self::EveryWeek, Self::Every))
    }
}
