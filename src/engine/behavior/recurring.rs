//! Recurring delivery: every run makes a new delivery with logs of its own (`recurring-delivery` page).

use crate::engine::delivery::{self, NewDelivery, Then};
use crate::engine::parcel::Parcel;
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::RecurringStep;

/// Makes the next instance and sends it.
///
/// Assumption: a run with nobody in it makes an instance without messages.
pub(super) fn deliver(world: &mut World, turn: Turn, settings: &RecurringStep, parcel: &Parcel) -> Outcome {
    let memory = &world.memories[turn.step];
    let creative = memory.creative.clone().unwrap_or_else(|| settings.creative.clone());
    let new = NewDelivery {
        label: memory.label.clone(),
        code: settings.code.clone(),
        creative,
        properties: settings.properties.clone(),
    };
    let delivery = delivery::create(world, turn, new);
    let sent = delivery::analyse(world, turn, delivery, parcel.population(), Then::Start);
    Outcome::passes(Parcel { delivery: Some(delivery), ..parcel.with_people(sent) })
}
