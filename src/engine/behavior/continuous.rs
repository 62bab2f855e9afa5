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
    let wall = world.wall(turn);
    let label = pattern.map_or_else(|| world.memories[step].label.clone(), |pattern| computed(pattern, wall));
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

/// The label script's result at a time on the wall of its activity.
///
/// Assumption: beside a week and without a month, the year is that of the ISO week, so that a week at the turn of the
/// year is not taken for one twelve months away.
pub(super) fn computed(pattern: &str, wall: SimTime) -> Rc<str> {
    let date = wall.date();
    let week = date.iso_week();
    let is_of_week = pattern.contains("{ww}") && !pattern.contains("{mm}");
    let year = if is_of_week { week.year() } else { date.year() };
    pattern
        .replace("{yyyy}", &format!("{year:04}"))
        .replace("{mm}", &format!("{:02}", date.month()))
        .replace("{dd}", &format!("{:02}", date.day()))
        .replace("{ww}", &format!("{:02}", week.week()))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beside_a_week_the_year_is_that_of_the_week() {
        let label = |pattern: &str, at: &str| computed(pattern, SimTime::parse(at).unwrap());
        let week = |at| label("Week {yyyy}-{ww}", at);
        assert_eq!(&*week("2025-01-05 09:00"), "Week 2025-01");
        assert_eq!(&*week("2025-12-28 09:00"), "Week 2025-52");
        assert_eq!(&*week("2025-12-29 09:00"), "Week 2026-01");
        assert_eq!(&*week("2027-01-03 09:00"), "Week 2026-53");
        assert_eq!(&*label("{yyyy}-{mm}-{dd}, {ww}", "2025-12-29 09:00"), "2025-12-29, 01");
        assert_eq!(&*label("{yyyy}", "2025-12-29 09:00"), "2025");
    }
}
