//! Pitfalls of the drawing itself: what nothing leads to, branches without an End, outputs that need a Fork.

use std::collections::BTreeSet;

use super::{note, warning};
use crate::scenario::Workflow;
use crate::scenario::activity::advanced::Execution;
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::finding::{Finding, PitfallProblem};

pub(super) fn check(workflow: &Workflow) -> Vec<Finding> {
    let reached = reached(workflow);
    let unreached = workflow.activities.iter().filter(|one| !reached.contains(one.name.as_str()));
    unreached.map(|one| warning(one, PitfallProblem::Unreachable)).collect()
}

pub(super) fn notes(workflow: &Workflow) -> Vec<Finding> {
    let mut notes = Vec::new();
    for activity in &workflow.activities {
        if ends_without_end(workflow, activity) {
            notes.push(note(activity, PitfallProblem::NoEnd));
        }
        if needs_fork(workflow, activity) {
            notes.push(note(activity, PitfallProblem::NeedsFork));
        }
    }
    notes
}

/// Everything that some start leads to; jumps lead on too, and what is not enabled leads nowhere.
fn reached(workflow: &Workflow) -> BTreeSet<&str> {
    let is_led_to = |one: &Activity| match &one.settings {
        Settings::JumpEnd(_) => true,
        _ => workflow.has_inbound(&one.name),
    };
    let mut open: Vec<&Activity> = workflow.activities.iter().filter(|one| !is_led_to(one)).collect();
    let mut reached: BTreeSet<&str> = open.iter().map(|one| one.name.as_str()).collect();
    while let Some(activity) = open.pop() {
        if activity.advanced.execution != Execution::Normal {
            continue;
        }
        for next in following(workflow, activity) {
            if reached.insert(&next.name) {
                open.push(next);
            }
        }
    }
    reached
}

fn following<'w>(workflow: &'w Workflow, activity: &'w Activity) -> impl Iterator<Item = &'w Activity> {
    let by_arrow = workflow.transitions.iter().filter(|one| one.from == activity.name);
    let by_arrow = by_arrow.filter_map(|one| workflow.activity(&one.to));
    // Jumps are transitions by now, but for those to one of two ends with the same number, which is an error.
    let by_jump = workflow.activities.iter().filter(move |one| match (&activity.settings, &one.settings) {
        (Settings::JumpStart(from), Settings::JumpEnd(to)) => {
            from.number == to.number && !workflow.has_inbound(&one.name)
        }
        _ => false,
    });
    by_arrow.chain(by_jump)
}

/// The last activity of a branch, where that is no End and may be the last.
fn ends_without_end(workflow: &Workflow, activity: &Activity) -> bool {
    let is_last = !workflow.transitions.iter().any(|one| one.from == activity.name);
    let outputs = activity.settings.outputs();
    let may_be_last = outputs.iter().all(|output| !output.is_required);
    let is_end = matches!(activity.settings, Settings::End(_) | Settings::JumpStart(_));
    is_last && may_be_last && !is_end
}

/// Several transitions from one output, which only a Fork may have.
fn needs_fork(workflow: &Workflow, activity: &Activity) -> bool {
    if matches!(activity.settings, Settings::Fork(_)) {
        return false;
    }
    let mut seen: BTreeSet<Port> = BTreeSet::new();
    let mut leaving = workflow.transitions.iter().filter(|one| one.from == activity.name);
    leaving
        .any(|one| activity.settings.port_named(one.output.as_deref()).is_some_and(|port| !seen.insert(port)))
}
