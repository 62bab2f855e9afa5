//! What a course says, in one language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The words of a course. Everything is plain text; `**so**` is strong, `` `so` `` is a name of the product, and
/// `{weeks}` the value of a parameter, `{recurring}` the right number of a field and `{given.recurring}` the number given.
/// `{weeks|week|weeks}` chooses by the number's plural.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CourseWords {
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub about: String,
    /// What is practised, by skill.
    #[serde(default)]
    pub skills: BTreeMap<String, String>,
    /// The lessons, by name.
    pub lessons: BTreeMap<String, LessonWords>,
    /// The misconceptions, by name.
    #[serde(default)]
    pub misconceptions: BTreeMap<String, MisconceptionWords>,
    /// The cards, by name.
    #[serde(default)]
    pub cards: BTreeMap<String, CardWords>,
}

/// The words of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LessonWords {
    /// Its title.
    pub title: String,
    /// What one can do afterwards, in a sentence.
    pub about: String,
    /// The steps, by name.
    pub steps: BTreeMap<String, StepWords>,
}

/// The words of a step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StepWords {
    /// Its heading.
    pub title: String,
    /// Its paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<String>,
    /// What is asked or to be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prompt: String,
    /// What each field is about.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// The choices.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub choices: BTreeMap<String, ChoiceWords>,
    /// The goals.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub goals: BTreeMap<String, GoalWords>,
    /// Up to three hints: the point, the principle, the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
    /// Why it is so, told after the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explain: Vec<String>,
}

/// A choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceWords {
    /// What can be chosen.
    pub label: String,
    /// What is said to who has chosen it.
    pub why: String,
}

/// A goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GoalWords {
    /// What is to be so.
    pub label: String,
    /// What is said as long as it is not.
    pub why: String,
}

/// A misconception.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MisconceptionWords {
    /// What people believe.
    pub name: String,
    /// What is so instead.
    pub why: String,
}

/// A card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardWords {
    /// Its title; of a myth, the belief.
    pub title: String,
    /// Its paragraphs; of a myth, what is so.
    pub body: Vec<String>,
}
