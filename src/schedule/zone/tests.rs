//! The changes of a year that a person can look up, and what hour by hour must hold around them.

use super::*;

fn moment(text: &str) -> SimTime {
    SimTime::parse(text).unwrap()
}

/// The hours on either side of each change of 2026, and those at the ends of the calendar.
fn moments() -> impl Iterator<Item = SimTime> {
    [
        "2026-03-08",
        "2026-03-29",
        "2026-04-05",
        "2026-10-04",
        "2026-10-25",
        "2026-11-01",
        "0001-01-02",
        "9999-12-29",
    ]
    .into_iter()
    .flat_map(|day| (-30..60).map(move |hour| moment(day) + SimSpan::from_hours(hour)))
    .flat_map(|hour| [-1, 0, 1, 1_800].map(|second| hour + SimSpan::from_secs(second)))
}

#[test]
fn clocks_are_changed_on_the_days_of_2026() {
    for (zone, change, before, after) in [
        (Zone::London, "2026-03-29 01:00", 0, 1),
        (Zone::Stockholm, "2026-03-29 01:00", 1, 2),
        (Zone::Helsinki, "2026-10-25 01:00", 3, 2),
        (Zone::NewYork, "2026-03-08 07:00", -5, -4),
        (Zone::Chicago, "2026-11-01 07:00", -5, -6),
        (Zone::LosAngeles, "2026-03-08 10:00", -8, -7),
        (Zone::Sydney, "2026-04-04 16:00", 11, 10),
        (Zone::Sydney, "2026-10-03 16:00", 10, 11),
    ] {
        let at = moment(change);
        assert_eq!(zone.offset_at(at - SimSpan::from_secs(1)), SimSpan::from_hours(before), "{zone}");
        assert_eq!(zone.offset_at(at), SimSpan::from_hours(after), "{zone}");
    }
    assert_eq!(Zone::Kolkata.to_local(moment("2026-06-08 12:00")), moment("2026-06-08 17:30"));
}

#[test]
fn a_skipped_time_is_moved_to_the_end_of_the_gap_and_a_double_one_to_the_first() {
    let stockholm = |text: &str| Zone::Stockholm.from_local(moment(text));
    assert_eq!(stockholm("2026-03-29 01:59"), Resolved::Once(moment("2026-03-29 00:59")));
    assert_eq!(stockholm("2026-03-29 02:00"), Resolved::Skipped(moment("2026-03-29 01:00")));
    assert_eq!(stockholm("2026-03-29 02:59"), Resolved::Skipped(moment("2026-03-29 01:00")));
    assert_eq!(stockholm("2026-03-29 03:00"), Resolved::Once(moment("2026-03-29 01:00")));
    assert_eq!(stockholm("2026-10-25 01:59"), Resolved::Once(moment("2026-10-24 23:59")));
    let (first, second) = (moment("2026-10-25 00:30"), moment("2026-10-25 01:30"));
    assert_eq!(stockholm("2026-10-25 02:30"), Resolved::Twice { first, second });
    assert_eq!(stockholm("2026-10-25 03:00"), Resolved::Once(moment("2026-10-25 02:00")));
}

#[test]
fn what_the_wall_shows_at_a_moment_names_that_moment() {
    for zone in Zone::ALL {
        for instant in moments() {
            match zone.from_local(zone.to_local(instant)) {
                Resolved::Once(moment) => assert_eq!(moment, instant, "{zone}"),
                Resolved::Twice { first, second } => {
                    assert!(first == instant || second == instant, "{zone} {instant}");
                    assert_eq!(second - first, SimSpan::from_hours(1));
                }
                Resolved::Skipped(_) => panic!("{zone} shows a time at {instant} that it skips"),
            }
        }
    }
}

#[test]
fn the_first_wall_is_where_moments_begin_to_be_as_late() {
    for zone in Zone::ALL {
        for instant in moments() {
            let wall = zone.first_wall(instant);
            assert!(zone.from_local(wall).moment() >= instant, "{zone} {instant}");
            assert!(zone.from_local(wall - SimSpan::from_secs(1)).moment() < instant, "{zone} {instant}");
        }
    }
}

#[test]
fn moments_outside_the_calendar_are_no_trouble() {
    for zone in Zone::ALL {
        for instant in [i64::MIN, i64::MIN + 1, i64::MAX - 1, i64::MAX].map(SimTime::from_secs) {
            let near = SimSpan::from_days(1);
            let _ = zone.from_local(zone.to_local(instant)).moment();
            let offset = zone.offset_at(instant);
            assert!(offset.secs().abs() < near.secs(), "{zone}");
        }
    }
}
