//! Which log rows the database cleanup has left at a moment (`database-cleanup-workflow` page).

use chrono::Months;

use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::scenario::properties::{Retention, TechnicalWorkflows};

/// The hour at which the cleanup runs every day, in server time.
const CLEANUP_HOUR: i64 = 4;

/// A table of log rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogTable {
    /// `NmsBroadLogRcp`, whose rows have the age of `tsLastModified`.
    BroadLog,
    /// `NmsTrackingLogRcp`, whose rows have the age of `tsLog`.
    TrackingLog,
}

/// The last daily cleanup at `moment` or before it, whether it is switched on or not.
pub fn last_cleanup(moment: SimTime) -> SimTime {
    let offset = CLEANUP_HOUR * 3_600;
    SimTime::from_secs((moment.secs() - offset).div_euclid(DAY_SECS) * DAY_SECS + offset)
}

/// The age of the oldest row that the last cleanup before `moment` left; none where nothing is ever purged.
///
/// A row stays if it is of this moment or later, whatever delivery it belongs to: the cleanup looks at rows, not
/// at deliveries. A v7 instance keeps both tables for 180 days; a v8 instance keeps delivery logs for six calendar
/// months and tracking logs for a year (`datamodel-best-practices` page). Assumption: a row that is exactly as old
/// as that goes too.
pub fn oldest_kept(technical: &TechnicalWorkflows, table: LogTable, moment: SimTime) -> Option<SimTime> {
    let cleaned = last_cleanup(moment);
    let back = match (technical.cleanup, table) {
        (Retention::KeepAll, _) => return None,
        (Retention::V7, _) => cleaned - SimSpan::from_days(180),
        (Retention::V8, LogTable::BroadLog) => months_before(cleaned, 6),
        (Retention::V8, LogTable::TrackingLog) => months_before(cleaned, 12),
    };
    Some(back + SimSpan::from_secs(1))
}

/// The same day of an earlier month, or its last day where it has no such day.
fn months_before(moment: SimTime, months: u32) -> SimTime {
    let before = moment.date_time().checked_sub_months(Months::new(months));
    before.map_or(SimTime::from_secs(i64::MIN), SimTime::from_date_time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> SimTime {
        SimTime::parse(text).unwrap()
    }

    fn oldest(cleanup: Retention, table: LogTable, at: &str) -> Option<String> {
        let technical = TechnicalWorkflows { cleanup, ..TechnicalWorkflows::default() };
        oldest_kept(&technical, table, moment(at)).map(|oldest| oldest.to_string())
    }

    #[test]
    fn the_cleanup_runs_daily_at_four() {
        assert_eq!(last_cleanup(moment("2026-07-08 03:59:59")), moment("2026-07-07 04:00"));
        assert_eq!(last_cleanup(moment("2026-07-08 04:00")), moment("2026-07-08 04:00"));
        assert_eq!(last_cleanup(moment("1969-12-31 23:00")), moment("1969-12-31 04:00"));
    }

    #[test]
    fn each_preset_has_its_own_age() {
        use LogTable::{BroadLog, TrackingLog};
        let at = "2026-08-31 12:00";
        assert_eq!(oldest(Retention::KeepAll, BroadLog, at), None);
        assert_eq!(oldest(Retention::V7, BroadLog, at).as_deref(), Some("2026-03-04 04:00:01"));
        assert_eq!(oldest(Retention::V7, TrackingLog, at), oldest(Retention::V7, BroadLog, at));
        // February has no 31st.
        assert_eq!(oldest(Retention::V8, BroadLog, at).as_deref(), Some("2026-02-28 04:00:01"));
        assert_eq!(oldest(Retention::V8, TrackingLog, at).as_deref(), Some("2025-08-31 04:00:01"));
        assert_eq!(
            oldest(Retention::V8, BroadLog, "2026-08-31 03:00").as_deref(),
            Some("2026-02-28 04:00:01"),
            "the cleanup of the day before counts from 30 August"
        );
    }
}
