//! What is kept on the device between visits: one JSON text, hostile until parsed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

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
        lang: Lang::from_code(&envelope.lang),
        theme: Some(envelope.theme),
        preferences: envelope.building,
    })
}

/// Writes what is to be kept.
pub fn write(scenario: &Scenario, tour: Tour, course: &Progress, view: &View) -> String {
    let scenario = wire::to_value(scenario);
    // What was chosen is kept, also where it has not come yet.
    let lang = view.coming.unwrap_or(view.lang).code().to_owned();
    let (theme, building) = (view.theme, view.preferences);
    let course = course.clone();
    let envelope = Envelope { scenario, tour, course, lang, theme, building };
    serde_json::to_string(&envelope).unwrap_or_default()
}
