//! Progress in and out: erased, saved, taken from a file, held against a pass mark, certified.

use std::rc::Rc;

use chrono::NaiveDate;

use super::moving::close;
use crate::app::effect::Effect;
use crate::app::learning::Older;
use crate::app::notice::Notice;
use crate::app::state::AppState;
use crate::lesson::certificate::{self, Certificate};
use crate::lesson::study::mastery::PassMark;
use crate::lesson::study::progress::Progress;
use crate::lesson::study::record::{self, Record};

/// The longest name on a certificate, in characters.
const LONGEST_NAME: usize = 80;

pub(super) fn erase(state: &mut AppState) {
    close(state);
    let Progress { mark, erased, .. } = *state.learning.progress;
    let erased = erased.saturating_add(1);
    state.learning.progress = Rc::new(Progress { mark, erased, ..Progress::default() });
    (state.learning.older, state.learning.aside, state.learning.name) = (None, None, Rc::default());
    state.learning.is_certifying = false;
    state.learning.edition = state.learning.book().map_or(0, |book| book.course.edition);
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

pub(super) fn save(state: &mut AppState) {
    let Some(book) = state.learning.book() else { return };
    let text = record::write(&book.course, &state.learning.progress, state.learning.aside.as_deref());
    let name = format!("{}-progress.json", book.course.id);
    state.outbox.push(Effect::Download { name, media_type: "application/json", text: text.into() });
}

/// Takes up a file at once where there is nothing to lose, else asks.
pub(super) fn take(state: &mut AppState, bytes: &[u8]) {
    let Some(book) = state.learning.book() else { return };
    match record::read(&book.course, bytes) {
        Ok(record) => {
            state.learning.offered = Some(Rc::new(record));
            if state.learning.progress.is_empty() && state.learning.aside.is_none() {
                replace(state, true);
            }
        }
        Err(problem) => state.notices.add(Notice::ProgressUnreadable(problem)),
    }
}

pub(super) fn replace(state: &mut AppState, is_sure: bool) {
    let Some(record) = state.learning.offered.take().filter(|_| is_sure) else { return };
    close(state);
    let Record { progress, edition, aside, .. } = Rc::unwrap_or_clone(record);
    let (answers, book) = (answers(&progress), state.learning.book());
    let unknown = book.map_or(0, |book| progress.unknown(&book.course)) as u64;
    let own = &state.learning.progress;
    let erased = own.erased.saturating_add(u32::from(!own.is_empty()));
    state.learning.progress = Rc::new(Progress { erased, ..progress });
    state.learning.edition = edition;
    state.learning.aside = aside.map(Rc::new);
    state.learning.hold();
    hold_against_edition(state);
    state.notices.add(Notice::ProgressTaken { answers, unknown });
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

/// How many answers there are in progress; that of a short text knows them by item alone.
pub fn answers(progress: &Progress) -> u64 {
    let tries = progress.items.values().map(|item| u64::from(item.tries)).sum();
    (progress.attempts.len() as u64).max(tries)
}

/// The page around sets the pass mark, and from then on nobody else.
pub(super) fn hold_to(state: &mut AppState, percent: u8) {
    state.learning.held_to = Some(PassMark::percent(percent));
    state.learning.hold();
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

pub(super) fn set_mark(state: &mut AppState, percent: u8) {
    if state.learning.held_to.is_some() {
        return;
    }
    let mut progress = Progress::clone(&state.learning.progress);
    progress.set_mark(PassMark::percent(percent));
    state.learning.progress = Rc::new(progress);
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

/// Progress of another edition is taken as far as it goes, the rest is kept, and both are said.
pub(super) fn hold_against_edition(state: &mut AppState) {
    let Some(book) = state.learning.book() else { return };
    let (edition, course) = (state.learning.edition, &book.course);
    let is_other = edition != 0 && edition != course.edition && !state.learning.progress.is_empty();
    let unknown = state.learning.progress.unknown(course);
    let now = course.edition;
    if is_other {
        state.learning.older = Some(Older { edition, unknown });
    } else {
        state.learning.edition = now;
    }
}

pub(super) fn older_seen(state: &mut AppState) {
    state.learning.older = None;
    state.learning.edition = state.learning.book().map_or(0, |book| book.course.edition);
    state.save();
}

pub(super) fn name(state: &mut AppState, name: &str) {
    state.learning.name =
        name.chars().filter(|sign| !sign.is_control()).take(LONGEST_NAME).collect::<String>().into();
    state.save();
}

pub(super) fn save_certificate(state: &mut AppState, on: NaiveDate) {
    let lang = state.view.lang;
    let Some(book) = state.learning.book() else { return };
    let learning = &state.learning;
    let Some(certificate) =
        Certificate::of(&book.course, &book.words, &learning.progress, &learning.name, on)
    else {
        return;
    };
    let text = certificate::page(lang, &certificate).into();
    let name = format!("{}-certificate.html", book.course.id);
    state.outbox.push(Effect::Download { name, media_type: "text/html", text });
}
