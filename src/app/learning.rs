//! The course on the page: what of it is here, where the learner is, and what was set aside for it.

use std::rc::Rc;

use super::state::AppState;
use crate::lesson::course::step::{Doing, Step};
use crate::lesson::course::words::{CourseWords, LessonWords, StepWords};
use crate::lesson::course::{Course, Lesson};
use crate::lesson::judge::Judged;
use crate::lesson::judge::params::Params;
use crate::lesson::judge::verdict::Verdict;
use crate::lesson::study::progress::Progress;
use crate::lesson::study::{Given, Stage, Study};
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::text::course::finding::CourseFinding;

/// The course and the learner.
#[derive(Clone, Debug, Default)]
pub struct Learning {
    /// What of the course is here.
    pub shelf: Shelf,
    /// What has been done.
    pub progress: Rc<Progress>,
    /// Where the learner is; none while no lesson is open.
    pub study: Option<Study>,
    /// What was drawn for the step that is shown.
    pub params: Rc<Params>,
    /// What was said to the last answer.
    pub verdict: Option<Rc<Verdict>>,
    /// The learner's own scenario, while a lesson shows others.
    pub own: Option<Rc<Scenario>>,
    /// The lesson's scenario, while the learner is away in the free lab.
    pub left: Option<Rc<Scenario>>,
    /// The lesson that is to be opened once the course is here.
    pub wanted: Option<String>,
    /// Whether the short tour is shown in place of the course.
    pub is_touring: bool,
}

/// What of the course is here.
#[derive(Clone, Debug, Default)]
pub enum Shelf {
    /// Nobody has asked for it.
    #[default]
    Empty,
    /// It was asked for in this language.
    Asked(Lang),
    /// It is here.
    Full(Rc<Book>),
    /// It did not come.
    Missing,
    /// It came, and cannot be read.
    Damaged(CourseFinding),
}

/// A course with its words.
#[derive(Debug)]
pub struct Book {
    /// The course.
    pub course: Course,
    /// Its words.
    pub words: CourseWords,
    /// In which language they are.
    pub lang: Lang,
}

/// What a learner can ask of the course.
#[derive(Clone, Debug)]
pub enum CourseAction {
    /// From Learn mode: the course is to be fetched, again where it did not come.
    Fetch,
    /// From the host: it is here in this language.
    Came {
        /// The course file.
        course: Rc<[u8]>,
        /// Its words.
        words: Rc<[u8]>,
        /// Their language.
        lang: Lang,
    },
    /// From the host: it could not be fetched.
    Failed,
    /// From the list of pieces, or an option: opens a lesson where it was left.
    Begin(String),
    /// From the panel: closes the lesson and brings one's own scenario back.
    Close,
    /// From the panel: one step on.
    On,
    /// From the panel: one step back.
    Back,
    /// From the panel: locks an answer, or has the workflow judged.
    Answer(Given),
    /// From the panel: another try.
    Again,
    /// From the panel: one more hint.
    Hint,
    /// From the panel, with the last hint: puts one solution into the drawing.
    Solve,
    /// From the panel: the step's scene as it was.
    StartOver,
    /// From the panel, after a wrong answer: what refutes it.
    ShowWhy,
    /// From the panel: off to the free lab.
    Leave,
    /// From the free lab: back to the lesson as it was left.
    Return,
    /// From the list of pieces: forgets all progress.
    Erase,
    /// From the list of pieces: the progress as a file.
    Save,
    /// From the list of pieces: takes up the progress of a file.
    Take(Rc<str>),
}

impl Learning {
    /// The course with its words, once it is here.
    pub fn book(&self) -> Option<&Rc<Book>> {
        if let Shelf::Full(book) = &self.shelf { Some(book) } else { None }
    }

    /// The lesson that is open.
    pub fn lesson(&self) -> Option<(&Rc<Book>, &Lesson, &LessonWords)> {
        let (book, study) = (self.book()?, self.study.as_ref()?);
        Some((book, book.course.lesson(&study.lesson)?, book.words.lessons.get(&study.lesson)?))
    }

    /// The step that is shown.
    pub fn step(&self) -> Option<(&Step, &StepWords)> {
        let (_, lesson, words) = self.lesson()?;
        let step = lesson.steps.get(self.study.as_ref()?.step)?;
        Some((step, words.steps.get(&step.id)?))
    }

    /// Whether a lesson is open and the learner is in it.
    pub fn is_in_lesson(&self) -> bool {
        self.study.as_ref().is_some_and(|study| !study.is_away) && self.lesson().is_some()
    }

    /// Whether a prediction is locked, whose run has not been seen.
    pub fn is_locked(&self) -> bool {
        self.study.as_ref().is_some_and(|study| matches!(study.stage, Stage::Locked(_)))
    }
}

impl AppState {
    /// The scenario and its run as a judge sees them.
    pub fn judged<'s>(&'s self, params: &'s Params) -> Judged<'s> {
        let run = self.outcome.log.as_deref().filter(|_| self.has_figures());
        Judged { scenario: self.scenario(), findings: &self.outcome.findings, run, params }
    }

    /// Whether what a reading step waits for has been done.
    pub fn has_done(&self, doing: &Doing) -> bool {
        match doing {
            Doing::Played => self.has_figures() && self.player.shown >= self.end(),
            Doing::Opened(place) => super::studying::is_at(&self.view, *place),
            Doing::OpenedLogs => self.view.delivery.is_some(),
            Doing::Followed => self.view.rows.person.as_ref().is_some_and(|view| view.recipient.is_some()),
            Doing::Reached(test) => self.judged(&self.learning.params).holds(test),
        }
    }

    /// Whether the learner may go on from the step that is shown.
    pub fn may_study_on(&self) -> bool {
        let (Some(study), Some((step, _))) = (&self.learning.study, self.learning.step()) else {
            return false;
        };
        let is_done = match &step.task {
            crate::lesson::course::step::Task::Read { until: Some(doing), .. } => self.has_done(doing),
            _ => true,
        };
        study.may_go_on(step, is_done)
    }
}
