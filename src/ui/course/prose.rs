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
    let pieces = pieces(lang, text, |name| value(learning, name)).into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Plain(text) => html! { { text } },
            Piece::Strong(text) => html! { <strong>{ text }</strong> },
            Piece::Code(text) => html! { <code translate="no">{ text }</code> },
        })
        .collect()
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
    let verdict = learning.verdict.as_ref()?;
    let place = fields.iter().position(|one| one.id == name)?;
    verdict.fields.get(place).map(|(right, _)| Value::Number(*right))
}
