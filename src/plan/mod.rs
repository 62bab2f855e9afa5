//! A scenario made runnable: names resolved to places, conditions compiled. Only `lower` makes one.

pub mod lower;
pub mod population;

use std::rc::Rc;

use crate::base::chance::Key;
use crate::base::time::{SimSpan, SimTime};
use crate::people::{People, Selector};
use crate::scenario::activity::ActivityKind;
use crate::scenario::creative::Creative;
use crate::scenario::reactions::Reactions;
use crate::schedule::Schedule;

/// An activity's place in `Plan::steps`, which is its place in the drawing.
pub type StepIdx = usize;
/// A transition's place in `Plan::links`, which is its place in the drawing.
pub type LinkIdx = usize;
/// A template's place in `Plan::templates`.
pub type TemplateIdx = usize;
/// An intervention's place in `Plan::interventions`.
pub type InterventionIdx = usize;

/// Everything a run needs and nothing that could be wrong.
#[derive(Debug)]
pub struct Plan {
    /// The first moment of the run.
    pub start: SimTime,
    /// The moment the run ends; nothing happens then or later.
    pub end: SimTime,
    /// How many weeks lie between them.
    pub weeks: u32,
    /// The seed, for reports; draws go through the steps' keys.
    pub seed: u64,
    /// The activities.
    pub steps: Vec<Step>,
    /// The transitions.
    pub links: Vec<Link>,
    /// The delivery templates.
    pub templates: Vec<Template>,
    /// The recipients and how they change.
    pub people: Rc<People>,
    /// How recipients react.
    pub reactions: Reactions,
    /// What is done during the run, in the order of the file.
    pub interventions: Vec<Planned>,
}

/// An activity.
#[derive(Debug)]
pub struct Step {
    /// Its internal name.
    pub name: Rc<str>,
    /// Its label when the run begins.
    pub label: Rc<str>,
    /// The seed and the name: the root of its draws.
    pub key: Key,
    /// What it does.
    pub work: Work,
    /// The transitions that leave it.
    pub next: Vec<LinkIdx>,
    /// Whether nothing leads into it.
    pub is_root: bool,
}

/// A transition.
#[derive(Debug)]
pub struct Link {
    /// The activity it leaves.
    pub from: StepIdx,
    /// The activity it enters.
    pub to: StepIdx,
}

/// A delivery template.
#[derive(Debug)]
pub struct Template {
    /// Its label.
    pub label: Rc<str>,
    /// Its content when the run begins.
    pub creative: Rc<Creative>,
    /// The pattern of its label script.
    pub computed_label: Option<Rc<str>>,
}

/// What a step does.
#[derive(Debug)]
pub enum Work {
    /// Start.
    Start,
    /// End.
    End,
    /// Scheduler.
    Scheduler(Schedule),
    /// Query.
    Query(Selector),
    /// Incremental query.
    Incremental(IncrementalStep),
    /// Recurring delivery.
    Recurring(RecurringStep),
    /// Continuous delivery, with the template it refers to.
    Continuous(TemplateIdx),
}

/// An Incremental query.
#[derive(Debug)]
pub struct IncrementalStep {
    /// Who is selected.
    pub selector: Selector,
    /// Its own schedule.
    pub schedule: Option<Schedule>,
    /// How long a targeted recipient stays excluded; none means for ever.
    pub history: Option<SimSpan>,
    /// Whether a start keeps the history.
    pub keep_history: bool,
}

/// A Recurring delivery.
#[derive(Debug)]
pub struct RecurringStep {
    /// The delivery code of every instance.
    pub code: Rc<str>,
    /// Its own copy of the creative when the run begins.
    pub creative: Rc<Creative>,
}

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
    /// Stops and starts the workflow.
    RestartWorkflow,
}

impl Work {
    /// The schedule by which it launches itself, if it has one.
    pub fn schedule(&self) -> Option<&Schedule> {
        match self {
            Self::Scheduler(schedule) => Some(schedule),
            Self::Incremental(query) => query.schedule.as_ref(),
            _ => None,
        }
    }

    /// The kind of activity it is.
    pub fn kind(&self) -> ActivityKind {
        match self {
            Self::Start => ActivityKind::Start,
            Self::End => ActivityKind::End,
            Self::Scheduler(_) => ActivityKind::Scheduler,
            Self::Query(_) => ActivityKind::Query,
            Self::Incremental(_) => ActivityKind::IncrementalQuery,
            Self::Recurring(_) => ActivityKind::RecurringDelivery,
            Self::Continuous(_) => ActivityKind::ContinuousDelivery,
        }
    }
}

impl Plan {
    /// The place of the activity with this name.
    pub fn step_named(&self, name: &str) -> Option<StepIdx> {
        self.steps.iter().position(|step| &*step.name == name)
    }
}
