//! What the course does to the state.

mod answered;
mod answering;
mod away;
mod keeping;
mod moving;
mod resuming;
mod showing;
#[cfg(test)]
mod telling_tests;
#[cfg(test)]
mod tests;
pub mod wording;

use std::rc::Rc;

use super::action::Action;
use super::effect::Effect;
use super::instructor::guests;
use super::learning::{Book, CourseAction, Cover, Learning, Shelf};
use super::notice::Notice;
use super::state::AppState;
use super::stepping::StepAction;
pub use answered::Answered;
pub use answering::built;
pub use keeping::answers;
pub(super) use resuming::{KeptLesson, kept};
pub(super) use showing::{apply as apply_look, enter, is_at, set_scene};

use crate::lesson::lint;

/// Does what the learner asks for.
pub(super) fn act(state: &mut AppState, action: CourseAction) {
    // What the list of pieces asks for is about the course: a lesson that is no part of it is put by.
    if is_of_list(&action) && state.learning.guest.is_some() {
        moving::close(state);
        guests::closed(state);
    }
    match action {
        CourseAction::Fetch => fetch(state),
        CourseAction::Came { course, words, lang } => {
            let book = lint::read(&course).and_then(|course| {
                let words = lint::read_words(&words)?;
                Ok(Rc::new(Book { course, words, lang }))
            });
            match book {
                // What is here in another language is worth more than what came damaged in this one.
                Err(_) if state.learning.own_book().is_some() => {}
                // It comes late: the page speaks another language again, and so does what is here.
                Ok(book) if book.lang != state.view.lang && speaks_as_page(state) => {}
                book => state.learning.shelf = book.map_or_else(Shelf::Damaged, Shelf::Full),
            }
            came(state);
        }
        CourseAction::Failed => {
            if state.learning.own_book().is_none() {
                state.learning.shelf = Shelf::Missing;
            }
        }
        CourseAction::Begin(lesson) => moving::begin(state, &lesson),
        CourseAction::Close => moving::close(state),
        CourseAction::On => moving::go_on(state),
        CourseAction::Back => {
            moving::move_study(state, |study, lesson, progress| study.go_back(lesson, progress));
        }
        CourseAction::Answer(given) => answering::answer(state, given),
        CourseAction::Again => answering::again(state),
        CourseAction::Hint => answering::hint(state),
        CourseAction::Solve => answering::solve(state),
        CourseAction::StartOver => showing::set_scene(state, &[]),
        CourseAction::ShowWhy => showing::show_why(state),
        CourseAction::Leave => away::leave(state),
        CourseAction::Return => away::come_back(state),
        CourseAction::Erase => keeping::erase(state),
        CourseAction::Save => keeping::save(state),
        CourseAction::Take(bytes) => keeping::take(state, &bytes),
        CourseAction::CannotTake(problem) => state.notices.add(Notice::ProgressUnreadable(problem)),
        CourseAction::Replace(is_sure) => keeping::replace(state, is_sure),
        CourseAction::SetMark(percent) => keeping::set_mark(state, percent),
        CourseAction::HoldTo(percent) => keeping::hold_to(state, percent),
        CourseAction::OlderSeen => keeping::older_seen(state),
        CourseAction::Certify(is_on) => state.learning.is_certifying = is_on,
        CourseAction::Name(name) => keeping::name(state, &name),
        CourseAction::SaveCertificate(on) => keeping::save_certificate(state, on),
        CourseAction::PrintCertificate => state.outbox.push(Effect::Print),
        CourseAction::TakeCompact(text) => resuming::take_compact(state, text),
        CourseAction::TakeOwn(scenario) => resuming::take_own(state, scenario),
    }
}

/// Whether an action concerns the course as a whole.
fn is_of_list(action: &CourseAction) -> bool {
    use CourseAction as A;
    matches!(
        action,
        A::Erase | A::Save | A::Take(_) | A::Replace(_) | A::SetMark(_) | A::OlderSeen | A::Certify(_)
    )
}

/// After every action: a locked prediction is told once its run has been seen.
pub(super) fn follow(state: &mut AppState) {
    let is_known = state.learning.step().is_some();
    if is_known && state.learning.is_locked() && state.has_figures() && state.player.shown >= state.end() {
        answering::reveal(state);
    }
}

/// Whether an action would let the run be seen before it is predicted.
pub(super) fn runs_ahead(learning: &Learning, action: &Action) -> bool {
    let is_step = |action: &StepAction| matches!(action, StepAction::Step(_));
    learning.cover() == Some(Cover::Asked)
        && match action {
            Action::Play { .. } | Action::Reached { .. } | Action::Seek { .. } | Action::StepWeek { .. } => {
                true
            }
            Action::Stepping(action) => is_step(action),
            _ => false,
        }
}

/// Whether an action changed what is being predicted. What the course itself does may.
pub(super) fn meddles(before: &AppState, after: &AppState) -> bool {
    before.learning.cover().is_some() && !Rc::ptr_eq(before.scenario(), after.scenario())
}

fn fetch(state: &mut AppState) {
    let lang = state.view.lang;
    if speaks_as_page(state) || matches!(state.learning.shelf, Shelf::Asked(asked) if asked == lang) {
        return;
    }
    // What is here in another language stays until the words of this one have come.
    if state.learning.own_book().is_none() {
        state.learning.shelf = Shelf::Asked(lang);
    }
    state.outbox.push(Effect::WantCourse(lang));
}

/// Whether the course is here in the language of the page.
fn speaks_as_page(state: &AppState) -> bool {
    state.learning.own_book().is_some_and(|own| own.lang == state.view.lang)
}

/// The course is here: what waited for it is done.
fn came(state: &mut AppState) {
    // A course that cannot be read is not asked for again and again.
    if state.learning.own_book().is_none() {
        state.learning.wanted = None;
        return;
    }
    if state.learning.guest.is_some() {
        return;
    }
    keeping::hold_against_edition(state);
    if let Some(text) = state.learning.waiting.take() {
        resuming::take_compact(state, text);
    }
    if let Some(step) = state.learning.resuming.take() {
        resuming::resume(state, &step);
    }
    if let Some(lesson) = state.learning.wanted.take() {
        let is_open = state.learning.study.as_ref().is_some_and(|study| study.lesson == lesson);
        if !is_open {
            moving::begin(state, &lesson);
        }
    }
}
