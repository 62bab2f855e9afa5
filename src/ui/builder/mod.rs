//! The builder: the canvas with its cards and transitions, the palette, the outline, the lists one adds and connects
//! from, and the commands.

mod canvas;
mod card;
pub mod clipboard;
pub mod combobox;
mod connect;
mod desk;
mod drag;
pub mod drop;
mod face;
mod field;
mod gesture;
mod keyboard;
mod lasso;
mod links;
mod minimap;
mod note;
mod pad;
pub mod palette;
pub mod panel;
pub mod quick_add;
mod suggest;
#[cfg(test)]
mod tests;
mod width;
