//! The settings of the Flow control tab.

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::targeting::Comparator;
use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::scenario::variables::{Scope, VarValue};
use crate::schedule::{Days, TimeOfDay};

/// The End's dialog (`start-and-end` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EndSettings {
    /// *Interrupt all tasks in progress*: whatever else still waits is aborted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stops_all: bool,
}

/// The Fork's dialog (`fork` page): a transition for each branch; they do not run simultaneously.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ForkSettings {}

/// The AND-join's dialog (`and-join` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AndJoinSettings {
    /// The activity whose population passes on. None means one of them: the product does not say which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_set: Option<String>,
}

/// The Test's dialog (`test` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TestSettings {
    /// The conditions in order; the first that is true has its output activated.
    pub branches: Vec<TestBranch>,
    /// *Use the default fork*: an output for when none is true.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub default_fork: bool,
}

/// One condition of a Test; it has an output of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TestBranch {
    /// The name of its output, unique in the activity.
    pub name: String,
    /// All of these must hold.
    pub when: Vec<Comparison>,
}

/// A comparison in a Test: the part of a script that the lab understands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// What is looked at.
    pub left: Operand,
    /// How it is compared.
    pub operator: Comparator,
    /// With what.
    pub right: VarValue,
}

/// What a Test can look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(tag = "type")]
pub enum Operand {
    /// `vars.recCount`: how many records the inbound transition carries.
    RecCount,
    /// A variable; one that was never set is false, 0 or empty.
    Variable {
        /// Whose variable.
        scope: Scope,
        /// Its name.
        name: String,
    },
    /// The day of the month now, 1 to 31.
    DayOfMonth,
    /// The month now, 1 to 12.
    Month,
    /// Whether the year now is a leap year.
    IsLeapYear,
}

/// The Wait's dialog (`wait` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WaitSettings {
    /// For how long.
    pub duration: Duration,
}

/// A length of time with its unit (`wait` page: from seconds to months).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: DurationUnit,
}

/// A unit of time. A month is a calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DurationUnit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Calendar months.
    Months,
}

impl Duration {
    /// The shortest time it can mean: a month has 28 days or more.
    pub fn shortest(self) -> SimSpan {
        let seconds = match self.unit {
            DurationUnit::Seconds => 1,
            DurationUnit::Minutes => 60,
            DurationUnit::Hours => 3_600,
            DurationUnit::Days => 86_400,
            DurationUnit::Weeks => 7 * 86_400,
            DurationUnit::Months => 28 * 86_400,
        };
        SimSpan::from_secs(i64::from(self.count) * seconds)
    }

    /// The moment so long after another. A month that is too short for the day of the month ends on its last day.
    pub fn after(self, start: SimTime) -> SimTime {
        let count = i64::from(self.count);
        let seconds = match self.unit {
            DurationUnit::Seconds => count,
            DurationUnit::Minutes => count * 60,
            DurationUnit::Hours => count * 3_600,
            DurationUnit::Days => count * DAY_SECS,
            DurationUnit::Weeks => count * 7 * DAY_SECS,
            DurationUnit::Months => {
                let end = start.date_time().checked_add_months(Months::new(self.count));
                return end
                    .map(SimTime::from_date_time)
                    .filter(|end| end.is_in_range())
                    .unwrap_or(SimTime::LAST);
            }
        };
        (start + SimSpan::from_secs(seconds)).min(SimTime::LAST)
    }
}

/// The Time constraint's dialog (`time-constraint` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TimeConstraintSettings {
    /// The days on which the transition may be activated.
    #[serde(default)]
    pub days: Days,
    /// From what time of day.
    pub from: TimeOfDay,
    /// Until what time of day, that time not included; not after `from` means into the next day.
    pub to: TimeOfDay,
    /// What becomes of an activation outside the window.
    #[serde(default)]
    pub outside: OutsideWindow,
}

/// What a Time constraint does outside its window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OutsideWindow {
    /// It is tried again when the window opens.
    #[default]
    Later,
    /// It is dropped.
    Drop,
}

/// The External signal's dialog (`external-signal` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ExternalSignalSettings {
    /// After what time the wait is over; each has an output of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expirations: Vec<Expiration>,
}

/// A delay after which a waiting activity activates another output (`defining-approvals` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Expiration {
    /// The name of its output, unique in the activity.
    pub name: String,
    /// The delay, counted from the beginning of the wait.
    pub after: Duration,
    /// *Do not terminate the task*: the activity goes on waiting.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub goes_on: bool,
}

/// The Sub-workflow's dialog (`sub-workflow` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubWorkflowSettings {
    /// The internal name of the workflow that is run. It begins at its Jump end and goes back at its Jump start.
    pub workflow: String,
}

/// The dialog of Jump start and Jump end (`jump--start-point-and-end-point-` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct JumpSettings {
    /// The number that joins a Jump start to the Jump end of the same number.
    pub number: u32,
}

/// The Approval's dialog (`approval` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ApprovalSettings {
    /// The question put to the operators.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
    /// The answers; each has an output of its own.
    pub answers: Vec<Answer>,
    /// After what time the wait is over; each has an output of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expirations: Vec<Expiration>,
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The name of its output, unique in the activity.
    pub name: String,
}

/// The Alert's dialog (`alert` page): a message to operators, without a reply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AlertSettings {
    /// The message.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}

/// The Task's dialog (`task` page): something a person does, done or not done; each has an output.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TaskSettings {
    /// What is to be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// After what time it counts as not done; none means never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Duration>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_on_the_last_day_where_it_is_too_short() {
        let months = |count| Duration { count, unit: DurationUnit::Months };
        let at = |text| SimTime::parse(text).unwrap();
        assert_eq!(months(1).after(at("2026-01-31 09:00")), at("2026-02-28 09:00"));
        assert_eq!(months(1).after(at("2028-01-31 09:00")), at("2028-02-29 09:00"));
        assert_eq!(months(13).after(at("2026-01-15 09:00")), at("2027-02-15 09:00"));
        assert_eq!(months(u32::MAX).after(at("2026-01-15")), SimTime::LAST);
        let weeks = Duration { count: u32::MAX, unit: DurationUnit::Weeks };
        assert_eq!(weeks.after(at("2026-01-15")), SimTime::LAST);
    }
}
