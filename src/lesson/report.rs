//! What learners did, redrawn from the files they saved: never the progress of who looks at it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::course::question::Answer;
use super::course::{Course, Skill};
use super::prediction::Confidence;
use super::study::progress::{Attempt, ItemKey, Progress};

pub use super::study::record::{FORMAT, MAX_BYTES};

/// One learner's file.
#[derive(Clone, Debug, PartialEq)]
pub struct Learner {
    /// The name: that of the file.
    pub name: String,
    /// The course that it says it is of, where it says so.
    pub course: Option<String>,
    /// What was done.
    pub progress: Progress,
}

/// Whether a text says that it is progress.
pub fn is_progress(bytes: &[u8]) -> bool {
    let read: Option<Value> = serde_json::from_slice(bytes).ok();
    read.is_some_and(|value| value.get("format").and_then(Value::as_str) == Some(FORMAT))
}

/// Reads a file. Parts that a later version writes otherwise are left out, the rest is taken; none where it is no
/// progress at all.
pub fn read(name: &str, bytes: &[u8]) -> Option<Learner> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let value: Value = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok()?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return None;
    }
    let progress = lenient(value.get("progress")?.clone());
    let course =
        value.get("course").and_then(|course| course.as_str().or_else(|| course.get("id")?.as_str()));
    let name = name.strip_suffix(".json").unwrap_or(name).to_owned();
    Some(Learner { name, course: course.map(str::to_owned), progress })
}

/// The progress, without the parts that cannot be read.
fn lenient(value: Value) -> Progress {
    if let Ok(progress) = serde_json::from_value(value.clone()) {
        return progress;
    }
    let Value::Object(fields) = value else { return Progress::default() };
    let mut kept = serde_json::Map::new();
    for (name, part) in fields {
        let part = match part {
            Value::Array(rows) if name == "attempts" => {
                let is_read = |row: &Value| serde_json::from_value::<Attempt>(row.clone()).is_ok();
                Value::Array(rows.into_iter().filter(is_read).collect())
            }
            other => other,
        };
        let mut alone = serde_json::Map::new();
        alone.insert(name.clone(), part.clone());
        if serde_json::from_value::<Progress>(Value::Object(alone)).is_ok() {
            kept.insert(name, part);
        }
    }
    serde_json::from_value(Value::Object(kept)).unwrap_or_default()
}

/// The name of an item in two parts: its lesson and its step.
pub fn parts(key: &ItemKey) -> (&str, &str) {
    key.as_str().split_once('/').unwrap_or((key.as_str(), ""))
}

/// The items that some learner answered: first those of the course, in its order, then others.
pub fn items(course: Option<&Course>, learners: &[Learner]) -> Vec<ItemKey> {
    let mut keys: Vec<ItemKey> = Vec::new();
    let answered = |key: &ItemKey| learners.iter().any(|learner| learner.progress.items.contains_key(key));
    for lesson in course.into_iter().flat_map(|course| &course.lessons) {
        let own = lesson.steps.iter().filter(|step| step.task.is_item());
        keys.extend(own.map(|step| ItemKey::new(&lesson.id, &step.id)).filter(|key| answered(key)));
    }
    for key in learners.iter().flat_map(|learner| learner.progress.items.keys()) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    keys
}

/// How an item went in the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facility {
    /// The item.
    pub key: ItemKey,
    /// How many answered it.
    pub answered: u64,
    /// How many of them were right at first, by themselves.
    pub first_right: u64,
    /// How many were right in the end.
    pub right: u64,
    /// All tries together.
    pub tries: u64,
    /// How many took a hint.
    pub hinted: u64,
}

/// The class table: for each item how it went.
pub fn class(course: Option<&Course>, learners: &[Learner]) -> Vec<Facility> {
    let of = |key: ItemKey| {
        let items = learners.iter().filter_map(|learner| learner.progress.items.get(&key));
        let mut row =
            Facility { key: key.clone(), answered: 0, first_right: 0, right: 0, tries: 0, hinted: 0 };
        for item in items {
            row.answered += 1;
            row.first_right += u64::from(item.is_first_right);
            row.right += u64::from(item.is_right);
            row.tries += u64::from(item.tries);
            row.hinted += u64::from(item.hints > 0);
        }
        row
    };
    items(course, learners).into_iter().map(of).collect()
}

