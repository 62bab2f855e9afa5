//! A scenario made runnable: names resolved to places, conditions compiled. Only `lower` makes one.

pub mod flow;
pub mod lower;
pub mod population;
pub mod sending;
pub mod stimulus;
pub mod targeting;

use std::rc::Rc;

use crate::base::chance::Key;
use crate::base::time::{SimSpan, SimTime};
use crate::people::{People, Selector};
use crate::scenario::activity::ActivityKind;
use crate::scenario::activity::advanced::{Advanced, OnError};
use crate::scenario::activity::ports::{Output, Port};
use crate::scenario::creative::Creative;
use crate::scenario::properties::{CampaignApprovals, TechnicalWorkflows, WorkflowProperties};
use crate::scenario::reactions::Reactions;
use crate::schedule::{Schedule, Zone};
use flow::Flow;
use sending::{Properties, Sending};
pub use stimulus::{PlanStimulus, Planned};
use targeting::{QueryStep, Targeting};

/// An activity's place in `Plan::steps`, which is its place in the drawing; those of sub-workflows come after.
pub type StepIdx = usize;
/// A transition's place in `Plan::links`, which is its place in the drawing; jumps and sub-workflows come after.
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
    /// Time zone and error handling of the workflow.
    pub properties: WorkflowProperties,
    /// What the campaign wants approved.
    pub approvals: CampaignApprovals,
    /// The technical workflows of the instance.
    pub technical: TechnicalWorkflows,
    /// The lists, each with who is in it when the run begins.
    pub lists: Vec<Named>,
    /// The information services, each with who is subscribed when the run begins.
    pub services: Vec<Named>,
}

/// A list or a service.
#[derive(Debug)]
pub struct Named {
    /// Its internal name.
    pub name: Rc<str>,
    /// Its label.
    pub label: Rc<str>,
    /// Who is in it when the run begins; none means nobody.
    pub members: Option<Selector>,
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
    /// The transitions that leave it, in the order of the drawing.
    pub next: Vec<LinkIdx>,
    /// The transitions that enter it, in the order of the drawing.
    pub inbound: Vec<LinkIdx>,
    /// Its outputs.
    pub outputs: Vec<Output>,
    /// Outputs that no transition leaves although one should: the workflow pauses there.
    pub unterminated: Vec<Port>,
    /// Its Advanced tab.
    pub advanced: Advanced,
    /// What an error does.
    pub on_error: OnError,
    /// The time zone in which its schedule, its dates and its times of day are read: its own, else the workflow's,
    /// else the server's (`managing-time-zones` page).
    pub zone: Zone,
}

/// A transition.
#[derive(Debug)]
pub struct Link {
    /// The activity it leaves.
    pub from: StepIdx,
    /// The activity it enters.
    pub to: StepIdx,
    /// The output it leaves by.
    pub port: Port,
    /// Whether it leads from the end of a sub-workflow back to the activity that runs it.
    pub comes_back: bool,
}

/// A delivery template.
#[derive(Debug)]
pub struct Template {
    /// Its internal name.
    pub name: Rc<str>,
    /// Its label.
    pub label: Rc<str>,
    /// Its content when the run begins.
    pub creative: Rc<Creative>,
    /// The pattern of its label script.
    pub computed_label: Option<Rc<str>>,
    /// How deliveries made from it are prepared and sent.
    pub properties: Rc<Properties>,
}

/// What a step does.
#[derive(Debug)]
pub enum Work {
    /// Start.
    Start,
    /// End; whether it interrupts all tasks in progress.
    End {
        /// *Interrupt all tasks in progress*.
        stops_all: bool,
    },
    /// Scheduler.
    Scheduler(Schedule),
    /// Query.
    Query(QueryStep),
    /// Incremental query.
    Incremental(IncrementalStep),
    /// Recurring delivery.
    Recurring(RecurringStep),
    /// Continuous delivery, with the template it refers to.
    Continuous(TemplateIdx),
    /// Another activity of the Targeting tab.
    Targeting(Targeting),
    /// Another activity of the Flow control tab.
    Flow(Flow),
    /// Another activity that makes or steers deliveries, of the kind given.
    Sending(Sending, ActivityKind),
    /// A script or a drawing aid: its activation passes on.
    Passes(ActivityKind),
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
    /// Its own copy of the template's properties.
    pub properties: Rc<Properties>,
}

impl Work {
    /// Whether the activity waits until every transition that enters it has brought something.
    pub fn waits_for_all(&self) -> bool {
        matches!(
            self,
            Self::Targeting(Targeting::Union | Targeting::Intersection | Targeting::Exclusion { .. })
                | Self::Flow(Flow::AndJoin(_))
        )
    }

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
            Self::End { .. } => ActivityKind::End,
            Self::Scheduler(_) => ActivityKind::Scheduler,
            Self::Query(_) => ActivityKind::Query,
            Self::Incremental(_) => ActivityKind::IncrementalQuery,
            Self::Recurring(_) => ActivityKind::RecurringDelivery,
            Self::Continuous(_) => ActivityKind::ContinuousDelivery,
            Self::Targeting(work) => work.kind(),
            Self::Flow(work) => work.kind(),
            Self::Sending(_, kind) | Self::Passes(kind) => *kind,
        }
    }
}

impl Step {
    /// The name of an output in the file; empty for one that the activity has not.
    pub fn output_name(&self, port: Port) -> &str {
        self.outputs.iter().find(|output| output.port == port).map_or("", |output| &output.name)
    }

    /// Whether nothing leads into it.
    pub fn is_root(&self) -> bool {
        self.inbound.is_empty()
    }
}

impl Plan {
    /// The place of the activity with this name.
    pub fn step_named(&self, name: &str) -> Option<StepIdx> {
        self.steps.iter().position(|step| &*step.name == name)
    }
}
