//! What a step says, with its values filled in.

use serde_json::Value as Drawn;

use crate::app::learning::Learning;
use crate::lesson::course::question::Answer;
use crate::lesson::markup::{Value, fill};
use crate::text::Lang;

/// A line as plain text, for a name, for what is spoken, or for the page around us.
pub fn plain(lang: Lang, learning: &Learning, text: &str) -> String {
    fill(lang, text, |name| value(learning, name)).replace("**", "").replace('`', "")
}

/// A parameter, the right number of a field, or what was given for it.
pub fn value(learning: &Learning, name: &str) -> Option<Value> {
    if let Some(drawn) = learning.params.get(name) {
        return match drawn {
            Drawn::String(text) => Some(Value::Text(text.clone())),
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
