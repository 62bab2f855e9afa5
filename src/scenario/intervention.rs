//! What a person does to the workflow at a moment of the run; part of the file, so part of the outcome.

use serde::{Deserialize, Serialize};

use super::creative::Creative;
use super::variables::VarValue;
use crate::base::rest::Rest;
use crate::base::time::SimTime;
use crate::schedule::Schedule;

/// One thing done at one moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Intervention {
    /// When it is done. Launches of the same second come after it.
    pub at: SimTime,
    /// What is done.
    #[serde(rename = "do")]
    pub what: Stimulus,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What can be done to a started workflow.
///
/// Of edits while it is started there are those of creatives, labels and schedules, whose effect the product
/// describes. Edits of other settings are left out: the product ignores those of activities that were executed, takes
/// up those of activities that were not, calls those of paused ones unreliable, and advises a restart
/// (`monitor-workflow-execution` page).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Stimulus {
    /// Edits the creative of a shared template; every continuous delivery that refers to it is affected.
    ///
    /// Assumption: editing the creative from a continuous delivery activity writes to the template it refers to.
    EditTemplate {
        /// The template's internal name.
        template: String,
        /// The new content.
        creative: Creative,
    },
    /// Edits the copy that a recurring delivery activity holds.
    ///
    /// Assumption: the next instances have the new content, those already made keep theirs.
    EditDelivery {
        /// The activity's name.
        activity: String,
        /// The new content.
        creative: Creative,
    },
    /// Gives a delivery activity another label.
    Relabel {
        /// The activity's name.
        activity: String,
        /// The new label.
        label: String,
    },
    /// Stop and start again: schedules begin anew and histories that are not kept are emptied.
    RestartWorkflow,
    /// *Start*: from the beginning, or *Resume* where it is paused (`start-a-workflow` page).
    StartWorkflow,
    /// *Pause*: nothing new starts, work in progress goes on.
    PauseWorkflow,
    /// *Stop*: finished; tasks that wait are aborted.
    StopWorkflow,
    /// *Unconditional stop*: the last resort.
    StopUnconditionally,
    /// *Execute pending task(s) now*, of one activity or of all.
    ExecutePending {
        /// The activity's name; none means all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        activity: Option<String>,
    },
    /// Changes the schedule of an activity; it acts only after a restart (`scheduler` page).
    EditSchedule {
        /// The activity's name.
        activity: String,
        /// The new schedule.
        schedule: Schedule,
    },
    /// Posts an event to an External signal.
    PostSignal {
        /// The activity's name.
        activity: String,
    },
    /// Answers an Approval or a Task.
    Answer {
        /// The activity's name.
        activity: String,
        /// The output: an answer's name, `done` or `notDone`.
        answer: String,
    },
    /// Sets an instance variable, as another workflow's script would.
    SetVariable {
        /// Its name.
        name: String,
        /// Its value.
        value: VarValue,
    },
    /// Approves the target and the content of the deliveries of an activity that wait for it.
    ApproveDelivery {
        /// The activity's name.
        activity: String,
    },
    /// *Confirm delivery*: those of an activity that are prepared and wait.
    ConfirmDelivery {
        /// The activity's name.
        activity: String,
    },
    /// *Pause* on the newest delivery of an activity.
    PauseDelivery {
        /// The activity's name.
        activity: String,
    },
    /// Takes up the newest delivery of an activity that is paused.
    ResumeDelivery {
        /// The activity's name.
        activity: String,
    },
    /// *Stop* on the newest delivery of an activity: only that one, the programme lives on.
    StopDelivery {
        /// The activity's name.
        activity: String,
    },
    /// *Send a proof* of a delivery activity; refused on a Recurring delivery.
    SendProof {
        /// The activity's name.
        activity: String,
    },
    /// A recipient asks to be taken off: denylisted.
    Unsubscribe {
        /// The recipient's number, from 1.
        recipient: u32,
    },
    /// The workflow server is down; what is due meanwhile happens afterwards.
    ServerDown {
        /// For how many hours.
        hours: u32,
    },
    /// The next tasks of an activity fail.
    FailTasks {
        /// The activity's name.
        activity: String,
        /// How many of them.
        times: u32,
        /// What goes wrong.
        #[serde(default)]
        error: TaskError,
    },
}

