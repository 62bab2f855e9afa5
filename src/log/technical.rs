//! The technical workflows of the instance at a moment: when each ran last, when it runs next, whether it is on.

use super::RunLog;
use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::engine::retention::last_cleanup;
use crate::scenario::properties::{Retention, TechnicalWorkflows};

/// A technical workflow (`technical-workflows` page), in the order they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Technical {
    /// *Tracking* `tracking`: collects opens and clicks.
    Tracking,
    /// *Delivery indicators* `deliveryIndicators`: refreshes the counts of the delivery list.
    DeliveryIndicators,
    /// *Database cleanup* `cleanup`: purges log rows and ends expired deliveries.
    Cleanup,
    /// *Campaign jobs* `operationMgt`: starts campaign workflows.
    CampaignJobs,
    /// *Jobs on deliveries* `deliveryMgt`: starts approved deliveries.
    DeliveryJobs,
    /// *Reporting aggregates*.
    ReportingAggregates,
    /// *Forecasting*: provisional logs.
    Forecasting,
    /// *Alias cleansing*: enumerations.
    AliasCleansing,
    /// *Paused workflows cleanup*: warns of workflows that stay paused and stops them after a month.
    PausedWorkflows,
    /// *Billing*: the activity report.
    Billing,
}

/// When a technical workflow runs, in server time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// At each full hour.
    Hourly,
    /// Every day at this hour.
    Daily(u8),
    /// Every Monday at this hour.
    Mondays(u8),
    /// On this day of every month. Assumption: at midnight, since no hour is documented.
    Monthly(u8),
    /// Again and again, in an interval that is not documented.
    Periodic,
}

/// A technical workflow at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TechnicalRow {
    /// Which.
    pub workflow: Technical,
    /// When it runs.
    pub timing: Timing,
    /// Whether it is on. What the lab cannot switch off is always on.
    pub is_on: bool,
    /// Whether the lab simulates what it does.
    pub is_simulated: bool,
    /// Its last execution, if it is on and its moments are known.
    pub last: Option<SimTime>,
    /// Its next execution, likewise.
    pub next: Option<SimTime>,
}

impl Technical {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Tracking,
        Self::DeliveryIndicators,
        Self::Cleanup,
        Self::CampaignJobs,
        Self::DeliveryJobs,
        Self::ReportingAggregates,
        Self::Forecasting,
        Self::AliasCleansing,
        Self::PausedWorkflows,
        Self::Billing,
    ];

    /// When it runs by default.
    pub const fn timing(self) -> Timing {
        match self {
            Self::Tracking | Self::DeliveryIndicators => Timing::Hourly,
            Self::Cleanup => Timing::Daily(4),
            Self::CampaignJobs | Self::DeliveryJobs => Timing::Periodic,
            Self::ReportingAggregates => Timing::Daily(2),
            Self::Forecasting => Timing::Daily(1),
            Self::AliasCleansing => Timing::Daily(3),
            Self::PausedWorkflows => Timing::Mondays(5),
            Self::Billing => Timing::Monthly(25),
        }
    }

    /// Its internal name, where the documentation names it.
    pub const fn internal_name(self) -> Option<&'static str> {
        match self {
            Self::Tracking => Some("tracking"),
            Self::DeliveryIndicators => Some("deliveryIndicators"),
            Self::Cleanup => Some("cleanup"),
            Self::CampaignJobs => Some("operationMgt"),
            Self::DeliveryJobs => Some("deliveryMgt"),
            _ => None,
        }
    }

    /// Whether it is on in an instance; none where the lab has no switch for it.
    pub fn is_on(self, technical: &TechnicalWorkflows) -> Option<bool> {
        match self {
            Self::Tracking => Some(technical.tracking),
            Self::DeliveryIndicators => Some(technical.delivery_indicators),
            Self::Cleanup => Some(technical.cleanup != Retention::KeepAll),
            Self::DeliveryJobs => Some(technical.delivery_jobs),
            Self::PausedWorkflows => Some(technical.paused_workflows),
            _ => None,
        }
    }
}

