//! A course's own words as elements: never as HTML, whoever wrote them.

use yew::prelude::*;

use crate::app::learning::Learning;
use crate::lesson::course::question::Answer;
use crate::lesson::markup::{Piece, Value, fill, pieces};
use crate::text::Lang;

/// Paragraphs.
pub(in crate::ui) fn paragraphs(lang: Lang, learning: &Learning, texts: &[String]) -> Html {
    texts.iter().map(|text| html! { <p>{ line(lang, learning, text) }</p> }).collect()
}

/// A line with its values, its strong words and its names.
pub(in crate::ui) fn line(lang: Lang, learning: &Learning, text: &str) -> Html {
    shown(pieces(lang, text, |name| value(learning, name)))
}

/// The line as plain text, for a name or what is spoken.
pub(super) fn plain(lang: Lang, learning: &Learning, text: &str) -> String {
    fill(lang, text, |name| value(learning, name)).replace("**", "").replace('`', "")
}

/// A parameter, the right number of a field, or what was given for it.
fn value(learning: &Learning, name: &str) -> Option<Value> {
    if let Some(drawn) = learning.params.get(name) {
        return match drawn {
            serde_json::Value::String(text) => Some(Value::Text(text.clone())),
            other => other.as_u64().map(Value::Number),
        };
    }
    let (step, _) = learning.step()?;
    let fields = &step.task.question()?.fields;
    if let Some(field) = name.strip_prefix("given.") {
        let given = learning.study.as_ref()?.stage.given()?;
        let Answer::Numbers(numbers) = &given.answer else { return None };
        return numbers.get(fields.iter().position(|one| one.id == field)?).copied().map(Value::Number);
    }
    let place = fields.iter().position(|one| one.id == name)?;
    let told = learning.verdict.as_ref().and_then(|verdict| verdict.fields.get(place));
    told.map(|(right, _)| *right).or_else(|| learning.right.get(place).copied()).map(Value::Number)
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
