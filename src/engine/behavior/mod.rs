//! What each activity does when it is activated, one file an activity.

mod continuous;
mod flow;
mod incremental;
mod query;
mod recurring;
mod sending;
mod targeting;

use super::record::{AbortCause, What};
use super::task::{Arrivals, Outcome, Turn, Wake};
use super::world::World;
use crate::plan::Work;

pub(super) use incremental::{History, empty_history};
pub(super) use targeting::LogIndex;

/// One task: the activity was activated, by a launch or by transitions with what they carry.
pub(super) fn execute(world: &mut World, turn: Turn, arrivals: &Arrivals) -> Outcome {
    let plan = world.plan.clone();
    let parcel = arrivals.first();
    match &plan.steps[turn.step].work {
        Work::Start | Work::Scheduler(_) | Work::Passes(_) => Outcome::passes(parcel),
        Work::End { stops_all } => {
            world.note(turn.at, Some(turn.step), What::BranchEnded);
            if *stops_all {
                // Assumption: schedules go on, for a launch to come is no task in progress.
                world.abort_all(turn.at, AbortCause::End);
            }
            Outcome::ends()
        }
        Work::Query(settings) => query::select(world, turn, settings, &parcel),
        Work::Incremental(settings) => incremental::select(world, turn, settings, &parcel),
        Work::Recurring(settings) => recurring::deliver(world, turn, settings, &parcel),
        Work::Continuous(template) => continuous::deliver(world, turn, *template, &parcel),
        Work::Targeting(work) => targeting::execute(world, turn, work, arrivals),
        Work::Flow(work) => flow::execute(world, turn, work, arrivals),
        Work::Sending(work, _) => sending::execute(world, turn, work, &parcel),
    }
}

/// A task that waits is woken; none where it goes on waiting.
pub(super) fn wake(world: &mut World, turn: Turn, arrivals: &Arrivals, why: Wake) -> Option<Outcome> {
    let plan = world.plan.clone();
    match &plan.steps[turn.step].work {
        Work::Flow(work) => flow::wake(world, turn, work, arrivals, why),
        _ => None,
    }
}
