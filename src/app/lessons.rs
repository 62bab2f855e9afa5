//! What the coach does to the state.

use super::effect::Effect;
use super::learning::CourseAction;
use super::options::Mode;
use super::playing;
use super::state::AppState;
use super::studying;
use crate::lesson::prediction::Prediction;
use crate::lesson::tour::{Status, Step, Tour};

pub(super) fn predict(state: &mut AppState, prediction: Prediction) {
    state.tour = state.tour.predict(prediction);
    state.save();
}

/// Takes up progress that was made elsewhere.
pub(super) fn take(state: &mut AppState, tour: Tour) {
    state.tour = tour;
    state.save();
}

pub(super) fn go_on(state: &mut AppState) {
    let next = state.tour.go_on(state.facts());
    if next == state.tour {
        return;
    }
    // What is to be predicted must not be on show.
    let hides_outcome = matches!(next.step, Step::PredictYear | Step::ChangeOne | Step::PredictChange);
    if hides_outcome && next.furthest > state.tour.furthest {
        playing::reset(state);
    }
    let completed = next.status == Status::Completed && state.tour.status != Status::Completed;
    if completed {
        // The closing words have their place in this mode alone.
        state.view.mode = Mode::Lesson;
        state.learning.is_touring = true;
    }
    state.tour = next;
    state.outbox.push(if completed { Effect::TourCompleted } else { Effect::TourProgress });
    state.save();
}

pub(super) fn go_back(state: &mut AppState) {
    state.tour = state.tour.go_back();
    state.save();
}

pub(super) fn skip(state: &mut AppState) {
    state.tour.status = Status::Skipped;
    state.view.mode = Mode::Play;
    state.save();
}

pub(super) fn resume(state: &mut AppState) {
    studying::act(state, CourseAction::Close);
    state.tour.status = Status::Running;
    state.learning.is_touring = true;
    state.view.mode = Mode::Lesson;
    state.save();
}

pub(super) fn restart(state: &mut AppState) {
    state.tour = Tour::default();
    resume(state);
}
