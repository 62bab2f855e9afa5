//! The words of the builder: why something cannot be drawn, and what a change came to.

pub mod canvas;
mod change;
pub mod commands;
mod connecting;
pub mod outline;
pub mod palette;
pub mod remedy;
pub mod search;

pub use self::change::{redone, told as told_of_change, undone};
pub use self::connecting::{doubt, told as told_of_ban};
