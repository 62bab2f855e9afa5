//! The one store of the page, pure: a state, actions on it, and requests to the outside as data.

pub mod action;
pub mod effect;
pub mod history;
mod lessons;
pub mod notice;
pub mod options;
mod playing;
pub mod reduce;
pub mod saved;
pub mod state;
#[cfg(test)]
mod tests;
