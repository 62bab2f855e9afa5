//! Messages to the person, as typed values; `text` words them.

use std::rc::Rc;

use crate::scenario::clipping::ClippingProblem;
use crate::scenario::edit::Refusal;
use crate::scenario::link::LinkProblem;
use crate::scenario::wire::OpenProblem;
use crate::text::Lang;
use crate::text::course::finding::CourseFinding;
use crate::text::course::progress::RecordProblem;

/// What a message says.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A file could not be opened; the work is as it was.
    CannotOpen {
        /// The file's name.
        name: String,
        /// Why.
        problem: OpenProblem,
    },
    /// A scenario at an address could not be loaded; the work is as it was.
    CannotLoad {
        /// The address.
        address: String,
    },
    /// A link to a scenario could not be opened; the work is as it was.
    CannotOpenLink(LinkProblem),
    /// A lesson could not be opened; the work is as it was.
    CannotOpenLesson {
        /// The name of its file; empty for a link.
        name: String,
        /// Why.
        finding: CourseFinding,
    },
    /// A link was opened in place of one's own work.
    LinkOpened,
    /// The browser could not paint the picture.
    CannotPaint,
    /// What is on the clipboard cannot be put in; the work is as it was.
    CannotPaste(ClippingProblem),
    /// An edit was refused.
    Refused(Refusal),
    /// What was saved on this device could not be read; it was kept aside.
    SavedWorkUnreadable,
    /// Nothing can be kept on this device; the work lives until the page is closed.
    CannotSave,
    /// Another tab has the lab open with other work; each keeps its own.
    OtherTab,
    /// A file, or a host's text, holds no progress in the course that can be taken.
    ProgressUnreadable(RecordProblem),
    /// Progress in the course was taken from a file.
    ProgressTaken {
        /// How many answers.
        answers: u64,
        /// How many of its entries the course does not have.
        unknown: u64,
    },
    /// Progress in the course that was kept on this device could not be read; it was kept aside.
    ProgressAside,
    /// The lesson that was open is no longer in the course.
    LessonGone,
    /// The scenario may not change while it is being predicted.
    Predicting,
    /// The pack of a language could not be fetched, or is none.
    NoLanguage(Lang),
    /// An option of the page has a value that is none.
    UnknownOption {
        /// The option's name.
        name: String,
        /// The value given.
        value: String,
    },
    /// Recipients were imported.
    Imported {
        /// How many.
        recipients: u32,
        /// How many lines were left out.
        left_out: u64,
    },
}

/// A message on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Posted {
    /// Its number, unique on the page.
    pub number: u64,
    /// What it says.
    pub notice: Notice,
}

/// The messages on the page, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notices {
    posted: Rc<Vec<Posted>>,
    made: u64,
    /// What was said once and shall not be said again.
    once: Vec<Notice>,
}

impl Notices {
    /// The messages.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Posted> {
        self.posted.iter()
    }

    /// Adds a message that is not repeated, also after it was closed.
    pub(super) fn add_once(&mut self, notice: Notice) {
        if !self.once.contains(&notice) {
            self.once.push(notice.clone());
            self.add(notice);
        }
    }

    /// Takes a message back that is true no more.
    pub(super) fn withdraw(&mut self, notice: &Notice) {
        if self.posted.iter().any(|posted| posted.notice == *notice) {
            Rc::make_mut(&mut self.posted).retain(|posted| posted.notice != *notice);
        }
    }

    /// Adds a message; the same message is not shown twice.
    pub(super) fn add(&mut self, notice: Notice) {
        self.made += 1;
        let number = self.made;
        let posted = Rc::make_mut(&mut self.posted);
        posted.retain(|earlier| earlier.notice != notice);
        posted.push(Posted { number, notice });
    }

    /// Takes a message away.
    pub(super) fn dismiss(&mut self, number: u64) {
        Rc::make_mut(&mut self.posted).retain(|posted| posted.number != number);
    }
}
