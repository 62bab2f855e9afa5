//! Cases of the calendar that a person can check, and the form of a schedule in a file.

use serde_json::{Value, json};

use super::*;

const NINE: TimeOfDay = TimeOfDay::new(9, 0);

fn moment(text: &str) -> SimTime {
    SimTime::parse(text).unwrap()
}

fn read(value: Value) -> Schedule {
    serde_json::from_value(value).unwrap()
}

/// The first launches after a moment, as `06-08 09:00`.
fn first(count: usize, schedule: &Schedule, from: &str) -> Vec<String> {
    let launches = schedule.launches(moment(from)).take(count);
    launches.map(|launch| launch.to_string()[5..16].to_owned()).collect()
}

/// The dates of the first launches after a moment, as `2026-06-08`.
fn dates(count: usize, schedule: &Schedule, from: &str) -> Vec<String> {
    let launches = schedule.launches(moment(from)).take(count);
    launches.map(|launch| launch.date().to_string()).collect()
}

#[test]
fn the_last_day_follows_the_month() {
    let schedule = Schedule::monthly(MonthDay::LastDay, NINE);
    assert_eq!(
        dates(4, &schedule, "2028-01-31 09:01"),
        ["2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"]
    );
}

#[test]
fn a_month_without_the_day_has_no_launch() {
    let schedule = Schedule::monthly(MonthDay::On(31), NINE);
    assert_eq!(dates(3, &schedule, "2026-01-31 09:01"), ["2026-03-31", "2026-05-31", "2026-07-31"]);
    let Some(ScheduleProblem::MonthsLeftOut { day: 31, months }) = schedule.problems().pop() else {
        panic!()
    };
    let short = [Month::February, Month::April, Month::June, Month::September, Month::November];
    assert_eq!(months, short);
}

#[test]
fn the_29th_of_february_waits_for_leap_years() {
    let schedule = read(json!({"frequency": {
        "type": "monthly", "months": ["february"], "day": 29, "time": "09:00"
    }}));
    assert_eq!(dates(3, &schedule, "1896-03-01"), ["1904-02-29", "1908-02-29", "1912-02-29"]);
    assert_eq!(schedule.shortest_interval(), Some(SimSpan::from_days(4 * 365 + 1)));
    assert_eq!(schedule.launches(moment("9996-03-01")).next(), None);
}

#[test]
fn the_30th_of_february_ends_at_once() {
    let schedule = read(json!({"frequency": {
        "type": "monthly", "months": ["february"], "day": 30, "time": "09:00"
    }}));
    assert_eq!(schedule.launches(moment("0001-01-01")).next(), None);
    let months = Months::on([Month::February]);
    assert_eq!(
        schedule.problems(),
        [ScheduleProblem::NeverFires(NeverFires::ImpossibleDay { day: 30, months })]
    );
}

#[test]
fn every_second_week_goes_on_across_the_new_year() {
    let schedule = read(json!({"frequency": {
        "type": "weekly", "start": "09:00", "days": ["monday", "friday"],
        "weeks": {"every": 2, "from": "2026-12-16"}
    }}));
    // 16 December 2026 is a Wednesday: the Monday before it is in the first week, but too early.
    assert_eq!(
        dates(5, &schedule, "2026-01-01"),
        ["2026-12-18", "2026-12-28", "2027-01-01", "2027-01-11", "2027-01-15"]
    );
    assert_eq!(schedule.shortest_interval(), Some(SimSpan::from_days(4)));
}

#[test]
fn the_last_friday_and_the_second_tuesday() {
    let friday = Schedule::monthly(MonthDay::nth(Nth::Last, Weekday::Friday), NINE);
    assert_eq!(dates(3, &friday, "2026-01-30 09:01"), ["2026-02-27", "2026-03-27", "2026-04-24"]);
    let tuesday = Schedule::monthly(MonthDay::nth(Nth::Second, Weekday::Tuesday), NINE);
    assert_eq!(dates(2, &tuesday, "2026-09-01"), ["2026-09-08", "2026-10-13"]);
    assert_eq!(tuesday.shortest_interval(), Some(SimSpan::from_days(28)));
}

