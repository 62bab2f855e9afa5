//! The only wall clock of the page.

use std::cell::Cell;

use chrono::NaiveDate;

/// How far back the time of a frame may lie behind a look at the clock, in milliseconds; more is a clock that was set back.
const SET_BACK_MILLIS: f64 = 1_000.0;

thread_local! {
    static CLOCK: Cell<Steady> = const { Cell::new(Steady { latest: 0.0, ahead: 0.0 }) };
}

/// Milliseconds of a steady clock; 0 where there is none.
pub fn now_millis() -> f64 {
    let read = web_sys::window().and_then(|window| window.performance()).map(|performance| performance.now());
    read.map_or(0.0, steady)
}

/// What the browser says that the time is, or was for a frame, as time that goes on also where the clock is set back.
pub(super) fn steady(read_millis: f64) -> f64 {
    let mut clock = CLOCK.get();
    let now_millis = clock.at(read_millis);
    CLOCK.set(clock);
    now_millis
}

/// A clock that is not set back: machines that sleep and browsers that protect their readers do so, whatever they promise.
#[derive(Clone, Copy)]
struct Steady {
    latest: f64,
    /// How much it is ahead of the browser's.
    ahead: f64,
}

impl Steady {
    fn at(&mut self, read: f64) -> f64 {
        let now = read + self.ahead;
        if self.latest - now > SET_BACK_MILLIS {
            self.ahead += self.latest - now;
            return self.latest;
        }
        self.latest = self.latest.max(now);
        now
    }
}

/// The day it is where the reader is; outside a browser the first day that there is.
pub fn today() -> NaiveDate {
    #[cfg(target_arch = "wasm32")]
    {
        let now = js_sys::Date::new_0();
        let year = i32::try_from(now.get_full_year()).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    NaiveDate::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_set_back_goes_on_from_where_it_was() {
        let mut clock = Steady { latest: 0.0, ahead: 0.0 };
        // The time of a frame lies a little before the look at the clock that came ahead of it.
        let reads = [100.0, 95.0, 5_000.0, 1_000.0, 1_500.0, 900.0, 0.0, 10.0];
        let told = reads.map(|read| clock.at(read));
        assert_eq!(told, [100.0, 95.0, 5_000.0, 5_000.0, 5_500.0, 4_900.0, 5_500.0, 5_510.0]);
    }
}
