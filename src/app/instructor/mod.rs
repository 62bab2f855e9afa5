//! The trainer's side of the store: the bench where a lesson is made, lessons from files and links, the report page,
//! the classroom screen.

pub(super) mod bench;
mod desk;
pub mod drafts;
pub mod guests;
pub mod packing;
pub mod project;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use super::state::AppState;
pub use bench::{Bench, Problem};
use drafts::{Drafts, DraftsChanged};
use packing::Packing;
use project::{Project, ProjectAction};

use crate::lesson::authoring::edit::DraftEdit;
use crate::lesson::course::Course;
use crate::lesson::package::Kind;
use crate::lesson::report::Learner;
use crate::text::course::finding::CourseFinding;

/// The trainer's side.
#[derive(Clone, Debug, Default)]
pub struct Instructor {
    /// What Learn mode shows in place of the list of pieces.
    pub page: Page,
    /// The lesson that is being made.
    pub bench: Option<Rc<Bench>>,
    /// The lessons on this device.
    pub drafts: Drafts,
    /// Whose progress is looked at.
    pub learners: Rc<Vec<Learner>>,
    /// The names of files that held no progress.
    pub refused: Rc<Vec<String>>,
    /// How far the package for a learning platform is.
    pub packing: Packing,
    /// The classroom screen, while it is on.
    pub project: Option<Project>,
    /// A lesson that was opened from a file: to be taken, or to be edited?
    pub offered: Option<Rc<Course>>,
}

/// A page of Learn mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The list of pieces.
    #[default]
    Pieces,
    /// One's own lessons, or the lesson on the bench.
    Lessons,
    /// Learners' progress.
    Report,
}

/// What a trainer can ask for.
#[derive(Clone, Debug)]
pub enum InstructorAction {
    /// From the list of pieces or a command: one's own lessons.
    Lessons,
    /// From there: a new lesson. The wall clock gives it its name in stored progress.
    New {
        /// Now, in milliseconds.
        now_millis: f64,
    },
    /// From there: the lesson of this name on the bench.
    Open(String),
    /// From there: the lesson of this name is deleted.
    Delete(String),
    /// From there: the one deleted last comes back.
    Restore,
    /// From the host: what became of the lessons on this device.
    DraftsChanged(DraftsChanged),
    /// From the bench: it is closed.
    Close,
    /// From the bench: an edit.
    Change(DraftEdit),
    /// From the bench.
    Undo,
    /// From the bench.
    Redo,
    /// From the list of steps: a step, or the lesson as a whole.
    Choose(Option<usize>),
    /// From the choice of language.
    Code(String),
    /// From a finding: to its field.
    GoTo(usize),
    /// From a step: the present scenario is its start.
    UsePresent,
    /// From a step: its start in the lab.
    ShowStart,
    /// From a step: the lab is led to where it is now.
    UsePlace,
    /// From a build step: its start in the lab, to be solved.
    Record,
    /// From a build step: what was built does not count.
    StopRecording,
    /// From a build step: the present scenario is the solution.
    Solved,
    /// From a build step: the solution in the lab.
    ShowSolution,
    /// From the list of proposed goals.
    Tick(usize),
    /// From the bench: the lesson as a learner sees it, from this step on.
    Preview(usize),
    /// From the bench: the lesson as a file.
    Save,
    /// From the bench: the answer key as a file.
    SaveKey,
    /// From the bench: the lesson as a package for a learning platform.
    Pack(Kind),
    /// From the host: the page in one file, or that it cannot be had.
    PageCame(Option<Rc<[u8]>>),
    /// A lesson came from a file, an address or a link. `is_taken` says that it opens at once.
    LessonCame {
        /// The name of the file; empty for a link.
        name: String,
        /// What was in it.
        read: Result<Rc<Course>, CourseFinding>,
        /// Whether it opens without being asked about.
        is_taken: bool,
    },
    /// From the question about an opened file: it is taken, edited, or left.
    Offered(Option<bool>),
    /// From the list of pieces or a command: the report page.
    Report,
    /// From a file that was chosen or dropped.
    ProgressCame {
        /// Its name.
        name: String,
        /// What was in it.
        bytes: Rc<[u8]>,
    },
    /// From the report: a learner is taken out.
    Forget(usize),
    /// From the report or one's own lessons: back to the list of pieces.
    Pieces,
    /// From the report: its tables as a file.
    Csv,
    /// The classroom screen.
    Project(ProjectAction),
}

/// Does what a trainer asks for.
pub(super) fn act(state: &mut AppState, action: InstructorAction) {
    match action {
        InstructorAction::Lessons => desk::lessons(state),
        InstructorAction::New { now_millis } => desk::begin(state, now_millis),
        InstructorAction::Open(id) => desk::open(state, &id),
        InstructorAction::Delete(id) => desk::delete(state, id),
        InstructorAction::Restore => desk::restore(state),
        InstructorAction::DraftsChanged(changed) => state.instructor.drafts.take(changed),
        InstructorAction::Close => desk::close(state),
        InstructorAction::Offered(is_taken) => desk::offered(state, is_taken),
        InstructorAction::LessonCame { name, read, is_taken } => guests::came(state, name, read, is_taken),
        InstructorAction::Report => desk::report(state),
        InstructorAction::ProgressCame { name, bytes } => desk::progress_came(state, &name, &bytes),
        InstructorAction::Forget(place) => {
            let learners = Rc::make_mut(&mut state.instructor.learners);
            if place < learners.len() {
                learners.remove(place);
            }
        }
        InstructorAction::Pieces => desk::pieces(state),
        InstructorAction::Csv => desk::csv(state),
        InstructorAction::Project(action) => project::act(state, action),
        InstructorAction::Preview(step) => guests::preview(state, step),
        InstructorAction::Save => desk::save(state),
        InstructorAction::Pack(kind) => packing::pack(state, kind),
        InstructorAction::PageCame(page) => packing::page_came(state, page.as_deref()),
        InstructorAction::SaveKey => desk::save_key(state),
        other => bench::act(state, other),
    }
}
