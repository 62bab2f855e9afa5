//! The playhead: an anchor from which the shown moment follows as a function of time. It knows no clock.

use crate::base::time::{SimSpan, SimTime};

/// How fast simulated time passes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speed {
    /// One day a second: a week takes seven seconds.
    OneDay,
    /// One week a second.
    OneWeek,
    /// Two weeks a second: a year takes 26 seconds.
    #[default]
    TwoWeeks,
    /// Four weeks a second.
    FourWeeks,
    /// Thirteen weeks a second: a year takes four seconds.
    Quarter,
    /// At once to the next breakpoint, or else to the end.
    AtOnce,
}

/// Where the player is and whether it moves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playhead {
    anchor: SimTime,
    /// Wall time at the anchor, in milliseconds of some steady clock; none while it rests.
    since_millis: Option<f64>,
    speed: Speed,
    /// The breakpoint it does not pass while it moves.
    limit: Option<SimTime>,
}

impl Speed {
    /// All speeds, slowest first.
    pub const ALL: [Self; 6] =
        [Self::OneDay, Self::OneWeek, Self::TwoWeeks, Self::FourWeeks, Self::Quarter, Self::AtOnce];

    /// Its place among them.
    pub const fn place(self) -> usize {
        match self {
            Self::OneDay => 0,
            Self::OneWeek => 1,
            Self::TwoWeeks => 2,
            Self::FourWeeks => 3,
            Self::Quarter => 4,
            Self::AtOnce => 5,
        }
    }

    /// Simulated days in one second; none where no time is taken.
    pub const fn days_per_second(self) -> Option<u32> {
        match self {
            Self::OneDay => Some(1),
            Self::OneWeek => Some(7),
            Self::TwoWeeks => Some(14),
            Self::FourWeeks => Some(28),
            Self::Quarter => Some(91),
            Self::AtOnce => None,
        }
    }

    /// Simulated seconds in one millisecond.
    fn secs_per_milli(self) -> f64 {
        // What takes no time is beyond every end after the first millisecond.
        self.days_per_second().map_or(1e15, |days| 86.4 * f64::from(days))
    }
}

impl Playhead {
    /// A resting playhead.
    pub fn resting_at(moment: SimTime, speed: Speed) -> Self {
        Self { anchor: moment, since_millis: None, speed, limit: None }
    }

    /// The speed it has or would have.
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// Whether it moves.
    pub fn is_playing(&self) -> bool {
        self.since_millis.is_some()
    }

    /// The breakpoint it does not pass.
    pub fn limit(&self) -> Option<SimTime> {
        self.limit
    }

    /// Whether `moment` is the breakpoint at which it has to rest.
    pub fn is_held_at(&self, moment: SimTime) -> bool {
        self.is_playing() && self.limit.is_some_and(|limit| moment >= limit)
    }

    /// The moment shown at wall time `now_millis`, never later than `end` nor, while it moves, than its breakpoint.
    pub fn time_at(&self, now_millis: f64, end: SimTime) -> SimTime {
        let Some(since) = self.since_millis else { return self.anchor.min(end) };
        let passed = (now_millis - since).max(0.0) * self.speed.secs_per_milli();
        // A float beyond the range of whole seconds saturates, and `min` brings it back.
        let moment = (self.anchor + SimSpan::from_secs(passed as i64)).min(end);
        self.limit.map_or(moment, |limit| moment.min(limit))
    }

    /// The same moment, moving from now on.
    #[must_use]
    pub fn play(self, now_millis: f64, end: SimTime) -> Self {
        Self { anchor: self.time_at(now_millis, end), since_millis: Some(now_millis), limit: None, ..self }
    }

    /// The same moment, at rest from now on.
    #[must_use]
    pub fn pause(self, now_millis: f64, end: SimTime) -> Self {
        Self { anchor: self.time_at(now_millis, end), since_millis: None, limit: None, ..self }
    }

    /// The same, but it does not pass this moment while it moves.
    #[must_use]
    pub fn with_limit(self, limit: Option<SimTime>) -> Self {
        Self { limit: limit.filter(|_| self.is_playing()), ..self }
    }

    /// The same, as if this much wall time had not passed: the machine slept and nobody could watch.
    #[must_use]
    pub fn without(self, lost_millis: f64) -> Self {
        Self { since_millis: self.since_millis.map(|since| since + lost_millis.max(0.0)), ..self }
    }

    /// Another speed from now on, at the same moment.
    #[must_use]
    pub fn with_speed(self, speed: Speed, now_millis: f64, end: SimTime) -> Self {
        let since_millis = self.since_millis.map(|_| now_millis);
        Self { anchor: self.time_at(now_millis, end), since_millis, speed, limit: self.limit }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: SimTime = SimTime::from_secs(10_000_000);

    #[test]
    fn time_passes_at_its_speed_and_stops_at_the_end() {
        let head = Playhead::resting_at(SimTime::from_secs(0), Speed::OneWeek).play(1_000.0, END);
        assert_eq!(head.time_at(2_000.0, END), SimTime::from_secs(604_800));
        assert_eq!(head.time_at(500.0, END), SimTime::from_secs(0));
        assert_eq!(head.time_at(1e18, END), END);
    }

    #[test]
    fn pausing_and_changing_speed_keep_the_moment() {
        let head = Playhead::resting_at(SimTime::from_secs(0), Speed::OneWeek).play(0.0, END);
        let faster = head.with_speed(Speed::FourWeeks, 1_000.0, END);
        assert_eq!(faster.time_at(1_000.0, END), head.time_at(1_000.0, END));
        let paused = faster.pause(1_500.0, END);
        assert_eq!(paused.time_at(9_999.0, END), SimTime::from_secs(604_800 * 3));
        assert!(!paused.is_playing());
    }

    #[test]
    fn it_does_not_pass_its_breakpoint_at_any_speed() {
        let limit = SimTime::from_secs(1_234_567);
        for (place, speed) in Speed::ALL.into_iter().enumerate() {
            assert_eq!(speed.place(), place);
            let head =
                Playhead::resting_at(SimTime::from_secs(0), speed).play(0.0, END).with_limit(Some(limit));
            assert_eq!(head.time_at(1e9, END), limit, "{speed:?}");
            assert!(head.is_held_at(limit) && !head.is_held_at(limit - SimSpan::from_secs(1)));
            let faster = head.with_speed(Speed::AtOnce, 10.0, END);
            assert_eq!(faster.time_at(11.0, END), limit);
            let rested = head.pause(1e9, END);
            assert_eq!((rested.limit(), rested.time_at(0.0, END)), (None, limit));
        }
    }

    #[test]
    fn time_that_nobody_could_watch_does_not_pass() {
        let head = Playhead::resting_at(SimTime::from_secs(0), Speed::OneWeek).play(0.0, END);
        let later = head.without(9_000.0);
        assert_eq!(later.time_at(10_000.0, END), head.time_at(1_000.0, END));
        assert_eq!(Playhead::resting_at(END, Speed::OneWeek).without(5.0).time_at(0.0, END), END);
    }
}
