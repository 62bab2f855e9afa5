//! A part of a workflow on the clipboard: JSON that any tab of the lab understands.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Scenario;
use super::activity::{Activity, Transition};
use super::creative::DeliveryTemplate;
use super::note::Note;
use crate::base::plain;

/// What marks a text as a clipping.
const FORMAT: &str = "delivery-lab/clipping";
/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;
/// The longest text that is looked at, in bytes.
const LONGEST: usize = 4 << 20;

/// Activities with the transitions among them, notes, and the templates the activities use.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Clipping {
    /// The activities.
    #[serde(default)]
    pub activities: Vec<Activity>,
    /// The transitions among them.
    #[serde(default)]
    pub transitions: Vec<Transition>,
    /// The notes.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// The templates that the activities use, for a scenario that lacks them.
    #[serde(default)]
    pub templates: Vec<DeliveryTemplate>,
}

/// Why a text is no clipping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClippingProblem {
    /// It is something else, such as a sentence from another program.
    Foreign,
    /// It is a clipping that is damaged.
    Damaged,
    /// A later version of the lab wrote it.
    Later,
    /// There is too much of it.
    TooLong,
    /// Nothing is in it.
    Empty,
}

#[derive(Serialize, Deserialize)]
struct Envelope<C> {
    format: String,
    version: u32,
    #[serde(flatten)]
    content: C,
}

/// The head of an envelope, read first: whether the rest is worth reading.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl Clipping {
    /// What is copied of a scenario: these activities and notes.
    pub fn of(scenario: &Scenario, activities: &[&str], notes: &[usize]) -> Self {
        let workflow = &scenario.workflow;
        let chosen = |name: &str| activities.contains(&name);
        let copied: Vec<Activity> =
            workflow.activities.iter().filter(|one| chosen(&one.name)).cloned().collect();
        let used: BTreeSet<&str> = copied.iter().filter_map(|one| one.settings.template()).collect();
        let templates = scenario.templates.iter().filter(|row| used.contains(row.name.as_str()));
        Self {
            templates: templates.cloned().collect(),
            transitions: workflow
                .transitions
                .iter()
                .filter(|one| chosen(&one.from) && chosen(&one.to))
                .cloned()
                .collect(),
            notes: notes.iter().filter_map(|&place| workflow.notes.get(place).cloned()).collect(),
            activities: copied,
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.activities.is_empty() && self.notes.is_empty()
    }

    /// The text for the clipboard.
    pub fn write(&self) -> String {
        let envelope = Envelope { format: FORMAT.to_owned(), version: VERSION, content: self };
        serde_json::to_string_pretty(&envelope).unwrap_or_default()
    }

    /// Reads a text from the clipboard.
    ///
    /// # Errors
    /// Why it is no clipping.
    pub fn read(text: &str) -> Result<Self, ClippingProblem> {
        if text.len() > LONGEST {
            return Err(ClippingProblem::TooLong);
        }
        let mut value: Value = serde_json::from_str(text).map_err(|_| ClippingProblem::Foreign)?;
        let head = Head::deserialize(&value).map_err(|_| ClippingProblem::Foreign)?;
        if head.format != FORMAT {
            return Err(ClippingProblem::Foreign);
        }
        if head.version > VERSION {
            return Err(ClippingProblem::Later);
        }
        plain::tidy(&mut value);
        let read: Envelope<Self> = Envelope::deserialize(value).map_err(|_| ClippingProblem::Damaged)?;
        if read.content.is_empty() { Err(ClippingProblem::Empty) } else { Ok(read.content) }
    }

    /// The left and the top edge of what is in it.
    pub fn corner(&self) -> (i32, i32) {
        let places = self.activities.iter().map(|one| (one.x, one.y));
        let places = places.chain(self.notes.iter().map(|one| (one.x, one.y)));
        places.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_clipping_comes_back_as_it_was_written() {
        let scenario = Sample::SideBySide.scenario();
        let clipping = Clipping::of(&scenario, &["scheduler", "query", "continuous"], &[]);
        assert_eq!(clipping.transitions, [Transition::new("scheduler", "query")]);
        assert_eq!(
            clipping.templates.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(),
            ["welcomeMail"]
        );
        assert_eq!(Clipping::read(&clipping.write()), Ok(clipping));
    }

    #[test]
    fn foreign_and_damaged_texts_are_told_apart() {
        let read = |text: &str| Clipping::read(text).unwrap_err();
        assert_eq!(read("Dear all,"), ClippingProblem::Foreign);
        assert_eq!(read(r#"{"format":"delivery-lab/scenario","version":2}"#), ClippingProblem::Foreign);
        assert_eq!(read(r#"{"format":"delivery-lab/clipping","version":9}"#), ClippingProblem::Later);
        assert_eq!(read(r#"{"format":"delivery-lab/clipping","version":1}"#), ClippingProblem::Empty);
        let damaged = r#"{"format":"delivery-lab/clipping","version":1,"activities":[{}]}"#;
        assert_eq!(read(damaged), ClippingProblem::Damaged);
        assert_eq!(read(&"x".repeat(LONGEST + 1)), ClippingProblem::TooLong);
    }
}
