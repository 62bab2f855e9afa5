//! Fulfils wishes about one's own lessons: reads what is kept now, as another tab may have changed it, and keeps the
//! outcome.

use super::storage::{self, Room};
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::instructor::drafts::{self, DraftWish, DraftsProblem};

/// Fulfils a wish about what is in this room, and says what became of the lessons.
pub(super) fn fulfil(room: Room, wish: &DraftWish) -> Action {
    let stored = storage::lessons(room);
    let mut changed = drafts::change(stored.as_deref(), wish);
    if changed.problem == Some(DraftsProblem::Unreadable)
        && let Some(stored) = &stored
        && !storage::keep_lessons_aside(room, stored)
    {
        // Nothing may be written over what could not be put aside.
        changed.text = None;
        changed.kept.clear();
    }
    changed.is_fleeting = match &changed.text {
        Some(text) => !storage::keep_lessons(room, text),
        None => storage::lessons_are_fleeting(room),
    };
    Action::Instructor(InstructorAction::DraftsChanged(changed))
}
