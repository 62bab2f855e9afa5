//! The row to whose moment the player was moved: which it is, and the way back.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::rows::{Marked, RowsAction};
use crate::base::time::SimTime;
use crate::text::Lang;
use crate::text::rows::{back_to, stands_at};

/// Props of the note.
#[derive(Clone, PartialEq, Properties)]
pub struct MarkedNoteProps {
    /// The row; none where none is marked.
    pub marked: Option<Marked>,
    /// The moment shown.
    pub shown: SimTime,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The note; nothing where the player has gone on.
#[component]
pub fn MarkedNote(props: &MarkedNoteProps) -> Html {
    let Some(marked) = props.marked.filter(|marked| marked.at == props.shown) else {
        return Html::default();
    };
    let back = props.send.reform(|_: MouseEvent| Action::Rows(RowsAction::Unmark));
    html! {
        <div class="marked-note" role="status">
            <p>{ stands_at(props.lang, marked.key, marked.at) }</p>
            <button type="button" onclick={back}>{ back_to(props.lang, marked.before) }</button>
        </div>
    }
}
