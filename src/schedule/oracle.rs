//! The calendar against an oracle that tries every day and every minute; for tests only.

use chrono::{Datelike as _, Days as DayCount, NaiveDate, NaiveTime, Timelike as _};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// How many days from the activation are compared.
const WINDOW: u64 = 800;

/// Every launch within the window after `activated_at`.
pub(super) fn tried(schedule: &Schedule, activated_at: SimTime) -> Vec<SimTime> {
    let mut minutes = Vec::new();
    for minute in 0..1_440 {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        if matches_time(&schedule.frequency, time) {
            minutes.push(time);
        }
    }
    let mut launches = Vec::new();
    for date in activated_at.date().iter_days().take(WINDOW as usize) {
        if matches_date(&schedule.frequency, date) && is_valid(&schedule.validity, date) {
            let moments = minutes.iter().map(|&time| SimTime::from_date_time(date.and_time(time)));
            launches.extend(moments.filter(|&moment| moment >= activated_at));
        }
    }
    if let Validity::Iterations(iterations) = &schedule.validity {
        launches.truncate(iterations.count as usize);
    }
    launches
}

fn is_valid(validity: &Validity, date: NaiveDate) -> bool {
    match validity {
        Validity::Permanent { .. } => true,
        Validity::Between(between) => between.from <= date && date <= between.to,
        Validity::Iterations(iterations) => {
            iterations.from.is_none_or(|from| from <= date) && iterations.to.is_none_or(|to| date <= to)
        }
    }
}

fn matches_time(frequency: &Frequency, time: NaiveTime) -> bool {
    let is = |other: TimeOfDay| other.to_string() == time.to_string()[..5];
    match frequency {
        Frequency::SeveralTimesADay(SeveralTimesADay { times: Times::Selected(hours), .. }) => {
            hours.iter().any(|&hour| is(hour))
        }
        Frequency::SeveralTimesADay(SeveralTimesADay { times: Times::Every(period), .. }) => {
            let minute = time.hour() * 60 + time.minute();
            let (from, to) = (u32::from(period.from.minutes()), u32::from(period.to.minutes()));
            from <= minute && minute <= to && (minute - from).checked_rem(period.every_minutes) == Some(0)
        }
        Frequency::Daily(daily) => is(daily.time),
        Frequency::Weekly(weekly) => is(weekly.start),
        Frequency::Monthly(monthly) => is(monthly.time),
        Frequency::Once(once) => once.at.date_time().time() == time,
    }
}

fn matches_date(frequency: &Frequency, date: NaiveDate) -> bool {
    match frequency {
        Frequency::SeveralTimesADay(several) => matches_weekday(&several.days, date),
        Frequency::Daily(_) => true,
        Frequency::Weekly(weekly) => {
            matches_weekday(&weekly.days, date)
                && match &weekly.weeks {
                    Weeks::EveryWeek => true,
                    Weeks::Every(EveryWeeks { every, from, .. }) => {
                        let monday = |date: NaiveDate| date.week(chrono::Weekday::Mon).first_day();
                        let weeks = (monday(date) - monday(*from)).num_weeks();
                        date >= *from && weeks.checked_rem((*every).into()) == Some(0)
                    }
                }
        }
        Frequency::Monthly(Monthly { months, day, .. }) => {
            months.contains(Month::ALL[date.month0() as usize]) && matches_day(day, date)
        }
        Frequency::Once(once) => once.at.date() == date,
    }
}

fn matches_weekday(days: &Days, date: NaiveDate) -> bool {
    let day = Weekday::ALL[date.weekday().num_days_from_monday() as usize];
    matches!(days, Days::EveryDay) || days.iter().any(|chosen| chosen == day)
}

fn matches_day(day: &MonthDay, date: NaiveDate) -> bool {
    let is_last_for = |days| (date + DayCount::new(days)).month() != date.month();
    match day {
        MonthDay::On(number) => date.day() == u32::from(*number),
        MonthDay::LastDay => is_last_for(1),
        MonthDay::Weekday(NthWeekday { nth, weekday, .. }) => {
            matches_weekday(&Days::on([*weekday]), date)
                && match nth {
                    Nth::Last => is_last_for(7),
                    nth => (date.day() - 1) / 7 == *nth as u32,
                }
        }
    }
}

fn any_time() -> impl Strategy<Value = TimeOfDay> {
    prop_oneof![
        (0..24_u8, 0..60_u8).prop_map(|(hour, minute)| TimeOfDay::new(hour, minute)),
        select(vec![TimeOfDay::new(0, 0), TimeOfDay::new(9, 0), TimeOfDay::new(23, 59)]),
    ]
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0..1_500_u64).prop_map(|days| NaiveDate::from_ymd_opt(2022, 12, 1).unwrap() + DayCount::new(days))
}

pub(super) fn any_moment() -> impl Strategy<Value = SimTime> {
    (any_date(), any_time())
        .prop_map(|(date, time)| SimTime::from_date(date) + SimSpan::from_secs(time.secs().into()))
}

fn any_days() -> impl Strategy<Value = Days> {
    prop_oneof![Just(Days::EveryDay), btree_set(select(&Weekday::ALL[..]), 0..5).prop_map(Days::On)]
}

