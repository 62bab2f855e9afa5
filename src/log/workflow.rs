//! The state of the workflow at a moment, as the workflow list shows it.

use super::RunLog;
use crate::base::time::SimTime;
use crate::engine::record::{Record, WorkflowState};

/// How a workflow stands at a moment (`workflow-supervision` page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorkflowStanding {
    /// The state.
    pub state: WorkflowState,
    /// *Failed*: a flag beside the state, not a state of its own.
    pub is_failed: bool,
}

impl WorkflowStanding {
    /// The product's `@state`; none for states whose number its pages do not give.
    pub fn code(self) -> Option<u32> {
        match self.state {
            WorkflowState::Paused => Some(13),
            WorkflowState::Finished => Some(20),
            WorkflowState::BeingEdited | WorkflowState::Started => None,
        }
    }
}

impl RunLog {
    /// How the workflow stands at `moment`, after everything that happened in that second.
    pub fn workflow_state(&self, moment: SimTime) -> WorkflowStanding {
        let until = self.standings.partition_point(|(at, _)| *at <= moment);
        self.standings[..until].last().map(|(_, standing)| *standing).unwrap_or_default()
    }
}

/// The moments at which the state or the flag was set, and to what.
pub(super) fn standings(record: &Record) -> Vec<(SimTime, WorkflowStanding)> {
    let set = |fact: &crate::engine::record::Fact| {
        let (state, is_failed) = fact.what.standing()?;
        Some((fact.at, WorkflowStanding { state, is_failed }))
    };
    record.facts.iter().filter_map(set).collect()
}
