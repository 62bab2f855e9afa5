//! Days of the week, and which of them a schedule has.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize};

use super::reading::word_or;
use crate::base::time::SimTime;

/// A day of the week, in the order of the calendar: Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The seven days, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The day of the week on which a moment falls.
    pub const fn of(moment: SimTime) -> Self {
        Self::of_day_number(moment.day_number())
    }

    /// The day of the week of a day counted from 1970-01-01, a Thursday.
    pub(super) const fn of_day_number(day: i64) -> Self {
        Self::ALL[(day + 3).rem_euclid(7) as usize]
    }
}

/// The day selection of the Scheduler's wizard: *Every day*, or check boxes (`scheduler` page).
///
/// Written in files as `"everyDay"` or `["monday", "friday"]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Days {
    /// All seven days.
    #[default]
    EveryDay,
    /// The chosen days; none chosen means that nothing is ever launched.
    #[serde(untagged)]
    On(BTreeSet<Weekday>),
}

impl Days {
    /// These days only.
    pub fn on(days: impl IntoIterator<Item = Weekday>) -> Self {
        Self::On(days.into_iter().collect())
    }

    /// Whether `day` is one of them.
    pub fn contains(&self, day: Weekday) -> bool {
        match self {
            Self::EveryDay => true,
            Self::On(days) => days.contains(&day),
        }
    }

    /// The days, Monday first.
    pub fn iter(&self) -> impl Iterator<Item = Weekday> + '_ {
        Weekday::ALL.into_iter().filter(|&day| self.contains(day))
    }
}

impl<'de> Deserialize<'de> for Days {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let days =
            word_or(deserializer, "everyDay", "\"everyDay\" or a list such as [\"monday\", \"friday\"]")?;
        Ok(days.map_or(Self::EveryDay, Self::On))
    }
}
