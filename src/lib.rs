//! Delivery Lab: an in-memory workflow engine and the page that shows a simulated year of it.

pub mod base;
pub mod people;
pub mod schedule;
