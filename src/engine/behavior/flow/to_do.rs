//! Task: something a person does, done or not done (`task` page).

use super::{approval, waiting};
use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Alarm, Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::scenario::activity::flow::Duration;
use crate::scenario::activity::ports::Port;

/// Waits for the person, or until the task expires.
pub(super) fn begin(turn: Turn, expires: Option<Duration>) -> Outcome {
    let alarm = expires.map(|after| Alarm { at: after.after(turn.at), number: 0 });
    Outcome::Waits(alarm.into_iter().collect())
}

/// Done, not done, or expired, which counts as not done.
///
/// Assumption: *Execute pending task(s) now* does nobody's work, so the task goes on waiting.
pub(super) fn hear(world: &mut World, turn: Turn, parcel: Parcel, why: Wake) -> Option<Outcome> {
    match why {
        Wake::Answer(port) => Some(approval::answered(world, turn, parcel, port)),
        Wake::Alarm(_) => {
            let port = Port::NotDone;
            world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Expired { port }));
            Some(Outcome::Done(vec![(port, parcel)]))
        }
        Wake::Signal | Wake::Now => waiting::ignore(world, turn, why),
    }
}
