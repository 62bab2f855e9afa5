//! What is kept on the device between visits: one JSON text, hostile until parsed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::instructor::guests::{self, Others};
use super::learning::Learning;
use super::options::Theme;
use super::preferences::Preferences;
use super::state::View;
use super::studying::KeptLesson;
use crate::lesson::study::progress::Progress;
use crate::lesson::study::record;
use crate::lesson::tour::Tour;
use crate::scenario::Scenario;
use crate::scenario::wire::{self, OpenProblem};
use crate::text::Lang;

/// What was kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// The scenario.
    pub scenario: Option<Scenario>,
    /// The progress in the tour.
    pub tour: Tour,
    /// The progress in the course.
    pub course: Progress,
    /// The edition of the course that it was made with; 0 where that is not known.
    pub edition: u32,
    /// Progress in the course that cannot be read, as it was.
    pub aside: Option<Value>,
    /// Whether it could be read the time before.
    pub is_new_aside: bool,
    /// The lesson that was open.
    pub lesson: Option<KeptLesson>,
    /// The name on the certificate.
    pub name: String,
    /// The progress in lessons of others, by their id.
    pub others: Others,
    /// The language chosen.
    pub lang: Option<Lang>,
    /// The theme chosen.
    pub theme: Option<Theme>,
    /// How somebody likes to build.
    pub preferences: Preferences,
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    scenario: Value,
    #[serde(default)]
    tour: Tour,
    #[serde(default)]
    course: Value,
    #[serde(default)]
    edition: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    aside: Option<Value>,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    lesson: Value,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Others::is_empty")]
    others: Others,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    building: Preferences,
}

/// Reads what was kept. Progress in the course that cannot be read does not take the rest along: it stays aside.
///
/// # Errors
/// Why it cannot be read; the caller keeps the text aside.
pub fn read(text: &str) -> Result<Saved, OpenProblem> {
    let envelope: Envelope = serde_json::from_str(text)
        .map_err(|error| OpenProblem::NotJson { line: error.line(), column: error.column() })?;
    let scenario = wire::open(envelope.scenario.to_string().as_bytes())?;
    let (course, unread) = match &envelope.course {
        Value::Null => (Progress::default(), None),
        value => match record::stored(value) {
            Ok(progress) => (progress, None),
            Err(_) => (Progress::default(), Some(value.clone())),
        },
    };
    Ok(Saved {
        scenario: Some(scenario),
        tour: envelope.tour,
        course,
        edition: envelope.edition,
        is_new_aside: unread.is_some(),
        aside: unread.or(envelope.aside),
        lesson: KeptLesson::deserialize(envelope.lesson).ok(),
        name: envelope.name,
        others: envelope.others,
        lang: Lang::from_code(&envelope.lang),
        theme: Some(envelope.theme),
        preferences: envelope.building,
    })
}

/// Writes what is to be kept.
pub(super) fn write(
    scenario: &Scenario,
    tour: Tour,
    learning: &Learning,
    lesson: Option<KeptLesson>,
    view: &View,
) -> String {
    let (course, others) = guests::to_keep(learning);
    let envelope = Envelope {
        scenario: wire::to_value(scenario),
        tour,
        course: serde_json::to_value(&*course).unwrap_or_default(),
        others: Others::clone(&others),
        edition: learning.edition,
        aside: learning.aside.as_deref().cloned(),
        lesson: lesson.and_then(|lesson| serde_json::to_value(lesson).ok()).unwrap_or_default(),
        name: learning.name.to_string(),
        lang: view.lang.code().to_owned(),
        theme: view.theme,
        building: view.preferences,
    };
    serde_json::to_string(&envelope).unwrap_or_default()
}
