//! The weeks of a scenario as a line from 0 to 1: where a moment lies on a timeline.

use chrono::{Datelike as _, NaiveDate};

use crate::base::time::{SimSpan, SimTime};
use crate::scenario::Scenario;

/// The simulated weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weeks {
    start: SimTime,
    count: u32,
}

impl Weeks {
    /// The weeks of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        Self { start: scenario.start_time(), count: scenario.weeks }
    }

    /// How many there are.
    pub fn count(self) -> u64 {
        self.count.into()
    }

    /// The number of the week that `moment` lies in, from 1; the end belongs to the last.
    pub fn number(self, moment: SimTime) -> u64 {
        let passed = (moment - self.start).secs().div_euclid(SimSpan::from_days(7).secs());
        u64::try_from(passed + 1).unwrap_or(1).clamp(1, self.count().max(1))
    }

    /// Where `moment` lies, from 0 at the start to 1 at the end.
    pub fn share(self, moment: SimTime) -> f64 {
        let whole = f64::from(self.count.max(1)) * 604_800.0;
        ((moment - self.start).secs() as f64 / whole).clamp(0.0, 1.0)
    }

    /// The beginning of a week, counted from 0.
    pub fn begin(self, week: u32) -> SimTime {
        self.start + SimSpan::from_days(7 * i64::from(week))
    }

    /// The first days of months or years to name on a timeline: twelve at most, evenly apart.
    pub fn named_days(self) -> Vec<NaiveDate> {
        let months = (self.count() * 12 / 52).max(1);
        let apart = [1, 2, 3, 6, 12, 24].into_iter().find(|apart| months / apart <= 12).unwrap_or(24);
        let first = self.start.date();
        let month_number = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
        let end = self.begin(self.count);
        (month_number(first)..)
            .filter(|month| month.rem_euclid(apart as i64) == 0)
            .filter_map(|month| {
                let year = i32::try_from(month.div_euclid(12)).ok()?;
                NaiveDate::from_ymd_opt(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)
            })
            .skip_while(|date| *date < first)
            .take_while(|date| SimTime::from_date(*date) < end)
            // A name at the very end would not fit.
            .filter(|date| self.share(SimTime::from_date(*date)) < 0.97)
            .take(40)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    #[test]
    fn moments_lie_in_their_weeks() {
        let scenario = Sample::SideBySide.scenario();
        let weeks = Weeks::of(&scenario);
        assert_eq!((weeks.number(scenario.start_time()), weeks.number(scenario.end_time())), (1, 52));
        assert_eq!(weeks.number(weeks.begin(1)), 2);
        assert_eq!(
            (weeks.share(weeks.begin(0)), weeks.share(weeks.begin(26)), weeks.share(weeks.begin(60))),
            (0.0, 0.5, 1.0)
        );
    }

    #[test]
    fn a_timeline_names_a_dozen_days_at_most() {
        for count in [1, 4, 26, 52, 104, 520] {
            let weeks = Weeks { start: SimTime::parse("2026-01-05").unwrap(), count };
            assert!(weeks.named_days().len() <= 12, "{count} weeks");
        }
        assert_eq!(Weeks::of(&Sample::SideBySide.scenario()).named_days().len(), 11);
    }
}
