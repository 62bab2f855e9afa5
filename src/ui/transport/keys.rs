//! The player's key: the space bar, where it means nothing else.

use web_sys::Element;
use yew::prelude::*;

use crate::app::action::Action;
use crate::paint::clock::now_millis;

/// What takes the space bar for itself. The timeline does not, and so the player works from it too.
const TAKES_SPACE: &str = "a, button, input:not([type=range]), select, textarea, summary, label, dialog, \
     [contenteditable], [tabindex='0'], [role=button], [role=tab]";

/// What the key asks of the player; nothing for other keys and for keys meant for something else.
pub fn action_of(event: &KeyboardEvent, is_playing: bool) -> Option<Action> {
    let has_modifier = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    if event.key() != " " || has_modifier || event.repeat() || event.default_prevented() {
        return None;
    }
    let target = event.target_dyn_into::<Element>()?;
    let is_taken = target.closest(TAKES_SPACE).ok().flatten().is_some();
    (!is_taken).then(|| toggled(is_playing))
}

/// Play where the player rests, pause where it plays.
pub(super) fn toggled(is_playing: bool) -> Action {
    let now_millis = now_millis();
    if is_playing { Action::Pause { now_millis } } else { Action::Play { now_millis } }
}
