//! What is wrong or doubtful in a scenario, as typed values; `text` turns them into sentences.

mod flow;
mod life;
mod pitfalls;
mod sending;
mod targeting;

pub use self::flow::FlowProblem;
pub use self::life::LifeProblem;
pub use self::pitfalls::PitfallProblem;
pub use self::sending::SendingProblem;
pub use self::targeting::TargetingProblem;
use super::activity::sending::OutsideKind;
use crate::base::time::SimTime;
use crate::people::{ConditionProblem, PopulationProblem};
use crate::schedule::ScheduleProblem;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot run.
    Error,
    /// It runs, and probably not as meant.
    Warning,
}

/// One finding with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// The name of the activity it is about, if it is about one.
    pub activity: Option<String>,
    /// What was found.
    pub problem: Problem,
}

/// Everything `check` can find.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The number of weeks is not 1 to 520.
    WeeksOutOfRange(u32),
    /// The seed is larger than 2^53 − 1.
    SeedOutOfRange(u64),
    /// The first day is outside the years 1900 to 2200.
    StartOutOfRange,
    /// The population cannot be made.
    Population(PopulationProblem),
    /// The workflow has no activity.
    EmptyWorkflow,
    /// More activities or transitions than the lab runs.
    WorkflowTooLarge {
        /// The limit of either.
        limit: usize,
    },
    /// Two activities have this name.
    DuplicateName(String),
    /// An activity has an empty name.
    EmptyName,
    /// Two templates have this name.
    DuplicateTemplate(String),
    /// A transition leaves an activity that does not exist.
    MissingSource {
        /// The name that is missing.
        from: String,
        /// Where the transition leads.
        to: String,
    },
    /// A transition leads to an activity that does not exist.
    MissingTarget {
        /// Where the transition starts.
        from: String,
        /// The name that is missing.
        to: String,
    },
    /// The transitions lead in a circle through this activity.
    Cycle,
    /// A Scheduler or Start has an inbound transition.
    InboundNotAllowed,
    /// An End has an outbound transition.
    OutboundNotAllowed,
    /// A delivery has no inbound transition and so no recipients.
    NoInbound,
    /// Nothing follows this activity, so its result goes nowhere.
    NoOutbound,
    /// No activity makes deliveries.
    NoDelivery,
    /// An activity of this name does not exist.
    MissingActivity(String),
    /// A template of this name does not exist.
    MissingTemplate(String),
    /// The activity has no output of this name.
    MissingOutput {
        /// The name.
        output: String,
    },
    /// There is no list of this name.
    MissingList(String),
    /// There is no information service of this name.
    MissingService(String),
    /// A recipient has no attribute of this name.
    MissingAttribute(String),
    /// The activity needs systems that the lab does not have.
    NotSimulated(OutsideKind),
    /// The run was cut short at this moment, after the most events that one run may have.
    CutShort {
        /// How many.
        events: usize,
        /// When.
        at: SimTime,
    },
    /// About an activity of the Targeting tab.
    Targeting(TargetingProblem),
    /// About an activity of the Flow control tab.
    Flow(FlowProblem),
    /// About a delivery.
    Sending(SendingProblem),
    /// About the life of the workflow.
    Life(LifeProblem),
    /// A well-known pitfall.
    Pitfall(PitfallProblem),
    /// The schedule is faulty.
    Schedule(ScheduleProblem),
    /// The schedule has no launch from the first simulated day on.
    NeverFires,
    /// The schedule launches for the first time after the simulated weeks.
    FiresLater,
    /// No query leads to the delivery, so that it has nobody to send to.
    NoPopulation,
    /// The condition is faulty.
    Condition(ConditionProblem),
    /// The history is longer than 36,500 days.
    HistoryOutOfRange(u32),
    /// A branch passes a second schedule.
    SecondSchedule {
        /// The activity with the first schedule.
        first: String,
    },
    /// A plain query feeds a continuous delivery: the same people are selected at each run.
    PlainQueryIntoContinuous {
        /// The Query's name.
        query: String,
    },
    /// A chance is over 10,000 in 10,000.
    ChanceOutOfRange {
        /// The field of the reactions.
        field: &'static str,
        /// Its value.
        value: u32,
    },
    /// An intervention lies outside the simulated weeks.
    InterventionOutside {
        /// Its place in the list, from 1.
        number: usize,
    },
    /// An intervention names an activity or template that does not exist.
    InterventionMissing {
        /// Its place in the list, from 1.
        number: usize,
        /// The name that is missing.
        name: String,
    },
    /// An intervention would edit a built-in template.
    InterventionBuiltIn {
        /// Its place in the list, from 1.
        number: usize,
        /// The template's label.
        template: String,
    },
}

