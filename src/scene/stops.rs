//! When the views follow the playhead: at what has happened, and not oftener than eyes can read.

use crate::base::time::{SimSpan, SimTime};
use crate::engine::fate::LAST_REACTION;
use crate::log::RunLog;

/// The shortest wall time between two showings, in milliseconds: at most ten a second.
const SHORTEST_MILLIS: f64 = 98.0;
/// The shortest wall time where only counts of reactions have changed.
const SHORTEST_FOR_COUNTS_MILLIS: f64 = 240.0;

/// The longest time from an analysis to its sending that is looked for; what waited longer is shown with the
/// next line of the journal.
const LONGEST_WAIT: SimSpan = SimSpan::from_days(31);

/// What was shown last, and when.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    shown: SimTime,
    at_millis: f64,
}

impl Pace {
    /// A pace that begins at `shown`.
    pub fn new(shown: SimTime, now_millis: f64) -> Self {
        Self { shown, at_millis: now_millis }
    }

    /// Whether the views have to follow to `moment` now; if so, it counts as shown from now on. The end of the
    /// run never waits.
    pub fn is_due(&mut self, run: &RunLog, moment: SimTime, now_millis: f64) -> bool {
        let waited = now_millis - self.at_millis;
        let is_due = moment >= run.end()
            || waited >= SHORTEST_MILLIS && has_happened(run, self.shown, moment)
            || waited >= SHORTEST_FOR_COUNTS_MILLIS && has_counted(run, self.shown, moment);
        if is_due {
            *self = Self { shown: moment, at_millis: now_millis };
        }
        is_due
    }
}

/// Whether the journal has a line after `since` and not after `until`: a launch, a delivery, an edit.
pub fn has_happened(run: &RunLog, since: SimTime, until: SimTime) -> bool {
    let facts = &run.record().facts;
    let first = facts.partition_point(|fact| fact.at <= since);
    facts.get(first).is_some_and(|fact| fact.at <= until)
}

/// Whether a count changed after `since` and not after `until`: messages processed, reactions collected.
pub fn has_counted(run: &RunLog, since: SimTime, until: SimTime) -> bool {
    let earliest = since - LAST_REACTION - LONGEST_WAIT;
    let batches = run.record().batches[..run.batches_until(until)].iter().rev();
    batches
        .take_while(|batch| batch.at >= earliest)
        .any(|batch| batch.curve.last_change(until).is_some_and(|change| change > since))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn run() -> RunLog {
        RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan))
    }

    #[test]
    fn the_views_follow_at_a_launch_but_not_ten_times_as_often() {
        let run = run();
        let launch = run.launch_times()[3];
        let before = launch - SimSpan::from_hours(1);
        let mut pace = Pace::new(before, 0.0);
        assert!(!pace.is_due(&run, launch, 50.0));
        assert!(pace.is_due(&run, launch, 100.0));
        assert!(!pace.is_due(&run, launch, 9_999.0));
        assert!(pace.is_due(&run, run.end(), 10_000.0));
    }

    #[test]
    fn reactions_come_by_the_hour_and_end() {
        let run = run();
        let launch = run.launch_times()[3];
        assert!(has_counted(&run, launch, launch + SimSpan::from_hours(2)));
        assert!(!has_counted(&run, launch + SimSpan::from_secs(1), launch + SimSpan::from_secs(60)));
        let last = run.record().batches.last().unwrap().at;
        assert!(!has_counted(&run, last + LAST_REACTION + SimSpan::from_hours(2), run.end()));
    }

    #[test]
    fn every_change_of_the_figures_is_seen() {
        let run = run();
        let mut moment = run.launch_times()[1] - SimSpan::from_hours(3);
        for _ in 0..400 {
            let next = moment + SimSpan::from_hours(1);
            if run.totals(moment) != run.totals(next) {
                assert!(has_counted(&run, moment, next) || has_happened(&run, moment, next), "{next}");
            }
            moment = next;
        }
    }
}
