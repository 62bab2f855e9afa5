//! Cells: subsets by condition, side by side (`cells` page).

use crate::base::people_set::PeopleSet;
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::people::Selector;
use crate::scenario::activity::ports::Port;

/// Everyone goes into the first cell whose condition holds; who fits none goes no further (Assumption).
pub(super) fn divide(world: &mut World, turn: Turn, cells: &[Selector], inbound: &Parcel) -> Outcome {
    let population = inbound.population();
    let mut left = PeopleSet::clone(&population);
    let (mut outputs, mut parts) = (Vec::new(), Vec::new());
    for (place, condition) in (0..).zip(cells) {
        let cell = world.matching(turn, condition, inbound.dimension, &left);
        world.judged_records(turn, Rule::Condition(place), inbound.dimension, (&left, &cell));
        left -= &cell;
        parts.push((Port::Named(place), cell.len()));
        outputs.push((Port::Named(place), inbound.with_people(cell)));
    }
    let fact = TargetingFact::Divided { inbound: population.len(), parts, rest: left.len() };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    Outcome::Done(outputs)
}
