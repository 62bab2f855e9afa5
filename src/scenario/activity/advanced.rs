//! The Advanced tab that every activity has.

use serde::{Deserialize, Serialize};

use crate::scenario::activity::flow::Duration;
use crate::scenario::variables::Assignment;
use crate::schedule::ZoneName;

/// The Advanced tab (`advanced-parameters` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(default)]
pub struct Advanced {
    /// *Execution*.
    #[serde(skip_serializing_if = "Execution::is_normal")]
    pub execution: Execution,
    /// *Behavior*: what a second task does while one is in progress.
    #[serde(skip_serializing_if = "Behavior::is_default")]
    pub behavior: Behavior,
    /// *Time zone*, by its IANA name; none is *By default*: that of the workflow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<ZoneName>,
    /// *In case of error*; none is that of the workflow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_error: Option<OnError>,
    /// *Max. execution period*: a task that is longer in progress has a warning in the journal, nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_execution: Option<Duration>,
    /// *Initialization script*: what is assigned when a task begins.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub initialization: Vec<Assignment>,
    /// *Comment*.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// Whether an activity is executed (`advanced-parameters` page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Execution {
    /// *Normal execution*.
    #[default]
    Normal,
    /// *Enable but do not execute*: the task is made and does nothing; nothing after it is activated.
    EnableButDoNotExecute,
    /// *Do not enable*: no task is made.
    DoNotEnable,
}

/// What a second task of an activity does while one is in progress (`advanced-parameters` page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Behavior {
    /// *Several tasks authorized*.
    #[default]
    SeveralTasksAuthorized,
    /// *The current task has priority*: no other task is executed meanwhile.
    CurrentTaskHasPriority,
}

/// What an error does (`workflow-properties` page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OnError {
    /// *Suspend the process*: the workflow is paused and has the failed flag.
    #[default]
    Suspend,
    /// *Ignore*: the task fails, the workflow goes on.
    Ignore,
    /// *Abort on error*: the workflow is stopped.
    Abort,
}

impl Advanced {
    /// Whether nothing is set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Execution {
    /// Whether it is *Normal execution*.
    pub fn is_normal(&self) -> bool {
        *self == Self::Normal
    }
}

impl Behavior {
    /// Whether it is *Several tasks authorized*.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
