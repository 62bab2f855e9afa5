//! Tasks: an activity is a template of them, and each activation makes one (`about-workflows` page).

use crate::base::time::SimTime;
use crate::plan::StepIdx;

/// A task's place in `Record::tasks`.
pub type TaskIdx = usize;

/// A row of `xtk:workflowTask`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// The activity.
    pub step: StepIdx,
    /// *Creation date*.
    pub created_at: SimTime,
}

/// How a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Which task.
    pub task: TaskIdx,
    /// When.
    pub at: SimTime,
    /// How.
    pub kind: EndingKind,
}

/// What a schedule has planned next: the *Next execution* of its activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedLaunch {
    /// The activity.
    pub step: StepIdx,
    /// Since when this is planned.
    pub at: SimTime,
    /// The launch; none where no launch is left or the workflow was stopped. It may lie after the simulated weeks.
    pub next: Option<SimTime>,
}

/// The status of a task that is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndingKind {
    /// *Finished*.
    Finished,
    /// *Aborted*: by an operator, by an End, or because another task had priority.
    Aborted,
    /// In error.
    Failed,
}
