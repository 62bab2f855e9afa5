//! Random moments of a run, the same for everybody who asks.

use delivery_lab::base::chance::Key;
use delivery_lab::base::time::{SimSpan, SimTime};

/// The moment of this number between `start` and `end`.
pub fn moment(start: SimTime, end: SimTime, number: u32) -> SimTime {
    let span = u64::try_from((end - start).secs()).unwrap_or(0);
    let within = Key::of_seed(11).with(u64::from(number)).below(span);
    start + SimSpan::from_secs(i64::try_from(within).unwrap_or(0))
}
