//! The pages of the product's documentation that findings rest on.

use super::Problem;
use crate::schedule::ScheduleProblem;

impl Problem {
    /// The page that says so; none where only the lab asks for it.
    pub fn page(&self) -> Option<&'static str> {
        Some(match self {
            Self::Pitfall(problem) => problem.page(),
            Self::SecondSchedule { .. } => "workflow-best-practices",
            Self::Schedule(ScheduleProblem::PeriodTooShort { .. }) => "scheduler",
            Self::PlainQueryIntoContinuous { .. } => "incremental-query",
            Self::InboundNotAllowed => "scheduler",
            Self::OutboundNotAllowed => "start-and-end",
            Self::NoOutbound => "about-workflows",
            Self::InterventionBuiltIn { .. } => "create-templates",
            Self::NotSimulated(_) => "action-activities",
            _ => return None,
        })
    }
}
