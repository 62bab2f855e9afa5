//! Recurring delivery: every run makes a new delivery with logs of its own (`recurring-delivery` page).

use std::rc::Rc;

use super::send::{self, NewDelivery};
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::world::World;
use crate::plan::{RecurringStep, StepIdx};

/// Makes the next instance and sends it.
///
/// Assumption: a run with nobody in it makes an instance without messages.
pub(super) fn deliver(
    world: &mut World<'_>,
    at: SimTime,
    step: StepIdx,
    settings: &RecurringStep,
    people: Option<Rc<PeopleSet>>,
) {
    let memory = &world.memories[step];
    let creative = memory.creative.clone().unwrap_or_else(|| settings.creative.clone());
    let new = NewDelivery { label: memory.label.clone(), code: settings.code.clone(), creative };
    let delivery = send::create(world, at, step, new);
    send::send(world, at, step, delivery, people.unwrap_or_default());
}
