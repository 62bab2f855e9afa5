//! What `cargo xtask bench engine` measures: simulated years, reads at random moments, and a floor to compare with.

pub mod floor;
pub mod moments;
pub mod outcome;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod workload;
pub mod year;
