//! What activities that wait for something from outside share: their expirations, and what they do not hear.

use crate::base::time::SimTime;
use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Alarm, Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::plan::flow::PlannedExpiration;
use crate::scenario::activity::ports::Port;

/// An alarm for each expiration, counted from the beginning of the wait.
pub(super) fn alarms(since: SimTime, expirations: &[PlannedExpiration]) -> Vec<Alarm> {
    (0..).zip(expirations).map(|(number, one)| Alarm { at: one.after.after(since), number }).collect()
}

/// An expiration activates its output; the wait is over unless *Do not terminate the task* is on.
pub(super) fn expire(
    world: &mut World,
    turn: Turn,
    expirations: &[PlannedExpiration],
    parcel: Parcel,
    number: u16,
) -> Option<Outcome> {
    let port = Port::Expired(number);
    world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Expired { port }));
    if expirations.get(usize::from(number)).is_some_and(|one| one.goes_on) {
        world.activate(turn, port, &parcel);
        return None;
    }
    Some(Outcome::Done(vec![(port, parcel)]))
}

/// What the activity does not wait for is noted, and it goes on as before.
pub(super) fn ignore(world: &mut World, turn: Turn, why: Wake) -> Option<Outcome> {
    world.no_effect(turn.at, turn.step, why);
    None
}
