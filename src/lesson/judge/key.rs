//! The key to a course: what is right at each item, for the tries that a learner gets one after the other.

use serde_json::{Map, Value, json};

use super::Played;
use super::params::Params;
use super::solve::scene_at;
use crate::lesson::course::question::Answer;
use crate::lesson::course::scene::Change;
use crate::lesson::course::step::{Step, Task};
use crate::lesson::course::{Course, Lesson};

/// The seed of what the tries of items draw; a learner's next try is the next variation.
pub const SEED: u64 = 1;

/// What is right at an item, at one try.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The lesson.
    pub lesson: String,
    /// The step.
    pub step: String,
    /// Which try, from 0.
    pub variation: u32,
    /// What was drawn for it.
    pub params: Params,
    /// What is right; none where it cannot be told.
    pub answer: Option<Answer>,
    /// Of a workflow that is built: changes to the scene after which all goals are met.
    pub solution: Vec<Change>,
}

/// The keys of every item, each for so many tries.
pub fn of_course(course: &Course, tries: u32) -> Vec<Key> {
    let mut keys = Vec::new();
    for lesson in &course.lessons {
        for (place, step) in lesson.steps.iter().enumerate().filter(|(_, step)| step.task.is_item()) {
            keys.extend((0..tries).map(|variation| of_step(course, lesson, place, step, variation)));
        }
    }
    keys
}

/// The key of one item at one try.
pub fn of_step(course: &Course, lesson: &Lesson, place: usize, step: &Step, variation: u32) -> Key {
    let params = Params::draw(step, &lesson.id, SEED, variation);
    let solution = match &step.task {
        Task::Build { solution, .. } => solution.clone(),
        _ => Vec::new(),
    };
    let answer = match scene_at(lesson, place) {
        // A scene of an earlier step was made with that step's values.
        Some((at, scene)) if at == place => Played::scene(course, scene, &[], &params),
        Some((at, scene)) => {
            Played::scene(course, scene, &[], &Params::draw(&lesson.steps[at], &lesson.id, SEED, 0))
        }
        None => Ok(Played::of(crate::scenario::samples::Sample::SideBySide.scenario())),
    };
    let answer = answer.ok().and_then(|played| played.judged(&params).right(&step.task));
    let (lesson, step) = (lesson.id.clone(), step.id.clone());
    Key { lesson, step, variation, params, answer, solution }
}

impl Key {
    /// As JSON, for programs.
    pub fn to_json(&self) -> Value {
        let drawn =
            self.params.names().filter_map(|name| Some((name.to_owned(), self.params.get(name)?.clone())));
        let drawn: Map<String, Value> = drawn.collect();
        json!({
            "lesson": self.lesson, "step": self.step, "variation": self.variation, "params": drawn,
            "answer": self.answer, "solution": self.solution,
        })
    }
}
