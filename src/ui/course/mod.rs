//! The course: the list of its pieces, and the panel of the lesson that is open.

pub(super) mod cover;
mod focus;
pub(super) mod home;
mod item;
pub(super) mod panel;
pub(super) mod props;
pub(super) mod prose;
mod said;
mod spoken;
#[cfg(test)]
mod tests;
mod ways;
