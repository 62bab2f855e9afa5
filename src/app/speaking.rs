//! The language: chosen, waited for where it comes as a pack, and spoken once it is here.

use super::effect::Effect;
use super::instructor::{bench, guests};
use super::learning::{CourseAction, Shelf};
use super::notice::Notice;
use super::state::AppState;
use super::studying;
use crate::text::Lang;

/// The language to begin with, and the one that is still to come; English is spoken until then.
pub(super) fn first(wanted: Lang) -> (Lang, Option<Lang>) {
    if wanted.is_here() { (wanted, None) } else { (Lang::En, Some(wanted)) }
}

/// Asks for the pack that the lab was opened for, if one is to come.
pub(super) fn ask(state: &mut AppState) {
    if let Some(lang) = state.view.coming {
        state.outbox.push(Effect::WantLang(lang));
    }
}

/// A language was chosen. One whose pack is not here is fetched first, and the present one stays until then.
pub(super) fn choose(state: &mut AppState, lang: Lang) {
    if lang.is_here() {
        state.view.coming = None;
        speak(state, lang);
    } else if state.view.coming != Some(lang) {
        state.view.coming = Some(lang);
        ask(state);
    }
}

/// A pack has come, or cannot. What is no longer waited for is kept for later.
pub(super) fn came(state: &mut AppState, lang: Lang) {
    if lang.is_here() {
        bench::words_came(state);
    }
    if state.view.coming != Some(lang) {
        return;
    }
    state.view.coming = None;
    if lang.is_here() {
        speak(state, lang);
    } else {
        state.notices.add(Notice::NoLanguage(lang));
    }
}

fn speak(state: &mut AppState, lang: Lang) {
    state.view.lang = lang;
    guests::speaks(state);
    if !matches!(state.learning.shelf, Shelf::Empty) {
        studying::act(state, CourseAction::Fetch);
    }
    state.save();
}
