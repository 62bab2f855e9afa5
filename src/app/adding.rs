//! What is about to be added: a new activity whose kind is yet to be chosen, or a transition without a target.

use std::rc::Rc;

/// An activity from which a transition is about to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leading {
    /// Its name.
    pub from: Rc<str>,
    /// Which of its outputs; none where that is yet to be chosen, or where it has one.
    pub output: Option<Rc<str>>,
    /// The place of a transition from there that shall lead elsewhere; none where a new one is drawn.
    pub again: Option<usize>,
}

/// What is known about the place of a new activity before its kind is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adding {
    /// Its left upper corner in world units; none means wherever there is room.
    pub at: Option<(i32, i32)>,
    /// The name of the activity that leads to it, and which of its outputs; none where nothing shall.
    pub after: Option<(Rc<str>, Option<Rc<str>>)>,
}
