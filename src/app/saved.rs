//! What is kept on the device between visits: one JSON text, hostile until parsed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::instructor::guests::Others;
use super::options::Theme;
use super::preferences::Preferences;
use super::state::View;
use crate::lesson::study::progress::Progress;
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
    course: Progress,
    #[serde(default, skip_serializing_if = "Others::is_empty")]
    others: Others,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    theme: Theme,
    #[serde(default)]
    building: Preferences,
}

/// Reads what was kept.
///
/// # Errors
/// Why it cannot be read; the caller keeps the text aside.
pub fn read(text: &str) -> Result<Saved, OpenProblem> {
    let envelope: Envelope = serde_json::from_str(text)
        .map_err(|error| OpenProblem::NotJson { line: error.line(), column: error.column() })?;
    let scenario = wire::open(envelope.scenario.to_string().as_bytes())?;
    Ok(Saved {
        scenario: Some(scenario),
        tour: envelope.tour,
        course: envelope.course,
        others: envelope.others,
        lang: Lang::from_code(&envelope.lang),
        theme: Some(envelope.theme),
        preferences: envelope.building,
    })
}

/// Writes what is to be kept.
pub fn write(scenario: &Scenario, tour: Tour, course: &Progress, view: &View) -> String {
    let scenario = wire::to_value(scenario);
    let (lang, theme, building) = (view.lang.code().to_owned(), view.theme, view.preferences);
    let course = course.clone();
    let others = Others::new();
    let envelope = Envelope { scenario, tour, course, others, lang, theme, building };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// What is to be kept, with the progress in lessons of others.
pub fn with_others(text: String, others: &Others) -> String {
    if others.is_empty() {
        return text;
    }
    let (Ok(mut envelope), Ok(others)) = (serde_json::from_str::<Value>(&text), serde_json::to_value(others))
    else {
        return text;
    };
    if let Some(fields) = envelope.as_object_mut() {
        fields.insert("others".to_owned(), others);
    }
    envelope.to_string()
}
