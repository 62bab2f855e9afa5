//! Makes deliveries, analyses a target and sends: what both kinds of delivery share.

use std::rc::Rc;

use crate::base::people_set::PeopleSet;
use crate::engine::curve::Curve;
use crate::engine::drawing::Drawing;
use crate::engine::record::{Batch, Delivery, DeliveryIdx, What};
use crate::engine::task::Turn;
use crate::engine::world::World;
use crate::scenario::creative::Creative;

/// What a new row of `nms:delivery` starts with.
pub(super) struct NewDelivery {
    pub label: Rc<str>,
    pub code: Rc<str>,
    pub creative: Rc<Creative>,
}

/// Makes a delivery.
pub(super) fn create(world: &mut World, turn: Turn, new: NewDelivery) -> DeliveryIdx {
    let Turn { at, step, .. } = turn;
    let delivery = world.record.deliveries.len();
    let NewDelivery { label, code, creative } = new;
    let row = Delivery { step, label, code, created_at: at, creative, batches: Vec::new() };
    world.record.deliveries.push(row);
    world.memories[step].deliveries.push(delivery);
    world.note(at, Some(step), What::DeliveryCreated { delivery });
    delivery
}

/// Analyses the target and sends to whom it leaves, who are returned.
///
/// The analysis leaves out who opted out and who has no address (`apply-rules` page: address qualification).
pub(super) fn send(
    world: &mut World,
    turn: Turn,
    delivery: DeliveryIdx,
    target: Rc<PeopleSet>,
) -> Rc<PeopleSet> {
    let Turn { at, step, .. } = turn;
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
    let batch = Batch {
        delivery,
        step,
        occurrence,
        at,
        key: world.plan.steps[step].key.with(occurrence.into()),
        to_deliver: to_deliver.clone(),
        excluded,
        failed: 0,
        first_broad_log: world.next_broad_log,
        first_tracking_log: world.next_tracking_log,
        curve: Curve::new(at),
        digest: 0,
    };
    world.next_broad_log += to_deliver.len();
    let number = world.record.batches.len();
    world.record.batches.push(batch);
    world.record.deliveries[delivery].batches.push(number);
    world.drawing = Some(Drawing::new(number, to_deliver.clone(), Curve::new(at)));
    world.note(at, Some(step), What::Sent { batch: number });
    to_deliver
}
