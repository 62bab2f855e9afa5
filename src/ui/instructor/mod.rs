//! The trainer's side: the bench beside the lab, the lesson as a whole, one's lessons, the report, the classroom screen.

pub(super) mod bench;
mod build;
mod choices;
mod form;
pub(super) mod home;
mod kit;
pub(super) mod lessons;
mod numbers;
pub(super) mod offered;
pub(super) mod overview;
mod picker;
pub(super) mod project;
pub(super) mod report;
mod report_tables;
mod steps;
#[cfg(test)]
mod tests;
