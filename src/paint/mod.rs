//! Pixels and the clock: the only places that read wall time or draw by hand.

pub mod clock;
pub mod ticker;
