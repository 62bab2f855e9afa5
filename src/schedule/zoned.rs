//! Schedules in time zones: cases that a person can check, and the oracle's launches moved there.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::oracle::{any_moment, any_schedule, any_validity, tried};
use super::*;

fn moment(text: &str) -> SimTime {
    SimTime::parse(text).unwrap()
}

/// The first launches after a moment, as `03-28 01:30` in server time.
fn first(count: usize, schedule: &Schedule, zone: Zone, from: &str) -> Vec<String> {
    let launches = schedule.launches_in(zone, moment(from)).take(count);
    launches.map(|launch| launch.to_string()[5..16].to_owned()).collect()
}

#[test]
fn half_past_two_in_stockholm_across_both_changes() {
    let schedule = Schedule::daily(TimeOfDay::new(2, 30));
    assert_eq!(
        first(4, &schedule, Zone::Stockholm, "2026-03-27 12:00"),
        ["03-28 01:30", "03-29 01:00", "03-30 00:30", "03-31 00:30"]
    );
    assert_eq!(
        first(4, &schedule, Zone::Stockholm, "2026-10-23 12:00"),
        ["10-24 00:30", "10-25 00:30", "10-26 01:30", "10-27 01:30"]
    );
    // Activated in the second of the two hours, when the launch of the day is over.
    assert_eq!(first(1, &schedule, Zone::Stockholm, "2026-10-25 01:10"), ["10-26 01:30"]);
    assert_eq!(first(1, &schedule, Zone::Stockholm, "2026-03-29 01:00"), ["03-29 01:00"]);
    assert_eq!(first(1, &schedule, Zone::Stockholm, "2026-03-29 01:01"), ["03-30 00:30"]);
}

#[test]
fn quarters_of_an_hour_meet_when_clocks_are_put_forward_and_pause_when_put_back() {
    let quarters = Frequency::every_minutes(30, TimeOfDay::new(1, 30), TimeOfDay::new(3, 30));
    let schedule = Schedule::from(quarters);
    // 01:30; then 02:00, 02:30 and 03:00 in one; 03:30.
    assert_eq!(
        first(4, &schedule, Zone::Stockholm, "2026-03-29"),
        ["03-29 00:30", "03-29 01:00", "03-29 01:30", "03-29 23:30"]
    );
    // 01:30, 02:00, 02:30; nothing at the second 02:00 and 02:30; 03:00, 03:30.
    assert_eq!(
        first(5, &schedule, Zone::Stockholm, "2026-10-24 23:00"),
        ["10-24 23:30", "10-25 00:00", "10-25 00:30", "10-25 02:00", "10-25 02:30"]
    );
}

#[test]
fn launches_that_meet_are_one_iteration() {
    let often = Frequency::every_minutes(10, TimeOfDay::new(2, 0), TimeOfDay::new(3, 0));
    let schedule = Schedule::from(often).valid(Validity::iterations(8));
    let start = moment("2026-03-28 01:10");
    let launches: Vec<_> = schedule.launches_in(Zone::Stockholm, start).collect();
    assert_eq!(launches.len(), 8);
    assert_eq!(launches[5], moment("2026-03-28 02:00"));
    assert_eq!(launches[6], moment("2026-03-29 01:00"));
    assert_eq!(launches[7], moment("2026-03-30 00:00"));
    assert_eq!(schedule.next_after_in(Zone::Stockholm, start, launches[6]), Some(launches[7]));
    assert_eq!(schedule.next_after_in(Zone::Stockholm, start, launches[7]), None);
}

#[test]
fn dates_and_weekdays_are_those_of_the_zone() {
    let monday = Schedule::weekly(Weekday::Monday, TimeOfDay::new(0, 30));
    assert_eq!(first(2, &monday, Zone::Tokyo, "2026-06-08"), ["06-14 15:30", "06-21 15:30"]);
    let day = moment("2026-06-08").date();
    let late = Schedule::daily(TimeOfDay::new(23, 0)).valid(Validity::between(day, day));
    assert_eq!(first(2, &late, Zone::LosAngeles, "2026-01-01"), ["06-09 06:00"]);
}

#[test]
fn launches_at_the_ends_of_the_calendar_stay_inside_it() {
    let schedule = Schedule::from(Frequency::every_minutes(60, TimeOfDay::new(0, 0), TimeOfDay::new(23, 0)));
    for zone in Zone::ALL {
        let first = schedule.launches_in(zone, SimTime::from_secs(i64::MIN)).next();
        assert!(first.is_some_and(|launch| launch.is_in_range()), "{zone}");
        let end = schedule.launches_in(zone, moment("9999-12-31 12:00"));
        assert!(end.inspect(|launch| assert!(launch.is_in_range(), "{zone}")).count() <= 24);
        assert_eq!(schedule.next_after_in(zone, SimTime::from_secs(i64::MAX), SimTime::from_secs(0)), None);
    }
}

