//! Answers, hints and what is said to them.

use std::rc::Rc;

use super::answered::Answered;
use super::{follow, showing};
use crate::app::effect::Effect;
use crate::app::state::AppState;
use crate::lesson::course::question::Answer;
use crate::lesson::course::step::{Step, Task};
use crate::lesson::study::progress::Progress;
use crate::lesson::study::{Given, HINTS, Stage};

/// The answer to a task that asks for nothing but the workflow.
pub fn built() -> Given {
    Given { answer: Answer::Workflow, confidence: None }
}

pub(super) fn answer(state: &mut AppState, given: Given) {
    let (Some(study), Some((step, _))) = (state.learning.study.clone(), state.learning.step()) else {
        return;
    };
    if study.stage != Stage::Asked || study.is_away {
        return;
    }
    let step = step.clone();
    let is_prediction = matches!(step.task, Task::Predict { .. });
    if !fits(&step, &given.answer) || !is_prediction && !state.has_figures() && !is_quiz(&step) {
        return;
    }
    if is_prediction {
        restore_scene(state);
    }
    let verdict =
        (!is_prediction).then(|| state.judged(&state.learning.params).verdict(&step.task, &given.answer));
    let mut progress = Progress::clone(&state.learning.progress);
    let judged = verdict.as_ref().map(|verdict| verdict.is_right);
    let is_right = judged.unwrap_or_default();
    let mut told = study.answer(&step, given.clone(), is_right, &mut progress);
    if matches!(step.task, Task::Build { .. }) && !is_right {
        // What is built is mended, not begun anew.
        told.stage = Stage::Asked;
    }
    state.learning.progress = Rc::new(progress);
    (state.learning.study, state.learning.verdict) = (Some(told), verdict.map(Rc::new));
    state.learning.pointed = None;
    tell(state, &given, judged);
    if !is_prediction {
        state.outbox.push(Effect::LessonProgress);
    }
    follow(state);
    state.save();
}

/// Tells the page around of an answer; of one to a draft that its author looks at, nobody.
fn tell(state: &mut AppState, given: &Given, right: Option<bool>) {
    if !state.learning.is_previewing()
        && let Some(answered) = Answered::of(&state.learning, given, right)
    {
        state.outbox.push(Effect::Answered(Rc::new(answered)));
    }
}

/// Whether an answer is one to this task.
fn fits(step: &Step, answer: &Answer) -> bool {
    match (&step.task, answer) {
        (Task::Build { .. }, Answer::Workflow) => true,
        (task, answer) => task.question().is_some_and(|question| match answer {
            Answer::Numbers(numbers) => !question.fields.is_empty() && numbers.len() == question.fields.len(),
            Answer::Choice(name) => question.choices.iter().any(|choice| choice.id == *name),
            Answer::Workflow => false,
        }),
    }
}

fn is_quiz(step: &Step) -> bool {
    matches!(step.task, Task::Quiz { .. }) || matches!(step.task, Task::Build { .. })
}

/// What is predicted is the step's own scenario.
fn restore_scene(state: &mut AppState) {
    let is_other = showing::scene(state, &[]).is_some_and(|scene| scene != **state.scenario());
    if is_other {
        showing::set_scene(state, &[]);
    }
}

pub(super) fn reveal(state: &mut AppState) {
    let (Some(study), Some((step, _))) = (state.learning.study.clone(), state.learning.step()) else {
        return;
    };
    let step: Step = step.clone();
    let Some(given) = study.stage.given().cloned() else { return };
    let verdict = state.judged(&state.learning.params).verdict(&step.task, &given.answer);
    let mut progress = Progress::clone(&state.learning.progress);
    let told = study.reveal(&step, verdict.is_right, &mut progress);
    state.learning.progress = Rc::new(progress);
    let judged = Some(verdict.is_right);
    (state.learning.study, state.learning.verdict) = (Some(told), Some(Rc::new(verdict)));
    tell(state, &given, judged);
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

pub(super) fn again(state: &mut AppState) {
    let (Some(study), Some((_, lesson, _))) = (state.learning.study.clone(), state.learning.lesson()) else {
        return;
    };
    state.learning.study = Some(study.again(lesson));
    showing::enter(state);
    state.save();
}

/// One more hint; the last gives the numbers away.
pub(super) fn hint(state: &mut AppState) {
    let (Some(study), Some((_, lesson, _)), Some((step, _))) =
        (&state.learning.study, state.learning.lesson(), state.learning.step())
    else {
        return;
    };
    let hinted = study.clone().hint(lesson);
    if hinted.hints >= HINTS {
        let right = state.judged(&state.learning.params).right(&step.task);
        if let Some(Answer::Numbers(numbers)) = right {
            state.learning.right = numbers.into();
        }
    }
    state.learning.study = Some(hinted);
    state.save();
}

pub(super) fn solve(state: &mut AppState) {
    let Some((step, _)) = state.learning.step() else { return };
    let is_shown = state.learning.study.as_ref().is_some_and(|study| study.hints >= HINTS);
    if let (Task::Build { solution, .. }, true) = (&step.task, is_shown) {
        let solution = solution.clone();
        showing::set_scene(state, &solution);
    }
}
