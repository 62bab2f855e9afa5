//! The builder: the palette, the outline, the lists one adds and connects from, and the commands.

pub mod combobox;
pub mod drop;
pub mod palette;
pub mod quick_add;
