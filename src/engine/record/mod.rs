//! What a run leaves behind: facts in the past tense, deliveries, and who was targeted by each of their runs.

use std::rc::Rc;

mod batch;
mod delivering;
mod flow;
mod life;
mod targeting;
mod task;

use crate::base::time::SimTime;
use crate::plan::{LinkIdx, StepIdx, TemplateIdx};

pub use self::batch::{Batch, BatchIdx, Delivery, DeliveryState, Exclusion, ExclusionReason};
pub use self::delivering::{DeliveryFact, Refused, Warning};
pub use self::flow::FlowFact;
pub use self::life::{AbortCause, LifeCommand, LifeFact, PauseCause, StopCause, WorkflowState};
pub use self::targeting::{AddedColumn, TargetingFact};
pub use self::task::{Ending, EndingKind, PlannedLaunch, Task, TaskIdx};

/// A delivery's place in `Record::deliveries`.
pub type DeliveryIdx = usize;

/// Everything that happened, in order. It only grows.
///
/// Facts are never edited; of a run, what its analysis leaves open is filled in, and emptied again where a sending is
/// taken back. A delivery has a target as long as it is saved and not analysed.
#[derive(Debug, Default)]
pub struct Record {
    /// The journal, in order of time and then of happening.
    pub facts: Vec<Fact>,
    /// The rows of `nms:delivery` that are not templates, in order of creation.
    pub deliveries: Vec<Delivery>,
    /// The runs of delivery activities, in order of time.
    pub batches: Vec<Batch>,
    /// Every crossing of a transition, in order of time: the rows of `xtk:workflowEvent`.
    pub passages: Vec<Passage>,
    /// Every task, in order of creation: the rows of `xtk:workflowTask`.
    pub tasks: Vec<Task>,
    /// How tasks ended, in order of time. A task without an entry is still in progress.
    pub endings: Vec<Ending>,
    /// What each schedule had planned next, in the order in which it was planned.
    pub planned: Vec<PlannedLaunch>,
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// When it happened.
    pub at: SimTime,
    /// The activity it happened in, if in one.
    pub step: Option<StepIdx>,
    /// The task it happened in, if in one.
    pub task: Option<TaskIdx>,
    /// What happened.
    pub what: What,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The workflow was started.
    WorkflowStarted,
    /// The workflow was stopped and started again.
    WorkflowRestarted,
    /// The simulated weeks are over.
    WeeksOver,
    /// A schedule launched its activity.
    Launched {
        /// Which launch since the start of the run, from 1.
        launch: u32,
    },
    /// An activity without a schedule began at once.
    Began,
    /// A query selected.
    Selected {
        /// How many records.
        count: u64,
    },
    /// An incremental query selected somebody new.
    SelectedNew {
        /// How many match the condition.
        matched: u64,
        /// How many of them were not in the history.
        new: u64,
    },
    /// An incremental query found nobody new: its branch waits for the next launch.
    NobodyNew {
        /// How many match the condition.
        matched: u64,
    },
    /// Entries of the history grew too old.
    Forgotten {
        /// How many recipients may be selected again.
        count: u64,
    },
    /// A start without *Keep history* emptied the history.
    HistoryEmptied {
        /// How many recipients were in it.
        count: u64,
    },
    /// A delivery was made.
    DeliveryCreated {
        /// Which.
        delivery: DeliveryIdx,
    },
    /// A continuous delivery went on in the delivery it had.
    DeliveryContinued {
        /// Which.
        delivery: DeliveryIdx,
    },
    /// A run of a delivery was analysed, and its sending began.
    Sent {
        /// Which run.
        batch: BatchIdx,
    },
    /// The branch came to its End.
    BranchEnded,
    /// Something in the life of the workflow or of a task.
    Life(LifeFact),
    /// Something an activity of the Targeting tab did.
    Targeting(TargetingFact),
    /// Something an activity of the Flow control tab did.
    Flow(FlowFact),
    /// Something in the life of a delivery.
    Delivery(DeliveryFact),
    /// A shared template was edited.
    TemplateEdited {
        /// Which.
        template: TemplateIdx,
    },
    /// A recurring delivery's own copy was edited.
    DeliveryEdited,
    /// A delivery activity was given another label.
    Relabelled {
        /// The new label.
        label: Rc<str>,
    },
    /// The run was cut short because it made more events than the lab allows.
    LimitReached {
        /// The limit.
        limit: usize,
    },
}

/// One crossing of a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// When.
    pub at: SimTime,
    /// Which transition.
    pub link: LinkIdx,
    /// How many recipients crossed; none where it only passed on an activation.
    pub count: Option<u64>,
    /// The task that activated it.
    pub task: TaskIdx,
}

impl What {
    /// Whether a run began: a schedule launched its activity, or one without a schedule began at once.
    pub fn begins_a_run(&self) -> bool {
        matches!(self, Self::Launched { .. } | Self::Began)
    }

    /// What it makes of the workflow: its state, and whether it has the failed flag. None where it leaves both.
    pub fn standing(&self) -> Option<(WorkflowState, bool)> {
        match self {
            Self::WorkflowStarted | Self::WorkflowRestarted => Some((WorkflowState::Started, false)),
            Self::Life(fact) => fact.standing(),
            _ => None,
        }
    }
}
