//! Steering by hand and by Delivery control: approve, confirm, start, pause, take up, stop, proof
//! (`delivery-control` page).

use super::{Then, Wait, analyse, approval, sending};
use crate::base::time::SimTime;
use crate::engine::record::{BatchIdx, DeliveryFact, DeliveryIdx, Refused};
use crate::engine::task::Turn;
use crate::engine::world::World;
use crate::plan::StepIdx;
use crate::plan::stimulus::DeliveryCommand;
use crate::scenario::activity::ActivityKind;
use crate::scenario::activity::sending::ControlAction;

/// The newest delivery of an activity.
pub(in crate::engine) fn newest(world: &World, step: StepIdx) -> Option<DeliveryIdx> {
    world.memories[step].deliveries.last().copied()
}

/// A Delivery control, or a Delivery activity that finds its delivery prepared. Steps already done are skipped.
pub(in crate::engine) fn steer(world: &mut World, turn: Turn, delivery: DeliveryIdx, action: ControlAction) {
    let Turn { at, step, .. } = turn;
    let is_done = match action {
        ControlAction::Start => start(world, turn, delivery),
        ControlAction::Pause => sending::pause(world, at, step, delivery),
        ControlAction::Stop => sending::stop(world, at, step, delivery),
    };
    if !is_done {
        world.note_delivery(at, step, DeliveryFact::Skipped { delivery });
    }
}

/// Starts what is saved, prepared, unconfirmed, or held.
fn start(world: &mut World, turn: Turn, delivery: DeliveryIdx) -> bool {
    let Turn { at, step, .. } = turn;
    if let Some(target) = world.record.deliveries[delivery].target.clone() {
        analyse(world, turn, delivery, target, Then::Start);
        return true;
    }
    let waiting = waiting_for(world, &[delivery], Wait::Start);
    for batch in &waiting {
        approval::start(world, at, step, *batch);
    }
    let unconfirmed = waiting_for(world, &[delivery], Wait::Confirmation);
    // Those that were only just started wait for a person.
    let unconfirmed: Vec<_> = unconfirmed.into_iter().filter(|batch| !waiting.contains(batch)).collect();
    for batch in &unconfirmed {
        approval::confirm(world, at, step, *batch);
    }
    !waiting.is_empty() || !unconfirmed.is_empty() || sending::take_up(world, at, step, delivery)
}

impl World {
    /// A person steers the deliveries of an activity.
    pub(in crate::engine) fn command_delivery(&mut self, at: SimTime, step: StepIdx, what: DeliveryCommand) {
        let made = self.memories[step].deliveries.clone();
        let is_done = match what {
            DeliveryCommand::Approve => {
                let waiting = waiting_for(self, &made, Wait::Approval);
                for batch in &waiting {
                    approval::approve(self, at, step, *batch);
                }
                !waiting.is_empty()
            }
            DeliveryCommand::Confirm => {
                let mut waiting = waiting_for(self, &made, Wait::Confirmation);
                waiting.extend(self.prepared_only(&made));
                for batch in &waiting {
                    approval::confirm(self, at, step, *batch);
                }
                !waiting.is_empty()
            }
            DeliveryCommand::Pause => {
                made.last().is_some_and(|delivery| sending::pause(self, at, step, *delivery))
            }
            DeliveryCommand::Resume => {
                made.iter().rev().any(|delivery| sending::take_up(self, at, step, *delivery))
            }
            DeliveryCommand::Stop => {
                made.last().is_some_and(|delivery| sending::stop(self, at, step, *delivery))
            }
            DeliveryCommand::SendProof => return self.send_proof(at, step),
        };
        if !is_done {
            self.note_delivery(at, step, DeliveryFact::Refused(Refused::NothingToDo));
        }
    }

    /// A proof goes to the proof target, never to recipients; a Recurring delivery sends none
    /// (`recurring-delivery` page).
    fn send_proof(&mut self, at: SimTime, step: StepIdx) {
        let kind = self.plan.steps[step].work.kind();
        let fact = match kind {
            ActivityKind::RecurringDelivery => DeliveryFact::Refused(Refused::ProofOnRecurring),
            _ => DeliveryFact::ProofSent { delivery: newest(self, step) },
        };
        self.note_delivery(at, step, fact);
    }

    /// Runs that *Prepare* has left to whoever confirms them.
    fn prepared_only(&self, made: &[DeliveryIdx]) -> Vec<BatchIdx> {
        let needs_approval = self.plan.approvals.target || self.plan.approvals.content;
        if needs_approval { Vec::new() } else { waiting_for(self, made, Wait::Start) }
    }
}

/// The runs of these deliveries that wait for this, oldest first.
fn waiting_for(world: &World, deliveries: &[DeliveryIdx], what: Wait) -> Vec<BatchIdx> {
    let waits = world.sending.waits.iter().filter(|(_, wait)| **wait == what);
    let of = |batch: &BatchIdx| deliveries.binary_search(&world.record.batches[*batch].delivery).is_ok();
    waits.map(|(batch, _)| *batch).filter(of).collect()
}
