//! The calendar of the Scheduler activity: when a schedule launches, and what is wrong with it.

mod calendar;
mod days;
mod frequency;
mod launches;
mod months;
#[cfg(test)]
mod oracle;
mod problems;
mod reading;
#[cfg(test)]
mod tests;
mod time_of_day;
mod validity;
mod zone;
#[cfg(test)]
mod zoned;

use serde::{Deserialize, Serialize};

pub use self::days::{Days, Weekday};
pub use self::frequency::{
    Daily, EveryWeeks, Frequency, FrequencyKind, Monthly, Once, Period, SeveralTimesADay, Times, Weekly,
    Weeks,
};
pub use self::launches::Launches;
pub use self::months::{Month, MonthDay, Months, Nth, NthWeekday};
pub use self::problems::{NeverFires, SHORTEST_MINUTES, ScheduleProblem};
pub use self::time_of_day::TimeOfDay;
pub use self::validity::{Between, Iterations, Validity};
pub use self::zone::{Resolved, Zone, ZoneName};

use self::calendar::Calendar;
use self::launches::LaunchTimes;
use crate::base::rest::Rest;
use crate::base::time::{SimSpan, SimTime};

/// When the Scheduler (or an incremental query that plans its own execution) launches (`scheduler` page).
///
/// Every schedule can be kept and asked, a faulty one too: it has no launch, and
/// [`problems`](Self::problems) says why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Schedule {
    /// How often it launches.
    pub frequency: Frequency,
    /// How long it is valid.
    #[serde(default)]
    pub validity: Validity,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl From<Frequency> for Schedule {
    /// A schedule that is valid for ever.
    fn from(frequency: Frequency) -> Self {
        Self { frequency, validity: Validity::permanent(), rest: Rest::new() }
    }
}

impl Schedule {
    /// Every day at `time`.
    pub fn daily(time: TimeOfDay) -> Self {
        Frequency::daily(time).into()
    }

    /// Every week on `weekday` at `start`.
    pub fn weekly(weekday: Weekday, start: TimeOfDay) -> Self {
        Frequency::weekly(weekday, start).into()
    }

    /// Every month on `day` at `time`.
    pub fn monthly(day: MonthDay, time: TimeOfDay) -> Self {
        Frequency::monthly(day, time).into()
    }

    /// A single time.
    pub fn once(at: SimTime) -> Self {
        Frequency::once(at).into()
    }

    /// The same frequency with another validity.
    #[must_use]
    pub fn valid(self, validity: Validity) -> Self {
        Self { validity, ..self }
    }

    /// The launches of a Scheduler activated at `activated_at`, from that moment on, in order, where the wall
    /// shows server time.
    ///
    /// Assumption: a maximum number of iterations counts from the activation; see [`Iterations`].
    pub fn launches(&self, activated_at: SimTime) -> Launches {
        self.launches_in(Zone::Utc, activated_at)
    }

    /// The first of [`launches`](Self::launches) that is later than `after`; found without going through
    /// those before it, except that iterations are counted day by day.
    pub fn next_after(&self, activated_at: SimTime, after: SimTime) -> Option<SimTime> {
        self.next_after_in(Zone::Utc, activated_at, after)
    }

    /// The launches, in server time, of a Scheduler that is activated at the moment `activated_at` and whose
    /// dates and times are those of `zone` (`managing-time-zones` page): those from that moment on, in order,
    /// and never two at one moment.
    ///
    /// Assumption: each launch is planned on the wall, launches within a day too; no period is measured
    /// across a change of the clocks. In spring, what is due in the hour that is skipped is launched as soon
    /// as clocks have been put forward. All of it, and what is due at that very time, is then one launch,
    /// which counts as one iteration. In autumn, what is due in the hour that comes twice is launched the
    /// first time only: every 15 minutes makes no launch in the second of the two hours. See
    /// [`Resolved::moment`].
    pub fn launches_in(&self, zone: Zone, activated_at: SimTime) -> Launches {
        Launches::new(self, zone, activated_at)
    }

    /// The first of [`launches_in`](Self::launches_in) that is later than `after`; found without going through
    /// those before it, except that iterations are counted day by day.
    pub fn next_after_in(&self, zone: Zone, activated_at: SimTime, after: SimTime) -> Option<SimTime> {
        let times = LaunchTimes::of(self, zone);
        let launch = times.first_from(activated_at.max(after + SimSpan::from_secs(1)))?;
        match self.validity.limit() {
            Some(limit) => times.are_fewer(limit, activated_at, launch).then_some(launch),
            None => Some(launch),
        }
    }

    /// The shortest time on the wall between two launches that follow each other, whenever it is activated;
    /// `None` where there are never two.
    ///
    /// That much time passes between them, too, except where clocks are changed in between: once a year two
    /// launches can be nearer to each other, as 02:55 and 03:05 are when clocks are put forward past the
    /// first. This is the calendar's doing and no fault of the schedule, so it is left out of account.
    pub fn shortest_interval(&self) -> Option<SimSpan> {
        if self.validity.limit().is_some_and(|limit| limit < 2) {
            return None;
        }
        Calendar::of(self).shortest_interval()
    }
}