fn any_zone() -> impl Strategy<Value = Zone> {
    select(&Zone::ALL[..])
}

/// Any schedule, or one whose launches all lie in the hours in which clocks are changed.
fn any_schedule_by_day_or_night() -> impl Strategy<Value = Schedule> {
    let time = || (0..4_u8, prop_oneof![0..60_u8, select(vec![0, 30])]);
    let night = prop_oneof![
        time().prop_map(|(hour, minute)| Frequency::daily(TimeOfDay::new(hour, minute))),
        vec(time().prop_map(|(hour, minute)| TimeOfDay::new(hour, minute)), 1..20)
            .prop_map(Frequency::at_hours),
        (1..70_u32, time(), time()).prop_map(|(minutes, from, to)| {
            Frequency::every_minutes(minutes, TimeOfDay::new(from.0, from.1), TimeOfDay::new(to.0, to.1))
        }),
    ];
    let at_night =
        (night, any_validity()).prop_map(|(night, validity)| Schedule::from(night).valid(validity));
    prop_oneof![any_schedule(), at_night]
}

/// Any moment, or one in the night in which clocks are changed somewhere.
fn any_activation() -> impl Strategy<Value = SimTime> {
    let changes = vec!["2025-03-09 07:00", "2024-03-31 01:00", "2024-10-27 01:00", "2024-10-05 16:00"];
    let nights = (select(changes), -240..240_i64)
        .prop_map(|(change, minutes)| moment(change) + SimSpan::from_secs(minutes * 60));
    prop_oneof![any_moment(), nights]
}

/// All that the oracle finds on the wall, with the validity's dates alone, as moments on the server.
fn moved(schedule: &Schedule, zone: Zone, activated_at: SimTime) -> Vec<SimTime> {
    let mut unlimited = schedule.clone();
    if let Validity::Iterations(iterations) = &mut unlimited.validity {
        iterations.count = u32::MAX;
    }
    let walls = tried(&unlimited, activated_at - SimSpan::from_days(2));
    let mut launches: Vec<_> = walls.into_iter().map(|wall| zone.from_local(wall).moment()).collect();
    launches.retain(|&launch| launch >= activated_at);
    launches.sort_unstable();
    launches.dedup();
    launches.truncate(schedule.validity.limit().map_or(usize::MAX, |limit| limit as usize));
    launches
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn launches_are_those_of_the_oracle_moved_to_the_server(
        schedule in any_schedule_by_day_or_night(), zone in any_zone(), activated_at in any_activation()
    ) {
        let end = activated_at + SimSpan::from_days(790);
        let launches = schedule.launches_in(zone, activated_at).take_while(|&launch| launch < end);
        let launches: Vec<_> = launches.collect();
        prop_assert!(launches.windows(2).all(|pair| pair[0] < pair[1]));
        let mut expected = moved(&schedule, zone, activated_at);
        expected.retain(|&launch| launch < end);
        prop_assert_eq!(launches, expected);
    }

    #[test]
    fn next_after_walks_the_same_launches(
        schedule in any_schedule_by_day_or_night(),
        zone in any_zone(),
        activated_at in any_activation(),
        after in any_activation(),
    ) {
        let mut last = SimTime::from_secs(i64::MIN);
        for launch in schedule.launches_in(zone, activated_at).take(200) {
            prop_assert_eq!(schedule.next_after_in(zone, activated_at, last), Some(launch));
            last = launch;
        }
        if schedule.launches_in(zone, activated_at).nth(200).is_none() {
            prop_assert_eq!(schedule.next_after_in(zone, activated_at, last), None);
        }
        let later = schedule.launches_in(zone, activated_at).find(|&launch| launch > after);
        prop_assert_eq!(schedule.next_after_in(zone, activated_at, after), later);
    }

    #[test]
    fn launches_are_nearer_than_the_shortest_interval_only_across_a_change(
        schedule in any_schedule_by_day_or_night(), zone in any_zone(), activated_at in any_activation()
    ) {
        let launches: Vec<_> = schedule.launches_in(zone, activated_at).take(500).collect();
        let shortest = schedule.shortest_interval();
        for pair in launches.windows(2) {
            let earlier = pair[0] - SimSpan::from_secs(1);
            if zone.offset_at(earlier) == zone.offset_at(pair[1]) {
                prop_assert!(shortest.is_some_and(|shortest| shortest <= pair[1] - pair[0]));
            }
        }
    }
}
