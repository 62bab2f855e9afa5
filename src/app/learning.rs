//! The course on the page: what of it is here, where the learner is, and what was set aside for it.

use std::rc::Rc;

use super::history::History;
use super::instructor::guests::{Guest, Others};
use super::state::AppState;
use crate::lesson::course::look::Place;
use crate::lesson::course::step::{Doing, Step, Task};
use crate::lesson::course::words::{CourseWords, LessonWords, StepWords};
use crate::lesson::course::{Course, Lesson};
use crate::lesson::judge::Judged;
use crate::lesson::judge::params::Params;
use crate::lesson::judge::verdict::Verdict;
use crate::lesson::study::compact::Compact;
use crate::lesson::study::mastery::PassMark;
use crate::lesson::study::progress::Progress;
use crate::lesson::study::record::Record;
use crate::lesson::study::{Given, Stage, Study};
use crate::scenario::Scenario;
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::text::course::finding::CourseFinding;
use crate::text::course::progress::RecordProblem;

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
    /// The right numbers, once the last hint has given them away.
    pub right: Rc<[u64]>,
    /// The learner's own work, while a lesson shows other scenarios.
    pub own: Option<Own>,
    /// The lesson's scenario as it was left, while the learner is away in the free lab.
    pub left: Option<History>,
    /// What a wrong answer was led to: it is marked where it is seen.
    pub pointed: Option<Rc<Pointed>>,
    /// The lesson that is to be opened once the course is here.
    pub wanted: Option<String>,
    /// The name of the step to take up once the course is here, where the page was left within a lesson.
    pub resuming: Option<String>,
    /// A text with progress that waits for the course.
    pub waiting: Option<Rc<str>>,
    /// The edition of the course that the progress was made with; 0 where it is not known.
    pub edition: u32,
    /// What is to be said of progress of another edition.
    pub older: Option<Older>,
    /// Progress of a file that would take the place of one's own; it waits for the answer.
    pub offered: Option<Rc<Record>>,
    /// Stored progress that could not be read, as it was.
    pub aside: Option<Rc<serde_json::Value>>,
    /// The name on the certificate. It stays on the device.
    pub name: Rc<str>,
    /// Whether the certificate is shown in place of the list.
    pub is_certifying: bool,
    /// A lesson that is open in place of the course's.
    pub guest: Option<Guest>,
    /// The progress in lessons that are no part of the course.
    pub others: Rc<Others>,
    /// Whether the short tour is shown in place of the course.
    pub is_touring: bool,
    /// The pass mark that the page around has set; the learner cannot change it.
    pub held_to: Option<PassMark>,
    /// Whether nothing of it may be kept on this device: the page around keeps it, if anyone does.
    pub leaves_no_trace: bool,
}

/// One's own work, set aside whole: with what can be undone.
#[derive(Clone, Debug)]
pub struct Own {
    /// The scenario with its past.
    pub history: History,
    /// The sample it is, if it is one.
    pub sample: Option<Sample>,
    /// Whether it came by a link and was not changed.
    pub is_borrowed: bool,
}

/// What a wrong answer was led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// The internal name of the activity.
    pub activity: String,
    /// The place where it is to be seen.
    pub place: Option<Place>,
}

/// Progress of another edition of the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Older {
    /// The edition.
    pub edition: u32,
    /// How many of its entries this edition does not have.
    pub unknown: usize,
}

/// Why the lab keeps its outcome covered: it would give the answer away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// A prediction is asked for: nothing of the outcome is on show.
    Asked,
    /// It is locked: what has happened is on show, and nothing of what will.
    Locked,
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
    /// From the list of pieces: takes up the progress of a file; asks first where there is some.
    Take(Rc<[u8]>),
    /// From the list of pieces: the file was not read.
    CannotTake(RecordProblem),
    /// From the question that follows: yes, replace, or no.
    Replace(bool),
    /// From the list of pieces: another pass mark, in percent.
    SetMark(u8),
    /// From the host: a pass mark in percent that the learner cannot change.
    HoldTo(u8),
    /// From the list of pieces: what was said of an older edition was read.
    OlderSeen,
    /// From the list of pieces: shows the certificate, or the list again.
    Certify(bool),
    /// From the certificate: the name on it.
    Name(Rc<str>),
    /// From the certificate: offers it as a file, dated today.
    SaveCertificate(chrono::NaiveDate),
    /// From the certificate: prints it.
    PrintCertificate,
    /// From the host: progress and place as one short text.
    TakeCompact(Rc<str>),
    /// From the host: the learner's own scenario, while a lesson shows another.
    TakeOwn(Rc<Scenario>),
}

impl Learning {
    /// The course with its words, once it is here; a lesson that is no part of it while that is open.
    pub fn book(&self) -> Option<&Rc<Book>> {
        self.guest.as_ref().map(|guest| &guest.book).or_else(|| self.own_book())
    }

    /// What the list of pieces shows: the course and the progress in it, also while another lesson is open.
    pub fn at_home(&self) -> Self {
        let Some(guest) = &self.guest else { return self.clone() };
        Self { guest: None, study: None, progress: guest.aside.clone(), ..self.clone() }
    }

    /// Whether the lesson that is open is a draft that its author looks at: nobody learns then.
    pub fn is_previewing(&self) -> bool {
        self.guest.as_ref().is_some_and(|guest| guest.is_preview)
    }

    /// Holds the progress against the pass mark that the page around has set, wherever the progress came from.
    pub(super) fn hold(&mut self) {
        if let Some(mark) = self.held_to.filter(|mark| *mark != self.progress.mark) {
            Rc::make_mut(&mut self.progress).set_mark(mark);
        }
    }

    /// The course with its words, once it is here.
    pub fn own_book(&self) -> Option<&Rc<Book>> {
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

    /// Whether the outcome is covered, and why.
    pub fn cover(&self) -> Option<Cover> {
        let study = self.study.as_ref().filter(|study| !study.is_away)?;
        match (&study.stage, self.step().map(|(step, _)| &step.task)) {
            (Stage::Locked(_), _) => Some(Cover::Locked),
            (Stage::Asked, Some(Task::Predict { .. })) => Some(Cover::Asked),
            // What was asked is not known before the course is here.
            (Stage::Asked, None) if self.resuming.is_some() => Some(Cover::Asked),
            _ => None,
        }
    }

    /// Takes progress and place of a text.
    pub(super) fn take_compact(&mut self, compact: Compact) {
        self.progress = Rc::new(Progress { erased: self.progress.erased, ..compact.progress });
        self.study = compact.study;
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
