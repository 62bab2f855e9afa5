//! What is chosen in the drawing: activities, notes, or a transition.

use std::rc::Rc;

use crate::scenario::clipping::Clipping;
use crate::scenario::{Scenario, Workflow};

/// What is chosen; of activities the order of choosing is kept, the last one first in mind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    activities: Rc<[Rc<str>]>,
    notes: Rc<[usize]>,
    transition: Option<usize>,
}

impl Selection {
    /// Nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// One activity.
    pub fn activity(name: impl Into<Rc<str>>) -> Self {
        Self { activities: [name.into()].into(), ..Self::default() }
    }

    /// These activities and notes.
    pub fn of(activities: impl IntoIterator<Item = Rc<str>>, notes: impl IntoIterator<Item = usize>) -> Self {
        Self {
            activities: activities.into_iter().collect(),
            notes: notes.into_iter().collect(),
            transition: None,
        }
    }

    /// One transition, by its place in the list.
    pub fn transition(place: usize) -> Self {
        Self { transition: Some(place), ..Self::default() }
    }

    /// Everything in the drawing.
    pub fn all(workflow: &Workflow) -> Self {
        let names = workflow.activities.iter().map(|one| Rc::from(one.name.as_str()));
        Self::of(names, 0..workflow.notes.len())
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.activities.is_empty() && self.notes.is_empty() && self.transition.is_none()
    }

    /// The chosen activities, in the order of choosing.
    pub fn activities(&self) -> &[Rc<str>] {
        &self.activities
    }

    /// The chosen notes, by their places in the list.
    pub fn notes(&self) -> &[usize] {
        &self.notes
    }

    /// The activity that is chosen alone: the one whose settings are shown.
    pub fn only_activity(&self) -> Option<&Rc<str>> {
        match (&*self.activities, &*self.notes) {
            ([only], []) => Some(only),
            _ => None,
        }
    }

    /// The chosen transition, by its place in the list.
    pub fn only_transition(&self) -> Option<usize> {
        self.transition
    }

    /// Whether this activity is chosen.
    pub fn has(&self, name: &str) -> bool {
        self.activities.iter().any(|one| **one == *name)
    }

    /// Whether this note is chosen.
    pub fn has_note(&self, place: usize) -> bool {
        self.notes.contains(&place)
    }

    /// With this activity as well; without it where it was chosen.
    #[must_use]
    pub fn toggled(&self, name: &Rc<str>) -> Self {
        let others = self.activities.iter().filter(|one| *one != name).cloned();
        let added = (!self.has(name)).then(|| name.clone());
        Self::of(others.chain(added), self.notes.iter().copied())
    }

    /// With this note as well; without it where it was chosen.
    #[must_use]
    pub fn toggled_note(&self, place: usize) -> Self {
        let others = self.notes.iter().copied().filter(|one| *one != place);
        let added = (!self.has_note(place)).then_some(place);
        Self::of(self.activities.iter().cloned(), others.chain(added))
    }

    /// What of it can be copied; none where no activity and no note is chosen.
    pub fn clipping(&self, scenario: &Scenario) -> Option<Clipping> {
        let names: Vec<&str> = self.activities.iter().map(|name| &**name).collect();
        let clipping = Clipping::of(scenario, &names, &self.notes);
        (!clipping.is_empty()).then_some(clipping)
    }

    /// What of it is still there after the scenario changed.
    #[must_use]
    pub(super) fn kept(&self, before: &Scenario, after: &Scenario) -> Self {
        let (old, new) = (&before.workflow, &after.workflow);
        let is_there = |name: &&Rc<str>| new.activity(name).is_some();
        let notes = if old.notes.len() == new.notes.len() { &self.notes } else { &Rc::default() };
        let same = |place: &usize| old.transitions.get(*place) == new.transitions.get(*place);
        let transition = self.transition.filter(|place| *place < new.transitions.len()).filter(same);
        let activities = self.activities.iter().filter(is_there).cloned();
        Self { transition, ..Self::of(activities, notes.iter().copied()) }
    }
}
