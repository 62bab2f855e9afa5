//! What is done during a run, with its names resolved.

use std::rc::Rc;

use super::{StepIdx, TemplateIdx};
use crate::base::people_set::RecipientIdx;
use crate::base::time::{SimSpan, SimTime};
use crate::scenario::activity::ports::Port;
use crate::scenario::creative::Creative;
use crate::scenario::intervention::TaskError;
use crate::scenario::variables::VarValue;
use crate::schedule::Schedule;

/// An intervention.
#[derive(Debug)]
pub struct Planned {
    /// When.
    pub at: SimTime,
    /// What.
    pub what: PlanStimulus,
}

/// What is done during a run.
#[derive(Debug)]
pub enum PlanStimulus {
    /// Edits a shared template.
    EditTemplate {
        /// Which.
        template: TemplateIdx,
        /// The new content.
        creative: Rc<Creative>,
    },
    /// Edits the copy of a recurring delivery.
    EditDelivery {
        /// Which.
        step: StepIdx,
        /// The new content.
        creative: Rc<Creative>,
    },
    /// Gives a delivery activity another label.
    Relabel {
        /// Which.
        step: StepIdx,
        /// The new label.
        label: Rc<str>,
    },
    /// A command given to the workflow.
    Command(Command),
    /// Changes a schedule, from the next start on.
    EditSchedule {
        /// Which activity's.
        step: StepIdx,
        /// The new schedule.
        schedule: Schedule,
    },
    /// Posts an event to an External signal.
    PostSignal {
        /// Which.
        step: StepIdx,
    },
    /// Answers an Approval or a Task.
    Answer {
        /// Which.
        step: StepIdx,
        /// The output that the answer activates.
        port: Port,
    },
    /// Sets an instance variable.
    SetVariable {
        /// Its name.
        name: Rc<str>,
        /// Its value.
        value: VarValue,
    },
    /// Does something to deliveries of an activity.
    Delivery {
        /// Which activity's.
        step: StepIdx,
        /// What.
        action: DeliveryCommand,
    },
    /// A recipient is denylisted.
    Unsubscribe(RecipientIdx),
    /// The workflow server is down for so long.
    ServerDown(SimSpan),
    /// The next tasks of an activity fail.
    FailTasks {
        /// Which.
        step: StepIdx,
        /// How many of them.
        times: u32,
        /// What goes wrong.
        error: TaskError,
    },
}

/// A command given to the workflow (`start-a-workflow` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// *Start*, or *Resume* where it is paused.
    Start,
    /// *Pause*.
    Pause,
    /// *Stop*.
    Stop,
    /// *Unconditional stop*.
    StopUnconditionally,
    /// *Restart*.
    Restart,
    /// *Execute pending task(s) now*, of one activity or of all.
    ExecutePending(Option<StepIdx>),
}

/// What is done to deliveries of an activity by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryCommand {
    /// Approves those that wait for it.
    Approve,
    /// *Confirm delivery* on those that are prepared and wait.
    Confirm,
    /// *Pause* on the newest.
    Pause,
    /// Takes up the newest that is paused.
    Resume,
    /// *Stop* on the newest.
    Stop,
    /// *Send a proof*.
    SendProof,
}
