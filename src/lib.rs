//! Delivery Lab: an in-memory workflow engine and the page that shows a simulated year of it.

pub mod app;
pub mod base;
pub mod engine;
#[cfg(feature = "web")]
pub mod host;
pub mod lesson;
pub mod log;
#[cfg(feature = "web")]
pub mod paint;
pub mod people;
pub mod plan;
pub mod scenario;
pub mod scene;
pub mod schedule;
pub mod text;
#[cfg(feature = "web")]
pub mod ui;
