//! What watches over the workflow: its *Max. execution period*, and *Paused workflows cleanup* on Mondays at 05:00.

use super::record::{LifeFact, StopCause, TaskIdx, What};
use super::task::Turn;
use super::world::{Event, World};
use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::schedule::Weekday;

/// A workflow is supervised when it is paused for longer than this.
const LONGEST_PAUSE: SimSpan = SimSpan::from_days(7);
/// After so many notices it is stopped.
const NOTICES: u32 = 4;
/// When the technical workflow runs, on Mondays, in server time.
const HOUR: SimSpan = SimSpan::from_hours(5);

impl World {
    /// A task is still in progress when its *Max. execution period* is over: a warning and nothing else
    /// (`advanced-parameters` page).
    pub(super) fn warn_if_too_long(&mut self, at: SimTime, task: TaskIdx) {
        if self.standing.open.contains(&task) {
            let row = self.record.tasks[task];
            let what = What::Life(LifeFact::TooLong { since: row.created_at });
            self.note_of(Turn { at, step: row.step, task }, what);
        }
    }

    /// A pause begins: the first Monday after more than seven days of it is looked forward to.
    pub(super) fn begin_supervision(&mut self, at: SimTime) {
        self.standing.pauses += 1;
        self.standing.notices = 0;
        if self.plan.technical.paused_workflows {
            self.supervise_next(at + LONGEST_PAUSE);
        }
    }

    /// Tells the supervisors of a pause that is too long. With the fourth notice the workflow is stopped
    /// unconditionally (`monitor-workflow-execution` page).
    ///
    /// Assumption: in the same run as that notice, about a month after the pause began.
    pub(super) fn supervise(&mut self, at: SimTime, pause: u32) {
        if !self.standing.is_paused() || self.standing.pauses != pause {
            return;
        }
        self.standing.notices += 1;
        let (since, notice) = (self.standing.paused_at, self.standing.notices);
        self.note(at, None, What::Life(LifeFact::PausedTooLong { since, notice }));
        if notice < NOTICES {
            self.supervise_next(at);
        } else {
            self.stop(at, StopCause::PausedTooLong);
        }
    }

    fn supervise_next(&mut self, after: SimTime) {
        let event = Event::Supervise { pause: self.standing.pauses };
        self.queue.push(next_monday(after), event);
    }
}

/// The first Monday at 05:00 after a moment.
fn next_monday(after: SimTime) -> SimTime {
    let midnight = SimTime::from_secs(after.day_number() * DAY_SECS);
    let days = (0..=7).map(|days| midnight + SimSpan::from_days(days) + HOUR);
    days.into_iter()
        .find(|&moment| moment > after && Weekday::of(moment) == Weekday::Monday)
        .unwrap_or(after + LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cleanup_runs_on_mondays_at_five() {
        let moment = |text: &str| SimTime::parse(text).unwrap();
        let monday = moment("2026-01-12 05:00");
        for after in ["2026-01-05 05:00", "2026-01-05 09:00", "2026-01-11 23:59", "2026-01-12 04:59"] {
            assert_eq!(next_monday(moment(after)), monday, "{after}");
        }
        assert_eq!(next_monday(monday), moment("2026-01-19 05:00"));
    }
}
