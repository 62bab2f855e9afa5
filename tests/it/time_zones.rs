//! The table of time zones against the IANA database as `chrono-tz` carries it.

use chrono::{LocalResult, NaiveDate, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _, Timelike as _};
use chrono_tz::Tz;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::schedule::{Resolved, Zone};
use proptest::prelude::*;
use proptest::sample::select;

use crate::drawn::cases;

/// The last year compared.
const LAST_YEAR: i32 = 2037;

/// The zone as the database has it.
pub(crate) fn tz(zone: Zone) -> Tz {
    zone.name().parse().unwrap()
}

/// The moment of a time on the wall, or the first after the gap in which it lies; of two, the first. Found by
/// going through the database minute by minute.
pub(crate) fn moment_of(tz: Tz, wall: NaiveDateTime) -> SimTime {
    let instant = match tz.from_local_datetime(&wall) {
        LocalResult::Single(one) | LocalResult::Ambiguous(one, _) => one.naive_utc(),
        LocalResult::None => {
            let shows_later = |instant: NaiveDateTime| local(tz, instant) > wall;
            let day_before = wall - TimeDelta::days(1);
            // Clocks are put forward at full minutes.
            let mut instant = (wall - (local(tz, day_before) - day_before)).with_second(0).unwrap();
            assert!(shows_later(instant));
            while shows_later(instant - TimeDelta::minutes(1)) {
                instant -= TimeDelta::minutes(1);
            }
            instant
        }
    };
    SimTime::from_date_time(instant)
}

/// The first year from which on the rules of today have held. The lab has them hold in all years.
fn first_year(zone: Zone) -> i32 {
    match zone {
        // April 2008 was the first end of summer under the present rule.
        Zone::Sydney => 2008,
        // Summer time was given up in 2019.
        Zone::SaoPaulo => 2020,
        // Since 2007 in the United States. Europe's are from 1996, the others' far older.
        _ => 2007,
    }
}

fn local(tz: Tz, instant: NaiveDateTime) -> NaiveDateTime {
    tz.from_utc_datetime(&instant).naive_local()
}

fn offset(tz: Tz, instant: SimTime) -> SimSpan {
    let offset = tz.offset_from_utc_datetime(&instant.date_time()).fix();
    SimSpan::from_secs(offset.local_minus_utc().into())
}

fn agrees_on_wall(zone: Zone, wall: SimTime) -> bool {
    let moment = |instant: chrono::DateTime<Tz>| SimTime::from_date_time(instant.naive_utc());
    let expected = match tz(zone).from_local_datetime(&wall.date_time()) {
        LocalResult::Single(one) => Resolved::Once(moment(one)),
        LocalResult::Ambiguous(first, second) => {
            Resolved::Twice { first: moment(first), second: moment(second) }
        }
        LocalResult::None => Resolved::Skipped(moment_of(tz(zone), wall.date_time())),
    };
    zone.from_local(wall) == expected && expected.moment() == moment_of(tz(zone), wall.date_time())
}

/// Half hours, and the second before each, of the months in which clocks are changed.
#[test]
fn the_table_agrees_with_the_database_around_every_change() {
    for zone in Zone::ALL {
        let tz = tz(zone);
        let mut changes = 0;
        for year in first_year(zone)..=LAST_YEAR {
            for month in [3, 4, 10, 11] {
                // On the server, the first of a month in Sydney begins on the day before.
                let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
                let start = SimTime::from_date(first) - SimSpan::from_days(1);
                for half_hour in (0..31 * 48).map(|half| start + SimSpan::from_secs(half * 1_800)) {
                    let before = half_hour - SimSpan::from_secs(1);
                    for instant in [before, half_hour] {
                        assert_eq!(zone.offset_at(instant), offset(tz, instant), "{zone} {instant}");
                    }
                    changes += usize::from(zone.offset_at(before) != zone.offset_at(half_hour));
                }
            }
            // In these weeks, the wall too: they have every change.
            for (month, day) in [(3, 7), (3, 14), (3, 24), (4, 1), (10, 1), (10, 24), (11, 1)] {
                let start = SimTime::from_date(NaiveDate::from_ymd_opt(year, month, day).unwrap());
                for quarter in (0..8 * 96).map(|quarter| start + SimSpan::from_secs(quarter * 900)) {
                    assert!(agrees_on_wall(zone, quarter), "{zone} {quarter}");
                }
            }
        }
        let years = usize::try_from(LAST_YEAR - first_year(zone) + 1).unwrap();
        let is_changed = changes > 0;
        assert!(!is_changed || changes == 2 * years, "{zone} was changed {changes} times in {years} years");
    }
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn the_table_agrees_with_the_database_at_any_moment(
        zone in select(&Zone::ALL[..]), share in 0..=1_000_000_000_i64
    ) {
        let year = |year| SimTime::from_date(NaiveDate::from_ymd_opt(year, 1, 1).unwrap());
        let (first, end) = (year(first_year(zone)), year(LAST_YEAR + 1));
        let instant = first + SimSpan::from_secs(((end - first).secs() - 1) * share / 1_000_000_000);
        prop_assert_eq!(zone.offset_at(instant), offset(tz(zone), instant));
        prop_assert_eq!(zone.to_local(instant).date_time(), local(tz(zone), instant.date_time()));
        prop_assert!(agrees_on_wall(zone, instant));
    }
}
