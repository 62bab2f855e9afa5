//! A course's own words as elements: never as HTML, whoever wrote them.

use yew::prelude::*;

use crate::app::learning::Learning;
pub(super) use crate::app::studying::wording::plain;
use crate::app::studying::wording::value;
use crate::lesson::markup::{Piece, pieces};
use crate::text::Lang;

/// Paragraphs.
pub(in crate::ui) fn paragraphs(lang: Lang, learning: &Learning, texts: &[String]) -> Html {
    texts.iter().map(|text| html! { <p>{ line(lang, learning, text) }</p> }).collect()
}

/// A line with its values, its strong words and its names.
pub(in crate::ui) fn line(lang: Lang, learning: &Learning, text: &str) -> Html {
    shown(pieces(lang, text, |name| value(learning, name)))
}

/// A text without values, as of a title or a card.
pub(super) fn of_text(lang: Lang, text: &str) -> Html {
    shown(pieces(lang, text, |_| None))
}

fn shown(pieces: Vec<Piece>) -> Html {
    let shown = pieces.into_iter().map(|piece| match piece {
        Piece::Plain(text) => html! { { text } },
        Piece::Strong(text) => html! { <strong>{ text }</strong> },
        Piece::Code(text) => html! { <code translate="no">{ text }</code> },
    });
    shown.collect()
}
