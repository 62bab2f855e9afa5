//! The free lab: off to try things, and back to the lesson as it was left.

use super::showing::{look_of_step, show};
use crate::app::playing;
use crate::app::state::AppState;
use crate::lesson::study::Stage;

pub(super) fn leave(state: &mut AppState) {
    if !state.learning.is_in_lesson() {
        return;
    }
    state.learning.left = Some(state.history.clone());
    state.learning.pointed = None;
    if let Some(study) = &mut state.learning.study {
        study.is_away = true;
    }
    state.save();
}

/// Back to the lesson: its scenario, its place, and what was said to the answer.
pub(super) fn come_back(state: &mut AppState) {
    let Some(study) = state.learning.study.as_mut().filter(|study| study.is_away) else { return };
    study.is_away = false;
    let was_told = matches!(study.stage, Stage::Told(..));
    if let Some(left) = state.learning.left.take() {
        show(state, left);
        look_of_step(state);
        if was_told {
            playing::seek(state, state.end());
        }
    }
    state.save();
}
