//! First, previous, next and last, with the rows that are shown.

use yew::prelude::*;

use super::paging::Paging;
use crate::text::{self, Lang};
use crate::ui::shell::icon::{Icon, IconView};

/// Props of a pager.
#[derive(Clone, PartialEq, Properties)]
pub struct PagerProps {
    /// What it turns the pages of.
    pub label: AttrValue,
    /// The page shown.
    pub paging: Paging,
    /// The language.
    pub lang: Lang,
    /// Called with the page wanted, counted from 0.
    pub on_turn: Callback<u64>,
}

/// A pager; where all rows are on one page, it only counts them.
#[component]
pub fn Pager(props: &PagerProps) -> Html {
    let (paging, words) = (props.paging, text::paging::of(props.lang));
    let (page, last) = (paging.page(), paging.last());
    let button = |icon: Icon, label: &'static str, to: u64| {
        let turn = props.on_turn.reform(move |_: MouseEvent| to);
        html! {
            <button type="button" class="quiet tool" aria-label={label} title={label}
                aria-disabled={(to == page).to_string()} onclick={turn}>
                <IconView {icon} />
            </button>
        }
    };
    html! {
        <nav class="pager" aria-label={props.label.clone()}>
            <span class="pager-rows">{ text::paging::shown(props.lang, &paging.rows(), paging.total()) }</span>
            if last > 0 {
                { button(Icon::First, words.first, 0) }
                { button(Icon::Previous, words.previous, page.saturating_sub(1)) }
                { button(Icon::Next, words.next, (page + 1).min(last)) }
                { button(Icon::Last, words.last, last) }
                // The rows change with every launch; only a turned page is worth being read out.
                <span class="visually-hidden" aria-live="polite">{ text::paging::page(props.lang, page) }</span>
            }
        </nav>
    }
}