#[test]
fn iterations_count_from_the_activation() {
    let schedule = Schedule::weekly(Weekday::Monday, NINE).valid(Validity::iterations(2));
    assert_eq!(first(9, &schedule, "2026-06-08 09:00"), ["06-08 09:00", "06-15 09:00"]);
    assert_eq!(first(9, &schedule, "2026-06-08 09:01"), ["06-15 09:00", "06-22 09:00"]);
    let (start, first, second) =
        (moment("2026-06-01"), moment("2026-06-01 09:00"), moment("2026-06-08 09:00"));
    assert_eq!(schedule.next_after(start, first), Some(second));
    assert_eq!(schedule.next_after(start, second), None);
    assert_eq!(schedule.valid(Validity::iterations(1)).shortest_interval(), None);
}

#[test]
fn several_times_a_day_includes_both_ends() {
    let schedule = read(json!({"frequency": {
        "type": "severalTimesADay", "days": ["saturday"],
        "times": {"everyMinutes": 90, "from": "09:00", "to": "12:00"}
    }}));
    assert_eq!(
        first(4, &schedule, "2026-06-08"),
        ["06-13 09:00", "06-13 10:30", "06-13 12:00", "06-20 09:00"]
    );
    assert_eq!(schedule.problems(), []);
}

#[test]
fn the_last_day_of_the_validity_is_included() {
    let date = |text: &str| moment(text).date();
    let schedule = Schedule::daily(TimeOfDay::new(23, 59));
    let two_days = schedule.clone().valid(Validity::between(date("2026-06-08"), date("2026-06-09")));
    assert_eq!(first(9, &two_days, "2026-01-01"), ["06-08 23:59", "06-09 23:59"]);
    let (from, to) = (date("2026-06-09"), date("2026-06-08"));
    assert_eq!(
        schedule.valid(Validity::between(from, to)).problems(),
        [ScheduleProblem::NeverFires(NeverFires::ValidityEndsBeforeStart { from, to })]
    );
}

#[test]
fn launches_nearer_than_a_quarter_of_an_hour_are_a_problem() {
    let every = |minutes| Schedule::from(Frequency::every_minutes(minutes, NINE, TimeOfDay::new(18, 0)));
    assert_eq!(every(14).problems(), [ScheduleProblem::PeriodTooShort { minutes: 14 }]);
    assert_eq!(every(15).problems(), []);
    let midnight = Schedule::from(Frequency::at_hours([TimeOfDay::new(23, 55), TimeOfDay::new(0, 5)]));
    assert_eq!(midnight.problems(), [ScheduleProblem::PeriodTooShort { minutes: 10 }]);
}

#[test]
fn a_faulty_schedule_says_everything_that_keeps_it_from_launching() {
    let schedule = read(json!({
        "frequency": {"type": "severalTimesADay", "days": [], "times": []},
        "validity": {"type": "iterations", "count": 0},
    }));
    let reasons = [NeverFires::NoHours, NeverFires::NoDays, NeverFires::ZeroIterations];
    assert_eq!(schedule.problems(), reasons.map(ScheduleProblem::NeverFires));
    let once = Schedule::once(moment("2026-06-08 09:00"));
    let day = moment("2026-06-09").date();
    let outside = NeverFires::OutsideValidity { from: Some(day), to: Some(day) };
    let problems = once.valid(Validity::between(day, day)).problems();
    assert_eq!(problems, [ScheduleProblem::NeverFires(outside)]);
}

#[test]
fn the_defaults_of_a_form_launch_soon_and_have_no_problem() {
    for start in ["2026-06-08 09:00", "2026-01-31 23:30", "2028-02-29 00:00"] {
        for kind in FrequencyKind::ALL {
            let frequency = Frequency::default_of(kind, moment(start));
            assert_eq!(frequency.kind(), kind);
            let schedule = Schedule::from(frequency);
            assert_eq!(schedule.problems(), []);
            let soon = moment(start) + SimSpan::from_hours(9);
            assert!(schedule.launches(moment(start)).next().is_some_and(|launch| launch <= soon), "{kind:?}");
        }
    }
}

