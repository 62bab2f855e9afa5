//! Progress as a file: what a learner takes along to another device. Hostile until it is read.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::progress::Progress;
use crate::base::plain;
use crate::lesson::course::Course;
use crate::text::course::progress::RecordProblem;

/// What every file with progress says it is.
pub const FORMAT: &str = "delivery-lab/progress";
/// The version of the form that this program writes.
pub const VERSION: u64 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 4 << 20;

/// A file with progress.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u64,
    /// The course; empty where the file does not say.
    #[serde(default)]
    pub course: String,
    /// Its edition; 0 where the file does not say.
    #[serde(default)]
    pub edition: u32,
    /// What was done.
    pub progress: Progress,
    /// Stored progress that could not be read, as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<Value>,
}

/// The text of a file.
pub fn write(course: &Course, progress: &Progress, aside: Option<&Value>) -> String {
    let record = Record {
        format: FORMAT.to_owned(),
        version: VERSION,
        course: course.id.clone(),
        edition: course.edition,
        progress: progress.clone().in_a_file(),
        aside: aside.cloned(),
    };
    serde_json::to_string_pretty(&record).unwrap_or_default()
}

/// Reads a file. Items of steps that the course does not have stay in it.
///
/// # Errors
/// Why there is nothing to take.
pub fn read(course: &Course, bytes: &[u8]) -> Result<Record, RecordProblem> {
    if bytes.len() > MAX_BYTES {
        return Err(RecordProblem::TooLarge(MAX_BYTES));
    }
    let value: Value = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
        .map_err(|error| RecordProblem::NotJson(error.line(), error.column()))?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(RecordProblem::NotProgress);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(RecordProblem::LaterVersion),
        _ => return Err(RecordProblem::NotProgress),
    }
    let record =
        Record::deserialize(value).map_err(|error| RecordProblem::Invalid(repeated(&error.to_string())))?;
    if !record.course.is_empty() && record.course != course.id {
        return Err(RecordProblem::OtherCourse(repeated(&record.course)));
    }
    Ok(Record { progress: record.progress.settled().in_a_file(), ..record })
}

/// Reads progress that was kept on the device.
///
/// # Errors
/// It is none; the caller keeps the value.
pub fn stored(value: &Value) -> Result<Progress, RecordProblem> {
    let read = Progress::deserialize(value);
    read.map(Progress::settled).map_err(|error| RecordProblem::Invalid(repeated(&error.to_string())))
}

/// What is repeated of a file in a sentence.
fn repeated(text: &str) -> String {
    plain::one_line(&plain::shortened(text, 120)).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::lesson::study::progress::{Attempt, Item, ItemKey};

    fn course() -> Course {
        crate::lesson::lint::read(include_bytes!("../../../tests/course/course.json")).unwrap()
    }

    fn problem(value: &Value) -> RecordProblem {
        read(&course(), value.to_string().as_bytes()).unwrap_err()
    }

    #[test]
    fn a_file_comes_back_with_what_the_course_does_not_have() {
        let mut progress = Progress::default();
        progress.items.insert(ItemKey::new("gone", "step"), Item { tries: 2, ..Item::default() });
        progress.items.insert(ItemKey::new("count", "weeks"), Item { tries: 1, ..Item::default() });
        let text = write(&course(), &progress, None);
        let record = read(&course(), text.as_bytes()).unwrap();
        assert_eq!((&record.progress, record.edition), (&progress, course().edition));
        assert_eq!(record.progress.unknown(&course()), 1);
    }

    #[test]
    fn how_often_progress_was_erased_stays_on_the_device() {
        let erased = Progress { erased: 2, ..Progress::default() };
        assert_eq!(stored(&serde_json::to_value(&erased).unwrap()), Ok(erased.clone()));
        let text = write(&course(), &erased, None);
        assert!(!text.contains("erased"));
        let text = text.replace("\"items\"", "\"erased\": 7, \"items\"");
        assert_eq!(read(&course(), text.as_bytes()).unwrap().progress, Progress::default());
    }

    #[test]
    fn what_is_no_progress_says_why() {
        assert_eq!(problem(&json!([])), RecordProblem::NotProgress);
        assert_eq!(problem(&json!({ "format": FORMAT, "version": 2 })), RecordProblem::LaterVersion);
        assert_eq!(problem(&json!({ "format": FORMAT, "version": "1" })), RecordProblem::NotProgress);
        let typed = problem(&json!({ "format": FORMAT, "version": 1, "progress": { "items": 3 } }));
        assert!(matches!(typed, RecordProblem::Invalid(_)));
        let other = json!({ "format": FORMAT, "version": 1, "course": "x", "progress": {} });
        assert_eq!(problem(&other), RecordProblem::OtherCourse("x".into()));
        assert_eq!(read(&course(), b"{"), Err(RecordProblem::NotJson(1, 1)));
        assert_eq!(read(&course(), &vec![b' '; MAX_BYTES + 1]), Err(RecordProblem::TooLarge(MAX_BYTES)));
    }

    #[test]
    fn numbers_out_of_bounds_do_no_harm() {
        let wild = json!({ "format": FORMAT, "version": 1, "progress": {
            "items": { "count/weeks": { "tries": 255, "hints": 255 } },
            "skills": [{ "right": 4_294_967_295_u32, "all": 4_294_967_295_u32, "row": 9 }, {}, {}, {}, {}, {}],
            "mark": 255,
        } });
        let mut progress = read(&course(), wild.to_string().as_bytes()).unwrap().progress;
        assert_eq!(progress.mark.as_percent(), 100);
        let item = progress.item("count", "weeks");
        assert_eq!((item.tries, item.hints), (15, 3));
        let attempt = Attempt {
            lesson: "count".into(),
            step: "weeks".into(),
            variation: u32::MAX,
            answer: crate::lesson::course::question::Answer::Workflow,
            is_right: true,
            confidence: None,
            hints: 255,
        };
        progress.note(Some(crate::lesson::course::Skill::Count), attempt);
    }

    proptest! {
        #[test]
        fn whatever_bytes_come_nothing_breaks(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&course(), &bytes);
        }
    }
}