impl Timing {
    /// The last execution at a moment or before it.
    pub fn last(self, moment: SimTime) -> Option<SimTime> {
        match self {
            Self::Hourly => Some(hour_of(moment)),
            Self::Daily(hour) => Some(daily(hour, moment)),
            Self::Mondays(hour) => {
                let last = daily(hour, moment);
                // The first day that is counted from, 1 January 1970, was a Thursday.
                let since_monday = (last.day_number() + 3).rem_euclid(7);
                Some(last - SimSpan::from_days(since_monday))
            }
            Self::Monthly(day) => {
                let midnight = SimTime::from_secs(moment.day_number() * DAY_SECS);
                (0..31).map(|back| midnight - SimSpan::from_days(back)).find(|at| is_day(*at, day))
            }
            Self::Periodic => None,
        }
    }

    /// The next execution after a moment.
    pub fn next(self, moment: SimTime) -> Option<SimTime> {
        match self {
            Self::Hourly => Some(hour_of(moment) + SimSpan::from_hours(1)),
            Self::Daily(hour) => Some(daily(hour, moment) + SimSpan::from_days(1)),
            Self::Mondays(_) => self.last(moment).map(|last| last + SimSpan::from_days(7)),
            Self::Monthly(day) => {
                let tomorrow = SimTime::from_secs((moment.day_number() + 1) * DAY_SECS);
                (0..31).map(|days| tomorrow + SimSpan::from_days(days)).find(|at| is_day(*at, day))
            }
            Self::Periodic => None,
        }
    }
}

impl RunLog {
    /// The technical workflows of the instance as they are at a moment.
    pub fn technical(&self, moment: SimTime) -> Vec<TechnicalRow> {
        let settings = &self.plan().technical;
        let row = |workflow: Technical| {
            let (timing, switch) = (workflow.timing(), workflow.is_on(settings));
            let is_on = switch.unwrap_or(true);
            TechnicalRow {
                workflow,
                timing,
                is_on,
                is_simulated: switch.is_some(),
                last: timing.last(moment).filter(|_| is_on),
                next: timing.next(moment).filter(|_| is_on),
            }
        };
        Technical::ALL.into_iter().map(row).collect()
    }
}

fn hour_of(moment: SimTime) -> SimTime {
    SimTime::from_secs(moment.secs().div_euclid(3_600) * 3_600)
}

fn daily(hour: u8, moment: SimTime) -> SimTime {
    // The cleanup's own rule, for any hour.
    let shift = SimSpan::from_hours(i64::from(hour) - 4);
    last_cleanup(moment - shift) + shift
}

fn is_day(moment: SimTime, day: u8) -> bool {
    use chrono::Datelike as _;
    moment.date().day() == u32::from(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(workflow: Technical, at: &str) -> [String; 2] {
        let (moment, timing) = (SimTime::parse(at).unwrap(), workflow.timing());
        [timing.last(moment), timing.next(moment)].map(|at| at.map_or(String::new(), |at| at.to_string()))
    }

    #[test]
    fn each_runs_when_the_documentation_says() {
        // 10 June 2026 is a Wednesday.
        let at = "2026-06-10 04:30";
        assert_eq!(around(Technical::Tracking, at), ["2026-06-10 04:00:00", "2026-06-10 05:00:00"]);
        assert_eq!(around(Technical::Cleanup, at), ["2026-06-10 04:00:00", "2026-06-11 04:00:00"]);
        assert_eq!(around(Technical::PausedWorkflows, at), ["2026-06-08 05:00:00", "2026-06-15 05:00:00"]);
        assert_eq!(around(Technical::Billing, at), ["2026-05-25 00:00:00", "2026-06-25 00:00:00"]);
        assert_eq!(around(Technical::CampaignJobs, at), ["", ""]);
        // Executions at the very moment are past.
        assert_eq!(
            around(Technical::PausedWorkflows, "2026-06-08 05:00"),
            ["2026-06-08 05:00:00", "2026-06-15 05:00:00"]
        );
        assert_eq!(
            around(Technical::PausedWorkflows, "2026-06-08 04:59"),
            ["2026-06-01 05:00:00", "2026-06-08 05:00:00"]
        );
        assert_eq!(around(Technical::Billing, "2026-01-31 12:00")[0], "2026-01-25 00:00:00");
    }
}
