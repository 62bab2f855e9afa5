//! The one store of the page, pure: a state, actions on it, and requests to the outside as data.

pub mod action;
mod action_name;
pub mod adding;
mod building;
pub mod command;
pub mod effect;
pub mod files;
pub mod filming;
pub mod history;
pub mod instructor;
pub mod job;
pub mod learning;
mod lessons;
pub mod looking;
pub mod notice;
pub mod option_table;
pub mod options;
pub mod other_tabs;
pub mod outcome;
pub mod placing;
mod playing;
pub mod predicted;
pub mod preferences;
#[cfg(test)]
mod random_tests;
pub mod reduce;
pub mod reporting;
pub mod rows;
pub mod running;
pub mod saved;
pub mod section;
pub mod selection;
pub mod snapshot;
mod speaking;
pub mod standing;
pub mod state;
pub mod stepping;
pub mod studying;
pub mod templates;
#[cfg(test)]
mod tests;
pub mod transcript;
pub mod trial_job;
pub mod trials;
pub mod variants;
