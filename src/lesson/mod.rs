//! Guided teaching: where the learner is, and what counts as having done it. Never looks at widgets.

pub mod authoring;
pub mod certificate;
pub mod course;
pub mod ground;
pub mod judge;
pub mod link;
pub mod lint;
pub mod markup;
pub mod package;
pub mod prediction;
pub mod report;
pub mod study;
pub mod tour;
