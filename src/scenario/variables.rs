//! Variables of an instance, a task or an event, and what is assigned to them (`javascript-scripts-and-templates`
//! page).

use serde::{Deserialize, Serialize};

/// Whose a variable is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// `instance.vars`: the whole workflow's, shared by all parallel executions.
    #[default]
    Instance,
    /// `task.vars`: one task's.
    Task,
    /// `vars`: passed along with the event.
    Event,
}

/// The value of a variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum VarValue {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
}

/// One line of an initialization script: the part of JavaScript that the lab understands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assignment {
    /// Whose variable.
    #[serde(default)]
    pub scope: Scope,
    /// Its name.
    pub name: String,
    /// What is done to it.
    #[serde(flatten)]
    pub value: Assigned,
}

/// What an assignment does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Assigned {
    /// Sets it.
    Set(VarValue),
    /// Adds to it; one that is no number counts as 0.
    Add(i64),
}
