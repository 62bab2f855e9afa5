//! Activities of the Flow control tab besides Start, End and Scheduler, one file an activity.

mod alert;
mod and_join;
mod approval;
mod external_signal;
mod fork;
mod sub_workflow;
mod test;
#[cfg(test)]
mod tests;
mod time_constraint;
mod to_do;
mod wait;
mod waiting;

use crate::engine::task::{Arrivals, Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::plan::flow::Flow;

/// One task.
pub(super) fn execute(world: &mut World, turn: Turn, work: &Flow, arrivals: &Arrivals) -> Outcome {
    match work {
        Flow::Fork => fork::activate_all(arrivals.first()),
        Flow::AndJoin(main) => and_join::join(world, turn, *main, arrivals),
        Flow::Test(branches) => test::choose(world, turn, branches, arrivals.first()),
        Flow::Wait(duration) => wait::begin(turn, *duration),
        Flow::TimeConstraint(window) => time_constraint::begin(world, turn, window, arrivals.first()),
        Flow::ExternalSignal(expirations) | Flow::Approval(expirations) => {
            Outcome::Waits(waiting::alarms(turn.at, expirations))
        }
        Flow::Task(expires) => to_do::begin(turn, *expires),
        Flow::Alert(_) => alert::send(world, turn, arrivals.first()),
        Flow::SubWorkflow => sub_workflow::call(world, turn, arrivals.first()),
    }
}

/// A task that waits is woken; none where it goes on waiting.
pub(super) fn wake(
    world: &mut World,
    turn: Turn,
    work: &Flow,
    arrivals: &Arrivals,
    why: Wake,
) -> Option<Outcome> {
    let parcel = arrivals.first();
    match work {
        Flow::Wait(_) => wait::end(parcel, why),
        Flow::TimeConstraint(_) => time_constraint::open(parcel, why),
        Flow::ExternalSignal(expirations) => external_signal::hear(world, turn, expirations, parcel, why),
        Flow::Approval(expirations) => approval::hear(world, turn, expirations, parcel, why),
        Flow::Task(_) => to_do::hear(world, turn, parcel, why),
        // Only what it called ends the wait of a Sub-workflow; the tasks in there are pending on their own.
        Flow::SubWorkflow => None,
        // These never wait.
        Flow::Fork | Flow::AndJoin(_) | Flow::Test(_) | Flow::Alert(_) => None,
    }
}
