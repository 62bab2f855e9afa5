//! The schedule form: its sentence, its fields by type, and launch times that are the calendar's own.

use crate::base::time::SimSpan;
use crate::scenario::activity::Settings;
use crate::scenario::samples::Sample;
use crate::schedule::{
    Days, Frequency, FrequencyKind, Month, Months, Schedule, TimeOfDay, Validity, Weekday,
};
use crate::text::Lang;
use crate::ui::inspector::tests::Asked;

fn with(schedule: Schedule) -> Asked {
    let mut asked = Asked::of(Sample::SideBySide, "scheduler");
    match &mut asked.scenario.workflow.activities[0].settings {
        Settings::Scheduler(scheduler) => scheduler.schedule = schedule,
        other => panic!("the first activity is a scheduler, not {other:?}"),
    }
    asked
}

fn listed(html: &str) -> Vec<String> {
    html.split("data-at=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn the_summary_and_the_next_ten_launches_are_those_of_the_calendar() {
    for kind in FrequencyKind::ALL {
        let start = Sample::SideBySide.scenario().start_time() + SimSpan::from_hours(9);
        let schedule = Schedule::from(Frequency::default_of(kind, start));
        let asked = with(schedule.clone());
        let (begin, shown) = (asked.scenario.start_time(), asked.shown());
        let expected: Vec<String> = schedule
            .launches(begin)
            .filter(|&at| at > shown)
            .take(super::launches::PAGE)
            .map(|at| at.to_string())
            .collect();
        let html = asked.html().await;
        assert_eq!(listed(&html), expected, "{kind:?}");
        assert_eq!(html.contains("Extend list"), expected.len() == super::launches::PAGE, "{kind:?}");
        let sentence = crate::text::schedule::describe(Lang::En, &schedule);
        assert!(html.contains(&format!("<p class=\"ins-summary\">{sentence}.</p>")), "{kind:?}");
    }
}

#[tokio::test]
async fn the_last_launch_says_what_it_sent_and_the_next_is_marked() {
    let asked = with(Schedule::weekly(Weekday::Monday, TimeOfDay::new(9, 0)));
    let run = asked.run().unwrap();
    let last = run.record().batches.iter().rfind(|batch| {
        batch.at <= asked.shown() && run.plan().steps[batch.step].name.as_ref() == "recurring"
    });
    let sent = crate::text::format::number(Lang::En, last.unwrap().to_deliver.len());
    let html = asked.html().await;
    assert!(html.contains(&format!("{sent} mailed")));
    assert_eq!(html.matches("is-next").count(), 1);
    assert_eq!(html.matches("is-done").count(), 1);
}

#[tokio::test]
async fn before_the_run_a_launch_at_its_very_start_is_still_to_come() {
    let mut asked = with(Schedule::daily(TimeOfDay::new(0, 0)));
    asked.shown = "2026-01-05";
    let html = asked.html().await;
    assert_eq!(listed(&html).first().map(String::as_str), Some("2026-01-05 00:00:00"));
    assert!(!html.contains("is-done"));
}

#[tokio::test]
async fn launches_after_the_run_are_told_apart_and_a_spent_schedule_says_so() {
    let mut asked = with(Schedule::weekly(Weekday::Monday, TimeOfDay::new(9, 0)));
    asked.shown = "2026-12-25";
    let html = asked.html().await;
    assert_eq!(html.matches("after the run").count(), 9, "one Monday of the ten is in the run");
    let spent = with(Schedule::daily(TimeOfDay::new(9, 0)).valid(Validity::iterations(3))).html().await;
    assert!(spent.contains("No launch is left.") && listed(&spent).is_empty());
}

#[tokio::test]
async fn an_incremental_query_may_have_no_schedule_of_its_own() {
    let mut asked = Asked::of(Sample::ContinuousWeekly, "incremental");
    let planned = Asked::of(Sample::ContinuousWeekly, "incremental").html().await;
    assert!(planned.contains("Every Monday at 09:00.") && planned.contains("ins-launches"));
    match &mut asked.scenario.workflow.activities[0].settings {
        Settings::IncrementalQuery(query) => query.schedule = None,
        other => panic!("the first activity is an incremental query, not {other:?}"),
    }
    let html = asked.html().await;
    assert!(html.contains("runs at once and one time only") && !html.contains("ins-frequency"));
}

#[test]
fn days_and_months_are_toggled_and_all_of_them_are_every_one() {
    let toggled = super::days::toggled;
    let without_monday = toggled(&Days::EveryDay, Weekday::Monday);
    assert!(!without_monday.contains(Weekday::Monday) && without_monday.contains(Weekday::Sunday));
    assert_eq!(toggled(&without_monday, Weekday::Monday), Days::EveryDay);
    let without_may = super::monthly::toggled(&Months::EveryMonth, Month::May);
    assert_eq!(without_may.iter().count(), 11);
    assert_eq!(super::monthly::toggled(&without_may, Month::May), Months::EveryMonth);
}

#[test]
fn another_hour_follows_the_last_one() {
    assert_eq!(super::several::next_hour(&[]), TimeOfDay::new(9, 0));
    let hours = [TimeOfDay::new(15, 30), TimeOfDay::new(9, 0)];
    assert_eq!(super::several::next_hour(&hours), TimeOfDay::new(16, 0));
    assert_eq!(super::several::next_hour(&[TimeOfDay::new(23, 0)]), TimeOfDay::new(0, 0));
}

#[tokio::test]
async fn launches_are_planned_in_the_time_zone_of_the_workflow() {
    let schedule = Schedule::daily(TimeOfDay::new(9, 0));
    let mut asked = with(schedule.clone());
    assert!(!with(schedule.clone()).html().await.contains("The schedule is read in"));
    let zone = crate::schedule::Zone::Stockholm;
    asked.scenario.workflow.properties.time_zone = Some(zone.into());
    let (begin, shown) = (asked.scenario.start_time(), asked.shown());
    let launches = schedule.launches_in(zone, begin).filter(|&at| at > shown);
    let expected: Vec<String> = launches.take(super::launches::PAGE).map(|at| at.to_string()).collect();
    let html = asked.html().await;
    assert_eq!(listed(&html), expected);
    assert!(html.contains("The schedule is read in Europe/Stockholm"));
}
