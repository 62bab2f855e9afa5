//! Changes to the drawing: activities, transitions and notes come, go and move.

use std::collections::BTreeMap;

use super::{Refusal, find};
use crate::scenario::MAX_WORKFLOW;
use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, Transition};
use crate::scenario::clipping::Clipping;
use crate::scenario::connect;
use crate::scenario::fresh::{Sort, free_name};

pub(super) fn add(
    scenario: &mut Scenario,
    sort: Sort,
    label: String,
    (x, y): (i32, i32),
    after: Option<(String, Option<String>)>,
) -> Result<(), Refusal> {
    has_room(scenario, 1)?;
    let name = free_name(sort.stem(), |name| scenario.workflow.activity(name).is_some());
    let settings = sort.settings(scenario);
    scenario.workflow.activities.push(Activity::new(&name, &label, (x, y), settings));
    match after {
        Some((from, output)) => connect(scenario, Transition { output, ..Transition::new(&from, &name) }),
        None => Ok(()),
    }
}

pub(super) fn remove(scenario: &mut Scenario, names: &[String]) -> Result<(), Refusal> {
    for name in names {
        find(scenario, name)?;
    }
    let goes = |name: &str| names.iter().any(|one| one == name);
    let workflow = &mut scenario.workflow;
    workflow.activities.retain(|one| !goes(&one.name));
    workflow.transitions.retain(|one| !goes(&one.from) && !goes(&one.to));
    scenario.interventions.retain(|one| !one.what.activity().is_some_and(goes));
    Ok(())
}

pub(super) fn shift(
    scenario: &mut Scenario,
    names: &[String],
    notes: &[usize],
    (by_x, by_y): (i32, i32),
) -> Result<(), Refusal> {
    for name in names {
        let activity = find(scenario, name)?;
        (activity.x, activity.y) = (activity.x.saturating_add(by_x), activity.y.saturating_add(by_y));
    }
    for &number in notes {
        let note = scenario.workflow.notes.get_mut(number).ok_or(Refusal::NoSuchNote)?;
        (note.x, note.y) = (note.x.saturating_add(by_x), note.y.saturating_add(by_y));
    }
    Ok(())
}

pub(super) fn arrange(scenario: &mut Scenario, places: Vec<(String, i32, i32)>) -> Result<(), Refusal> {
    for (name, x, y) in places {
        let activity = find(scenario, &name)?;
        (activity.x, activity.y) = (x, y);
    }
    Ok(())
}

pub(super) fn connect(scenario: &mut Scenario, transition: Transition) -> Result<(), Refusal> {
    let Transition { from, to, output, .. } = &transition;
    connect::judge(&scenario.workflow, from, output.as_deref(), to).map_err(Refusal::Connection)?;
    scenario.workflow.transitions.push(transition);
    Ok(())
}

pub(super) fn disconnect(scenario: &mut Scenario, number: usize) -> Result<(), Refusal> {
    let transitions = &mut scenario.workflow.transitions;
    if number >= transitions.len() {
        return Err(Refusal::NoSuchTransition);
    }
    transitions.remove(number);
    Ok(())
}

/// It keeps its place in the list, and so its place among the outputs of a Fork.
pub(super) fn reconnect(scenario: &mut Scenario, number: usize, to: Transition) -> Result<(), Refusal> {
    disconnect(scenario, number)?;
    connect(scenario, to)?;
    let moved = scenario.workflow.transitions.pop();
    scenario.workflow.transitions.splice(number..number, moved);
    Ok(())
}

pub(super) fn paste(
    scenario: &mut Scenario,
    clipping: Clipping,
    (by_x, by_y): (i32, i32),
) -> Result<(), Refusal> {
    has_room(scenario, clipping.activities.len())?;
    for row in clipping.templates {
        if scenario.template(&row.name).is_none() {
            scenario.templates.push(row);
        }
    }
    let mut renamed = BTreeMap::new();
    let first = scenario.workflow.activities.len();
    for activity in clipping.activities {
        let stem = activity.name.trim_end_matches(|c: char| c.is_ascii_digit());
        let stem = if stem.is_empty() { "activity" } else { stem };
        let workflow = &mut scenario.workflow;
        let name = match workflow.activity(&activity.name) {
            None if !activity.name.trim().is_empty() => activity.name.clone(),
            _ => free_name(stem, |name| workflow.activity(name).is_some()),
        };
        renamed.insert(activity.name.clone(), name.clone());
        let (x, y) = (activity.x.saturating_add(by_x), activity.y.saturating_add(by_y));
        workflow.activities.push(Activity { name, x, y, ..activity });
    }
    // What a pasted activity says of others that were pasted with it goes to their copies.
    for pasted in scenario.workflow.activities.iter_mut().skip(first) {
        pasted.settings.rename(|name| {
            if let Some(copy) = renamed.get(name) {
                name.clone_from(copy);
            }
        });
    }
    for transition in clipping.transitions {
        if let (Some(from), Some(to)) = (renamed.get(&transition.from), renamed.get(&transition.to)) {
            let (from, to) = (from.clone(), to.clone());
            scenario.workflow.transitions.push(Transition { from, to, ..transition });
        }
    }
    for mut note in clipping.notes {
        (note.x, note.y) = (note.x.saturating_add(by_x), note.y.saturating_add(by_y));
        scenario.workflow.notes.push(note);
    }
    Ok(())
}

fn has_room(scenario: &Scenario, more: usize) -> Result<(), Refusal> {
    let limit = MAX_WORKFLOW;
    if scenario.workflow.activities.len() + more > limit { Err(Refusal::TooMany { limit }) } else { Ok(()) }
}
