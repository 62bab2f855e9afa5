//! Enrichment: adds columns to the work table (`enrichment` page).

use std::rc::Rc;

use super::records::recipient_of;
use crate::base::time::DAY_SECS;
use crate::engine::parcel::Parcel;
use crate::engine::record::{AddedColumn, TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::people::Contracts;
use crate::scenario::activity::targeting::EnrichedColumn;

/// The days since the last message of somebody who never had one.
const NEVER: i64 = 9_999;

/// Adds the columns as they are at this moment; nobody comes or goes.
pub(super) fn add_columns(
    world: &mut World,
    turn: Turn,
    columns: &[EnrichedColumn],
    inbound: &Parcel,
) -> Outcome {
    let population = inbound.population();
    let contracts = Contracts::of_seed(world.plan.seed);
    world.read_broad_log(turn.at);
    let logs = &world.logs;
    let mut enriched = inbound.enriched.as_deref().cloned().unwrap_or_default();
    let mut added = Vec::new();
    for &column in columns {
        let value = |record: u32| -> i64 {
            let recipient = recipient_of(inbound.dimension, record);
            match column {
                EnrichedColumn::Contracts => contracts.count(recipient).into(),
                EnrichedColumn::MessagesReceived => logs.messages(recipient).into(),
                EnrichedColumn::DaysSinceLastMessage => {
                    logs.last_message(recipient).map_or(NEVER, |last| (turn.at - last).secs() / DAY_SECS)
                }
            }
        };
        let values: Vec<i64> = population.iter().map(value).collect();
        let (least, most) = (values.iter().min(), values.iter().max());
        added.push(AddedColumn {
            column,
            least: least.copied().unwrap_or_default(),
            most: most.copied().unwrap_or_default(),
        });
        enriched.add(column, &population, values);
    }
    let fact = TargetingFact::Enriched { count: population.len(), columns: added };
    world.note(turn.at, Some(turn.step), What::Targeting(fact));
    Outcome::passes(Parcel { enriched: Some(Rc::new(enriched)), ..inbound.clone() })
}