/// What sort of thing is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the stimulus of the same name")]
pub enum StimulusKind {
    EditTemplate,
    EditDelivery,
    Relabel,
    RestartWorkflow,
    StartWorkflow,
    PauseWorkflow,
    StopWorkflow,
    StopUnconditionally,
    ExecutePending,
    EditSchedule,
    PostSignal,
    Answer,
    SetVariable,
    ApproveDelivery,
    ConfirmDelivery,
    PauseDelivery,
    ResumeDelivery,
    StopDelivery,
    SendProof,
    Unsubscribe,
    ServerDown,
    FailTasks,
}

impl StimulusKind {
    /// All of them, as a form offers them; edits of content come from the editor of the content.
    pub const OFFERED: [Self; 20] = [
        Self::PauseDelivery,
        Self::ResumeDelivery,
        Self::StopDelivery,
        Self::ConfirmDelivery,
        Self::ApproveDelivery,
        Self::SendProof,
        Self::Relabel,
        Self::Answer,
        Self::PostSignal,
        Self::EditSchedule,
        Self::SetVariable,
        Self::ExecutePending,
        Self::StartWorkflow,
        Self::PauseWorkflow,
        Self::RestartWorkflow,
        Self::StopWorkflow,
        Self::StopUnconditionally,
        Self::Unsubscribe,
        Self::ServerDown,
        Self::FailTasks,
    ];
}

/// What goes wrong in a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum TaskError {
    /// The database refuses; *Process errors* does not catch it.
    #[default]
    Database,
    /// A file cannot be read or written; *Process errors* catches it.
    FileSystem,
}

impl Stimulus {
    /// What sort of thing it is.
    pub const fn kind(&self) -> StimulusKind {
        match self {
            Self::EditTemplate { .. } => StimulusKind::EditTemplate,
            Self::EditDelivery { .. } => StimulusKind::EditDelivery,
            Self::Relabel { .. } => StimulusKind::Relabel,
            Self::RestartWorkflow => StimulusKind::RestartWorkflow,
            Self::StartWorkflow => StimulusKind::StartWorkflow,
            Self::PauseWorkflow => StimulusKind::PauseWorkflow,
            Self::StopWorkflow => StimulusKind::StopWorkflow,
            Self::StopUnconditionally => StimulusKind::StopUnconditionally,
            Self::ExecutePending { .. } => StimulusKind::ExecutePending,
            Self::EditSchedule { .. } => StimulusKind::EditSchedule,
            Self::PostSignal { .. } => StimulusKind::PostSignal,
            Self::Answer { .. } => StimulusKind::Answer,
            Self::SetVariable { .. } => StimulusKind::SetVariable,
            Self::ApproveDelivery { .. } => StimulusKind::ApproveDelivery,
            Self::ConfirmDelivery { .. } => StimulusKind::ConfirmDelivery,
            Self::PauseDelivery { .. } => StimulusKind::PauseDelivery,
            Self::ResumeDelivery { .. } => StimulusKind::ResumeDelivery,
            Self::StopDelivery { .. } => StimulusKind::StopDelivery,
            Self::SendProof { .. } => StimulusKind::SendProof,
            Self::Unsubscribe { .. } => StimulusKind::Unsubscribe,
            Self::ServerDown { .. } => StimulusKind::ServerDown,
            Self::FailTasks { .. } => StimulusKind::FailTasks,
        }
    }

    /// The name of the activity it is about, if it is about one.
    pub fn activity(&self) -> Option<&str> {
        match self {
            Self::EditDelivery { activity, .. }
            | Self::Relabel { activity, .. }
            | Self::EditSchedule { activity, .. }
            | Self::PostSignal { activity }
            | Self::Answer { activity, .. }
            | Self::ApproveDelivery { activity }
            | Self::ConfirmDelivery { activity }
            | Self::PauseDelivery { activity }
            | Self::ResumeDelivery { activity }
            | Self::StopDelivery { activity }
            | Self::SendProof { activity }
            | Self::FailTasks { activity, .. } => Some(activity),
            Self::ExecutePending { activity } => activity.as_deref(),
            _ => None,
        }
    }
}
