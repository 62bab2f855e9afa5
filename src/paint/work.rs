//! Work between frames in short slices, for as long as it is held. Dropping it ends the work where it is.

use super::clock::now_millis;
use super::hidden;
use super::timer::Timer;

/// How long the slices of one turn may take, in milliseconds: half a frame, so that the page has the other half.
const TURN_MILLIS: f64 = 7.0;
/// How long they may take where the page is hidden: there are no frames, and timers come once a second.
const HIDDEN_TURN_MILLIS: f64 = 200.0;
/// The time between two turns, in milliseconds.
const PAUSE_MILLIS: i32 = 4;

/// Work that goes on while this is held.
pub struct Work {
    _timer: Timer,
}

impl Work {
    /// Calls `slice` again and again until it says that it was the last; `turned` after each turn.
    ///
    /// Whoever holds it lets go of it afterwards.
    pub fn start(mut slice: impl FnMut() -> bool + 'static, mut turned: impl FnMut(bool) + 'static) -> Self {
        let mut is_over = false;
        let turn = move || {
            if is_over {
                return;
            }
            let longest = if hidden::is_hidden() { HIDDEN_TURN_MILLIS } else { TURN_MILLIS };
            let began = now_millis();
            is_over = slice();
            while !is_over && now_millis() - began < longest {
                is_over = slice();
            }
            turned(is_over);
        };
        Self { _timer: Timer::every(PAUSE_MILLIS, turn) }
    }
}
