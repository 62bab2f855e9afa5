//! The course: the list of its pieces, and the panel of the lesson that is open.

mod focus;
pub(super) mod home;
mod item;
pub(super) mod panel;
mod prose;
mod said;
#[cfg(test)]
mod tests;
