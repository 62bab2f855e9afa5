//! What happens in the life of a workflow and of its tasks.

use crate::base::time::SimTime;
use crate::scenario::activity::ports::Port;

/// A fact about the workflow or a task.
#[derive(Clone, Debug, PartialEq)]
pub enum LifeFact {
    /// A task waits until a moment, or for something from outside.
    Waits {
        /// Until when, if that is known.
        until: Option<SimTime>,
    },
    /// A transition that leads nowhere was activated: a warning, and the workflow pauses (`about-workflows` page).
    Unterminated {
        /// The output.
        port: Port,
    },
}
