//! A step of a lesson: what it shows, and what the learner does there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Skill;
use super::goal::{Goal, Test};
use super::look::{Look, Place};
use super::question::{Mistake, Question};
use super::scene::{Change, Scene};

/// A step. What it says is in the words, under its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// What names it within its lesson.
    pub id: String,
    /// What an answer is evidence of; every item has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Skill>,
    /// Parameters, each with the values it may take: another try draws others.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub vary: BTreeMap<String, Vec<Value>>,
    /// The scenario that is opened when the step begins; without one the present scenario stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<Scene>,
    /// Where the lab is led to when the step begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look: Option<Look>,
    /// What the learner does.
    pub task: Task,
}

/// What the learner does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Task {
    /// Reads, and goes on once something is done.
    Read {
        /// What is to be done first; nothing where it may go on at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Doing>,
        /// Where the scenario is to be changed: changes to the scene after which that is done.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        solution: Vec<Change>,
    },
    /// Says what a run will come to, before it is seen: predict, lock, run, compare, explain.
    Predict {
        /// What is asked.
        question: Question,
    },
    /// Answers from what the lab shows: a report, a log, the drawing.
    Find {
        /// What is asked.
        question: Question,
    },
    /// Answers out of the head; the lab shows nothing that gives it away.
    Quiz {
        /// What is asked.
        question: Question,
    },
    /// Builds or mends a workflow, which is then judged by what it is and what its run comes to.
    Build {
        /// What is to be so in the end, all of it.
        goals: Vec<Goal>,
        /// Changes to the scene after which all goals are met: one way, shown by the last hint.
        solution: Vec<Change>,
        /// Likely mistakes, each of which fails for a reason of its own.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        wrong: Vec<Wrong>,
    },
}

/// A wrong workflow that people build, made from the solution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Wrong {
    /// Changes to the solved scenario.
    pub changes: Vec<Change>,
    /// The goal that fails first.
    pub fails: String,
}

/// Something done in the lab.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Doing {
    /// The run was played or led to its end.
    Played,
    /// This place was opened.
    Opened(Place),
    /// The rows of a delivery were opened.
    OpenedLogs,
    /// A recipient was followed.
    Followed,
    /// The scenario and its run are like this.
    Reached(Test),
}

impl Task {
    /// Whether it is answered, and so counts.
    pub fn is_item(&self) -> bool {
        !matches!(self, Self::Read { .. })
    }

    /// What it asks, if it asks.
    pub fn question(&self) -> Option<&Question> {
        match self {
            Self::Predict { question } | Self::Find { question } | Self::Quiz { question } => Some(question),
            Self::Read { .. } | Self::Build { .. } => None,
        }
    }

    /// What a wrong answer to it may come from.
    pub fn mistakes(&self) -> impl Iterator<Item = &Mistake> {
        self.question().into_iter().flat_map(|question| &question.fields).flat_map(|field| &field.mistakes)
    }
}
