//! Where a new activity comes to stand and what leads to it, before it is there.

use std::rc::Rc;

use super::adding::Adding;
use super::selection::Selection;
use crate::scenario::activity::{Activity, ActivityKind};
use crate::scenario::connect::{Ban, Doubt, judge};
use crate::scenario::edit::Edit;
use crate::scenario::fresh::{Sort, free_name};
use crate::scenario::{Scenario, Workflow};
use crate::scene::spot;

/// How far below everything else something new stands that follows nothing, in world units.
const BELOW: i32 = 120;

/// What a click on the palette adds to: the one chosen activity, by its first output that leads nowhere yet, as a
/// second way from the same output is more often a slip than meant. At a free spot where there is none.
pub fn beside(scenario: &Scenario, selection: &Selection) -> Adding {
    let after = selection.only_activity().and_then(|name| {
        let output = free_output(&scenario.workflow, name)?;
        Some((name.clone(), output))
    });
    Adding { at: None, after }
}

/// The first output of an activity that leads nowhere; that of a Fork always does. The main one has no name.
pub fn free_output(workflow: &Workflow, name: &str) -> Option<Option<Rc<str>>> {
    let activity = workflow.activity(name)?;
    let settings = &activity.settings;
    let leads_on = |port| {
        let mut own = workflow.transitions.iter().filter(|one| one.from == name);
        own.any(|one| settings.port_named(one.output.as_deref()) == Some(port))
    };
    let is_fork = settings.kind() == ActivityKind::Fork;
    let free = settings.outputs().into_iter().find(|output| is_fork || !leads_on(output.port))?;
    let is_first = settings.port_named(None) == Some(free.port);
    Some((!is_first).then(|| free.name.into()))
}

/// What the rules say of each of these sorts as what follows an activity; nothing where nothing leads to them.
pub fn verdicts(scenario: &Scenario, adding: &Adding, sorts: &[Sort]) -> Vec<Result<Option<Doubt>, Ban>> {
    let Some((from, output)) = &adding.after else { return vec![Ok(None); sorts.len()] };
    let mut workflow = scenario.workflow.clone();
    let name = free_name("new", |name| workflow.activity(name).is_some());
    let mut of = |sort: &Sort| {
        let probe = Activity::new(&name, "", (0, 0), sort.settings(scenario));
        workflow.activities.push(probe);
        let verdict = judge(&workflow, from, output.as_deref(), &name);
        workflow.activities.pop();
        verdict
    };
    sorts.iter().map(&mut of).collect()
}

/// The edit that adds it. Where the rules forbid the transition it is added without one.
pub fn edit(scenario: &Scenario, adding: &Adding, sort: Sort, label: &str) -> Edit {
    let is_allowed = verdicts(scenario, adding, &[sort]).first().is_some_and(Result::is_ok);
    let after = adding.after.as_ref();
    let (x, y) = adding.at.unwrap_or_else(|| match after {
        Some((name, output)) => spot::after(&scenario.workflow, name, output.as_deref()),
        None => spot_free(&scenario.workflow),
    });
    let text = |text: &Rc<str>| text.to_string();
    let after = after.filter(|_| is_allowed).map(|(name, output)| (text(name), output.as_ref().map(text)));
    Edit::Add { sort, label: label.to_owned(), x, y, after }
}

/// A free place below everything.
fn spot_free(workflow: &Workflow) -> (i32, i32) {
    let left = workflow.activities.iter().map(|one| one.x).min().unwrap_or_default();
    let lowest = workflow.activities.iter().map(|one| one.y).max();
    spot::free(workflow, (left, lowest.map_or(0, |y| y.saturating_add(BELOW))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::edit::apply;
    use crate::scenario::samples::Sample;

    fn after(name: &str) -> Adding {
        Adding { at: None, after: Some((name.into(), None)) }
    }

    #[test]
    fn a_click_adds_behind_the_chosen_activity_and_hides_nothing() {
        let scenario = Sample::SideBySide.scenario();
        let adding = beside(&scenario, &Selection::activity("recurring"));
        assert_eq!(adding, after("recurring"));
        let edit = edit(&scenario, &adding, Sort::Kind(ActivityKind::End), "End");
        let next = apply(&scenario, edit).unwrap();
        assert_eq!(next.workflow.transitions.last().unwrap().to, "end");
        let (end, before) =
            (next.workflow.activity("end").unwrap(), next.workflow.activity("recurring").unwrap());
        assert!(end.x > before.x);
        // An output that leads on already is not led on a second time by a click.
        assert_eq!(beside(&scenario, &Selection::activity("query")), Adding::default());
    }

    #[test]
    fn what_the_rules_forbid_is_known_before_and_added_without_a_transition() {
        let scenario = Sample::SideBySide.scenario();
        let sorts = [ActivityKind::Scheduler, ActivityKind::Wait].map(Sort::Kind);
        let verdicts = verdicts(&scenario, &after("query"), &sorts);
        assert_eq!(
            verdicts,
            [Err(Ban::NothingLeadsInto(ActivityKind::Scheduler)), Ok(Some(Doubt::SecondWay))]
        );
        let edit = edit(&scenario, &after("query"), sorts[0], "Scheduler");
        assert!(matches!(&edit, Edit::Add { after: None, .. }));
        assert!(apply(&scenario, edit).is_ok());
    }

    #[test]
    fn each_output_of_a_task_is_led_on_in_turn() {
        let scenario = Sample::SideBySide.scenario();
        let task = edit(&scenario, &Adding::default(), Sort::Kind(ActivityKind::Task), "Task");
        let scenario = apply(&scenario, task).unwrap();
        assert_eq!(free_output(&scenario.workflow, "task"), Some(None));
        let adding = beside(&scenario, &Selection::activity("task"));
        let end = edit(&scenario, &adding, Sort::Kind(ActivityKind::End), "End");
        let scenario = apply(&scenario, end).unwrap();
        assert_eq!(free_output(&scenario.workflow, "task"), Some(Some("notDone".into())));
    }
}
