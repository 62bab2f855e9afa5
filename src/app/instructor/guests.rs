//! Lessons that are no part of the course: from a file, an address or a link, and the draft as a learner sees it. They
//! run in the same panel, and their progress is kept under their own id; that of a preview is not kept.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::learning::{Book, CourseAction, Learning};
use super::super::notice::Notice;
use super::super::options::Mode;
use super::super::state::AppState;
use super::super::studying;
use super::Page;
use crate::lesson::authoring::{finished, speak};
use crate::lesson::course::Course;
use crate::lesson::study::compact;
use crate::lesson::study::progress::Progress;
use crate::text::Lang;
use crate::text::course::finding::CourseFinding;

/// The most other courses whose progress is kept.
const MOST: usize = 40;

/// A lesson in place of the course.
#[derive(Clone, Debug)]
pub struct Guest {
    /// It.
    pub book: Rc<Book>,
    /// Whether it is a draft that its author looks at.
    pub is_preview: bool,
    /// The progress in the course, until the lesson is closed.
    pub aside: Rc<Progress>,
}

/// Progress in lessons that are no part of the course, by the id of theirs.
pub type Others = BTreeMap<String, Progress>;

/// A lesson came.
pub(super) fn came(
    state: &mut AppState,
    name: String,
    read: Result<Rc<Course>, CourseFinding>,
    is_taken: bool,
) {
    match read {
        Ok(course) if is_taken => take(state, &course),
        Ok(course) => {
            state.instructor.offered = Some(course);
            super::super::reduce::show_sheet(state, Some(super::super::state::Sheet::Lesson));
        }
        Err(finding) => state.notices.add(Notice::CannotOpenLesson { name, finding }),
    }
}

impl Guest {
    /// Whether a short text has progress in this lesson.
    pub(in crate::app) fn takes(&self, text: &str) -> bool {
        !self.is_preview && compact::is_of(&self.book.course, text)
    }
}

/// The lesson anew, for progress and place that come from elsewhere.
pub(in crate::app) fn reopen(state: &mut AppState) {
    let Some(guest) = &state.learning.guest else { return };
    let (course, is_preview) = (guest.book.course.clone(), guest.is_preview);
    studying::act(state, CourseAction::Close);
    closed(state);
    open(state, course, is_preview);
}

/// A guest is only there while its lesson is open: one that was done begins anew.
pub(in crate::app) fn stay(state: &mut AppState) {
    let Some(guest) = state.learning.guest.as_ref().filter(|_| state.learning.study.is_none()) else {
        return;
    };
    if let Some(first) = guest.book.course.lessons.first().map(|lesson| lesson.id.clone()) {
        studying::act(state, CourseAction::Begin(first));
    }
}

/// Opens a lesson where it was left.
pub(super) fn take(state: &mut AppState, course: &Course) {
    let Some(first) = course.lessons.first().map(|lesson| lesson.id.clone()) else { return };
    open(state, course.clone(), false);
    studying::act(state, CourseAction::Begin(first));
}

/// The draft as a learner sees it.
pub(super) fn preview(state: &mut AppState, step: usize) {
    let Some(bench) = state.instructor.bench.clone() else { return };
    let course = finished(&bench.draft);
    let Some(lesson) = course.lessons.first().filter(|lesson| !lesson.steps.is_empty()) else { return };
    let (id, last) = (lesson.id.clone(), lesson.steps.len() - 1);
    open(state, course, true);
    let progress = Rc::make_mut(&mut state.learning.progress);
    let visit = progress.visits.entry(id.clone()).or_default();
    let at = u16::try_from(step.min(last)).unwrap_or_default();
    (visit.step, visit.furthest) = (at, at);
    studying::act(state, CourseAction::Begin(id));
}

fn open(state: &mut AppState, course: Course, is_preview: bool) {
    if state.learning.study.is_some() {
        studying::act(state, CourseAction::Close);
    }
    let lang = state.view.lang;
    let aside = state.learning.progress.clone();
    let own = (!is_preview).then(|| state.learning.others.get(&course.id).cloned()).flatten();
    state.learning.progress = Rc::new(own.unwrap_or_default());
    state.learning.guest = Some(Guest { book: Rc::new(book(course, lang)), is_preview, aside });
    state.learning.is_touring = false;
    state.learning.hold();
}

/// A lesson as a book, in this language if it speaks it, else in the first that it does.
fn book(mut course: Course, lang: Lang) -> Book {
    if course.words.is_empty() {
        speak(&mut course, lang.code());
    }
    let own = course.words.get(lang.code()).or_else(|| course.words.values().next());
    let words = own.cloned().unwrap_or_default();
    Book { course, words, lang }
}

/// The page speaks another language: so does the lesson, if it can.
pub(in crate::app) fn speaks(state: &mut AppState) {
    let lang = state.view.lang;
    if let Some(guest) = &mut state.learning.guest {
        guest.book = Rc::new(book(guest.book.course.clone(), lang));
    }
}

/// A lesson was closed: where it was a guest, its progress is put by and that of the course comes back.
pub(in crate::app) fn closed(state: &mut AppState) {
    let Some(guest) = state.learning.guest.take() else { return };
    let own = std::mem::replace(&mut state.learning.progress, guest.aside);
    state.learning.hold();
    if guest.is_preview {
        state.instructor.page = Page::Lessons;
    } else {
        put_by(Rc::make_mut(&mut state.learning.others), &guest.book.course.id, &own);
    }
    state.view.mode = Mode::Lesson;
}

/// Puts the progress in a lesson by. Where there is too much, that of another makes room.
fn put_by(others: &mut Others, id: &str, progress: &Progress) {
    others.remove(id);
    while others.len() >= MOST {
        others.pop_first();
    }
    others.insert(id.to_owned(), progress.clone());
}

/// A piece of the course is asked for: a guest without such a lesson makes room.
pub(in crate::app) fn make_room(state: &mut AppState, lesson: &str) {
    let is_other = |guest: &Guest| guest.book.course.lesson(lesson).is_none();
    if state.learning.guest.as_ref().is_some_and(is_other) {
        studying::act(state, CourseAction::Close);
        closed(state);
    }
}

/// The progress to be kept: in the course, and in everything else.
pub(in crate::app) fn to_keep(learning: &Learning) -> (Rc<Progress>, Rc<Others>) {
    let Some(guest) = &learning.guest else { return (learning.progress.clone(), learning.others.clone()) };
    if guest.is_preview {
        return (guest.aside.clone(), learning.others.clone());
    }
    let mut others = Others::clone(&learning.others);
    put_by(&mut others, &guest.book.course.id, &learning.progress);
    (guest.aside.clone(), Rc::new(others))
}
