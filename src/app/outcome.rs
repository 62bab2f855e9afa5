//! What the run of a scenario came to.

use std::rc::Rc;

use crate::log::RunLog;
use crate::plan::population::Population;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;

/// A run with what was found in its scenario.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The run; none where the scenario has errors.
    pub log: Option<Rc<RunLog>>,
    /// What is wrong or doubtful in the present scenario and its run, errors first.
    pub findings: Rc<[Finding]>,
    /// The scenario that ran, or that cannot run.
    pub(super) scenario: Option<Rc<Scenario>>,
    /// The people, kept for the next run.
    pub(super) population: Option<Rc<Population>>,
}

impl Outcome {
    /// Whether this very scenario ran, or was found unable to.
    pub fn is_of(&self, scenario: &Rc<Scenario>) -> bool {
        self.scenario.as_ref().is_some_and(|own| Rc::ptr_eq(own, scenario))
    }

    /// The scenario whose run this is.
    pub fn scenario(&self) -> Option<&Rc<Scenario>> {
        self.scenario.as_ref()
    }

    /// The people, for the next run.
    pub fn population(&self) -> Option<&Rc<Population>> {
        self.population.as_ref()
    }

    /// Whether the figures still make sense beside another scenario: it has the same boxes and arrows.
    pub(super) fn is_drawn_as(&self, scenario: &Scenario) -> bool {
        self.scenario.as_ref().is_some_and(|own| {
            let (before, now) = (&own.workflow, &scenario.workflow);
            let names = |workflow: &crate::scenario::Workflow| {
                workflow.activities.iter().map(|one| one.name.clone()).collect::<Vec<_>>()
            };
            names(before) == names(now) && before.transitions == now.transitions
        })
    }
}
