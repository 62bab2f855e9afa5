//! Schedules against the recurrence rules of iCalendar, as the crates `rrule` and `chrono-tz` read them.
//!
//! Each schedule is written as rules of RFC 5545, one for each time of the day. The two read such rules in the same
//! way but for one thing: where the wall skips a time, `rrule` adds the time of day to midnight as a duration and
//! launches as long after the end of the gap as the time lay after its beginning (02:30 becomes 03:30); the lab
//! launches at the end of the gap. So a moment of `rrule` at which the wall does not show the time of the rule is
//! moved to the end of the gap, which is looked up in `chrono-tz`. Then moments that meet are one. Where
//! the wall shows a time twice, both take the first.

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::{DateTime, Days as DayCount, NaiveDate, NaiveDateTime, NaiveTime};
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::schedule::{
    Days, EveryWeeks, Frequency, Iterations, Month, MonthDay, Monthly, Months, Nth, NthWeekday, Period,
    Resolved, Schedule, SeveralTimesADay, TimeOfDay, Times, Validity, Weekday, Weekly, Weeks, Zone,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use rrule::{NWeekday, RRule, RRuleSet, Unvalidated};

use crate::drawn::cases;
use crate::time_zones::{moment_of, tz};

/// How many launches of each schedule are compared at most.
const LAUNCHES: usize = 96;

/// What the random schedules came upon, so that the test cannot pass without having tried it.
#[derive(Default)]
struct Seen {
    launches: Cell<usize>,
    in_gaps: Cell<usize>,
    met: Cell<usize>,
    in_double_hours: Cell<usize>,
    leap_days: Cell<usize>,
    month_ends: Cell<usize>,
    ended: Cell<usize>,
}

#[test]
fn ten_thousand_schedules_launch_when_their_recurrence_rules_say_so() {
    let seen = Seen::default();
    let strategy = (schedules(), zones(), activations());
    TestRunner::new(cases(10_000))
        .run(&strategy, |(schedule, zone, activated_at)| {
            let expected = expected(&schedule, zone, activated_at, &seen);
            let launches = schedule.launches_in(zone, activated_at).take(LAUNCHES);
            let launches: Vec<_> = launches.take_while(|&launch| launch <= horizon()).collect();
            count(&seen, zone, &launches);
            prop_assert_eq!(launches, expected);
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    let Seen { launches, in_gaps, met, in_double_hours, leap_days, month_ends, ended } = seen;
    for (what, least, seen) in [
        ("launches", 100_000, launches),
        ("launches in a gap", 150, in_gaps),
        ("launches that meet another", 5, met),
        ("launches in an hour that comes twice", 150, in_double_hours),
        ("launches on 29 February", 200, leap_days),
        ("launches on the 31st", 2_000, month_ends),
        ("schedules that end", 1_000, ended),
    ] {
        assert!(seen.get() >= least, "only {} {what}", seen.get());
    }
}

/// The first launches until the horizon, as the other crates find them.
fn expected(schedule: &Schedule, zone: Zone, activated_at: SimTime, seen: &Seen) -> Vec<SimTime> {
    let mut launches = Vec::new();
    for time in times(&schedule.frequency) {
        launches.extend(of_one_time(schedule, zone, activated_at, time, seen));
    }
    launches.sort_unstable();
    let planned = launches.len();
    launches.dedup();
    add(&seen.met, planned - launches.len());
    launches.truncate(schedule.validity.limit().map_or(LAUNCHES, |limit| LAUNCHES.min(limit as usize)));
    launches
}

fn of_one_time(
    schedule: &Schedule,
    zone: Zone,
    activated_at: SimTime,
    time: TimeOfDay,
    seen: &Seen,
) -> Vec<SimTime> {
    let (from, to) = (schedule.validity.first_date(), schedule.validity.last_date());
    let (mut rule, anchor) = rule(&schedule.frequency);
    let start = midnight(zone, anchor.or(from).unwrap_or(activated_at.date() - DayCount::new(40)));
    let end = to.map_or(horizon(), |to| horizon().min(utc(midnight(zone, to + DayCount::new(1))) - SECOND));
    if end < utc(start) {
        return Vec::new();
    }
    rule = rule.by_hour(vec![time.hour()]).by_minute(vec![time.minute()]).by_second(vec![0]);
    rule = rule.until(DateTime::from_timestamp(end.secs(), 0).unwrap().with_timezone(&rrule::Tz::UTC));
    let set = RRuleSet::new(start).rrule(rule.validate(start).unwrap());
    let not_before = activated_at.max(from.map_or(activated_at, |from| utc(midnight(zone, from))));
    let due = NaiveTime::from_hms_opt(time.hour().into(), time.minute().into(), 0).unwrap();
    let moments = set.into_iter().map(|moment| {
        let wall = moment.naive_local();
        if wall.time() == due {
            return (utc(moment), false);
        }
        (moment_of(tz(zone), wall.date().and_time(due)), true)
    });
    moments
        .filter(|&(launch, _)| launch >= not_before)
        .take(LAUNCHES)
        .inspect(|&(_, is_moved)| add(&seen.in_gaps, is_moved.into()))
        .map(|(launch, _)| launch)
        .collect()
}

/// The rule of the days, and the date from which it must start, if any does.
fn rule(frequency: &Frequency) -> (RRule<Unvalidated>, Option<NaiveDate>) {
    match frequency {
        Frequency::SeveralTimesADay(several) => {
            (RRule::new(rrule::Frequency::Daily).by_weekday(weekdays(&several.days)), None)
        }
        Frequency::Daily(_) => (RRule::new(rrule::Frequency::Daily), None),
        Frequency::Weekly(weekly) => {
            let rule = RRule::new(rrule::Frequency::Weekly)
                .week_start(rrule::Weekday::Mon)
                .by_weekday(weekdays(&weekly.days));
            match &weekly.weeks {
                Weeks::EveryWeek => (rule, None),
                Weeks::Every(weeks) => (rule.interval(u16::try_from(weeks.every).unwrap()), Some(weeks.from)),
            }
        }
        Frequency::Monthly(Monthly { months, day, .. }) => {
            let months: Vec<_> = months
                .iter()
                .map(|month| chrono::Month::try_from(u8::try_from(month.number()).unwrap()).unwrap())
                .collect();
            let rule = RRule::new(rrule::Frequency::Monthly).by_month(&months);
            let rule = match day {
                MonthDay::On(day) => rule.by_month_day(vec![i8::try_from(*day).unwrap()]),
                MonthDay::LastDay => rule.by_month_day(vec![-1]),
                MonthDay::Weekday(NthWeekday { nth, weekday, .. }) => {
                    let number = match nth {
                        Nth::First => 1,
                        Nth::Second => 2,
                        Nth::Third => 3,
                        Nth::Fourth => 4,
                        Nth::Last => -1,
                    };
                    rule.by_weekday(vec![NWeekday::Nth(number, weekday_of(*weekday))])
                }
            };
            (rule, None)
        }
        Frequency::Once(once) => (RRule::new(rrule::Frequency::Daily).count(1), Some(once.at.date())),
    }
}

fn times(frequency: &Frequency) -> Vec<TimeOfDay> {
    match frequency {
        Frequency::SeveralTimesADay(SeveralTimesADay { times: Times::Selected(times), .. }) => {
            times.iter().copied().collect::<BTreeSet<_>>().into_iter().collect()
        }
        Frequency::SeveralTimesADay(SeveralTimesADay { times: Times::Every(period), .. }) => {
            let mut minutes = u32::from(period.from.minutes());
            let mut times = Vec::new();
            while minutes <= period.to.minutes().into() {
                times.push(TimeOfDay::new((minutes / 60) as u8, (minutes % 60) as u8));
                minutes += period.every_minutes;
            }
            times
        }
        Frequency::Daily(daily) => vec![daily.time],
        Frequency::Weekly(weekly) => vec![weekly.start],
        Frequency::Monthly(monthly) => vec![monthly.time],
        Frequency::Once(once) => vec![TimeOfDay::of(once.at)],
    }
}

fn weekdays(days: &Days) -> Vec<NWeekday> {
    days.iter().map(|day| NWeekday::Every(weekday_of(day))).collect()
}

fn weekday_of(day: Weekday) -> rrule::Weekday {
    use rrule::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    [Mon, Tue, Wed, Thu, Fri, Sat, Sun][day as usize]
}

const SECOND: SimSpan = SimSpan::from_secs(1);

/// The last moment compared: `chrono-tz` and the lab agree until then.
fn horizon() -> SimTime {
    SimTime::parse("2037-12-31 23:59:59").unwrap()
}

/// Midnight on the wall; no zone skips it in these years, or has it twice.
fn midnight(zone: Zone, date: NaiveDate) -> DateTime<rrule::Tz> {
    let midnight = date.and_time(NaiveTime::MIN).and_local_timezone(rrule::Tz::from(tz(zone)));
    midnight.single().unwrap()
}

fn utc(moment: DateTime<rrule::Tz>) -> SimTime {
    SimTime::from_secs(moment.timestamp())
}

fn add(counter: &Cell<usize>, more: usize) {
    counter.set(counter.get() + more);
}

fn count(seen: &Seen, zone: Zone, launches: &[SimTime]) {
    let days = |day: &str| {
        launches.iter().filter(|&&launch| zone.to_local(launch).to_string()[5..10].ends_with(day)).count()
    };
    add(&seen.launches, launches.len());
    let comes_twice = |launch| matches!(zone.from_local(zone.to_local(launch)), Resolved::Twice { .. });
    add(&seen.in_double_hours, launches.iter().filter(|&&launch| comes_twice(launch)).count());
    add(&seen.leap_days, days("02-29"));
    add(&seen.month_ends, days("31"));
    add(&seen.ended, usize::from(!launches.is_empty() && launches.len() < LAUNCHES));
}

/// Any zone; most often one in which clocks are changed.
fn zones() -> impl Strategy<Value = Zone> {
    let changing =
        [Zone::London, Zone::Stockholm, Zone::Helsinki, Zone::NewYork, Zone::LosAngeles, Zone::Sydney];
    prop_oneof![select(&Zone::ALL[..]), select(changing.to_vec())]
}

/// A date from 2020, since when the rules of today hold in every zone, to 2031; often near a change.
fn dates() -> impl Strategy<Value = NaiveDate> {
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let near = (2020..2032, select(vec![(3, 1), (3, 20), (4, 1), (9, 28), (10, 20), (10, 31)]), 0..12_u64);
    prop_oneof![
        1 => (0..4_380_u64).prop_map(move |days| date(2020, 1, 1) + DayCount::new(days)),
        2 => near.prop_map(move |(year, (month, day), days)| date(year, month, day) + DayCount::new(days)),
    ]
}

/// A time of day; often at night, when clocks are changed.
fn day_times() -> impl Strategy<Value = TimeOfDay> {
    let time = |(hour, minute)| TimeOfDay::new(hour, minute);
    prop_oneof![1 => (0..24_u8, 0..60_u8).prop_map(time), 2 => (1..4_u8, select(vec![0, 1, 30, 59])).prop_map(time)]
}

fn activations() -> impl Strategy<Value = SimTime> {
    (dates(), day_times()).prop_map(|(date, time)| on(date, time))
}

fn on(date: NaiveDate, time: TimeOfDay) -> SimTime {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(time.secs(), 0).unwrap();
    SimTime::from_date_time(NaiveDateTime::new(date, time))
}

fn day_sets() -> impl Strategy<Value = Days> {
    prop_oneof![Just(Days::EveryDay), btree_set(select(&Weekday::ALL[..]), 1..7).prop_map(Days::On)]
}

fn several() -> impl Strategy<Value = Frequency> {
    let period =
        (select(vec![10, 20, 30, 45, 97]), day_times(), 0..300_u32).prop_map(|(every, from, length)| {
            let to = (u32::from(from.minutes()) + length).min(1_439);
            let to = TimeOfDay::new((to / 60) as u8, (to % 60) as u8);
            Times::Every(Period { every_minutes: every, from, to, rest: Rest::new() })
        });
    (prop_oneof![vec(day_times(), 1..5).prop_map(Times::Selected), period], day_sets()).prop_map(
        |(times, days)| Frequency::SeveralTimesADay(SeveralTimesADay { times, days, rest: Rest::new() }),
    )
}

fn weekly() -> impl Strategy<Value = Frequency> {
    let every = (1..6_u32, dates())
        .prop_map(|(every, from)| Weeks::Every(EveryWeeks { every, from, rest: Rest::new() }));
    (day_times(), day_sets(), prop_oneof![Just(Weeks::EveryWeek), every])
        .prop_map(|(start, days, weeks)| Frequency::Weekly(Weekly { start, days, weeks, rest: Rest::new() }))
}

fn monthly() -> impl Strategy<Value = Frequency> {
    let months = prop_oneof![
        Just(Months::EveryMonth),
        btree_set(select(&Month::ALL[..]), 1..6).prop_map(Months::On),
        Just(Months::on([Month::February])),
    ];
    let days = prop_oneof![
        (1..=31_u8).prop_map(MonthDay::On),
        (29..=31_u8).prop_map(MonthDay::On),
        Just(MonthDay::LastDay),
        (select(&Nth::ALL[..]), select(&Weekday::ALL[..])).prop_map(|(nth, day)| MonthDay::nth(nth, day)),
        // The nights in which clocks are changed.
        select(&Nth::ALL[..]).prop_map(|nth| MonthDay::nth(nth, Weekday::Sunday)),
    ];
    (months, days, day_times())
        // A rule that no month can meet is a finding; `rrule` would look for it for ever.
        .prop_filter("no such day", |(months, day, _)| months.iter().any(|month| day.can_be_in(month)))
        .prop_map(|(months, day, time)| Frequency::Monthly(Monthly { months, day, time, rest: Rest::new() }))
}

fn validities() -> impl Strategy<Value = Validity> {
    prop_oneof![
        Just(Validity::permanent()),
        (dates(), 0..1_200_u64).prop_map(|(from, days)| Validity::between(from, from + DayCount::new(days))),
        (0..60_u32, option::of(dates()), option::of(dates())).prop_map(|(count, from, to)| {
            Validity::Iterations(Iterations { count, from, to, rest: Rest::new() })
        }),
    ]
}

fn schedules() -> impl Strategy<Value = Schedule> {
    let once = activations().prop_map(Frequency::once);
    let frequency = prop_oneof![
        3 => day_times().prop_map(Frequency::daily),
        3 => weekly(),
        4 => monthly(),
        2 => several(),
        1 => once,
    ];
    (frequency, validities()).prop_map(|(frequency, validity)| Schedule::from(frequency).valid(validity))
}
