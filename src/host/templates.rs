//! Fulfils wishes about templates: reads what is kept now, as another tab may have changed it, and keeps the outcome.

use super::storage;
use crate::app::action::Action;
use crate::app::templates::{self, TemplateChange, TemplateProblem};

/// Fulfils a wish, and says what became of the templates.
pub(super) fn fulfil(wish: &TemplateChange) -> Action {
    let stored = storage::templates();
    let mut changed = templates::change(stored.as_deref(), wish);
    if changed.problem == Some(TemplateProblem::Unreadable)
        && let Some(stored) = &stored
        && !storage::keep_templates_aside(stored)
    {
        // Nothing may be written over what could not be put aside.
        changed.text = None;
        changed.kept.clear();
    }
    let is_fleeting = match &changed.text {
        Some(text) => !storage::keep_templates(text),
        None => storage::templates_are_fleeting(),
    };
    Action::TemplatesChanged { changed, is_fleeting }
}
