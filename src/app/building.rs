//! Building: what an edit leads to besides the scenario it makes, and copying, pasting and taking out what is
//! chosen.

use std::rc::Rc;

use super::effect::Effect;
use super::notice::Notice;
use super::selection::Selection;
use super::state::AppState;
use crate::scenario::Scenario;
use crate::scenario::change::Change;
use crate::scenario::clipping::Clipping;
use crate::scenario::edit::{self, Edit};
use crate::scene::tidy;

/// How far from the original a copy is put, in world units.
const ASIDE: i32 = 40;

/// Makes the change, shows its run, and chooses what it brought.
pub(super) fn edit(state: &mut AppState, edit: Edit) {
    if state.view.readonly {
        return;
    }
    let step = Step::of(&edit);
    match edit::apply(state.scenario(), edit) {
        Ok(next) if next == **state.scenario() => {}
        Ok(next) => {
            let before = state.scenario().clone();
            let next = Rc::new(next);
            state.change(|history| {
                match step {
                    Step::Move(what) => history.commit_move(next, what),
                    Step::Other => history.commit(next),
                }
                true
            });
            choose_added(state, &before);
        }
        Err(refusal) => state.notices.add(Notice::Refused(refusal)),
    }
}

/// Whether an edit goes on with the one before: a row of small moves of the same things is one step.
enum Step {
    Move(String),
    Other,
}

impl Step {
    fn of(edit: &Edit) -> Self {
        match edit {
            Edit::Move { activities, notes, .. } => Self::Move(format!("{activities:?} {notes:?}")),
            _ => Self::Other,
        }
    }
}

/// Whatever an edit brings into the drawing is chosen.
fn choose_added(state: &mut AppState, before: &Scenario) {
    let after = state.scenario().clone();
    let added = Change::between(before, &after).added;
    let (old, new) = (before.workflow.notes.len(), after.workflow.notes.len());
    if !added.is_empty() || new > old {
        state.view.selection =
            Selection::of(added.iter().map(|name| name.as_str().into()), old.min(new)..new);
    }
}

/// Puts the activities in order.
pub(super) fn tidy(state: &mut AppState) {
    let places = tidy::tidy(&state.scenario().workflow);
    edit(state, Edit::Arrange(places));
}

/// Puts what is chosen on the clipboard, as text, and keeps it here as well.
pub(super) fn copy(state: &mut AppState) {
    let clipping = state.view.selection.clipping(state.scenario());
    let Some(text) = clipping.map(|clipping| Rc::<str>::from(clipping.write())) else { return };
    state.clipboard = Some(text.clone());
    state.outbox.push(Effect::Copy(text));
}

/// Puts in what a text holds, or what was copied here last; its left upper corner at `at`, else beside what
/// it was copied from.
pub(super) fn paste(state: &mut AppState, text: Option<Rc<str>>, at: Option<(i32, i32)>) {
    let Some(text) = text.or_else(|| state.clipboard.clone()) else { return };
    match Clipping::read(&text) {
        Ok(clipping) => put(state, clipping, at),
        Err(problem) => state.notices.add(Notice::CannotPaste(problem)),
    }
}

/// Doubles what is chosen.
pub(super) fn duplicate(state: &mut AppState) {
    if let Some(clipping) = state.view.selection.clipping(state.scenario()) {
        put(state, clipping, None);
    }
}

fn put(state: &mut AppState, clipping: Clipping, at: Option<(i32, i32)>) {
    let (x, y) = clipping.corner();
    let (by_x, by_y) = match at {
        Some((left, top)) => (left.saturating_sub(x), top.saturating_sub(y)),
        None => free_offset(state.scenario(), &clipping),
    };
    edit(state, Edit::Paste { clipping, by_x, by_y });
}

/// The least offset at which no copy hides an activity that stands at the same place.
fn free_offset(scenario: &Scenario, clipping: &Clipping) -> (i32, i32) {
    let is_taken = |by: i32| {
        clipping.activities.iter().any(|copy| {
            let place = (copy.x.saturating_add(by), copy.y.saturating_add(by));
            scenario.workflow.activities.iter().any(|one| (one.x, one.y) == place)
        })
    };
    let by = (1..200).map(|step| step * ASIDE).find(|by| !is_taken(*by)).unwrap_or(ASIDE);
    (by, by)
}

/// Takes out what is chosen.
pub(super) fn remove(state: &mut AppState) {
    let selection = state.view.selection.clone();
    let mut edits = Vec::new();
    if !selection.activities().is_empty() {
        let activities = selection.activities().iter().map(|name| name.to_string()).collect();
        edits.push(Edit::Remove { activities });
    }
    edits.extend(selection.only_transition().map(|transition| Edit::Disconnect { transition }));
    let mut notes = selection.notes().to_vec();
    notes.sort_unstable();
    // From the last on, so that the places of the others stay what they are.
    edits.extend(notes.into_iter().rev().map(|number| Edit::RemoveNote { number }));
    if !edits.is_empty() {
        edit(state, Edit::All(edits));
    }
}
