//! Well-known pitfalls that the drawing shows: it runs, and teaches the wrong thing or hurts the instance.

use crate::base::time::SimSpan;

/// A pitfall.
#[derive(Clone, Debug, PartialEq)]
pub enum PitfallProblem {
    /// The history of an incremental query is shorter than the time between two of its runs: it forgets
    /// everyone before it runs again.
    HistoryShorterThanInterval {
        /// *History in days*.
        days: u32,
        /// The shortest time between two runs.
        interval: SimSpan,
    },
    /// The history is not kept when the workflow starts, and the workflow is started again during the run.
    HistoryLostAtRestart,
    /// A recurring delivery without a schedule before it: it runs once.
    RecurringWithoutSchedule,
    /// More than ten deliveries are made in a day.
    ManyDeliveriesInADay {
        /// How many there are on the first such day.
        count: u32,
    },
    /// More than 1,000 deliveries are made in all.
    ManyDeliveries,
    /// A delivery uses a built-in template.
    BuiltInTemplate {
        /// Its label.
        template: String,
    },
    /// Other activities refer to the same template, so that an edit reaches them too.
    SharedTemplate {
        /// Its label.
        template: String,
        /// The other activity.
        other: String,
    },
    /// Nothing that starts leads to the activity.
    Unreachable,
    /// The branch has no End.
    NoEnd,
    /// Several transitions leave one output; the product draws a Fork.
    NeedsFork,
    /// A run takes longer than the time to the next one, so that runs overlap.
    RunsOverlap {
        /// The activity that waits.
        waits: String,
        /// The shortest time between two runs.
        interval: SimSpan,
    },
    /// A schedule is edited during the run, and the workflow is not restarted after it.
    ScheduleEditWithoutRestart {
        /// The place of the change in the list, from 1.
        number: usize,
    },
    /// One recurring delivery is stopped; its later runs go on.
    StopsOneOccurrence {
        /// The place of the change in the list, from 1.
        number: usize,
    },
    /// The cleanup purges rows of a continuous delivery while it still sends.
    LosesOldestRows,
    /// Interim results are kept, which must not be in production.
    KeepsInterimResults,
    /// Opens and clicks are never collected.
    TrackingOff,
}

impl PitfallProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::HistoryShorterThanInterval { .. } => "history-shorter-than-interval",
            Self::HistoryLostAtRestart => "history-lost-at-restart",
            Self::RecurringWithoutSchedule => "recurring-without-schedule",
            Self::ManyDeliveriesInADay { .. } => "many-deliveries-in-a-day",
            Self::ManyDeliveries => "many-deliveries",
            Self::BuiltInTemplate { .. } => "built-in-template",
            Self::SharedTemplate { .. } => "shared-template",
            Self::Unreachable => "unreachable",
            Self::NoEnd => "no-end",
            Self::NeedsFork => "needs-fork",
            Self::RunsOverlap { .. } => "runs-overlap",
            Self::ScheduleEditWithoutRestart { .. } => "schedule-edit-without-restart",
            Self::StopsOneOccurrence { .. } => "stops-one-occurrence",
            Self::LosesOldestRows => "loses-oldest-rows",
            Self::KeepsInterimResults => "keeps-interim-results",
            Self::TrackingOff => "tracking-off",
        }
    }

    /// The page of the product's documentation that says so.
    pub fn page(&self) -> &'static str {
        match self {
            Self::HistoryShorterThanInterval { .. } | Self::HistoryLostAtRestart => "incremental-query",
            Self::RecurringWithoutSchedule | Self::ScheduleEditWithoutRestart { .. } => "scheduler",
            Self::ManyDeliveriesInADay { .. } | Self::ManyDeliveries => "application-objects",
            Self::BuiltInTemplate { .. } => "create-templates",
            Self::SharedTemplate { .. } => "continuous-delivery",
            Self::Unreachable | Self::NoEnd => "start-and-end",
            Self::NeedsFork => "fork",
            Self::RunsOverlap { .. } => "monitor-workflow-execution",
            Self::StopsOneOccurrence { .. } => "recurring-delivery",
            Self::LosesOldestRows => "database-cleanup-workflow",
            Self::KeepsInterimResults => "workflow-best-practices",
            Self::TrackingOff => "technical-workflows",
        }
    }
}
