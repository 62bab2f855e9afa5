//! Requests to the outside as data; only the host performs them.

use std::rc::Rc;

use super::instructor::drafts::DraftWish;
use super::standing::Standing;
use super::studying::Answered;
use super::templates::TemplateChange;
use crate::log::export::ExportOf;
use crate::text::Lang;

/// Something to be done outside the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep the scenario, the tour and the preferences on this device.
    Save,
    /// Offer a text as a file.
    Download {
        /// The file's name.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// Its content.
        text: Rc<str>,
    },
    /// Offer bytes as a file.
    DownloadBytes {
        /// The file's name.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// Its content.
        bytes: Rc<[u8]>,
    },
    /// Paint a drawing, put a scenario inside the picture, and offer it as a file.
    Paint {
        /// The file's name.
        name: String,
        /// The drawing, an SVG file.
        svg: Rc<str>,
        /// The width of the picture in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
        /// The text of the scenario file.
        scenario: Rc<str>,
    },
    /// Write a CSV file part by part, in place of any other.
    Export {
        /// Its number.
        id: u64,
        /// The rows it has.
        of: Rc<ExportOf>,
    },
    /// Let go of the file that is being written.
    StopExport,
    /// Film the run, in place of any other film.
    Film {
        /// Its number.
        id: u64,
    },
    /// Let go of the film that is being made.
    StopFilm,
    /// Read or change the templates on this device.
    Templates(TemplateChange),
    /// Read or change the lessons on this device.
    Drafts(DraftWish),
    /// Print the page.
    Print,
    /// Put a text on the clipboard.
    Copy(Rc<str>),
    /// Put a link on the clipboard, and tell whether that worked.
    CopyLink(Rc<str>),
    /// Tell the page around us that the scenario changed.
    Changed,
    /// Tell it that a run was played to its end.
    Ran,
    /// Fetch the course and its words in this language.
    WantCourse(Lang),
    /// Fetch the page in one file, which lies beside the lab.
    WantPage,
    /// Fetch the pack of this language.
    WantLang(Lang),
    /// Tell it that the learner took a step in the course.
    LessonProgress,
    /// Tell it that the learner took a step of the short tour.
    TourProgress,
    /// Tell it that the learner came to the end of a lesson, and how far that leads.
    LessonCompleted(Rc<Standing>),
    /// Tell it that the learner came to the end of the short tour.
    TourCompleted,
    /// Tell it of an answer.
    Answered(Rc<Answered>),
}

/// Requests in order, numbered, so that each is handed over once even if several renders see it.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    made: u64,
    waiting: Vec<(u64, Effect)>,
}

/// How many requests are kept; those older were handed over long ago.
const KEPT: usize = 64;

impl Outbox {
    /// Adds a request.
    pub(super) fn push(&mut self, effect: Effect) {
        self.made += 1;
        self.waiting.push((self.made, effect));
        if self.waiting.len() > KEPT {
            self.waiting.remove(0);
        }
    }

    /// The requests after number `seen`, with their numbers.
    pub fn after(&self, seen: u64) -> impl Iterator<Item = &(u64, Effect)> {
        self.waiting.iter().filter(move |(number, _)| *number > seen)
    }

    /// The number of the newest request.
    pub fn newest(&self) -> u64 {
        self.made
    }
}
