//! The builder: the canvas with its cards and transitions, the palette, the outline, the lists one adds and connects
//! from, and the commands.

pub mod announcer;
pub mod board;
mod card;
pub mod clipboard;
pub mod combobox;
pub mod commands;
mod connect;
pub mod connect_to;
mod desk;
mod drag;
pub mod drop;
mod edge;
mod face;
mod field;
mod gesture;
mod keyboard;
pub mod keys;
mod lasso;
mod layers;
mod links;
pub mod menu;
mod minimap;
mod note;
pub mod outline;
mod outline_menu;
mod pad;
pub mod palette;
pub mod quick_add;
mod relink;
pub mod rename;
pub mod scenery;
pub mod stage;
mod suggest;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tools_tests;
