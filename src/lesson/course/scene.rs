//! The scenario that a step begins with: a sample or a file of the course, with changes to its text.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scene {
    /// What it begins from: a built-in sample, or a scenario of the course, which goes first.
    pub from: String,
    /// What is changed in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// A change to the scenario as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Change {
    /// A JSON pointer such as `/workflow/activities/@scheduler/settings/schedule`. Beyond RFC 6901 `@name` is the
    /// row of a list whose `name` this is, and `-` is a new row after the last.
    pub at: String,
    /// What shall stand there, `{"$": "weeks"}` being the value of a parameter; none to take away what stands
    /// there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Value>,
}