fn any_month_day() -> impl Strategy<Value = MonthDay> {
    prop_oneof![
        (0..=32_u8).prop_map(MonthDay::On),
        (28..=31_u8).prop_map(MonthDay::On),
        Just(MonthDay::LastDay),
        (select(&Nth::ALL[..]), select(&Weekday::ALL[..])).prop_map(|(nth, day)| MonthDay::nth(nth, day)),
    ]
}

fn any_several() -> impl Strategy<Value = Frequency> {
    let rest = Rest::new;
    let selected = vec(any_time(), 0..5).prop_map(Times::Selected);
    let period = (select(vec![0, 1, 7, 15, 45, 60, 97, 1_440, u32::MAX]), any_time(), any_time()).prop_map(
        move |(every_minutes, from, to)| Times::Every(Period { every_minutes, from, to, rest: rest() }),
    );
    (prop_oneof![selected, period], any_days()).prop_map(move |(times, days)| {
        Frequency::SeveralTimesADay(SeveralTimesADay { times, days, rest: rest() })
    })
}

fn any_frequency() -> impl Strategy<Value = Frequency> {
    let rest = Rest::new;
    let weeks = prop_oneof![
        Just(Weeks::EveryWeek),
        (prop_oneof![0..6_u32, Just(u32::MAX)], any_date())
            .prop_map(move |(every, from)| Weeks::Every(EveryWeeks { every, from, rest: rest() })),
    ];
    let months = prop_oneof![
        Just(Months::EveryMonth),
        btree_set(select(&Month::ALL[..]), 0..5).prop_map(Months::On),
        Just(Months::on([Month::February])),
    ];
    prop_oneof![
        any_several(),
        any_time().prop_map(Frequency::daily),
        (any_time(), any_days(), weeks).prop_map(move |(start, days, weeks)| {
            Frequency::Weekly(Weekly { start, days, weeks, rest: rest() })
        }),
        (months, any_month_day(), any_time()).prop_map(move |(months, day, time)| {
            Frequency::Monthly(Monthly { months, day, time, rest: rest() })
        }),
        any_moment().prop_map(Frequency::once),
    ]
}

pub(super) fn any_validity() -> impl Strategy<Value = Validity> {
    prop_oneof![
        Just(Validity::permanent()),
        (any_date(), any_date()).prop_map(|(from, to)| Validity::between(from, to)),
        (any_date(), 0..400_u64).prop_map(|(from, days)| Validity::between(from, from + DayCount::new(days))),
        (0..300_u32, option::of(any_date()), option::of(any_date())).prop_map(|(count, from, to)| {
            Validity::Iterations(Iterations { count, from, to, rest: Rest::new() })
        }),
    ]
}

pub(super) fn any_schedule() -> impl Strategy<Value = Schedule> {
    (any_frequency(), any_validity())
        .prop_map(|(frequency, validity)| Schedule::from(frequency).valid(validity))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn launches_are_those_the_oracle_finds(schedule in any_schedule(), activated_at in any_moment()) {
        let expected = tried(&schedule, activated_at);
        let end = SimTime::from_date(activated_at.date() + DayCount::new(WINDOW));
        let launches: Vec<_> = schedule.launches(activated_at).take_while(|&launch| launch < end).collect();
        prop_assert!(launches.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert_eq!(launches, expected);
    }

    #[test]
    fn next_after_gives_the_same_launches(
        schedule in any_schedule(), activated_at in any_moment(), after in any_moment()
    ) {
        let mut last = SimTime::from_secs(i64::MIN);
        for launch in schedule.launches(activated_at).take(320) {
            prop_assert_eq!(schedule.next_after(activated_at, last), Some(launch));
            last = launch;
        }
        if schedule.launches(activated_at).nth(320).is_none() {
            prop_assert_eq!(schedule.next_after(activated_at, last), None);
        }
        let later = schedule.launches(activated_at).find(|&launch| launch > after);
        prop_assert_eq!(schedule.next_after(activated_at, after), later);
    }

    #[test]
    fn the_shortest_interval_is_reached_and_never_undercut(schedule in any_schedule()) {
        let start = schedule.validity.first_date().map_or(SimTime::from_secs(0), SimTime::from_date);
        let launches: Vec<_> = schedule.launches(start).take(5_000).collect();
        let shortest = launches.windows(2).map(|pair| pair[1] - pair[0]).min();
        match &schedule.validity {
            // Another activation can find two neighbours that this one does not reach.
            Validity::Iterations(_) => prop_assert!(shortest.is_none() || schedule.shortest_interval() <= shortest),
            _ => prop_assert_eq!(schedule.shortest_interval(), shortest),
        }
    }

    #[test]
    fn nothing_is_launched_exactly_where_a_problem_says_so(schedule in any_schedule()) {
        let never = schedule.problems().iter().any(|problem| matches!(problem, ScheduleProblem::NeverFires(_)));
        let first = schedule.launches(SimTime::from_secs(i64::MIN)).next();
        prop_assert_eq!(never, first.is_none());
    }

    #[test]
    fn a_schedule_survives_a_save(schedule in any_schedule()) {
        let text = serde_json::to_string(&schedule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Schedule>(&text).unwrap(), schedule, "{}", text);
    }
}
