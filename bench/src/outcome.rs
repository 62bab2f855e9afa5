//! What a measured run came to, so that contestants can be given the same work and compared by it.

use serde::Serialize;

/// Sizes and identity of a finished run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Deliveries made.
    pub deliveries: u64,
    /// Rows of the broadLog.
    pub messages: u64,
    /// Rows of the tracking log.
    pub tracking: u64,
    /// Launches and activations handled.
    pub events: u64,
    /// The run's fingerprint: native and wasm must agree.
    pub fingerprint: String,
}
