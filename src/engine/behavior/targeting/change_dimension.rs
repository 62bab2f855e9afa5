//! Change dimension: from contracts to those who have them, or from recipients to their contracts
//! (`change-dimension` page).

use std::rc::Rc;

use super::records::recipients_of;
use crate::base::people_set::PeopleSet;
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::people::Contracts;
use crate::scenario::activity::targeting::Dimension;

/// A recipient results once, however many contracts led there; all contracts of a recipient result.
pub(super) fn change(world: &mut World, turn: Turn, to: Dimension, inbound: &Parcel) -> Outcome {
    let records = inbound.population();
    let recipients = recipients_of(inbound.dimension, &records);
    let result: Rc<PeopleSet> = match to {
        Dimension::Contracts if inbound.dimension == Dimension::Contracts => records.clone(),
        Dimension::Contracts => Rc::new(Contracts::of_seed(world.plan.seed).held_by(&recipients)),
        Dimension::Recipients => recipients.clone(),
    };
    let reached = recipients_of(to, &result);
    world.judged(turn, Rule::Combination, Some(&recipients), &reached);
    let fact = TargetingFact::DimensionChanged {
        to,
        inbound: records.len(),
        count: result.len(),
        rest: recipients.len() - reached.len(),
    };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    Outcome::passes(inbound.with_records(to, result))
}
