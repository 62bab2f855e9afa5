//! Continuous delivery: appends to one delivery while nothing changed (`continuous-delivery` page).

use std::rc::Rc;

use chrono::Datelike as _;

use crate::base::time::SimTime;
use crate::engine::delivery::{self, NewDelivery, Then, is_stopped};
use crate::engine::parcel::Parcel;
use crate::engine::record::{DeliveryIdx, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::TemplateIdx;

/// Appends to the delivery that is still the same, or makes another one.
///
/// A changed content or label starts a new delivery object at the next run (`gs-message` page); the old one
/// keeps its logs. With a computed label the delivery of that label is looked for among all it made. That it is
/// finished does not keep it from going on. Assumption: one that was stopped by hand does not go on.
pub(super) fn deliver(world: &mut World, turn: Turn, template: TemplateIdx, parcel: &Parcel) -> Outcome {
    let Turn { at, step, .. } = turn;
    let pattern = world.plan.templates[template].computed_label.as_deref();
    let label = pattern.map_or_else(|| world.memories[step].label.clone(), |pattern| computed(pattern, at));
    let creative = world.templates[template].clone();
    let made = &world.memories[step].deliveries;
    let candidate = match pattern {
        Some(_) => {
            made.iter().rev().copied().find(|&delivery| world.record.deliveries[delivery].label == label)
        }
        None => made.last().copied(),
    };
    let goes_on = |delivery: &DeliveryIdx| {
        is_unchanged(world, *delivery, &label, creative.fingerprint()) && !is_stopped(world, *delivery, at)
    };
    let delivery = match candidate.filter(goes_on) {
        Some(delivery) => {
            world.note(at, Some(step), What::DeliveryContinued { delivery });
            delivery
        }
        None => {
            let properties = world.plan.templates[template].properties.clone();
            delivery::create(world, turn, NewDelivery { label, code: "".into(), creative, properties })
        }
    };
    let sent = delivery::analyse(world, turn, delivery, parcel.population(), Then::Start);
    Outcome::passes(Parcel { delivery: Some(delivery), ..parcel.with_people(sent) })
}

/// The fingerprint rule. Assumption: content and label are the delivery information that is compared.
fn is_unchanged(world: &World, delivery: DeliveryIdx, label: &str, content: u64) -> bool {
    let row = &world.record.deliveries[delivery];
    *row.label == *label && row.creative.fingerprint() == content
}

/// The label script's result at a moment.
pub(super) fn computed(pattern: &str, at: SimTime) -> Rc<str> {
    let date = at.date();
    let week = date.iso_week();
    pattern
        .replace("{yyyy}", &format!("{:04}", date.year()))
        .replace("{mm}", &format!("{:02}", date.month()))
        .replace("{dd}", &format!("{:02}", date.day()))
        .replace("{ww}", &format!("{:02}", week.week()))
        .into()
}
