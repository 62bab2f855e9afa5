//! What happens to deliveries besides being made and sent.

use super::DeliveryIdx;

/// A fact about a delivery.
#[derive(Clone, Debug, PartialEq)]
pub enum DeliveryFact {
    /// A delivery was stopped by hand; its activity goes on making others.
    Stopped {
        /// Which.
        delivery: DeliveryIdx,
    },
}
