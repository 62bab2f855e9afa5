//! Fulfils wishes about templates: reads what is kept now, as another tab may have changed it, and keeps the outcome.

use super::storage::{self, Room};
use crate::app::action::Action;
use crate::app::templates::{self, TemplateChange, TemplateProblem};

/// Fulfils a wish about what is in this room, and says what became of the templates.
pub(super) fn fulfil(room: Room, wish: &TemplateChange) -> Action {
    let stored = storage::templates(room);
    let mut changed = templates::change(stored.as_deref(), wish);
    if changed.problem == Some(TemplateProblem::Unreadable)
        && let Some(stored) = &stored
        && !storage::keep_templates_aside(room, stored)
    {
        // Nothing may be written over what could not be put aside.
        changed.text = None;
        changed.kept.clear();
    }
    let is_fleeting = match &changed.text {
        Some(text) => !storage::keep_templates(room, text),
        None => storage::templates_are_fleeting(room),
    };
    if let TemplateChange::DeleteOther { tab } = wish {
        storage::forget_other(tab);
    }
    changed.others = storage::others(room);
    Action::TemplatesChanged { changed, is_fleeting }
}
