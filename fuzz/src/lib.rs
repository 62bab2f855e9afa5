//! Tries the lab with what nobody would draw, write or send: nothing may panic, run for ever or come to another end
//! the second time.

pub mod caught;
pub mod ledger;
pub mod mangle;
pub mod soak;
pub mod stock;
pub mod target;
mod told;
pub mod trial;
