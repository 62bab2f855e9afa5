//! What a person does to the workflow at a moment of the run; part of the file, so part of the outcome.

use serde::{Deserialize, Serialize};

use super::creative::Creative;
use crate::base::rest::Rest;
use crate::base::time::SimTime;

/// One thing done at one moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Intervention {
    /// When it is done. Launches of the same second come after it.
    pub at: SimTime,
    /// What is done.
    #[serde(rename = "do")]
    pub what: Stimulus,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What can be done to a started workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Stimulus {
    /// Edits the creative of a shared template; every continuous delivery that refers to it is affected.
    ///
    /// Assumption: editing the creative from a continuous delivery activity writes to the template it refers to.
    EditTemplate {
        /// The template's internal name.
        template: String,
        /// The new content.
        creative: Creative,
    },
    /// Edits the copy that a recurring delivery activity holds.
    ///
    /// Assumption: the next instances have the new content, those already made keep theirs.
    EditDelivery {
        /// The activity's name.
        activity: String,
        /// The new content.
        creative: Creative,
    },
    /// Gives a delivery activity another label.
    Relabel {
        /// The activity's name.
        activity: String,
        /// The new label.
        label: String,
    },
    /// Stop and start again: schedules begin anew and histories that are not kept are emptied.
    RestartWorkflow,
}
