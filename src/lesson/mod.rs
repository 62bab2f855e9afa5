//! Guided teaching: where the learner is, and what counts as having done it. Never looks at widgets.

pub mod ground;
pub mod prediction;
pub mod tour;
