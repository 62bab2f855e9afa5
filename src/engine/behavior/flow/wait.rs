//! Wait: passes on after a delay (`wait` page).

use crate::engine::parcel::Parcel;
use crate::engine::task::{Alarm, Outcome, Turn, Wake};
use crate::scenario::activity::flow::Duration;

/// Begins to wait; other tasks go on meanwhile.
pub(super) fn begin(turn: Turn, duration: Duration) -> Outcome {
    Outcome::Waits(vec![Alarm { at: duration.after(turn.at), number: 0 }])
}

/// The delay is over, or *Execute pending task(s) now* ends it.
pub(super) fn end(parcel: Parcel, why: Wake) -> Option<Outcome> {
    matches!(why, Wake::Alarm(_) | Wake::Now).then(|| Outcome::passes(parcel))
}
