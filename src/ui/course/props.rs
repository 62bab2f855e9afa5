//! What the panel of a lesson and its parts are given.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::learning::{CourseAction, Learning};
use crate::app::state::AppState;
use crate::base::time::SimTime;
use crate::lesson::course::step::Task;
use crate::text::Lang;

/// Props of the panel, and of each of its parts.
#[derive(Clone, Properties)]
pub(in crate::ui) struct LessonProps {
    /// The course and where the learner is.
    pub(in crate::ui) learning: Rc<Learning>,
    /// For each goal of a build step whether it is met now.
    pub(in crate::ui) goals: Rc<[bool]>,
    /// Whether one may go on.
    pub(in crate::ui) may_go_on: bool,
    /// Whether the player plays.
    pub(in crate::ui) is_playing: bool,
    /// The end of the run.
    pub(in crate::ui) end: SimTime,
    /// The language.
    pub(in crate::ui) lang: Lang,
    /// Takes actions.
    pub(in crate::ui) send: Callback<Action>,
}

impl PartialEq for LessonProps {
    fn eq(&self, other: &Self) -> bool {
        let of =
            |one: &Learning| (one.study.clone(), one.params.clone(), one.verdict.clone(), one.right.clone());
        of(&self.learning) == of(&other.learning)
            && (&self.goals, self.may_go_on, self.is_playing, self.end, self.lang)
                == (&other.goals, other.may_go_on, other.is_playing, other.end, other.lang)
            && self.learning.book().map(Rc::as_ptr) == other.learning.book().map(Rc::as_ptr)
            && self.learning.pointed == other.learning.pointed
            && Rc::ptr_eq(&self.learning.progress, &other.learning.progress)
            && self.send == other.send
    }
}

impl LessonProps {
    /// What the panel needs of the state.
    pub(in crate::ui) fn of(state: &AppState, send: &Callback<Action>) -> Self {
        let goals = match state.learning.step().map(|(step, _)| &step.task) {
            Some(Task::Build { goals, .. }) => state.judged(&state.learning.params).met(goals),
            _ => Vec::new(),
        };
        Self {
            learning: Rc::new(state.learning.clone()),
            goals: goals.into(),
            may_go_on: state.may_study_on(),
            is_playing: state.player.head.is_playing(),
            end: state.end(),
            lang: state.view.lang,
            send: send.clone(),
        }
    }

    /// A callback for what the learner asks for.
    pub(super) fn on(&self, action: CourseAction) -> Callback<MouseEvent> {
        self.send.reform(move |_: MouseEvent| Action::Course(action.clone()))
    }
}
