//! Where a new activity shall stand that is about to be chosen, and what shall lead to it.

use std::rc::Rc;

/// What is known about the place of a new activity before its kind is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adding {
    /// Its left upper corner in world units; none means wherever there is room.
    pub at: Option<(i32, i32)>,
    /// The name of the activity that leads to it, and which of its outputs; none where nothing shall.
    pub after: Option<(Rc<str>, Option<Rc<str>>)>,
}
