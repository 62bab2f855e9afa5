//! The builder: the palette, the outline, the lists one adds and connects from, and the commands.

pub mod announcer;
pub mod combobox;
pub mod commands;
pub mod drop;
pub mod keys;
pub mod palette;
pub mod quick_add;
pub mod rename;
