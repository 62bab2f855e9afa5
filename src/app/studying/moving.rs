//! From lesson to lesson and from step to step.

use std::rc::Rc;

use super::showing::{enter, set_scene};
use super::{fetch, showing};
use crate::app::effect::Effect;
use crate::app::instructor::guests;
use crate::app::learning::{Learning, Own};
use crate::app::notice::Notice;
use crate::app::options::Mode;
use crate::app::playing;
use crate::app::standing::Standing;
use crate::app::state::AppState;
use crate::lesson::course::Lesson;
use crate::lesson::study::Study;
use crate::lesson::study::progress::Progress;

/// Opens a lesson where it was left; one's own scenario is set aside.
pub(super) fn begin(state: &mut AppState, name: &str) {
    guests::make_room(state, name);
    let Some(book) = state.learning.book().cloned() else {
        state.learning.wanted = Some(name.to_owned());
        return fetch(state);
    };
    let Some(lesson) = book.course.lesson(name) else {
        return state.notices.add(Notice::UnknownOption { name: "lesson".into(), value: name.to_owned() });
    };
    (state.learning.is_touring, state.learning.is_certifying) = (false, false);
    let open = state.learning.study.as_ref().filter(|study| study.lesson == name);
    if open.is_some_and(|study| study.is_away) {
        return super::away::come_back(state);
    }
    if open.is_some() {
        // It is open already, and goes on as it is.
        return showing::look_of_step(state);
    }
    set_own_aside(state);
    state.learning.left = None;
    state.learning.study = Some(Study::open(lesson, &state.learning.progress));
    enter(state);
    // A step that goes on from an earlier one needs that one's scene.
    let step = state.learning.study.as_ref().map_or(0, |study| study.step);
    if lesson.steps.get(step).is_some_and(|step| step.scene.is_none()) {
        set_scene(state, &[]);
        showing::look_of_step(state);
    }
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

/// Sets one's own work aside, unless that was done before.
pub(super) fn set_own_aside(state: &mut AppState) {
    if state.learning.own.is_none() {
        let (history, sample) = (state.history.clone(), state.view.sample);
        state.learning.own = Some(Own { history, sample, is_borrowed: state.view.is_borrowed });
    }
}

/// Closes the lesson and brings one's own work back, with all that could be undone in it.
pub(super) fn close(state: &mut AppState) {
    if state.learning.study.take().is_none() {
        return;
    }
    (state.learning.verdict, state.learning.left, state.learning.pointed) = (None, None, None);
    (state.learning.resuming, state.learning.right) = (None, Rc::default());
    if let Some(own) = state.learning.own.take() {
        let lent = state.lent.take();
        state.change(|history| {
            *history = own.history;
            true
        });
        (state.view.sample, state.view.is_borrowed, state.lent) = (own.sample, own.is_borrowed, lent);
        state.view.delivery = None;
        state.view.reporting.choose_all();
        playing::reset(state);
    }
    state.view.mode = Mode::Lesson;
    guests::closed(state);
    state.save();
}

/// Takes a step in the lesson, and enters what is shown then.
pub(super) fn move_study(state: &mut AppState, step: impl FnOnce(Study, &Lesson, &mut Progress) -> Study) {
    let Some(study) = state.learning.study.clone() else { return };
    let mut progress = Progress::clone(&state.learning.progress);
    let Some((_, lesson, _)) = state.learning.lesson() else { return };
    let moved = step(study, lesson, &mut progress);
    state.learning.progress = Rc::new(progress);
    state.learning.study = Some(moved);
    enter(state);
    // Back to a step without a scene of its own: that of the step before it.
    let is_bare = state.learning.step().is_some_and(|(step, _)| step.scene.is_none());
    if is_bare {
        set_scene(state, &[]);
        showing::look_of_step(state);
    }
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

/// One step on; after the last the lesson is done and closed.
pub(super) fn go_on(state: &mut AppState) {
    if !state.may_study_on() {
        return;
    }
    let Some(study) = state.learning.study.clone() else { return };
    let mut progress = Progress::clone(&state.learning.progress);
    let Some((_, lesson, _)) = state.learning.lesson() else { return };
    let next = study.clone().go_on(lesson, &mut progress);
    state.learning.progress = Rc::new(progress);
    match next {
        Some(next) => {
            state.learning.study = Some(next);
            enter(state);
            state.outbox.push(Effect::LessonProgress);
            state.save();
        }
        None => {
            // Told before it is closed: a lesson that is no part of the course takes its figures along.
            let done = Learning { study: None, ..state.learning.clone() };
            let standing = Standing::of(&done, state.scenario(), &study.lesson);
            if !done.is_previewing() {
                state.outbox.push(Effect::LessonCompleted(Rc::new(standing)));
            }
            close(state);
        }
    }
}
