//! A course as data: lessons, their steps and questions, the scenarios they use, and their words.

pub mod goal;
pub mod look;
#[cfg(not(target_arch = "wasm32"))]
pub mod parts;
pub mod question;
pub mod scene;
pub mod step;
pub mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use step::Step;

/// What every lesson file says it is.
pub const FORMAT: &str = "delivery-lab/course";
/// The version of the form that this program writes.
pub const VERSION: u32 = 1;
/// The id of the course that the page brings along.
pub const BUILT_IN: &str = "two-kinds";

/// A course; a lesson of one's own is a course of one lesson.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Course {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// What names it in stored progress, such as `two-kinds`.
    pub id: String,
    /// Counts up when items are added, taken out or moved, so that older progress is known as such.
    pub edition: u32,
    /// The lessons, in the order they are taken.
    pub lessons: Vec<Lesson>,
    /// What a wrong answer may come from; each has words.
    #[serde(default)]
    pub misconceptions: Vec<String>,
    /// What can be looked up beside the lessons.
    #[serde(default)]
    pub cards: Vec<Card>,
    /// Scenario files that scenes begin from, by a name of their own.
    #[serde(default)]
    pub scenarios: BTreeMap<String, Value>,
    /// The words by language code, where they come in the same file.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, words::CourseWords>,
}

/// A piece of the course, five to eight minutes long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lesson {
    /// What names it in links and stored progress.
    pub id: String,
    /// About how long it takes, in minutes.
    pub minutes: u32,
    /// Whether it is the final check: no hints, and each answer given once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_check: bool,
    /// What the learner does, in order.
    pub steps: Vec<Step>,
}

/// A card to look things up, or one that sets a widespread belief right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Card {
    /// What names it.
    pub id: String,
    /// Which sort.
    pub kind: CardKind,
    /// The lesson that treats it.
    pub lesson: String,
}

/// The sorts of cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CardKind {
    /// Facts in short.
    Reference,
    /// A belief, and what is so.
    Myth,
}

/// What is practised, and of which mastery is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Skill {
    /// To count delivery instances.
    Count,
    /// To find where logs gather.
    Logs,
    /// To choose the kind for a purpose.
    Choose,
    /// To read reports.
    Reports,
    /// To find what is wrong.
    Diagnose,
    /// To build it.
    Build,
}

impl Skill {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 6] =
        [Self::Count, Self::Logs, Self::Choose, Self::Reports, Self::Diagnose, Self::Build];

    /// What names it in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Logs => "logs",
            Self::Choose => "choose",
            Self::Reports => "reports",
            Self::Diagnose => "diagnose",
            Self::Build => "build",
        }
    }

    /// Its place in [`Skill::ALL`].
    pub const fn place(self) -> usize {
        self as usize
    }
}

impl Course {
    /// The lesson of this name.
    pub fn lesson(&self, id: &str) -> Option<&Lesson> {
        self.lessons.iter().find(|lesson| lesson.id == id)
    }

    /// The skills that it has items for, in the order they are shown.
    pub fn skills(&self) -> impl Iterator<Item = Skill> {
        let has_items = |skill: &Skill| self.items().any(|(_, step)| step.skill == Some(*skill));
        Skill::ALL.into_iter().filter(has_items)
    }

    /// Every step that is answered, lesson by lesson, with the lesson's place: the items of the course.
    pub fn items(&self) -> impl Iterator<Item = (usize, &Step)> {
        let lessons = self.lessons.iter().enumerate();
        lessons
            .flat_map(|(place, lesson)| lesson.steps.iter().map(move |step| (place, step)))
            .filter(|(_, step)| step.task.is_item())
    }
}
