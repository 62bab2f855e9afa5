//! What leads to what: the activities before each activity, found once for all checks of a workflow.

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::Workflow;
use crate::scenario::activity::{Activity, Settings};

/// The activities straight before each activity, by its name.
pub(super) struct Before<'w>(BTreeMap<&'w str, Vec<&'w Activity>>);

impl<'w> Before<'w> {
    pub(super) fn of(workflow: &'w Workflow) -> Self {
        let mut named: BTreeMap<&str, &Activity> = BTreeMap::new();
        for activity in &workflow.activities {
            // Of two activities of one name the first counts, as everywhere.
            named.entry(&activity.name).or_insert(activity);
        }
        let mut before: BTreeMap<&str, Vec<&Activity>> = BTreeMap::new();
        for transition in &workflow.transitions {
            if let Some(from) = named.get(transition.from.as_str()) {
                before.entry(&transition.to).or_default().push(from);
            }
        }
        Self(before)
    }

    /// An activity that leads, over however many others, to the one of this name and has the settings asked for.
    pub(super) fn upstream(&self, name: &str, has: impl Fn(&Settings) -> bool) -> Option<&'w Activity> {
        let mut seen = BTreeSet::from([name]);
        let mut open = vec![name];
        while let Some(at) = open.pop() {
            for before in self.0.get(at).into_iter().flatten() {
                if before.name != name && has(&before.settings) {
                    return Some(before);
                }
                if seen.insert(&before.name) {
                    open.push(&before.name);
                }
            }
        }
        None
    }
}
