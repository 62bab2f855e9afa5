//! Makes deliveries, analyses a target and sends: what both kinds of delivery share.

use std::rc::Rc;

use crate::base::kept_set::KeptSet;
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::curve::Curve;
use crate::engine::draw::{OptOut, draw};
use crate::engine::record::{Batch, Delivery, DeliveryIdx, What};
use crate::engine::world::World;
use crate::plan::StepIdx;
use crate::scenario::creative::Creative;

/// What a new row of `nms:delivery` starts with.
pub(super) struct NewDelivery {
    pub label: Rc<str>,
    pub code: Rc<str>,
    pub creative: Rc<Creative>,
}

/// Makes a delivery.
pub(super) fn create(world: &mut World<'_>, at: SimTime, step: StepIdx, new: NewDelivery) -> DeliveryIdx {
    let delivery = world.record.deliveries.len();
    let NewDelivery { label, code, creative } = new;
    let row = Delivery { step, label, code, created_at: at, creative, batches: Vec::new() };
    world.record.deliveries.push(row);
    world.memories[step].deliveries.push(delivery);
    world.note(at, Some(step), What::DeliveryCreated { delivery });
    delivery
}

/// Analyses the target and sends to whom it leaves; the population passes on to what follows.
///
/// The analysis leaves out who opted out and who has no address (`apply-rules` page: address qualification).
pub(super) fn send(
    world: &mut World<'_>,
    at: SimTime,
    step: StepIdx,
    delivery: DeliveryIdx,
    target: Rc<PeopleSet>,
) {
    let mut excluded = world.people.denylisted().clone();
    excluded |= world.people.without_address();
    excluded &= &*target;
    let to_deliver = if excluded.is_empty() {
        target
    } else {
        let mut left = PeopleSet::clone(&target);
        left -= &excluded;
        Rc::new(left)
    };
    let occurrence = world.memories[step].occurrences;
    world.memories[step].occurrences += 1;
    let before = world.record.batches.iter().rev().find(|batch| batch.step == step);
    let mut batch = Batch {
        delivery,
        step,
        occurrence,
        at,
        key: world.plan.steps[step].key.with(occurrence.into()),
        to_deliver: KeptSet::of(to_deliver.clone(), before.map(|before| &before.to_deliver)),
        excluded: KeptSet::of(Rc::new(excluded), before.map(|before| &before.excluded)),
        failed: 0,
        first_broad_log: world.next_broad_log,
        first_tracking_log: world.next_tracking_log,
        curve: Curve::new(at),
        digest: 0,
    };
    world.next_tracking_log += draw_messages(world, &mut batch, &to_deliver);
    world.next_broad_log += to_deliver.len();
    let number = world.record.batches.len();
    world.record.batches.push(batch);
    world.record.deliveries[delivery].batches.push(number);
    world.note(at, Some(step), What::Sent { batch: number });
    world.leave(at, step, Some(to_deliver));
}

/// Draws every message of a batch once, counting; returns the number of tracking rows.
fn draw_messages(world: &mut World<'_>, batch: &mut Batch, to_deliver: &PeopleSet) -> u64 {
    let drawn = draw(batch.key, to_deliver, world.odds, batch.at, &mut batch.curve);
    for OptOut { recipient, after } in drawn.opt_outs {
        world.opt_out(batch.at + after, recipient);
    }
    batch.curve.cumulate();
    (batch.failed, batch.digest) = (drawn.failed, drawn.digest);
    drawn.rows
}
