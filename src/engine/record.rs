//! What a run leaves behind: facts in the past tense, deliveries, and who was targeted by each of their runs.

use std::rc::Rc;

use super::curve::Curve;
use crate::base::chance::Key;
use crate::base::kept_set::KeptSet;
use crate::base::time::SimTime;
use crate::plan::{LinkIdx, StepIdx, TemplateIdx};
use crate::scenario::creative::Creative;

/// A delivery's place in `Record::deliveries`.
pub type DeliveryIdx = usize;
/// A batch's place in `Record::batches`.
pub type BatchIdx = usize;

/// Everything that happened, in order. It only grows; nothing edits an entry.
#[derive(Debug, Default)]
pub struct Record {
    /// The journal, in order of time and then of happening.
    pub facts: Vec<Fact>,
    /// The rows of `nms:delivery` that are not templates, in order of creation.
    pub deliveries: Vec<Delivery>,
    /// The runs of delivery activities, in order of time.
    pub batches: Vec<Batch>,
    /// Every crossing of a transition, in order of time.
    pub passages: Vec<Passage>,
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// When it happened.
    pub at: SimTime,
    /// The activity it happened in, if in one.
    pub step: Option<StepIdx>,
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
    /// A run of a delivery was analysed and sent.
    Sent {
        /// Which run.
        batch: BatchIdx,
    },
    /// The branch came to its End.
    BranchEnded,
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

/// A row of `nms:delivery` (`data-model-description` page).
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The activity that made it.
    pub step: StepIdx,
    /// *Label*. Instances of a recurring delivery all have the same one.
    pub label: Rc<str>,
    /// *Delivery code*; may be empty.
    pub code: Rc<str>,
    /// When it was made; its contact date too.
    pub created_at: SimTime,
    /// The content it was made with, which it keeps.
    pub creative: Rc<Creative>,
    /// The runs that wrote into it, in order.
    pub batches: Vec<BatchIdx>,
}

/// One run of a delivery activity: from it and its key every log row follows.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The delivery its rows point to.
    pub delivery: DeliveryIdx,
    /// The activity.
    pub step: StepIdx,
    /// Which run of the activity, from 0.
    pub occurrence: u32,
    /// When it was sent.
    pub at: SimTime,
    /// Seed, activity and occurrence: with a recipient, the key of a message.
    pub key: Key,
    /// Everyone who has a message, in rising order.
    pub to_deliver: KeptSet,
    /// Those the analysis left out: opted out, or without an address.
    pub excluded: KeptSet,
    /// How many messages could not be delivered.
    pub failed: u64,
    /// The `iBroadLogId` of its first broadLog row.
    pub first_broad_log: u64,
    /// The `iTrackingLogId` of its first tracking row.
    pub first_tracking_log: u64,
    /// The reactions by hour.
    pub curve: Curve,
    /// The sum of the bits of all messages; part of the fingerprint.
    pub digest: u64,
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
}

impl What {
    /// Whether a run began: a schedule launched its activity, or one without a schedule began at once.
    pub fn begins_a_run(&self) -> bool {
        matches!(self, Self::Launched { .. } | Self::Began)
    }
}
