//! The moments at which what is shown changes: where the views catch up with the playhead.

use crate::base::time::{SimSpan, SimTime};
use crate::log::RunLog;

/// The moments, in order, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stops(Vec<SimTime>);

impl Stops {
    /// The launches of a run, its timed edits, and the full hour after each launch at which its messages count
    /// as processed.
    pub fn of(log: &RunLog) -> Self {
        let mut moments = log.launch_times();
        moments.extend(log.record().batches.iter().map(|batch| crate::log::figures::processed_at(batch.at)));
        moments.extend(log.plan().interventions.iter().map(|intervention| intervention.at));
        moments.sort_unstable();
        moments.dedup();
        Self(moments)
    }

    /// Whether a stop lies after `from`, up to and including `to`.
    pub fn lies_between(&self, from: SimTime, to: SimTime) -> bool {
        self.0.get(self.0.partition_point(|stop| *stop <= from)).is_some_and(|stop| *stop <= to)
    }

    /// The beginning of the week that `moment` lies in, counted from `start`: what a player without motion shows.
    pub fn week_begun(start: SimTime, moment: SimTime) -> SimTime {
        let week = SimSpan::from_days(7).secs();
        start + SimSpan::from_secs((moment - start).secs().div_euclid(week) * week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_is_passed_once() {
        let at = SimTime::from_secs;
        let stops = Stops(vec![at(10), at(20)]);
        assert!(stops.lies_between(at(9), at(10)));
        assert!(!stops.lies_between(at(10), at(19)));
        assert!(stops.lies_between(at(10), at(500)));
        assert!(!stops.lies_between(at(20), at(500)));
    }

    #[test]
    fn weeks_are_counted_from_the_start() {
        let start = SimTime::parse("2026-01-05").unwrap();
        let begun = Stops::week_begun(start, start + SimSpan::from_days(13));
        assert_eq!(begun, start + SimSpan::from_days(7));
        assert_eq!(Stops::week_begun(start, begun), begun);
    }
}
