//! What every form of the inspector needs: the language, whether it may write, and where edits go.

use yew::prelude::*;

use crate::app::action::Action;
use crate::scenario::edit::Edit;
use crate::text::Lang;
use crate::text::inspector::wrong::Wrong;
use crate::ui::widgets::kept_focus::{keep_focus_after, keep_focus_around};

/// Where the focus goes with a button that takes itself out of its section: to what adds another one, else to what
/// stands first there.
const NEAR: &[&str] = &[
    ".ins-buttons button:not(:disabled)",
    ".ins-hours > button:not(:disabled)",
    ":is(input, select, textarea, button):not(:disabled)",
];
/// The same where the section goes too.
const BEYOND: &[&str] = &[".inspector :is(input, select, textarea):not(:disabled)"];

/// Reads what was typed in a field: the edit it asks for, or why it is not taken.
pub type Reader = Callback<AttrValue, Result<Edit, Wrong>>;

/// The language of a form, whether it may write, and where its edits go.
#[derive(Clone, Debug, PartialEq)]
pub struct Pen {
    /// The language.
    pub lang: Lang,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// Takes actions.
    pub send: Callback<Action>,
}

impl Pen {
    /// Asks for an edit.
    pub fn edit(&self, edit: Edit) {
        self.send.emit(Action::Edit(edit));
    }

    /// A click that asks for an edit.
    pub fn click(&self, edit: Edit) -> Callback<MouseEvent> {
        let pen = self.clone();
        Callback::from(move |event: MouseEvent| {
            keep_focus_around(&event, ".ins-section", NEAR);
            keep_focus_after(&event, BEYOND);
            pen.edit(edit.clone());
        })
    }
}
