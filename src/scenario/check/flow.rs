//! Checks activities of the Flow control tab, and signals and answers given to them.

use std::collections::BTreeSet;

use crate::scenario::activity::flow::{Comparison, Duration, Operand, TestSettings};
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::finding::{Finding, FlowProblem, Problem};
use crate::scenario::intervention::Stimulus;
use crate::scenario::{Scenario, Workflow};
use crate::schedule::Days;

/// All findings of this sort, in drawing order.
pub(super) fn check(scenario: &Scenario) -> Vec<Finding> {
    let mut findings = Vec::new();
    for activity in &scenario.workflow.activities {
        let mut found = Found { activity, findings: &mut findings };
        found.settings(scenario);
        found.links(&scenario.workflow);
    }
    findings.extend(stimuli(scenario));
    findings
}

struct Found<'f> {
    activity: &'f Activity,
    findings: &'f mut Vec<Finding>,
}

impl Found<'_> {
    fn error(&mut self, problem: FlowProblem) {
        self.findings.push(Finding::error_at(&self.activity.name, Problem::Flow(problem)));
    }

    fn warn(&mut self, problem: FlowProblem) {
        self.findings.push(Finding::warning_at(&self.activity.name, Problem::Flow(problem)));
    }

    fn settings(&mut self, scenario: &Scenario) {
        match &self.activity.settings {
            Settings::Test(test) => {
                self.outputs();
                self.test(test);
            }
            Settings::Wait(wait) => self.duration(scenario, wait.duration),
            Settings::TimeConstraint(window) if window.days == Days::on([]) => {
                self.error(FlowProblem::NoDays);
            }
            Settings::ExternalSignal(signal) => {
                self.outputs();
                for expiration in &signal.expirations {
                    self.duration(scenario, expiration.after);
                }
            }
            Settings::Approval(approval) => {
                self.outputs();
                if approval.answers.is_empty() {
                    self.warn(FlowProblem::NoAnswers);
                }
                for expiration in &approval.expirations {
                    self.duration(scenario, expiration.after);
                }
            }
            Settings::Task(task) => {
                if let Some(expires) = task.expires {
                    self.duration(scenario, expires);
                }
            }
            _ => {}
        }
    }

    fn test(&mut self, test: &TestSettings) {
        if test.branches.is_empty() {
            self.warn(FlowProblem::TestWithoutBranches);
        }
        for branch in &test.branches {
            if branch.when.is_empty() {
                self.warn(FlowProblem::AlwaysTrue { branch: branch.name.clone() });
            }
            let is_unnamed = |one: &Comparison| matches!(&one.left, Operand::Variable { name, .. } if name.trim().is_empty());
            if branch.when.iter().any(is_unnamed) {
                self.error(FlowProblem::UnnamedVariable);
            }
        }
    }

    /// The outputs that the settings name can be told apart.
    fn outputs(&mut self) {
        let mut seen = BTreeSet::new();
        for output in self.activity.settings.outputs() {
            if output.name.trim().is_empty() {
                self.error(FlowProblem::UnnamedOutput);
            } else if !seen.insert(output.name.clone()) {
                self.error(FlowProblem::DuplicateOutput { output: output.name });
            }
        }
    }

    fn duration(&mut self, scenario: &Scenario, duration: Duration) {
        if duration.count == 0 {
            self.warn(FlowProblem::NoDuration);
        } else if scenario.weeks > 0 && duration.after(scenario.start_time()) >= scenario.end_time() {
            self.warn(FlowProblem::LongerThanRun);
        }
    }

    fn links(&mut self, workflow: &Workflow) {
        let name = self.activity.name.as_str();
        match &self.activity.settings {
            Settings::AndJoin(join) => {
                let inbound = workflow.transitions.iter().filter(|transition| transition.to == name);
                let from: Vec<&str> = inbound.map(|transition| transition.from.as_str()).collect();
                match &join.main_set {
                    Some(main) if !from.contains(&main.as_str()) => {
                        self.error(FlowProblem::UnknownMainSet { name: main.clone() });
                    }
                    None if from.len() > 1 => self.warn(FlowProblem::NoMainSet),
                    _ => {}
                }
                if from.len() < 2 {
                    self.warn(FlowProblem::JoinOfOne);
                }
            }
            Settings::Fork(_)
                if workflow.transitions.iter().filter(|transition| transition.from == name).count() < 2 =>
            {
                self.warn(FlowProblem::ForkOfOne);
            }
            _ => {}
        }
    }
}

/// Signals and answers go to activities that can wait for them.
fn stimuli(scenario: &Scenario) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, intervention) in (1..).zip(&scenario.interventions) {
        let settings = |name: &String| scenario.workflow.activity(name).map(|activity| &activity.settings);
        match &intervention.what {
            Stimulus::PostSignal { activity }
                if !matches!(settings(activity), Some(Settings::ExternalSignal(_))) =>
            {
                let name = activity.clone();
                let problem = FlowProblem::SignalUnheard { number, name };
                findings.push(Finding::error(Problem::Flow(problem)));
            }
            Stimulus::Answer { activity, answer } => {
                let is_offered = match settings(activity) {
                    Some(Settings::Approval(approval)) => {
                        approval.answers.iter().any(|one| one.name == *answer)
                    }
                    Some(Settings::Task(_)) => ["done", "notDone"].contains(&answer.as_str()),
                    _ => false,
                };
                if !is_offered {
                    let (name, answer) = (activity.clone(), answer.clone());
                    let problem = FlowProblem::AnswerUnheard { number, name, answer };
                    findings.push(Finding::error(Problem::Flow(problem)));
                }
            }
            _ => {}
        }
    }
    findings
}
