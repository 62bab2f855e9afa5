//! What stands between the analysis and the sending: approvals, confirmation, contact date
//! (`marketing-campaign-approval` and `configure-and-send` pages).

use super::sending::begin;
use super::{Due, Wait};
use crate::base::time::{SimSpan, SimTime};
use crate::engine::record::{BatchIdx, DeliveryFact, DeliveryState};
use crate::engine::world::{Event, World};
use crate::plan::StepIdx;
use crate::scenario::properties::ApprovalMode;

/// Whether nothing stands between the analysis and the sending.
pub(super) fn starts_at_once(world: &World, at: SimTime, batch: BatchIdx) -> bool {
    !needs_approval(world)
        && !needs_confirmation(world, batch)
        && world.record.batches[batch].contact_date <= at
}

/// Somebody or something wants the run sent.
pub(super) fn start(world: &mut World, at: SimTime, step: StepIdx, batch: BatchIdx) {
    let delivery = world.record.batches[batch].delivery;
    if needs_approval(world) {
        let until = at + SimSpan::from_days(world.plan.approvals.days.into());
        world.hold(at, batch, Wait::Approval, DeliveryState::Prepared);
        world.note_delivery(at, step, DeliveryFact::AwaitsApproval { delivery, until });
        world.queue.push(until, Event::Delivery(Due::ApprovalEnd(batch)));
    } else {
        seek_confirmation(world, at, step, batch, false);
    }
}

/// The target and the content are approved; how the delivery goes on is the matter of its approval mode.
pub(super) fn approve(world: &mut World, at: SimTime, step: StepIdx, batch: BatchIdx) {
    let delivery = world.record.batches[batch].delivery;
    world.note_delivery(at, step, DeliveryFact::Approved { delivery });
    seek_confirmation(world, at, step, batch, true);
}

/// *Confirm delivery*.
pub(super) fn confirm(world: &mut World, at: SimTime, step: StepIdx, batch: BatchIdx) {
    let delivery = world.record.batches[batch].delivery;
    world.note_delivery(at, step, DeliveryFact::Confirmed { delivery });
    seek_contact(world, at, step, batch, true);
}

/// Nobody approved it in time: it is not sent (`marketing-campaign-approval` page).
///
/// Assumption: its messages stay pending, since it never had a validity that could end.
pub(super) fn end(world: &mut World, at: SimTime, batch: BatchIdx) {
    if world.sending.waits.get(&batch) == Some(&Wait::Approval) {
        world.sending.waits.insert(batch, Wait::ApprovalOver);
        let row = &world.record.batches[batch];
        let (step, delivery) = (row.step, row.delivery);
        world.note_delivery(at, step, DeliveryFact::ApprovalExpired { delivery });
    }
}

/// The contact date has come.
pub(super) fn contact(world: &mut World, at: SimTime, batch: BatchIdx) {
    if world.sending.waits.get(&batch) == Some(&Wait::Contact) {
        let step = world.record.batches[batch].step;
        if world.plan.technical.delivery_jobs {
            begin(world, at, step, batch);
        } else {
            let delivery = world.record.batches[batch].delivery;
            world.note_delivery(at, step, DeliveryFact::NotStarted { delivery });
        }
    }
}

fn needs_approval(world: &World) -> bool {
    world.plan.approvals.target || world.plan.approvals.content
}

fn needs_confirmation(world: &World, batch: BatchIdx) -> bool {
    let delivery = world.record.batches[batch].delivery;
    match world.record.deliveries[delivery].properties.approval {
        ApprovalMode::Automatic => false,
        ApprovalMode::SemiAutomatic => world.sending.warned.contains(&batch),
        ApprovalMode::Manual => true,
    }
}

fn seek_confirmation(world: &mut World, at: SimTime, step: StepIdx, batch: BatchIdx, has_waited: bool) {
    if needs_confirmation(world, batch) {
        let delivery = world.record.batches[batch].delivery;
        let mode = world.record.deliveries[delivery].properties.approval;
        let warned = mode == ApprovalMode::SemiAutomatic;
        world.hold(at, batch, Wait::Confirmation, DeliveryState::Prepared);
        world.note_delivery(at, step, DeliveryFact::AwaitsConfirmation { delivery, warned });
    } else {
        seek_contact(world, at, step, batch, has_waited);
    }
}

/// *Jobs on deliveries* starts what has waited; what never waited starts by itself.
fn seek_contact(world: &mut World, at: SimTime, step: StepIdx, batch: BatchIdx, has_waited: bool) {
    let row = &mut world.record.batches[batch];
    let (delivery, until) = (row.delivery, row.contact_date.max(at));
    row.contact_date = until;
    world.sending.longest_wait = world.sending.longest_wait.max(until - row.at);
    if until > at {
        world.hold(at, batch, Wait::Contact, DeliveryState::StartPending);
        world.note_delivery(at, step, DeliveryFact::Postponed { delivery, until });
        world.queue.push(until, Event::Delivery(Due::Contact(batch)));
        super::sending::queue_expiry(world, batch);
    } else if has_waited && !world.plan.technical.delivery_jobs {
        world.hold(at, batch, Wait::Contact, DeliveryState::StartPending);
        world.note_delivery(at, step, DeliveryFact::NotStarted { delivery });
        super::sending::queue_expiry(world, batch);
    } else {
        begin(world, at, step, batch);
    }
}
