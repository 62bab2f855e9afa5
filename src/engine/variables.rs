//! Variables: what an instance, a task and an event remember (`javascript-scripts-and-templates` page).

use std::collections::BTreeMap;
use std::rc::Rc;

use super::parcel::Parcel;
use super::record::TaskIdx;
use crate::scenario::variables::{Assigned, Assignment, Scope, VarValue};

/// Variables of the instance and of the tasks that are in progress.
#[derive(Debug, Default)]
pub(super) struct Variables {
    /// `instance.vars`.
    pub instance: BTreeMap<Rc<str>, VarValue>,
    /// `task.vars` of tasks in progress.
    pub task: BTreeMap<TaskIdx, BTreeMap<Rc<str>, VarValue>>,
}

impl Variables {
    /// The value of a variable; one that was never set is false.
    pub(super) fn get(&self, scope: Scope, name: &str, task: TaskIdx, parcel: &Parcel) -> VarValue {
        let found = match scope {
            Scope::Instance => self.instance.get(name),
            Scope::Task => self.task.get(&task).and_then(|own| own.get(name)),
            Scope::Event => parcel.vars.get(name),
        };
        found.cloned().unwrap_or(VarValue::Flag(false))
    }

    /// Carries out one line of an initialization script.
    pub(super) fn assign(&mut self, assignment: &Assignment, task: TaskIdx, parcel: &mut Parcel) {
        let name: Rc<str> = assignment.name.as_str().into();
        let own = match assignment.scope {
            Scope::Instance => &mut self.instance,
            Scope::Task => self.task.entry(task).or_default(),
            Scope::Event => Rc::make_mut(&mut parcel.vars),
        };
        let value = match &assignment.value {
            Assigned::Set(value) => value.clone(),
            Assigned::Add(more) => {
                let before = match own.get(&name) {
                    Some(VarValue::Integer(number)) => *number,
                    _ => 0,
                };
                VarValue::Integer(before.saturating_add(*more))
            }
        };
        own.insert(name, value);
    }
}
