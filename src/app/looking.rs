//! What the drawing is asked to show; how it does so is the drawing's own affair.

use std::rc::Rc;

/// Where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// At the whole workflow.
    Fit,
    /// Nearer.
    Nearer,
    /// From farther away.
    Farther,
    /// At full size.
    FullSize,
    /// At this activity.
    At(Rc<str>),
}

/// The last wish, numbered so that the same wish twice is two wishes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looking {
    /// How many wishes there were.
    pub number: u64,
    /// The last.
    pub look: Option<Look>,
}

impl Looking {
    /// One wish more.
    #[must_use]
    pub(super) fn next(&self, look: Look) -> Self {
        Self { number: self.number + 1, look: Some(look) }
    }
}
