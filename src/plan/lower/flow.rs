//! Makes activities of the Flow control tab runnable.

use super::Builder;
use crate::plan::flow::{Flow, PlannedExpiration};
use crate::plan::{Link, LinkIdx};
use crate::scenario::activity::Settings;
use crate::scenario::activity::flow::Expiration;

impl Builder<'_> {
    /// An activity of this tab; none where it is of another.
    pub(super) fn flow(&mut self, settings: &Settings, links: &[Link], inbound: &[LinkIdx]) -> Option<Flow> {
        Some(match settings {
            Settings::Fork(_) => Flow::Fork,
            Settings::AndJoin(join) => {
                Flow::AndJoin(self.main_link(join.main_set.as_deref(), links, inbound))
            }
            Settings::Test(test) => {
                Flow::Test(test.branches.iter().map(|branch| branch.when.clone()).collect())
            }
            Settings::Wait(wait) => Flow::Wait(wait.duration),
            Settings::TimeConstraint(constraint) => Flow::TimeConstraint(constraint.clone()),
            Settings::ExternalSignal(signal) => Flow::ExternalSignal(expirations(&signal.expirations)),
            Settings::Approval(approval) => Flow::Approval(expirations(&approval.expirations)),
            Settings::Alert(alert) => Flow::Alert(alert.message.as_str().into()),
            Settings::Task(task) => Flow::Task(task.expires),
            Settings::SubWorkflow(_) => Flow::SubWorkflow,
            _ => return None,
        })
    }
}

fn expirations(expirations: &[Expiration]) -> Vec<PlannedExpiration> {
    expirations.iter().map(|one| PlannedExpiration { after: one.after, goes_on: one.goes_on }).collect()
}
