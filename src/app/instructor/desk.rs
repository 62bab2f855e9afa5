//! What surrounds the bench: the list of one's lessons, what goes out of it, and the report page.

use std::iter;
use std::rc::Rc;

use super::super::effect::Effect;
use super::super::files::file_stem;
use super::super::learning::CourseAction;
use super::super::options::Mode;
use super::super::state::AppState;
use super::super::studying;
use super::drafts::DraftWish;
use super::packing::Packing;
use super::{Bench, Page, bench, guests};
use crate::lesson::authoring::{self, finished, key, title};
use crate::lesson::lint;
use crate::lesson::report::{self, Learner};
use crate::log::export::cells::Cells;
use crate::text::instructor::Say;

/// The most files with progress at once.
const MOST_LEARNERS: usize = 200;

pub(super) fn lessons(state: &mut AppState) {
    show(state, Page::Lessons);
    state.instructor.drafts.deleted = None;
    state.outbox.push(Effect::Drafts(DraftWish::Read));
}

/// Shows a page of Learn mode; a lesson that is open is closed.
fn show(state: &mut AppState, page: Page) {
    if state.learning.study.is_some() {
        studying::act(state, CourseAction::Close);
    }
    super::super::reduce::show_sheet(state, None);
    (state.view.mode, state.instructor.page, state.learning.is_touring) = (Mode::Lesson, page, false);
    state.instructor.project = None;
}

pub(super) fn begin(state: &mut AppState, now_millis: f64) {
    let id = format!("own-{:x}", now_millis.max(0.0) as u64);
    put(state, Rc::new(authoring::new(&id, state.view.lang)));
}

fn put(state: &mut AppState, draft: Rc<crate::lesson::course::Course>) {
    show(state, Page::Lessons);
    bench::ask_for_words(state, draft.words.keys());
    state.instructor.bench = Some(Rc::new(Bench::of(draft, state.view.lang)));
    state.instructor.packing = Packing::default();
}

pub(super) fn open(state: &mut AppState, id: &str) {
    let found = state.instructor.drafts.kept.iter().find(|kept| kept.id == id).cloned();
    let Some(kept) = found else { return };
    let read = lint::read(kept.text.as_bytes());
    match read {
        Ok(course) => edit(state, course),
        Err(finding) => {
            state.notices.add(super::super::notice::Notice::CannotOpenLesson { name: kept.title, finding });
        }
    }
}

fn edit(state: &mut AppState, course: crate::lesson::course::Course) {
    if let Some(draft) = authoring::adopt(course, state.view.lang) {
        put(state, Rc::new(draft));
    }
}

pub(super) fn delete(state: &mut AppState, id: String) {
    let drafts = &mut state.instructor.drafts;
    drafts.deleted = drafts.kept.iter().find(|kept| kept.id == id).cloned();
    state.outbox.push(Effect::Drafts(DraftWish::Delete(id)));
}

pub(super) fn restore(state: &mut AppState) {
    if let Some(kept) = state.instructor.drafts.deleted.take() {
        state.outbox.push(Effect::Drafts(DraftWish::Keep(kept)));
    }
}

pub(super) fn close(state: &mut AppState) {
    if state.instructor.bench.take().is_some() {
        lessons(state);
    }
}

pub(super) fn offered(state: &mut AppState, is_taken: Option<bool>) {
    super::super::reduce::show_sheet(state, None);
    let Some(course) = state.instructor.offered.take() else { return };
    match is_taken {
        Some(true) => guests::take(state, &course),
        Some(false) => {
            edit(state, course.as_ref().clone());
            if let Some(bench) = &state.instructor.bench {
                state.outbox.push(Effect::Drafts(DraftWish::Keep(bench.kept())));
            }
        }
        None => {}
    }
}

pub(super) fn save(state: &mut AppState) {
    let Some(bench) = &state.instructor.bench else { return };
    let course = finished(&bench.draft);
    let text = serde_json::to_string_pretty(&course).unwrap_or_default();
    let name = format!("{}.lesson.json", file_stem(&title(&course, &bench.code), "lesson"));
    state.outbox.push(Effect::Download { name, media_type: "application/json", text: text.into() });
}

pub(super) fn save_key(state: &mut AppState) {
    let Some(bench) = &state.instructor.bench else { return };
    let course = finished(&bench.draft);
    let lang = crate::text::Lang::from_code(&bench.code).unwrap_or(state.view.lang);
    let text = key::html(&course, &bench.code, lang);
    let name = format!("{}-key.html", file_stem(&title(&course, &bench.code), "lesson"));
    state.outbox.push(Effect::Download { name, media_type: "text/html", text: text.into() });
}

pub(super) fn report(state: &mut AppState) {
    show(state, Page::Report);
    studying::act(state, CourseAction::Fetch);
}

pub(super) fn pieces(state: &mut AppState) {
    show(state, Page::Pieces);
    studying::act(state, CourseAction::Fetch);
}

pub(super) fn progress_came(state: &mut AppState, name: &str, bytes: &[u8]) {
    if state.instructor.page != Page::Report || state.view.mode != Mode::Lesson {
        report(state);
    }
    match report::read(name, bytes) {
        Some(learner) => {
            seat(Rc::make_mut(&mut state.instructor.learners), learner);
            Rc::make_mut(&mut state.instructor.refused).retain(|other| other != name);
        }
        None => {
            let refused = Rc::make_mut(&mut state.instructor.refused);
            refused.retain(|other| other != name);
            refused.push(name.to_owned());
        }
    }
}

/// Adds a learner. Files of several learners may have the same name: they are told apart by number. The same file again
/// is the same learner.
fn seat(learners: &mut Vec<Learner>, learner: Learner) {
    learners.retain(|other| !is_same(other, &learner));
    if learners.len() >= MOST_LEARNERS {
        return;
    }
    let is_free = |name: &str| learners.iter().all(|other| other.name != name);
    let numbered = (2_u32..).map(|number| format!("{} ({number})", learner.name));
    let name = iter::once(learner.name.clone()).chain(numbered).find(|name| is_free(name));
    learners.push(Learner { name: name.unwrap_or_default(), ..learner });
}

/// Whether a learner who is there came from this file.
fn is_same(other: &Learner, learner: &Learner) -> bool {
    let number = other.name.strip_prefix(&learner.name);
    let is_named_so = number.is_some_and(|number| number.is_empty() || number.starts_with(" ("));
    is_named_so && other.course == learner.course && other.progress == learner.progress
}

/// One row for each learner and item.
pub(super) fn csv(state: &mut AppState) {
    let lang = state.view.lang;
    let learners = &state.instructor.learners;
    let course = state.learning.book().map(|book| &book.course);
    let heads =
        [Say::Learner, Say::Lesson, Say::Item, Say::Tries, Say::FirstRight, Say::InTheEnd, Say::HintsTaken];
    let mut cells = Cells::default();
    for head in heads {
        cells.text(head.within(lang));
    }
    cells.end();
    for learner in learners.iter() {
        for key in report::items(course, std::slice::from_ref(learner)) {
            let (lesson, step) = report::parts(&key);
            let item = learner.progress.items.get(&key).copied().unwrap_or_default();
            cells.text(&learner.name).text(lesson).text(step);
            cells.number(item.tries.into()).number(item.is_first_right.into());
            cells.number(item.is_right.into()).number(item.hints.into()).end();
        }
    }
    let text = String::from_utf8_lossy(&cells.take()).into_owned();
    let name = "delivery-lab-class.csv".to_owned();
    state.outbox.push(Effect::Download { name, media_type: "text/csv", text: text.into() });
}
