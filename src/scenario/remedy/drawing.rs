//! Remedies that draw something, or take transitions out.

use std::collections::BTreeSet;

use super::{Cure, Remedy};
use crate::scenario::activity::{ActivityKind, Transition};
use crate::scenario::edit::Edit;
use crate::scenario::fresh::{Sort, free_name};
use crate::scenario::{Scenario, Workflow};

/// From one column of a drawing to the next, in world units.
const COLUMN: i32 = 300;
/// From one row to the next.
const ROW: i32 = 120;
/// Nearer than this, two activities hide each other.
const NEAR: (u32, u32) = (240, 84);

/// A Query before an activity into which nothing leads.
pub(super) fn query_before(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let workflow = &scenario.workflow;
    let activity = workflow.activity(name)?;
    let (query, add) = new(workflow, ActivityKind::Query, (activity.x.saturating_sub(COLUMN), activity.y));
    let connect = Edit::Connect(Transition::new(&query, name));
    Some(Remedy { cure: Cure::InsertQuery, edit: Edit::All(vec![add, connect]) })
}

/// A Query in the one transition that leads to an activity.
pub(super) fn query_between(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let workflow = &scenario.workflow;
    let activity = workflow.activity(name)?;
    let mut entering = workflow.transitions.iter().enumerate().filter(|(_, one)| one.to == name);
    let (at, entry) = entering.next()?;
    if entering.next().is_some() {
        return None;
    }
    let (query, add) = new_at(workflow, ActivityKind::Query, (activity.x, activity.y));
    let edits = vec![
        make_room(workflow, name),
        add,
        Edit::Reconnect { transition: at, to: Transition { to: query.clone(), ..entry.clone() } },
        Edit::Connect(Transition::new(&query, name)),
    ];
    Some(Remedy { cure: Cure::InsertQuery, edit: Edit::All(edits) })
}

/// A Union into which everything leads that now leads to an activity.
pub(super) fn union_before(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let workflow = &scenario.workflow;
    let activity = workflow.activity(name)?;
    let (union, add) = new_at(workflow, ActivityKind::Union, (activity.x, activity.y));
    let mut edits = vec![make_room(workflow, name), add];
    let entering = workflow.transitions.iter().enumerate().filter(|(_, one)| one.to == name);
    edits.extend(entering.map(|(at, one)| Edit::Reconnect {
        transition: at,
        to: Transition { to: union.clone(), ..one.clone() },
    }));
    edits.push(Edit::Connect(Transition::new(&union, name)));
    Some(Remedy { cure: Cure::InsertUnion, edit: Edit::All(edits) })
}

/// A Fork from which everything leaves that now leaves one output of an activity together.
pub(super) fn fork_behind(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let workflow = &scenario.workflow;
    let activity = workflow.activity(name)?;
    let port = |one: &Transition| activity.settings.port_named(one.output.as_deref());
    let leaving: Vec<(usize, &Transition)> =
        workflow.transitions.iter().enumerate().filter(|(_, one)| one.from == name).collect();
    let is_shared =
        |one: &Transition| leaving.iter().filter(|(_, other)| port(other) == port(one)).count() > 1;
    let first = leaving.iter().map(|(_, one)| *one).find(|one| is_shared(one))?;
    let behind = (activity.x.saturating_add(COLUMN), activity.y);
    let (fork, add) = new(workflow, ActivityKind::Fork, behind);
    let mut edits = vec![add];
    let own = leaving.iter().filter(|(_, one)| port(one) == port(first));
    edits.extend(own.map(|(at, one)| Edit::Reconnect {
        transition: *at,
        to: Transition { from: fork.clone(), output: None, ..(*one).clone() },
    }));
    edits.push(Edit::Connect(Transition { to: fork, ..first.clone() }));
    Some(Remedy { cure: Cure::InsertFork, edit: Edit::All(edits) })
}

/// A Scheduler at the beginning of the branch that leads to an activity.
pub(super) fn scheduler_before(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let workflow = &scenario.workflow;
    let (mut first, mut seen) = (name, BTreeSet::new());
    while let Some(entry) = workflow.transitions.iter().find(|one| one.to == first) {
        if !seen.insert(first) {
            return None;
        }
        first = &entry.from;
    }
    let activity = workflow.activity(first)?;
    let before = (activity.x.saturating_sub(COLUMN), activity.y);
    let (scheduler, add) = new(workflow, ActivityKind::Scheduler, before);
    let connect = Edit::Connect(Transition::new(&scheduler, first));
    Some(Remedy { cure: Cure::AddScheduler, edit: Edit::All(vec![add, connect]) })
}

/// An End behind an activity.
pub(super) fn end_behind(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let workflow = &scenario.workflow;
    let activity = workflow.activity(name)?;
    let behind = (activity.x.saturating_add(COLUMN), activity.y);
    let (end, add) = new(workflow, ActivityKind::End, behind);
    let connect = Edit::Connect(Transition::new(name, &end));
    Some(Remedy { cure: Cure::AddEnd, edit: Edit::All(vec![add, connect]) })
}

/// Without these transitions.
pub(super) fn without(scenario: &Scenario, goes: impl Fn(&Transition) -> bool) -> Option<Remedy> {
    let all = scenario.workflow.transitions.iter().enumerate();
    // From the last on, so that the places of the others stay what they are.
    let places: Vec<usize> = all.rev().filter(|(_, one)| goes(one)).map(|(at, _)| at).collect();
    let transitions = places.len();
    let edits = places.into_iter().map(|transition| Edit::Disconnect { transition }).collect();
    (transitions > 0).then_some(Remedy { cure: Cure::Disconnect { transitions }, edit: Edit::All(edits) })
}

/// The name of a new activity and the edit that draws it at or below a place. Without a label of its own it is
/// called by its kind, in whatever language.
fn new(workflow: &Workflow, kind: ActivityKind, (x, y): (i32, i32)) -> (String, Edit) {
    let is_free = |at: &(i32, i32)| {
        workflow.activities.iter().all(|one| one.x.abs_diff(at.0) >= NEAR.0 || one.y.abs_diff(at.1) >= NEAR.1)
    };
    let mut rows = (0..200).map(|row| (x, y.saturating_add(row * ROW)));
    let at = rows.find(is_free).unwrap_or((x, y));
    new_at(workflow, kind, at)
}

fn new_at(workflow: &Workflow, kind: ActivityKind, (x, y): (i32, i32)) -> (String, Edit) {
    let sort = Sort::Kind(kind);
    let name = free_name(sort.stem(), |name| workflow.activity(name).is_some());
    (name, Edit::Add { sort, label: String::new(), x, y, after: None })
}

/// Moves an activity and everything it leads to by a column, so that something stands where it stood.
fn make_room(workflow: &Workflow, name: &str) -> Edit {
    let (mut reached, mut open) = (BTreeSet::new(), vec![name]);
    while let Some(at) = open.pop() {
        if workflow.activity(at).is_some() && reached.insert(at.to_owned()) {
            open.extend(workflow.transitions.iter().filter(|one| one.from == at).map(|one| one.to.as_str()));
        }
    }
    Edit::Move { activities: reached.into_iter().collect(), notes: Vec::new(), by_x: COLUMN, by_y: 0 }
}
