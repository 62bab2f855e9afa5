//! What a run itself finds: why it was stopped before the weeks were over.

use super::RunLog;
use crate::engine::record::{FlowFact, What};
use crate::scenario::finding::{Finding, FlowProblem, Problem, Severity};

impl RunLog {
    /// What is to be told of a run besides what `check` says of its scenario. The run is what it is, so these are
    /// warnings.
    pub fn findings(&self) -> Vec<Finding> {
        let found = self.record().facts.iter().filter_map(|fact| {
            let problem = match fact.what {
                What::Flow(FlowFact::TooManyTasks { limit }) => FlowProblem::TooManyTasks { limit },
                What::LimitReached { limit } => FlowProblem::CutShort { limit, at: fact.at },
                _ => return None,
            };
            let step = fact.step.and_then(|step| self.plan().steps.get(step));
            let activity = step.map(|step| step.name.to_string());
            Some(Finding { severity: Severity::Warning, activity, problem: Problem::Flow(problem) })
        });
        found.collect()
    }
}
