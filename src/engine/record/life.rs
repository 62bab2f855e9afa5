//! What happens in the life of a workflow and of its tasks.

use std::rc::Rc;

use crate::base::time::SimTime;
use crate::scenario::activity::ports::Port;
use crate::scenario::intervention::TaskError;
use crate::scenario::variables::VarValue;

/// A fact about the workflow or a task.
#[derive(Clone, Debug, PartialEq)]
pub enum LifeFact {
    /// A task waits until a moment, or for something from outside.
    Waits {
        /// Until when, if that is known.
        until: Option<SimTime>,
    },
    /// A transition that leads nowhere was activated: a warning, and the workflow pauses (`about-workflows` page).
    Unterminated {
        /// The output.
        port: Port,
    },
    /// The workflow is paused: no activity is activated until it is resumed (`start-a-workflow` page).
    Paused {
        /// Why.
        cause: PauseCause,
    },
    /// *Start* on a workflow that was paused: it goes on where it stopped.
    Resumed,
    /// The workflow was stopped: its state is *Finished*.
    Stopped {
        /// By whom or by what.
        cause: StopCause,
    },
    /// No task is in progress and no schedule has a launch to come.
    Finished,
    /// A command that the workflow cannot carry out in the state it is in.
    Ignored {
        /// The command.
        command: LifeCommand,
    },
    /// *Execute pending task(s) now*.
    PendingExecuted {
        /// How many launches were brought forward.
        launches: u32,
        /// How many tasks that wait were woken.
        tasks: u32,
    },
    /// A launch came later than planned: the workflow was paused or its server was down.
    Late {
        /// When it was due.
        due: SimTime,
        /// How many more launches were due since then and are left out.
        missed: u32,
    },
    /// A task was aborted.
    Aborted {
        /// Why.
        cause: AbortCause,
    },
    /// A task failed.
    Failed {
        /// What went wrong.
        error: TaskError,
    },
    /// *Process errors* caught what went wrong in a task: its error output is activated.
    ErrorProcessed {
        /// What went wrong.
        error: TaskError,
    },
    /// The failed task of before the pause is executed again.
    ExecutedAgain,
    /// An activation came to an activity with *Enable but do not execute*.
    NotExecuted,
    /// An activation came to an activity with *Do not enable*.
    NotEnabled,
    /// A task is in progress for longer than its *Max. execution period*.
    TooLong {
        /// When it began.
        since: SimTime,
    },
    /// A schedule was changed; it acts from the next start or restart on (`scheduler` page).
    ScheduleEdited,
    /// An instance variable was set from outside.
    VariableSet {
        /// Its name.
        name: Rc<str>,
        /// Its value.
        value: VarValue,
    },
    /// The workflow server went down.
    ServerDown {
        /// When it is up again.
        until: SimTime,
    },
    /// The workflow server is up again.
    ServerUp,
    /// Supervisors are told that the workflow is paused for too long (`monitor-workflow-execution` page).
    PausedTooLong {
        /// Since when it is paused.
        since: SimTime,
        /// Which notice of this pause, from 1.
        notice: u32,
    },
}

/// The state of a workflow (`workflow-life-cycle` page). Being failed is a flag beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorkflowState {
    /// *Being edited*: not started yet.
    #[default]
    BeingEdited,
    /// *Started*; it may be idle.
    Started,
    /// *Paused*.
    Paused,
    /// *Finished*: nothing is left to do, or it was stopped.
    Finished,
}

/// Why a workflow is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseCause {
    /// An operator paused it.
    Operator,
    /// A task failed where errors suspend the process: it has the failed flag too.
    Error,
    /// As many errors in a row as are allowed were ignored: it has the failed flag too.
    ConsecutiveErrors,
    /// An unterminated transition was activated.
    Unterminated,
}

/// Why a workflow was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopCause {
    /// *Stop*.
    Operator,
    /// *Unconditional stop*.
    Unconditional,
    /// *Abort on error*: it has the failed flag, and cannot be started again.
    Error,
    /// It was paused for too long.
    PausedTooLong,
}

/// Why a task was aborted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbortCause {
    /// The workflow was stopped.
    Stopped,
    /// Another task of the activity is in progress and has priority.
    Priority,
    /// An End interrupts all tasks in progress.
    End,
}

/// A command given to the workflow as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifeCommand {
    /// *Start*.
    Start,
    /// *Pause*.
    Pause,
    /// *Stop*.
    Stop,
    /// *Unconditional stop*.
    StopUnconditionally,
    /// *Restart*.
    Restart,
    /// *Execute pending task(s) now*.
    ExecutePending,
}

impl PauseCause {
    /// Whether the workflow has the failed flag.
    pub fn is_failure(self) -> bool {
        matches!(self, Self::Error | Self::ConsecutiveErrors)
    }
}

impl LifeFact {
    /// What the fact makes of the workflow: its state, and whether it has the failed flag. None where it leaves
    /// both as they are.
    pub fn standing(&self) -> Option<(WorkflowState, bool)> {
        match self {
            Self::Paused { cause } => Some((WorkflowState::Paused, cause.is_failure())),
            Self::Resumed => Some((WorkflowState::Started, false)),
            Self::Stopped { cause } => Some((WorkflowState::Finished, *cause == StopCause::Error)),
            Self::Finished => Some((WorkflowState::Finished, false)),
            _ => None,
        }
    }
}
