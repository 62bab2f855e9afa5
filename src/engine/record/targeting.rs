//! What activities of the Targeting tab do.

/// A fact about a population.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetingFact {
    /// Populations were combined, divided or read.
    Resulted {
        /// How many records the main result has.
        count: u64,
        /// How many were left over or dropped.
        rest: u64,
    },
}