impl Finding {
    /// An error about the scenario as a whole.
    pub fn error(problem: Problem) -> Self {
        Self { severity: Severity::Error, activity: None, problem }
    }

    /// An error about one activity.
    pub fn error_at(activity: &str, problem: Problem) -> Self {
        Self { severity: Severity::Error, activity: Some(activity.to_owned()), problem }
    }

    /// A warning about one activity.
    pub fn warning_at(activity: &str, problem: Problem) -> Self {
        Self { severity: Severity::Warning, activity: Some(activity.to_owned()), problem }
    }
}

impl Problem {
    /// A stable code for machines, as in `simulate --format json`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WeeksOutOfRange(_) => "weeks-out-of-range",
            Self::SeedOutOfRange(_) => "seed-out-of-range",
            Self::StartOutOfRange => "start-out-of-range",
            Self::Population(PopulationProblem::Empty) => "empty-population",
            Self::Population(_) => "population",
            Self::EmptyWorkflow => "empty-workflow",
            Self::WorkflowTooLarge { .. } => "workflow-too-large",
            Self::DuplicateName(_) => "duplicate-name",
            Self::EmptyName => "empty-name",
            Self::DuplicateTemplate(_) => "duplicate-template",
            Self::MissingSource { .. } => "missing-source",
            Self::MissingTarget { .. } => "missing-target",
            Self::Cycle => "cycle",
            Self::InboundNotAllowed => "inbound-not-allowed",
            Self::OutboundNotAllowed => "outbound-not-allowed",
            Self::NoInbound => "no-inbound",
            Self::NoOutbound => "no-outbound",
            Self::NoDelivery => "no-delivery",
            Self::MissingActivity(_) => "missing-activity",
            Self::MissingTemplate(_) => "missing-template",
            Self::MissingOutput { .. } => "missing-output",
            Self::MissingList(_) => "missing-list",
            Self::MissingService(_) => "missing-service",
            Self::MissingAttribute(_) => "missing-attribute",
            Self::NotSimulated(_) => "not-simulated",
            Self::CutShort { .. } => "cut-short",
            Self::Targeting(problem) => problem.code(),
            Self::Flow(problem) => problem.code(),
            Self::Sending(problem) => problem.code(),
            Self::Life(problem) => problem.code(),
            Self::Pitfall(problem) => problem.code(),
            Self::Schedule(_) => "schedule",
            Self::NeverFires => "never-fires",
            Self::FiresLater => "fires-later",
            Self::NoPopulation => "no-population",
            Self::Condition(_) => "condition",
            Self::HistoryOutOfRange(_) => "history-out-of-range",
            Self::SecondSchedule { .. } => "second-schedule",
            Self::PlainQueryIntoContinuous { .. } => "plain-query-into-continuous",
            Self::ChanceOutOfRange { .. } => "chance-out-of-range",
            Self::InterventionOutside { .. } => "intervention-outside",
            Self::InterventionMissing { .. } => "intervention-missing",
            Self::InterventionBuiltIn { .. } => "intervention-built-in",
        }
    }
}
