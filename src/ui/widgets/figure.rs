//! A figure that answers where it comes from: a button that shows the rows behind it.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::rows::{RowsAction, Traced};
use crate::log::indicators::Scope;
use crate::log::provenance::Counted;
use crate::text::format::number;
use crate::text::{Lang, rows};

/// The figure; a plain zero where nothing is behind it.
pub fn figure(lang: Lang, scope: &Scope, counted: Counted, count: u64, send: &Callback<Action>) -> Html {
    if count == 0 {
        return html! { number(lang, count) };
    }
    let traced = Traced { scope: scope.clone(), counted };
    let trace = send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Trace(Some(traced.clone()))));
    let name = rows::behind(lang, rows::counted_name(lang, counted), count);
    html! {
        <button type="button" class="figure" aria-label={name.clone()} title={name} onclick={trace}>
            { number(lang, count) }
        </button>
    }
}
