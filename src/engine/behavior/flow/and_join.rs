//! AND-join: waits for all branches and passes one population on (`and-join` page).

use std::rc::Rc;

use crate::base::people_set::PeopleSet;
use crate::engine::parcel::{Parcel, Vars};
use crate::engine::probe::Rule;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Arrivals, Outcome, Turn};
use crate::engine::world::World;
use crate::plan::LinkIdx;
use crate::scenario::intervention::TaskError;

/// All transitions have come: the population of the main set passes on, the others end here.
///
/// Without a main set the product selects one of the populations at random; here the activity's key does it, anew
/// each time. Assumption: a transition that carries no population is not among those selected from. Populations of
/// different targeting dimensions cannot be joined: the task is in error.
pub(super) fn join(world: &mut World, turn: Turn, main: Option<LinkIdx>, arrivals: &Arrivals) -> Outcome {
    let populated: Vec<_> =
        arrivals.iter().filter(|(_, parcel)| parcel.people.is_some()).map(|(link, _)| link).collect();
    let mut dimensions =
        arrivals.iter().filter(|(_, parcel)| parcel.people.is_some()).map(|(_, parcel)| parcel.dimension);
    let first = dimensions.next();
    if dimensions.any(|dimension| Some(dimension) != first) {
        world.note(turn.at, Some(turn.step), What::Flow(FlowFact::DimensionsDiffer));
        return Outcome::Fails(TaskError::Database);
    }
    let is_random = main.is_none() && populated.len() > 1;
    let from = main.or_else(|| {
        let occurrence = world.memories[turn.step].occurrences;
        let key = world.plan.steps[turn.step].key.named("main set").with(occurrence.into());
        let place = usize::try_from(key.below(populated.len() as u64)).unwrap_or(0);
        populated.get(place).copied().flatten()
    });
    world.memories[turn.step].occurrences += 1;
    let chosen = arrivals.by(from);
    let parcel = Parcel { vars: merged(&chosen, arrivals), ..chosen };
    if world.probe.is_some() && !populated.is_empty() {
        let mut everyone = PeopleSet::default();
        for (_, one) in arrivals.iter() {
            everyone |= &*one.population();
        }
        world.judged(turn, Rule::Combination, Some(&everyone), &parcel.population());
    }
    let joined = u32::try_from(arrivals.iter().count()).unwrap_or(u32::MAX);
    world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Joined { joined, from, is_random }));
    Outcome::passes(parcel)
}

/// The variables of all events. Where several have the same one, the product leaves open which value remains.
///
/// Assumption: that of the event whose population passes on, else of the first in the drawing.
fn merged(chosen: &Parcel, arrivals: &Arrivals) -> Vars {
    let mut vars = chosen.vars.clone();
    for (_, parcel) in arrivals.iter() {
        for (name, value) in parcel.vars.iter().filter(|(name, _)| !chosen.vars.contains_key(*name)) {
            Rc::make_mut(&mut vars).entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    vars
}
