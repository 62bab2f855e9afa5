//! Deduplication: keeps one record of those that agree in an attribute (`deduplication` page).

use std::collections::BTreeMap;

use super::records::recipient_of;
use crate::base::people_set::PeopleSet;
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::people::{AttributeIdx, Value};
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::targeting::KeptDouble;

/// Drops doubles within one inbound population: the flows are handled separately, each in a task of its own.
///
/// Assumption: texts agree whatever their case, and records without a value agree with each other.
pub(super) fn drop_doubles(
    world: &mut World,
    turn: Turn,
    attribute: AttributeIdx,
    keep: KeptDouble,
    inbound: &Parcel,
) -> Outcome {
    let population = inbound.population();
    let key = world.next_sample(turn);
    // Of each value the record with the smallest rank so far.
    let mut best: BTreeMap<String, (u64, u32)> = BTreeMap::new();
    for record in population.iter() {
        let recipient = recipient_of(inbound.dimension, record);
        let rank = match keep {
            KeptDouble::ChooseForMe => key.with(record.into()).bits(),
            KeptDouble::NonEmptyEmail => u64::from(world.people.without_address().contains(recipient)),
        };
        let value = comparable(world.people.value(recipient, attribute));
        let kept = best.entry(value).or_insert((rank, record));
        *kept = (*kept).min((rank, record));
    }
    let kept: PeopleSet = best.into_values().map(|(_, record)| record).collect();
    world.judged_records(turn, Rule::Double, inbound.dimension, (&population, &kept));
    let mut doubles = PeopleSet::clone(&population);
    doubles -= &kept;
    let fact = TargetingFact::Deduplicated { inbound: population.len(), kept: kept.len() };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    Outcome::Done(vec![
        (Port::Main, inbound.with_people(kept)),
        (Port::Complement, inbound.with_people(doubles)),
    ])
}

fn comparable(value: Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.trim().to_lowercase(),
        Value::Integer(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Flag(on) => on.to_string(),
    }
}
