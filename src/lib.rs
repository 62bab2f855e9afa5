//! Delivery Lab: an in-memory workflow engine and the page that shows a simulated year of it.

pub mod app;
pub mod base;
pub mod engine;
pub mod lesson;
pub mod log;
pub mod people;
pub mod plan;
pub mod scenario;
pub mod scene;
pub mod schedule;
pub mod text;
