//! What came in hour by hour after the sends, those of many runs laid upon each other.

use super::RunLog;
use super::figures::of_batch;
use super::indicators::Scope;
use crate::base::time::{SimSpan, SimTime};
use crate::engine::fate::LAST_REACTION;

const HOUR: i64 = 3_600;

/// What came in during one hour after a send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hour {
    /// Messages sent.
    pub success: u64,
    /// Messages that could not be delivered.
    pub failed: u64,
    /// Messages opened or clicked for the first time.
    pub opens: u64,
    /// Messages in which a link was clicked for the first time.
    pub clicks: u64,
}

impl Hour {
    /// Messages with a result.
    pub fn processed(&self) -> u64 {
        self.success + self.failed
    }
}

impl RunLog {
    /// What came in by hour since each send, the sends of a scope laid upon each other; the last hour is the last
    /// in which anything came in.
    ///
    /// Hour 0 ends with the first full hour after the send: feedback and tracking come in at full hours
    /// (`technical-workflows` page).
    pub fn by_hour(&self, scope: &Scope, moment: SimTime) -> Vec<Hour> {
        let technical = &self.plan().technical;
        let mut hours = Vec::<Hour>::new();
        if !technical.delivery_indicators {
            return hours;
        }
        let most = LAST_REACTION.secs() / HOUR + 3;
        for batch in scope.batches(self, moment) {
            let Some(first) = batch.processed_at() else { continue };
            let mut before = Hour::default();
            for hour in 0..most {
                let at = first + SimSpan::from_hours(hour);
                if at > moment {
                    break;
                }
                let figures = of_batch(batch, at);
                let (opens, clicks) =
                    if technical.tracking { (figures.opens, figures.clicks) } else { (0, 0) };
                let now = Hour { success: figures.success, failed: figures.failed, opens, clicks };
                if now != before {
                    let place = usize::try_from(hour).unwrap_or_default();
                    if hours.len() <= place {
                        hours.resize(place + 1, Hour::default());
                    }
                    hours[place].success += now.success - before.success;
                    hours[place].failed += now.failed - before.failed;
                    hours[place].opens += now.opens - before.opens;
                    hours[place].clicks += now.clicks - before.clicks;
                }
                before = now;
            }
        }
        hours
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn hours_add_up_to_their_indicators_and_end_with_the_last_that_has_any() {
        let log = RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan));
        let middle = SimTime::parse("2026-06-08 12:00").unwrap();
        for (scope, moment) in
            [(Scope::Delivery(0), log.end()), (Scope::All, log.end()), (Scope::All, middle)]
        {
            let figures = log.tally(&scope, moment).figures;
            let hours = log.by_hour(&scope, moment);
            let sum = |count: fn(&Hour) -> u64| hours.iter().map(count).sum::<u64>();
            assert_eq!(sum(Hour::processed), figures.processed);
            assert_eq!((sum(|hour| hour.opens), sum(|hour| hour.clicks)), (figures.opens, figures.clicks));
            assert!(hours.len() > 10 && hours.last() != Some(&Hour::default()));
        }
    }
}
