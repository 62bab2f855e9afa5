//! The activities of a campaign workflow and what a person can set on each.

use serde::{Deserialize, Serialize};

use super::creative::Creative;
use crate::base::rest::Rest;
use crate::people::Condition;
use crate::schedule::Schedule;

/// One box of the drawing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// The internal name: unique in the workflow, part of the key of every draw, never shown by itself.
    pub name: String,
    /// The label a person gave; of a delivery activity also the label of the deliveries it makes.
    pub label: String,
    /// The left edge in the drawing, in world units.
    pub x: i32,
    /// The top edge in the drawing, in world units.
    pub y: i32,
    /// What the activity does.
    pub settings: Settings,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An arrow from one activity to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Transition {
    /// The name of the activity it leaves.
    pub from: String,
    /// The name of the activity it enters.
    pub to: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What an activity does, one variant per activity of the palette.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Settings {
    /// Marks where a branch begins (`start-and-end` page).
    Start(MarkSettings),
    /// Marks where a branch ends (`start-and-end` page).
    End(MarkSettings),
    /// Activates its transition at scheduled times (`scheduler` page).
    Scheduler(SchedulerSettings),
    /// Selects everyone who matches, each time anew (`query` page).
    Query(QuerySettings),
    /// Selects those who match and were not selected before (`incremental-query` page).
    IncrementalQuery(IncrementalQuerySettings),
    /// Makes a new delivery at each run (`recurring-delivery` page).
    RecurringDelivery(RecurringDeliverySettings),
    /// Appends to one delivery while nothing changed (`continuous-delivery` page).
    ContinuousDelivery(ContinuousDeliverySettings),
}

/// Start and End have nothing to set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MarkSettings {
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Scheduler's dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SchedulerSettings {
    /// When the transition is activated.
    pub schedule: Schedule,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Query's dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QuerySettings {
    /// Who is selected.
    pub condition: Condition,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Incremental query's dialog, with its tab *Scheduling & History*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IncrementalQuerySettings {
    /// Who is selected, before those already targeted are taken out.
    pub condition: Condition,
    /// *Schedule execution*: none means that it runs at once, one time only, or when a transition enters it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// *History in days*: how long a targeted recipient stays excluded; 0 means for ever.
    pub history_days: u32,
    /// *Keep history when starting*: off means that a start of the workflow empties the history.
    pub keep_history: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Recurring delivery: a campaign-specific copy of a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RecurringDeliverySettings {
    /// The internal name of the template it was copied from.
    pub template: String,
    /// *Delivery code*: the same on every instance; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub delivery_code: String,
    /// Its own copy of the creative.
    pub creative: Creative,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Continuous delivery's small form: a reference to a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContinuousDeliverySettings {
    /// The internal name of the template it refers to.
    pub template: String,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The kind of an activity without its settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActivityKind {
    /// Start.
    Start,
    /// End.
    End,
    /// Scheduler.
    Scheduler,
    /// Query.
    Query,
    /// Incremental query.
    IncrementalQuery,
    /// Recurring delivery.
    RecurringDelivery,
    /// Continuous delivery.
    ContinuousDelivery,
}

impl Settings {
    /// The kind of activity these settings belong to.
    pub fn kind(&self) -> ActivityKind {
        match self {
            Self::Start(_) => ActivityKind::Start,
            Self::End(_) => ActivityKind::End,
            Self::Scheduler(_) => ActivityKind::Scheduler,
            Self::Query(_) => ActivityKind::Query,
            Self::IncrementalQuery(_) => ActivityKind::IncrementalQuery,
            Self::RecurringDelivery(_) => ActivityKind::RecurringDelivery,
            Self::ContinuousDelivery(_) => ActivityKind::ContinuousDelivery,
        }
    }

    /// The schedule by which the activity launches itself, if it has one.
    pub fn schedule(&self) -> Option<&Schedule> {
        match self {
            Self::Scheduler(scheduler) => Some(&scheduler.schedule),
            Self::IncrementalQuery(query) => query.schedule.as_ref(),
            _ => None,
        }
    }

    /// The condition by which the activity selects, if it selects.
    pub fn condition(&self) -> Option<&Condition> {
        match self {
            Self::Query(query) => Some(&query.condition),
            Self::IncrementalQuery(query) => Some(&query.condition),
            _ => None,
        }
    }

    /// The internal name of the delivery template, of a delivery activity.
    pub fn template(&self) -> Option<&str> {
        match self {
            Self::RecurringDelivery(delivery) => Some(&delivery.template),
            Self::ContinuousDelivery(delivery) => Some(&delivery.template),
            _ => None,
        }
    }
}

impl ActivityKind {
    /// Whether the activity makes or feeds deliveries.
    pub fn is_delivery(self) -> bool {
        matches!(self, Self::RecurringDelivery | Self::ContinuousDelivery)
    }
}
