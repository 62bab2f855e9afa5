//! A lesson that the page was left in: kept on the device, taken up again, or taken over from a host.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::showing::{self, look_of_step};
use super::{fetch, moving};
use crate::app::effect::Effect;
use crate::app::history::History;
use crate::app::instructor::guests;
use crate::app::learning::Own;
use crate::app::notice::Notice;
use crate::app::playing;
use crate::app::state::AppState;
use crate::lesson::study::compact::{self, CompactProblem};
use crate::lesson::study::{Stage, Study};
use crate::scenario::wire;
use crate::text::course::progress::RecordProblem;

/// An open lesson as it is kept on the device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeptLesson {
    /// Where the learner is.
    pub study: Study,
    /// The name of the step, as another edition may have moved it.
    pub step: String,
    /// The lesson's scenario as the learner has it.
    pub scene: Value,
    /// The scenario of the free lab, where the learner is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial: Option<Value>,
}

/// The open lesson, to be kept.
pub(in crate::app) fn kept(state: &AppState) -> Option<KeptLesson> {
    // A lesson that is no part of the course comes by a file or a link; only its progress is kept.
    let study = state.learning.study.clone().filter(|_| state.learning.guest.is_none())?;
    let step = match (&state.learning.resuming, state.learning.step()) {
        (Some(step), _) => step.clone(),
        (None, Some((step, _))) => step.id.clone(),
        (None, None) => return None,
    };
    let present = wire::to_value(state.scenario());
    Some(match &state.learning.left {
        Some(left) => KeptLesson { study, step, scene: wire::to_value(left.present()), trial: Some(present) },
        None => KeptLesson { study, step, scene: present, trial: None },
    })
}

impl KeptLesson {
    /// The lesson's scenario and that of the free lab; none where one of them does not open.
    pub(in crate::app) fn histories(&self) -> Option<(History, Option<History>)> {
        let open = |file: &Value| {
            wire::open(file.to_string().as_bytes()).ok().map(|scenario| History::new(Rc::new(scenario)))
        };
        let trial = match &self.trial {
            Some(file) => Some(open(file)?),
            None => None,
        };
        Some((open(&self.scene)?, trial))
    }
}

/// Takes up the lesson once the course is here. The scenario is already the one that was left.
pub(super) fn resume(state: &mut AppState, step: &str) {
    let place = state.learning.study.as_ref().and_then(|study| {
        let lesson = state.learning.book()?.course.lesson(&study.lesson)?;
        let place = lesson.steps.iter().position(|own| own.id == step);
        Some((place, lesson.steps.len()))
    });
    let Some((place, steps)) = place.filter(|(_, steps)| *steps > 0) else {
        moving::close(state);
        return state.notices.add(Notice::LessonGone);
    };
    let Some(study) = &mut state.learning.study else { return };
    let is_same = place.is_some();
    study.step = place.unwrap_or(study.step).min(steps - 1);
    study.furthest = study.furthest.max(study.step).min(steps - 1);
    if !is_same {
        (study.stage, study.hints) = (Stage::Asked, 0);
        return showing::enter(state);
    }
    showing::draw(state);
    if !study_is_away(state) {
        look_of_step(state);
        retell(state);
    }
}

fn study_is_away(state: &AppState) -> bool {
    state.learning.study.as_ref().is_some_and(|study| study.is_away)
}

/// What was said to an answer is said again: the same workflow and run give the same verdict.
fn retell(state: &mut AppState) {
    let Some(Stage::Told(given, _)) = state.learning.study.as_ref().map(|study| study.stage.clone()) else {
        return;
    };
    playing::seek(state, state.end());
    let Some((step, _)) = state.learning.step() else { return };
    let verdict = state.judged(&state.learning.params).verdict(&step.task, &given.answer);
    state.learning.verdict = Some(Rc::new(verdict));
}

/// Takes over progress and place from a host's text; it waits where the course is not here yet.
pub(super) fn take_compact(state: &mut AppState, text: Rc<str>) {
    if state.learning.guest.as_ref().is_some_and(|guest| guest.takes(&text)) {
        guests::reopen(state);
    } else {
        moving::close(state);
        guests::closed(state);
    }
    let Some(book) = state.learning.book().cloned() else {
        state.learning.waiting = Some(text);
        return fetch(state);
    };
    match compact::read(&book.course, &text) {
        Ok(read) => {
            let (study, scenario) = (read.study.clone(), read.scenario.clone());
            let attempts = state.learning.progress.attempts.clone();
            state.learning.take_compact(read);
            if state.learning.progress.attempts.is_empty() {
                // The text has no attempts one by one; those on this device stay.
                Rc::make_mut(&mut state.learning.progress).attempts = attempts;
            }
            if study.is_some() {
                state.learning.study = None;
                moving::set_own_aside(state);
                state.learning.study = study;
                showing::draw(state);
                showing::set_scene(state, &[]);
                look_of_step(state);
            }
            if let Some(scenario) = scenario {
                showing::show(state, History::new(Rc::new(scenario)));
                look_of_step(state);
            }
            if study_is_away(state) {
                state.learning.left = Some(state.history.clone());
            }
            state.learning.hold();
            retell(state);
            guests::stay(state);
            state.outbox.push(Effect::LessonProgress);
            state.save();
        }
        Err(problem) => state.notices.add(Notice::ProgressUnreadable(match problem {
            CompactProblem::LaterVersion => RecordProblem::LaterVersion,
            CompactProblem::OtherCourse => RecordProblem::OtherCourse("?".to_owned()),
            CompactProblem::Damaged => RecordProblem::NotProgress,
        })),
    }
}

/// The learner's own scenario, where a host kept it beside that of the lesson.
pub(super) fn take_own(state: &mut AppState, scenario: Rc<crate::scenario::Scenario>) {
    let own = Own { history: History::new(scenario.clone()), sample: None, is_borrowed: false };
    if state.learning.own.is_some() {
        state.learning.own = Some(own);
    } else {
        showing::show(state, own.history);
    }
    state.save();
}
