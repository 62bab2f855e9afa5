//! What activities of the Flow control tab do.

use crate::scenario::activity::ports::Port;

/// A fact about the flow.
#[derive(Clone, Debug, PartialEq)]
pub enum FlowFact {
    /// An output was chosen.
    Chose {
        /// Which.
        port: Port,
    },
}
