//! What can be counted on a scenario and its run, and what must be so there.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::scenario::activity::ActivityKind;

/// Something that is to be so in the end; its words are in the step's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Goal {
    /// What names it within its step.
    pub id: String,
    /// What must be so.
    pub test: Test,
}

/// A statement about a scenario and its run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Test {
    /// All of these.
    All(Vec<Test>),
    /// At least one of these.
    Any(Vec<Test>),
    /// Not this.
    Not(Box<Test>),
    /// Two numbers, compared.
    Compare(Quantity, Comparison, Quantity),
    /// A way leads over activities of these kinds, in this order; others may lie between.
    Leads(Vec<ActivityKind>),
    /// A setting of an activity has one of these values.
    Setting(Setting),
    /// The scenario can run: no finding forbids it.
    Runs,
    /// The check has neither errors nor warnings for it.
    Clean,
}

/// What a setting must be. It is so where it is so for one of the activities that fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Setting {
    /// Of which activities.
    pub of: Which,
    /// A JSON pointer from its settings, such as `/schedule/frequency/type`.
    pub at: String,
    /// The values, one of which it must have; none at all for "is there".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is: Vec<Value>,
}

/// Activities, by what is known of them; both where both are given, all where neither is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Which {
    /// Their kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActivityKind>,
    /// The internal name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub enum Comparison {
    /// Equal.
    #[serde(rename = "=")]
    Equal,
    /// Unequal.
    #[serde(rename = "!=")]
    Unequal,
    /// Less.
    #[serde(rename = "<")]
    Less,
    /// Less or equal.
    #[serde(rename = "<=")]
    AtMost,
    /// Greater.
    #[serde(rename = ">")]
    Greater,
    /// Greater or equal.
    #[serde(rename = ">=")]
    AtLeast,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Quantity {
    /// This one.
    Fixed(u64),
    /// The value of a parameter.
    Param(String),
    /// A count of the run.
    Counted(Counted),
    /// How many activities there are.
    Activities(Which),
    /// The sum.
    Sum(Vec<Quantity>),
    /// The product.
    Product(Vec<Quantity>),
    /// The first less the second, and 0 where that is more.
    Less(Box<(Quantity, Quantity)>),
    /// The first divided by the second, rounded down; 0 where the second is.
    Quotient(Box<(Quantity, Quantity)>),
}

/// What is counted, where and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Counted {
    /// What.
    pub what: Count,
    /// By which activities; all where it is left out.
    #[serde(default)]
    pub of: Which,
    /// Until the end of which week, from 1; to the end of the run where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<u32>,
    /// Of one delivery alone, from 1; from the last where it is negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<i32>,
}

/// What can be counted of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Count {
    /// Rows of `nms:delivery`.
    Deliveries,
    /// Runs of delivery activities that had recipients: batches of the broadLog.
    Batches,
    /// Messages that were prepared: broadLog rows that were written.
    Messages,
    /// Rows of the broadLog that are there.
    BroadLogs,
    /// Rows of the tracking log that are there.
    TrackingLogs,
    /// Rows of the exclusion log.
    Exclusions,
    /// Tracked URLs.
    TrackedUrls,
    /// Different people with a message.
    People,
    /// Those of them with more than one.
    MailedTwice,
    /// Log rows that the cleanup has purged.
    Purged,
    /// Messages of the largest single delivery: as much as the report of one delivery shows.
    OneReport,
    /// Messages that succeeded.
    Delivered,
    /// Different people who opened.
    Opened,
    /// How often activities ran.
    Tasks,
    /// Launches of schedules.
    Launches,
    /// Launches that came late, as the workflow was paused or its server down.
    Late,
    /// Tasks that failed or were aborted.
    Broken,
}

impl Count {
    /// All of them; the place of each is what its words are known by.
    pub const ALL: [Self; 17] = [
        Self::Deliveries,
        Self::Batches,
        Self::Messages,
        Self::BroadLogs,
        Self::TrackingLogs,
        Self::Exclusions,
        Self::TrackedUrls,
        Self::People,
        Self::MailedTwice,
        Self::Purged,
        Self::OneReport,
        Self::Delivered,
        Self::Opened,
        Self::Tasks,
        Self::Launches,
        Self::Late,
        Self::Broken,
    ];
}
