//! The row to whose moment the player was moved: which it is, and the way back.

use yew::prelude::*;

use super::LogPanelProps;
use crate::app::action::Action;
use crate::app::rows::RowsAction;
use crate::text::rows::{back_to, stands_at};

/// The note; nothing where no row is marked.
pub(super) fn marked_note(props: &LogPanelProps) -> Html {
    let Some(marked) = props.rows.marked.filter(|marked| marked.at == props.shown) else {
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
