//! What properties are tried on: small scenarios, random schedules and reactions, and a run of them.

use std::rc::Rc;

use chrono::{Days as ChronoDays, NaiveDate};
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::log::RunLog;
use delivery_lab::people::{GeneratedPeople, PopulationSpec};
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::activity::Settings;
use delivery_lab::scenario::reactions::Reactions;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::schedule::{
    Days, EveryWeeks, Frequency, Iterations, Month, MonthDay, Monthly, Months, Nth, Schedule,
    SeveralTimesADay, TimeOfDay, Validity, Weekday, Weekly, Weeks,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;

/// A number of cases, without files of failed ones: a failure prints its smallest case.
pub(crate) fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// A sample with few people and weeks.
pub(crate) fn small(sample: Sample, size: u32, weeks: u32, seed: u64) -> Scenario {
    let people = GeneratedPeople {
        size,
        joins_per_week: 4,
        moves_per_week: 2,
        edits_per_week: 3,
        unsubscribes_per_week: 1,
        ..GeneratedPeople::default()
    };
    let mut scenario =
        Scenario { weeks, seed, population: PopulationSpec::Generated(people), ..sample.scenario() };
    if sample == Sample::SeasonalList {
        // The Monday before its first launch, so that it also runs in a few weeks.
        scenario.start = NaiveDate::from_ymd_opt(2026, 3, 16).unwrap();
    }
    scenario
}

/// Runs a scenario that must be able to run.
pub(crate) fn run(scenario: &Scenario) -> RunLog {
    let lowered = lower(scenario, None).unwrap_or_else(|findings| panic!("{}: {findings:?}", scenario.name));
    RunLog::of(Rc::new(lowered.plan))
}

/// The settings of an activity, to be changed in place.
pub(crate) fn settings<'s>(scenario: &'s mut Scenario, name: &str) -> &'s mut Settings {
    let activity = scenario.workflow.activities.iter_mut().find(|activity| activity.name == name);
    &mut activity.expect("the sample has it").settings
}

/// Gives an activity of a sample another schedule.
pub(crate) fn set_schedule(scenario: &mut Scenario, name: &str, schedule: Schedule) {
    match settings(scenario, name) {
        Settings::Scheduler(scheduler) => scheduler.schedule = schedule,
        Settings::IncrementalQuery(query) => query.schedule = Some(schedule),
        other => panic!("{other:?} has no schedule"),
    }
}

/// Any of the samples.
pub(crate) fn samples() -> impl Strategy<Value = Sample> {
    select(Sample::ALL.to_vec())
}

/// Reactions more eager than those of real people, so that few messages show a lot.
pub(crate) fn reactions() -> impl Strategy<Value = Reactions> {
    (0..=3_000_u32, 0..=10_000_u32, 0..=10_000_u32, 0..=1_000_u32).prop_map(
        |(fails, opens, clicks, unsubscribes)| Reactions {
            fails,
            opens,
            clicks,
            unsubscribes,
            rest: Rest::new(),
        },
    )
}

/// Schedules of every type and validity, those included that never launch in a run of a few weeks.
pub(crate) fn schedules() -> impl Strategy<Value = Schedule> {
    let frequency = prop_oneof![several(), times().prop_map(Frequency::daily), weekly(), monthly(), once()];
    (frequency, validities()).prop_map(|(frequency, validity)| Schedule::from(frequency).valid(validity))
}

fn times() -> impl Strategy<Value = TimeOfDay> {
    (0..24_u8, 0..60_u8).prop_map(|(hour, minute)| TimeOfDay::new(hour, minute))
}

fn days() -> impl Strategy<Value = Days> {
    let some = btree_set(select(Weekday::ALL.to_vec()), 1..=4).prop_map(Days::On);
    prop_oneof![Just(Days::EveryDay), some]
}

fn several() -> impl Strategy<Value = Frequency> {
    let hours = vec(times(), 1..=4).prop_map(Frequency::at_hours);
    let period = (15..=600_u32, times(), times())
        .prop_map(|(minutes, one, other)| Frequency::every_minutes(minutes, one.min(other), one.max(other)));
    (prop_oneof![hours, period], days()).prop_map(|(frequency, days)| match frequency {
        Frequency::SeveralTimesADay(several) => {
            Frequency::SeveralTimesADay(SeveralTimesADay { days, ..several })
        }
        other => other,
    })
}

fn weekly() -> impl Strategy<Value = Frequency> {
    let every = (1..=4_u32, dates())
        .prop_map(|(every, from)| Weeks::Every(EveryWeeks { every, from, rest: Rest::new() }));
    (times(), days(), prop_oneof![Just(Weeks::EveryWeek), every])
        .prop_map(|(start, days, weeks)| Frequency::Weekly(Weekly { start, days, weeks, rest: Rest::new() }))
}

fn monthly() -> impl Strategy<Value = Frequency> {
    let day = prop_oneof![
        (1..=31_u8).prop_map(MonthDay::On),
        Just(MonthDay::LastDay),
        (select(Nth::ALL.to_vec()), select(Weekday::ALL.to_vec()))
            .prop_map(|(nth, day)| MonthDay::nth(nth, day)),
    ];
    let months = btree_set(select(Month::ALL.to_vec()), 1..=6).prop_map(Months::On);
    (prop_oneof![Just(Months::EveryMonth), months], day, times())
        .prop_map(|(months, day, time)| Frequency::Monthly(Monthly { months, day, time, rest: Rest::new() }))
}

fn once() -> impl Strategy<Value = Frequency> {
    (dates(), times()).prop_map(|(date, time)| {
        let midnight = SimTime::from_date(date);
        Frequency::once(midnight + SimSpan::from_secs(time.secs().into()))
    })
}

fn validities() -> impl Strategy<Value = Validity> {
    let between =
        (dates(), 0..40_u64).prop_map(|(from, days)| Validity::between(from, from + ChronoDays::new(days)));
    let iterations = (1..=20_u32, proptest::option::of(dates())).prop_map(|(count, from)| {
        Validity::Iterations(Iterations { count, from, to: None, rest: Rest::new() })
    });
    prop_oneof![3 => Just(Validity::permanent()), 1 => between, 1 => iterations]
}

/// Dates around the first weeks of the samples.
fn dates() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 12, 20).unwrap();
    (0..100_u64).prop_map(move |days| first + ChronoDays::new(days))
}
