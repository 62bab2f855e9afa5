//! What a run itself brought to light, as findings beside those of the scenario.

use super::RunLog;
use crate::engine::record::What;
use crate::scenario::finding::{Finding, Problem, Severity};

impl RunLog {
    /// What is doubtful about the run as a whole.
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        // Only a run that was cut short ends with this fact.
        if let Some(fact) = self.record().facts.last()
            && let What::LimitReached { limit } = fact.what
        {
            let problem = Problem::CutShort { events: limit, at: fact.at };
            found.push(Finding { severity: Severity::Warning, activity: None, problem });
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::engine::record::{Fact, Record};
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_run_that_was_cut_short_says_so() {
        let plan = Rc::new(lower(&Sample::Welcome.scenario(), None).unwrap().plan);
        assert_eq!(RunLog::of(plan.clone()).findings(), []);
        let at = plan.start;
        let facts = vec![Fact { at, step: None, task: None, what: What::LimitReached { limit: 7 } }];
        let log = RunLog::new(plan, Record { facts, ..Record::default() });
        let problem = Problem::CutShort { events: 7, at };
        assert_eq!(log.findings(), [Finding { severity: Severity::Warning, activity: None, problem }]);
    }
}
