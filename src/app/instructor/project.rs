//! The classroom screen: one step at a time, large, with its answer covered until it is asked for. The steps are walked
//! without an account of it: nobody's progress changes.

use super::super::learning::Cover;
use super::super::options::Mode;
use super::super::playing;
use super::super::state::AppState;
use super::super::studying;
use crate::lesson::course::step::Task;
use crate::lesson::study::{Stage, Study};

/// The classroom screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// Whether the text is below the lab and not beside it.
    pub is_below: bool,
    /// Whether the answer is shown.
    pub is_revealed: bool,
}

/// What is asked of the classroom screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectAction {
    /// From a button or the key: on, or off.
    Toggle,
    /// From Escape or its button.
    Leave,
    /// Beside or below.
    Place,
    /// Shows the answer, or covers it.
    Reveal,
    /// One step on.
    On,
    /// One step back.
    Back,
    /// A build step as it is solved.
    Solve,
}

/// Does what is asked.
pub(super) fn act(state: &mut AppState, action: ProjectAction) {
    match (action, state.instructor.project) {
        (ProjectAction::Toggle, None) => {
            state.instructor.project = Some(Project::default());
            super::super::reduce::show_sheet(state, None);
            if state.view.mode == Mode::Lesson {
                state.view.mode = Mode::Play;
            }
        }
        (ProjectAction::Toggle | ProjectAction::Leave, project) => {
            state.instructor.project = None;
            cover_again(state, project);
        }
        (_, None) => {}
        (ProjectAction::Place, Some(project)) => {
            state.instructor.project = Some(Project { is_below: !project.is_below, ..project });
        }
        (ProjectAction::Reveal, Some(project)) => {
            state.instructor.project = Some(Project { is_revealed: !project.is_revealed, ..project });
            cover_again(state, Some(project));
        }
        (ProjectAction::On, Some(project)) => walk(state, project, true),
        (ProjectAction::Back, Some(project)) => walk(state, project, false),
        (ProjectAction::Solve, Some(project)) => {
            if let Some(Task::Build { solution, .. }) =
                state.learning.step().map(|(step, _)| step.task.clone())
            {
                studying::set_scene(state, &solution);
                state.instructor.project = Some(Project { is_revealed: true, ..project });
            }
        }
    }
}

/// A run that was seen with its answer is not on show when that is covered again.
fn cover_again(state: &mut AppState, before: Option<Project>) {
    let was_revealed = before.is_some_and(|project| project.is_revealed);
    if was_revealed && state.learning.cover() == Some(Cover::Asked) {
        playing::reset(state);
    }
}

fn walk(state: &mut AppState, project: Project, is_on: bool) {
    let steps = state.learning.lesson().map_or(0, |(_, lesson, _)| lesson.steps.len());
    let Some(study) = state.learning.study.clone() else { return };
    let step = if is_on { study.step + 1 } else { study.step.saturating_sub(1) };
    if step >= steps || step == study.step {
        return;
    }
    let furthest = study.furthest.max(step);
    state.learning.study = Some(Study { step, furthest, hints: 0, stage: Stage::Asked, ..study });
    state.instructor.project = Some(Project { is_revealed: false, ..project });
    studying::enter(state);
}
