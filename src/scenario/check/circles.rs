//! Finds circles of transitions on which time could never pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::Workflow;
use crate::scenario::activity::ActivityKind;
use crate::scenario::connect::breaks_circle;
use crate::scenario::finding::{Finding, Problem};
use crate::scenario::inline::Inlined;

/// A place in a circle: an activity, before or after what it calls.
type Node<'w> = (&'w str, bool);

/// A circle that no activity can end: nothing on it waits, and nothing on it chooses another way.
///
/// The product allows circles; a workflow that repeats itself is drawn as one.
pub(super) fn check(inlined: &Inlined<'_>) -> Option<Finding> {
    on_circle(inlined).map(|name| Finding::error_at(name, Problem::Cycle))
}

/// The first activity of a circle, found by taking away, again and again, what nothing leads into.
fn on_circle<'i>(inlined: &'i Inlined<'_>) -> Option<&'i str> {
    let workflow: &Workflow = &inlined.scenario.workflow;
    let mut inbound: BTreeMap<Node<'_>, usize> = BTreeMap::new();
    let mut callers = BTreeSet::new();
    for activity in workflow.activities.iter().filter(|one| !breaks_circle(one.settings.kind())) {
        inbound.insert((&activity.name, false), 0);
        // What comes back to a Sub-workflow goes on behind it; it does not begin it anew.
        if activity.settings.kind() == ActivityKind::SubWorkflow {
            inbound.insert((&activity.name, true), 0);
            callers.insert(activity.name.as_str());
        }
    }
    let mut next: BTreeMap<Node<'_>, Vec<Node<'_>>> = BTreeMap::new();
    for (place, transition) in workflow.transitions.iter().enumerate() {
        let is_call = inlined.calls.contains(&place);
        let from = (transition.from.as_str(), !is_call && callers.contains(transition.from.as_str()));
        let to = (transition.to.as_str(), inlined.returns.contains(&place));
        if inbound.contains_key(&from)
            && let Some(count) = inbound.get_mut(&to)
        {
            *count += 1;
            next.entry(from).or_default().push(to);
        }
    }
    let mut free: Vec<_> = inbound.iter().filter(|(_, count)| **count == 0).map(|(node, _)| *node).collect();
    while let Some(node) = free.pop() {
        inbound.remove(&node);
        for to in next.get(&node).into_iter().flatten() {
            if let Some(count) = inbound.get_mut(to) {
                *count -= 1;
                if *count == 0 {
                    free.push(*to);
                }
            }
        }
    }
    first_on_circle(&inbound, &next)
}

/// Follows transitions among what is left until a name comes back: that one is on a circle, not behind it.
fn first_on_circle<'w>(
    left: &BTreeMap<Node<'w>, usize>,
    next: &BTreeMap<Node<'w>, Vec<Node<'w>>>,
) -> Option<&'w str> {
    // Walking backwards from anything left must come round, since each has an inbound transition that is left.
    let mut node = *left.keys().next()?;
    let mut seen = BTreeSet::new();
    while seen.insert(node) {
        node = next
            .iter()
            .find(|(from, to)| left.contains_key(*from) && to.contains(&node))
            .map(|(from, _)| *from)?;
    }
    Some(node.0)
}