/// For each confidence how many predictions had it, and how many of those were right; least sure first.
pub fn calibration(progress: &Progress) -> [(Confidence, u32, u32); 3] {
    Confidence::ALL.map(|confidence| {
        let (right, of) = progress.calibration(confidence);
        (confidence, of, right)
    })
}

/// The misconceptions behind wrong answers, as far as they can be told without running anything, the commonest first.
pub fn misconceptions(course: &Course, progress: &Progress) -> Vec<(String, u32)> {
    let mut met: BTreeMap<String, u32> = BTreeMap::new();
    for attempt in progress.attempts.iter().filter(|attempt| !attempt.is_right) {
        if let Some(name) = behind(course, attempt) {
            *met.entry(name).or_default() += 1;
        }
    }
    let mut met: Vec<_> = met.into_iter().collect();
    met.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    met
}

fn behind(course: &Course, attempt: &Attempt) -> Option<String> {
    let lesson = course.lesson(&attempt.lesson)?;
    let step = lesson.steps.iter().find(|step| step.id == attempt.step)?;
    let question = step.task.question()?;
    match &attempt.answer {
        Answer::Choice(chosen) => {
            question.choices.iter().find(|choice| choice.id == *chosen)?.misconception.clone()
        }
        Answer::Numbers(numbers) => {
            let params = super::judge::params::Params::draw(step, &lesson.id, 1, attempt.variation);
            let given = question.fields.iter().zip(numbers);
            given
                .flat_map(|(field, given)| field.mistakes.iter().map(move |mistake| (mistake, given)))
                .find(|(mistake, given)| plain(&mistake.is, &params) == Some(**given))
                .map(|(mistake, _)| mistake.misconception.clone())
        }
        Answer::Workflow => None,
    }
}

/// A number that needs no run.
fn plain(quantity: &super::course::goal::Quantity, params: &super::judge::params::Params) -> Option<u64> {
    match quantity {
        super::course::goal::Quantity::Fixed(number) => Some(*number),
        super::course::goal::Quantity::Param(name) => params.number(name),
        _ => None,
    }
}

/// The skills that were begun, with how they stand.
pub fn skills(progress: &Progress) -> Vec<(Skill, u8, u8, bool)> {
    let begun = Skill::ALL.into_iter().filter(|skill| progress.skill(*skill).has_begun());
    begun
        .map(|skill| {
            let mastery = progress.skill(skill);
            (skill, mastery.percent(), mastery.row(), mastery.is_reached())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_later_version_writes_otherwise_is_left_out() {
        let attempt = json!({ "lesson": "a", "step": "b", "variation": 0, "answer": { "numbers": [1] }, "isRight": false, "confidence": "sure", "hints": 0 });
        let file = json!({ "format": FORMAT, "version": 2, "course": { "id": "two-kinds" }, "edition": 3, "date": "2026-11-30",
            "progress": { "items": { "a/b": { "tries": 2, "isFirstRight": false, "isRight": true } },
                "attempts": [attempt, { "later": true }], "skills": "other" } });
        let learner = read("Anna.json", file.to_string().as_bytes()).unwrap();
        assert_eq!((learner.name.as_str(), learner.course.as_deref()), ("Anna", Some("two-kinds")));
        assert_eq!(learner.progress.items.len(), 1);
        assert_eq!(learner.progress.attempts.len(), 1);
        let rows = class(None, &[learner.clone(), learner]);
        assert_eq!((rows[0].answered, rows[0].first_right, rows[0].right, rows[0].tries), (2, 0, 2, 4));
    }

    #[test]
    fn what_is_no_progress_is_refused() {
        for text in
            ["", "[]", "{}", "{\"format\":\"delivery-lab/course\"}", "{\"format\":\"delivery-lab/progress\"}"]
        {
            assert_eq!(read("x.json", text.as_bytes()), None, "{text}");
        }
    }
}
