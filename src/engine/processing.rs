//! When what is sent is known to be on its way.

use crate::base::time::{SimSpan, SimTime};

/// The full hour at which the first feedback on what was sent at `sent_at` comes in.
///
/// Assumption: until then the messages are pending; the MTA takes them over in that hour, and the indicators
/// are refreshed at its end (`technical-workflows` page).
pub fn processed_at(sent_at: SimTime) -> SimTime {
    (sent_at + SimSpan::from_secs(1)).next_full_hour()
}
