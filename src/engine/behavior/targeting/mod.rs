//! Activities of the Targeting tab besides the queries, one file an activity.

mod cells;
mod change_dimension;
mod deduplication;
mod enrichment;
mod exclusion;
mod intersection;
mod list_update;
mod logs;
mod read_list;
mod records;
mod split;
mod subscription;
#[cfg(test)]
mod tests;
mod union;
mod update_data;

use crate::engine::task::{Arrivals, Outcome, Turn};
use crate::engine::world::World;
use crate::plan::targeting::Targeting;

pub(in crate::engine) use logs::LogIndex;
pub(super) use records::recipients_of;

/// One task.
pub(super) fn execute(world: &mut World, turn: Turn, work: &Targeting, arrivals: &Arrivals) -> Outcome {
    let parcel = &arrivals.first();
    match work {
        Targeting::ReadList(list) => read_list::read(world, turn, *list, parcel),
        Targeting::Union => union::merge(world, turn, arrivals),
        Targeting::Intersection => intersection::intersect(world, turn, arrivals),
        Targeting::Exclusion { main } => exclusion::exclude(world, turn, *main, arrivals),
        Targeting::Split(parts) => split::divide(world, turn, parts, parcel),
        Targeting::Deduplication { attribute, keep } => {
            deduplication::drop_doubles(world, turn, *attribute, *keep, parcel)
        }
        Targeting::Enrichment(columns) => enrichment::add_columns(world, turn, columns, parcel),
        Targeting::ChangeDimension(to) => change_dimension::change(world, turn, *to, parcel),
        Targeting::Cells(cells) => cells::divide(world, turn, cells, parcel),
        Targeting::Subscription(service, action) => {
            subscription::change(world, turn, *service, *action, parcel)
        }
        Targeting::ListUpdate { list, purge } => list_update::save(world, turn, *list, *purge, parcel),
        Targeting::UpdateData(value) => update_data::write(world, turn, value, parcel),
    }
}
