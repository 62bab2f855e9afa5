//! Where the lab is led to: a mode, a place in it, a moment, an activity, a delivery.

use serde::{Deserialize, Serialize};

/// Where the lab is led to; what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Look {
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// The internal name of the activity that is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// The delivery whose rows are opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<WhichDelivery>,
    /// Which of its logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log: Option<WhichLog>,
}

/// A place in the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// Build.
    Build,
    /// Play.
    Play,
    /// Compare: the delivery list.
    Deliveries,
    /// Compare: the reports.
    Reports,
    /// Compare: the variants.
    Variants,
    /// Compare: the workflow's journal.
    Journal,
}

/// A moment of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Moment {
    /// Its first moment.
    Start,
    /// Its last moment.
    End,
    /// The end of a week, from 1.
    Week(u32),
}

/// A delivery of the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhichDelivery {
    /// The internal name of the activity that makes it.
    pub activity: String,
    /// Which of its deliveries, from 1; from the last, where it is negative.
    pub number: i32,
}

/// A log of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum WhichLog {
    /// The broadLog.
    BroadLog,
    /// The tracking log.
    TrackingLog,
    /// The exclusion log.
    ExclusionLog,
}
