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
            // Those of other tabs, written out so that the compiler asks for a new activity here.
            Settings::Start(_)
            | Settings::End(_)
            | Settings::Scheduler(_)
            | Settings::JumpStart(_)
            | Settings::JumpEnd(_)
            | Settings::Query(_)
            | Settings::IncrementalQuery(_)
            | Settings::ReadList(_)
            | Settings::Union(_)
            | Settings::Intersection(_)
            | Settings::Exclusion(_)
            | Settings::Split(_)
            | Settings::Deduplication(_)
            | Settings::Enrichment(_)
            | Settings::ChangeDimension(_)
            | Settings::Cells(_)
            | Settings::Subscription(_)
            | Settings::ListUpdate(_)
            | Settings::UpdateData(_)
            | Settings::ChannelDelivery(_)
            | Settings::RecurringDelivery(_)
            | Settings::Delivery(_)
            | Settings::DeliveryControl(_)
            | Settings::ContinuousDelivery(_)
            | Settings::Script(_)
            | Settings::Outside(_) => return None,
        })
    }
}

fn expirations(expirations: &[Expiration]) -> Vec<PlannedExpiration> {
    expirations.iter().map(|one| PlannedExpiration { after: one.after, goes_on: one.goes_on }).collect()
}
