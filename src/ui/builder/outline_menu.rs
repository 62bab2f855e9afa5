//! What can be done with a row of the outline: the same as in the drawing.

use super::menu::MenuItem;
use crate::app::action::Action;
use crate::app::adding::{Adding, Leading};
use crate::app::looking::Look;
use crate::app::selection::Selection;
use crate::app::state::Sheet;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scene::canvas::GRID;
use crate::scene::outline::{Row, RowKind};
use crate::text::Lang;
use crate::text::builder::outline as words;

/// One step up, down, left and right.
pub(super) const STEP: [(i32, i32); 4] = [(0, -GRID), (0, GRID), (-GRID, 0), (GRID, 0)];

/// The entries of a row's menu; none for rows of which nothing can be done.
pub(super) fn items(lang: Lang, scenario: &Scenario, row: &Row, readonly: bool) -> Vec<MenuItem> {
    let fixed = words::of(lang);
    let Some(name) = row.activity.clone() else { return Vec::new() };
    let item = |name: &str, actions: Vec<Action>| MenuItem { name: name.to_owned().into(), actions };
    let select = || Action::Select(Selection::activity(name.clone()));
    let look = item(fixed.open, vec![Action::Look(Look::At(name.clone()))]);
    if readonly || row.kind == RowKind::Reference {
        return vec![look];
    }
    let disconnect = |at: usize| Action::Edit(Edit::Disconnect { transition: at });
    let lead_elsewhere =
        |at: usize| Action::ConnectFrom(Leading { from: name.clone(), output: None, again: Some(at) });
    match &row.kind {
        RowKind::Output { output, transition, .. } => {
            let leading =
                Leading { from: name.clone(), output: Some(output.name.as_str().into()), again: None };
            let mut items = vec![
                item(fixed.add_after, vec![Action::Add(after(row))]),
                item(fixed.connect, vec![Action::ConnectFrom(leading)]),
            ];
            items.extend(transition.map(|at| item(fixed.lead_elsewhere, vec![lead_elsewhere(at)])));
            items.extend(transition.map(|at| item(fixed.disconnect, vec![disconnect(at)])));
            items
        }
        _ => {
            let outputs =
                scenario.workflow.activity(&name).map(|one| one.settings.outputs()).unwrap_or_default();
            let mut items = vec![look];
            if !outputs.is_empty() {
                let leading = Leading { from: name.clone(), output: None, again: None };
                items.push(item(fixed.add_after, vec![Action::Add(after(row))]));
                items.push(item(fixed.connect, vec![Action::ConnectFrom(leading)]));
            }
            let leaving =
                scenario.workflow.transitions.iter().enumerate().filter(|(_, one)| *one.from == *name);
            items.extend(leaving.flat_map(|(at, one)| {
                [
                    item(&words::lead_elsewhere_than(lang, scenario, &one.to), vec![lead_elsewhere(at)]),
                    item(&words::disconnect_from(lang, scenario, &one.to), vec![disconnect(at)]),
                ]
            }));
            items.push(item(fixed.rename, vec![select(), Action::Show(Some(Sheet::Rename))]));
            items.push(item(fixed.duplicate, vec![select(), Action::Duplicate]));
            let moves = fixed.moves.iter().zip(STEP);
            items.extend(moves.map(|(word, (x, y))| item(word, vec![Action::Edit(moved(&name, x, y))])));
            items.push(item(
                fixed.remove,
                vec![Action::Edit(Edit::Remove { activities: vec![name.to_string()] })],
            ));
            items
        }
    }
}

/// Where an activity added from a row stands.
pub(super) fn after(row: &Row) -> Adding {
    let output = match &row.kind {
        RowKind::Output { output, .. } => Some(output.name.as_str().into()).filter(|_| output.name != "main"),
        _ => None,
    };
    Adding { at: None, after: row.activity.clone().map(|name| (name, output)) }
}

/// The edit that moves an activity by a step.
pub(super) fn moved(name: &str, by_x: i32, by_y: i32) -> Edit {
    Edit::Move { activities: vec![name.to_owned()], notes: Vec::new(), by_x, by_y }
}