#[test]
fn a_file_reads_like_a_sentence_and_keeps_what_it_does_not_know() {
    for value in [
        json!({
            "frequency": {
                "type": "weekly", "start": "09:00", "days": ["monday"], "weeks": "everyWeek", "x": 1
            },
            "validity": {"type": "permanent", "x": {"y": [2]}},
            "x": "z",
        }),
        json!({
            "frequency": {
                "type": "monthly", "months": ["march", "june"], "time": "07:30",
                "day": {"nth": "second", "weekday": "tuesday", "x": 1}
            },
            "validity": {"type": "iterations", "count": 5, "to": "2026-12-31", "x": 1},
        }),
        json!({
            "frequency": {
                "type": "severalTimesADay", "days": "everyDay", "x": null,
                "times": {"everyMinutes": 60, "from": "08:00", "to": "18:00", "x": 1}
            },
            "validity": {"type": "between", "from": "2026-06-08", "to": "2026-12-31", "x": 1},
        }),
        json!({
            "frequency": {"type": "once", "at": "2026-06-08T09:00:00", "x": 1},
            "validity": {"type": "permanent"},
        }),
    ] {
        assert_eq!(serde_json::to_value(read(value.clone())).unwrap(), value);
    }
}

#[test]
fn an_error_says_what_is_wrong() {
    let error = |frequency: Value| {
        serde_json::from_value::<Schedule>(json!({ "frequency": frequency })).unwrap_err().to_string()
    };
    let weekly = |days: Value| error(json!({"type": "weekly", "start": "09:00", "days": days}));
    assert_eq!(
        error(json!({"type": "daily", "time": "24:00"})),
        "\"24:00\" is not a time of day such as 09:00"
    );
    assert_eq!(
        weekly(json!("mondays")),
        "\"mondays\" is not \"everyDay\" or a list such as [\"monday\", \"friday\"]"
    );
    let unknown = weekly(json!(["moonday"]));
    assert!(unknown.contains("but unknown variant `moonday`, expected one of `monday`"), "{unknown}");
    let late = error(json!({"type": "severalTimesADay", "times": ["25:00"]}));
    assert!(late.ends_with("but \"25:00\" is not a time of day such as 09:00"), "{late}");
    let date =
        error(json!({"type": "weekly", "start": "9:00", "days": [], "weeks": {"every": 2, "from": "soon"}}));
    assert!(date.ends_with("but \"soon\" is not a date such as 2026-06-08"), "{date}");
}

#[test]
fn moments_outside_the_calendar_are_no_trouble() {
    for kind in FrequencyKind::ALL {
        let schedule = Schedule::from(Frequency::default_of(kind, moment("2026-06-08 09:00")));
        let (earliest, latest) = (SimTime::from_secs(i64::MIN), SimTime::from_secs(i64::MAX));
        assert!(schedule.launches(earliest).next().is_some_and(|launch| launch.is_in_range()), "{kind:?}");
        assert_eq!(schedule.launches(latest).next(), None);
        assert_eq!(schedule.next_after(latest, latest), None);
        let end = moment("9999-12-31 23:30");
        assert_eq!(schedule.next_after(end, end), None);
    }
}

#[test]
fn a_year_of_quarter_hours_counts_its_iterations() {
    let quarters = Schedule::from(Frequency::every_minutes(15, TimeOfDay::new(0, 0), TimeOfDay::new(23, 59)));
    let limited = quarters.valid(Validity::iterations(1_000_000));
    let (start, mut last) = (moment("2026-01-01"), moment("2026-01-01"));
    for _ in 0..35_000 {
        last = limited.next_after(start, last).unwrap();
    }
    assert_eq!(last, start + SimSpan::from_secs(35_000 * 900));
}

#[test]
fn the_schema_describes_each_way_to_write_a_part() {
    let schema = serde_json::to_value(schemars::schema_for!(Schedule)).unwrap();
    let text = schema.to_string();
    for word in ["everyDay", "everyWeek", "everyMonth", "lastDay", "everyMinutes", "severalTimesADay"] {
        assert!(text.contains(&format!("\"{word}\"")), "{word} in {text}");
    }
    assert!(!text.contains("\"rest\""));
}
