//! What the page around says: options by name, and states to be shown.

use std::collections::BTreeMap;

use delivery_lab::app::action::Action;
use delivery_lab::app::learning::CourseAction;
use delivery_lab::app::options::Options;
use delivery_lab::app::reduce::reduce;
use delivery_lab::app::snapshot::{Snapshot, SnapshotProblem};
use delivery_lab::app::state::AppState;
use delivery_lab::text::{self, Lang};
use serde_json::Value;

use super::{COURSE, WORDS};
use crate::told::is_told;

/// How many options of a message are set; there are no more.
const MOST_OPTIONS: usize = Options::NAMES.len();

/// Takes a message as a state and as options; options also as an address has them.
pub fn message(bytes: &[u8]) {
    let Ok(json) = std::str::from_utf8(bytes) else { return };
    match Snapshot::read(json).and_then(|snapshot| snapshot.actions()) {
        Ok(actions) => show(actions),
        Err(problem) => refused(&problem),
    }
    let named: BTreeMap<String, Value> = serde_json::from_str(json).unwrap_or_default();
    set(named.iter().map(|(name, value)| (name.as_str(), written(value))));
    set(json.split('&').filter_map(|one| one.split_once('=')).map(|(name, value)| (name, value.to_owned())));
}

thread_local! {
    /// A lab as it is at first.
    static FRESH: AppState = AppState::new(&Options::default(), None);
    /// A lab that has a course.
    static WITH_COURSE: AppState = {
        let came = CourseAction::Came { course: COURSE.into(), words: WORDS.into(), lang: Lang::En };
        reduce(&FRESH.with(AppState::clone), Action::Course(came))
    };
}

/// Shows a state in a lab that has a course; what it shows then is a state, too.
fn show(actions: Vec<Action>) {
    let fresh = WITH_COURSE.with(AppState::clone);
    let shown = actions.into_iter().fold(fresh.clone(), |state, action| reduce(&state, action));
    let first = Snapshot::of(&shown, 0.0);
    let text = serde_json::to_string(&first).unwrap_or_default();
    let read = Snapshot::read(&text);
    assert_eq!(read.as_ref(), Ok(&first), "a state does not come back");
    let again = read.and_then(|snapshot| snapshot.actions());
    assert!(again.is_ok(), "a state that was given is not taken: {again:?}");
    let _ = again.unwrap_or_default().iter().fold(fresh, |state, action| reduce(&state, action.clone()));
}

/// Sets options at the beginning and later; what is no value changes nothing and is told.
fn set<'t>(options: impl Iterator<Item = (&'t str, String)>) {
    let mut first = Options::default();
    let mut later = FRESH.with(AppState::clone);
    for (name, value) in options.take(MOST_OPTIONS) {
        let before = first.clone();
        if !first.set(name, &value) {
            assert_eq!(first, before, "a wrong value of {name} changes something");
            is_told(|lang| text::host::not_an_option(lang, name, &value));
        }
        later = reduce(&later, Action::SetOption { name: name.to_owned(), value });
    }
    if first != Options::default() {
        AppState::new(&first, None);
    }
}

/// A value as an attribute has it.
fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn refused(problem: &SnapshotProblem) {
    is_told(|lang| match problem {
        SnapshotProblem::Unreadable => text::host::wrong_state(lang, ""),
        SnapshotProblem::Version(version) => text::host::later_state(lang, *version),
        SnapshotProblem::Field(field) => text::host::wrong_state(lang, field),
        SnapshotProblem::Scenario(problem) => text::finding::told_of_file(lang, problem),
    });
}
