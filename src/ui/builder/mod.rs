//! The builder: the palette, the outline, the lists one adds and connects from, and the commands.

pub mod announcer;
pub mod combobox;
pub mod commands;
pub mod connect_to;
pub mod drop;
pub mod keys;
pub mod menu;
pub mod outline;
mod outline_menu;
pub mod palette;
pub mod quick_add;
pub mod rename;
pub mod stage;
#[cfg(test)]
mod tools_tests;
