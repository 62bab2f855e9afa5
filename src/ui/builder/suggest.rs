//! What is likely to follow an activity: the first choices of the context pad.

use crate::scenario::activity::ActivityKind;

use ActivityKind as A;

/// Up to three kinds, the likeliest first; none after an activity that ends its branch.
pub(super) const fn after(kind: ActivityKind) -> &'static [ActivityKind] {
    match kind {
        A::End | A::JumpStart => &[],
        A::Start | A::Scheduler | A::ExternalSignal | A::JumpEnd | A::TimeConstraint => {
            &[A::Query, A::IncrementalQuery, A::ReadList]
        }
        A::Query | A::ReadList => &[A::RecurringDelivery, A::Split, A::Wait],
        A::IncrementalQuery => &[A::ContinuousDelivery, A::Enrichment, A::Split],
        A::Split | A::Cells => &[A::Email, A::RecurringDelivery, A::Wait],
        A::Union | A::Intersection | A::Exclusion | A::Deduplication | A::Enrichment | A::ChangeDimension => {
            &[A::RecurringDelivery, A::Split, A::ListUpdate]
        }
        A::Subscription | A::ListUpdate | A::UpdateData => &[A::End, A::Wait, A::Email],
        A::Email | A::Sms | A::DirectMail | A::Delivery => &[A::Wait, A::UpdateData, A::End],
        A::RecurringDelivery | A::ContinuousDelivery => &[A::Wait, A::Alert, A::End],
        A::Wait => &[A::Query, A::Email, A::End],
        A::Fork | A::AndJoin | A::SubWorkflow | A::DeliveryControl => &[A::Query, A::Wait, A::End],
        A::Test | A::Approval | A::Task => &[A::Wait, A::Alert, A::End],
        A::Alert | A::Script | A::Outside => &[A::Wait, A::Query, A::End],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::edit::{Edit, apply};
    use crate::scenario::fresh::Sort;
    use crate::scenario::samples::Sample;

    #[test]
    fn every_suggestion_can_be_drawn_after_its_activity() {
        for kind in ActivityKind::ALL {
            assert!(!after(kind).contains(&kind) && after(kind).len() <= 3);
            let add = |sort, after| Edit::Add { sort, label: String::new(), x: 0, y: 0, after };
            let scenario = apply(&Sample::SideBySide.scenario(), add(Sort::Kind(kind), None)).unwrap();
            let new = scenario.workflow.activities.last().unwrap();
            // Where the outbound transition is switched off in the settings, the pad offers nothing.
            let Some(output) = new.settings.outputs().into_iter().next() else { continue };
            for next in after(kind) {
                let from = Some((new.name.clone(), Some(output.name.clone())));
                let added = apply(&scenario, add(Sort::Kind(*next), from));
                assert!(added.is_ok(), "{kind:?} then {next:?}: {:?}", added.err());
            }
        }
    }
}
