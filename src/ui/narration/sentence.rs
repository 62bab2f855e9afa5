//! The moment of a sentence: a button that takes the player there.

use yew::prelude::*;

use crate::app::action::Action;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::text::Lang;
use crate::text::journal::when;
use crate::text::narration as words;

/// The button.
pub(super) fn moment(lang: Lang, run: &RunLog, at: SimTime, send: &Callback<Action>) -> Html {
    html! {
        <button type="button" class="moment" title={words::of(lang).go}
            onclick={send.reform(move |_: MouseEvent| Action::Seek { to: at })}>
            { when(lang, run.plan().start, at) }
        </button>
    }
}
