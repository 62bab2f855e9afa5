//! What the creative editor is given, what it remembers, and what its parts need of both.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::draft::{Draft, Held, Part};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::scenario::creative::Creative;
use crate::text::inspector::delivery::DeliveryForm;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::pen::Pen;
use crate::ui::shared::Shared;

/// Props of the editor.
#[derive(Clone, PartialEq, Properties)]
pub struct CreativeEditorProps {
    /// Where edits go.
    pub pen: Pen,
    /// The delivery activity.
    pub activity: Rc<str>,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run.
    pub run: Option<Shared<RunLog>>,
    /// The moment shown.
    pub shown: SimTime,
}

/// What the editor remembers: what was typed, and the day that was chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Typed {
    pub(super) draft: Option<Draft>,
    pub(super) day: Option<String>,
}

/// Everything the parts of the editor need.
pub(super) struct Editing<'a> {
    pub(super) props: &'a CreativeEditorProps,
    pub(super) words: &'static DeliveryForm,
    pub(super) typed: UseStateHandle<Typed>,
    /// What is applied from the start.
    pub(super) applied: Draft,
    /// What is shown in the fields.
    pub(super) draft: Draft,
    pub(super) may_edit: bool,
    pub(super) held: Held,
    /// The content it would be, or why it cannot be.
    pub(super) content: Result<Creative, Wrong>,
    pub(super) day: String,
    /// Where was written last, and how far from the beginning.
    pub(super) caret: Rc<RefCell<(Part, Option<u32>)>>,
}

impl Editing<'_> {
    pub(super) fn is_changed(&self) -> bool {
        self.draft != self.applied
    }

    /// Forgets in which block was written last: its place may now be another's, or nobody's.
    pub(super) fn forget(&self) -> impl Fn() + 'static {
        let caret = self.caret.clone();
        move || {
            let mut caret = caret.borrow_mut();
            if matches!(caret.0, Part::Text(_) | Part::Link(_)) {
                *caret = Default::default();
            }
        }
    }

    /// Takes a draft in place of the one shown.
    pub(super) fn keep(&self) -> Callback<Draft> {
        let typed = self.typed.clone();
        Callback::from(move |draft| typed.set(Typed { draft: Some(draft), ..Typed::clone(&typed) }))
    }
}
