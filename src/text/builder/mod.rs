//! The words of the builder: why something cannot be drawn, and what a change came to.

pub mod canvas;
mod change;
mod connecting;
pub mod palette;
pub mod search;

pub use self::change::told as told_of_change;
pub use self::connecting::{doubt, told as told_of_ban};
