//! Requests to the outside as data; only the host performs them.

use std::rc::Rc;

/// Something to be done outside the store.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Put a text on the clipboard.
    Copy(Rc<str>),
    /// Tell the page around us that the scenario changed.
    Changed,
    /// Tell it that a run was played to its end.
    Ran,
    /// Tell it that the learner took a step.
    LessonProgress,
    /// Tell it that the learner came to the end.
    LessonCompleted,
    /// Tell it that something could not be done, with the sentence shown to the person.
    Failed(String),
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
