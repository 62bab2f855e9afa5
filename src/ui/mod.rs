//! Yew components: values in, actions out; nothing here that a test without a browser could not reach.

pub mod about;
pub mod activities;
pub mod builder;
pub mod charts;
pub mod coach;
pub mod comparison;
mod course;
pub mod deliveries;
mod drop;
pub mod explain;
pub mod export;
pub mod filming;
pub mod gallery;
pub mod import;
pub mod inspector;
mod instructor;
pub mod logs;
pub mod narration;
pub mod notices;
mod opening;
mod page;
#[cfg(test)]
mod pseudo_tests;
pub mod reports;
pub mod root;
pub mod running;
pub mod sections;
pub mod share;
pub mod shared;
pub mod shell;
pub mod store;
pub mod transport;
pub mod variants;
pub mod widgets;
pub mod workflow;
