//! How the workflow stands: its state, its tasks in progress, and what is held back.

use std::collections::BTreeSet;

use super::record::{Record, TaskIdx, WorkflowState};
use super::world::{Event, World};
use crate::base::time::SimTime;
use crate::engine::record::{LifeFact, What};
use crate::plan::StepIdx;

/// How the workflow stands.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Its state.
    pub state: WorkflowState,
    /// The failed flag.
    pub is_failed: bool,
    /// How often it was started; what was activated by an earlier start is void.
    pub starts: u32,
    /// How many activations of this start are not carried out yet.
    pub entering: usize,
    /// How many schedules have a launch to come.
    pub scheduled: usize,
    /// The tasks in progress.
    pub open: BTreeSet<TaskIdx>,
    /// What came due while it is paused, in that order.
    pub held: Vec<Event>,
    /// How often it was paused.
    pub pauses: u32,
    /// When the present pause began.
    pub paused_at: SimTime,
    /// How often supervisors were told of the present pause.
    pub notices: u32,
    /// When the server is up again, while it is down.
    pub down_until: Option<SimTime>,
    /// What the server has to do when it is up again, in the order in which it came.
    pub backlog: Vec<Event>,
}

impl Standing {
    /// Whether it is paused.
    pub(super) fn is_paused(&self) -> bool {
        self.state == WorkflowState::Paused
    }

    /// Whether a task of an activity is in progress.
    pub(super) fn is_in_progress(&self, record: &Record, step: StepIdx) -> bool {
        self.open.iter().any(|&task| record.tasks[task].step == step)
    }

    fn is_idle(&self) -> bool {
        self.entering == 0 && self.scheduled == 0 && self.open.is_empty()
    }
}

impl World {
    /// A started workflow is finished when no task is in progress, none is to begin, and no schedule has a launch
    /// to come.
    pub(super) fn finish_if_idle(&mut self, at: SimTime) {
        if self.standing.state == WorkflowState::Started && self.standing.is_idle() {
            self.standing.state = WorkflowState::Finished;
            self.note(at, None, What::Life(LifeFact::Finished));
        }
    }
}
