//! What differs between two states of a scenario's drawing: what a live region says, and what gets chosen.

use super::Scenario;
use super::activity::Transition;

/// What differs, by the names of activities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// Activities that came.
    pub added: Vec<String>,
    /// Activities that went.
    pub removed: Vec<String>,
    /// Transitions that came.
    pub connected: Vec<Transition>,
    /// Transitions that went.
    pub disconnected: Vec<Transition>,
    /// Activities that stand elsewhere and are the same otherwise.
    pub moved: Vec<String>,
    /// Activities whose label or settings differ.
    pub altered: Vec<String>,
    /// Whether notes differ.
    pub has_other_notes: bool,
    /// Whether anything else differs: people, templates, properties.
    pub has_other_frame: bool,
}

impl Change {
    /// From one state to the next.
    pub fn between(before: &Scenario, after: &Scenario) -> Self {
        let (old, new) = (&before.workflow, &after.workflow);
        let mut change = Self::default();
        for activity in &new.activities {
            let name = activity.name.clone();
            match old.activity(&name) {
                None => change.added.push(name),
                Some(earlier) if earlier == activity => {}
                Some(earlier) => {
                    let mut there = earlier.clone();
                    (there.x, there.y) = (activity.x, activity.y);
                    let list = if there == *activity { &mut change.moved } else { &mut change.altered };
                    list.push(name);
                }
            }
        }
        let gone = old.activities.iter().filter(|one| new.activity(&one.name).is_none());
        change.removed = gone.map(|one| one.name.clone()).collect();
        let only = |these: &[Transition], those: &[Transition]| {
            these.iter().filter(|one| !those.contains(one)).cloned().collect::<Vec<_>>()
        };
        change.connected = only(&new.transitions, &old.transitions);
        change.disconnected = only(&old.transitions, &new.transitions);
        change.has_other_notes = old.notes != new.notes;
        change.has_other_frame = before.name != after.name
            || (before.start, before.weeks, before.seed) != (after.start, after.weeks, after.seed)
            || before.population != after.population
            || before.reactions != after.reactions
            || before.templates != after.templates
            || (&before.lists, &before.services) != (&after.lists, &after.services)
            || before.interventions != after.interventions
            || before.approvals != after.approvals
            || before.technical != after.technical
            || old.properties != new.properties;
        change
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
