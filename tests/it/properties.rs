//! What must hold of every run, tried on random scenarios: deliveries, histories, log rows, figures.

use std::collections::{BTreeMap, BTreeSet};

use delivery_lab::base::people_set::{PeopleSet, RecipientIdx};
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::engine::fate::UrlType;
use delivery_lab::log::RunLog;
use delivery_lab::log::figures::Figures;
use delivery_lab::log::rows::{BroadLogRow, MessageStatus};
use delivery_lab::people::Condition;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::activity::{IncrementalQuerySettings, Settings};
use delivery_lab::scenario::creative::Creative;
use delivery_lab::scenario::intervention::{Intervention, Stimulus};
use delivery_lab::scenario::reactions::Reactions;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{Scenario, activity};
use delivery_lab::schedule::{Schedule, TimeOfDay};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::drawn::{cases, reactions, run, samples, schedules, set_schedule, settings, small};

proptest! {
    #![proptest_config(cases(1_000))]

    /// R1 and R9: what the schedule announces is what launches, and each launch makes one delivery.
    #[test]
    fn planned_launches_take_place_and_each_makes_a_delivery(schedule in schedules(), weeks in 1..=5_u32) {
        let mut scenario = small(Sample::RecurringWeekly, 3, weeks, 1);
        set_schedule(&mut scenario, "scheduler", schedule.clone());
        let (start, end) = (scenario.start_time(), scenario.end_time());
        let planned: Vec<_> = schedule.launches(start).take_while(|launch| *launch < end).collect();
        let Ok(lowered) = lower(&scenario, None) else {
            prop_assert!(planned.is_empty(), "a schedule with launches was refused");
            return Ok(());
        };
        let log = RunLog::of(lowered.plan.into());
        let scheduler = log.plan().step_named("scheduler").unwrap();
        prop_assert_eq!(log.launches_of(scheduler).collect::<Vec<_>>(), planned.clone());
        let made: Vec<_> = log.record().deliveries.iter().map(|row| (row.created_at, row.batches.len())).collect();
        prop_assert_eq!(made, planned.iter().map(|launch| (*launch, 1)).collect::<Vec<_>>());
        // The page asks for the launch after a moment; it must be the same list.
        for pair in planned.windows(2).take(20) {
            prop_assert_eq!(schedule.next_after(start, pair[0]), Some(pair[1]));
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    /// R2 and R3: a run goes on in the delivery whose label and content it finds unchanged.
    #[test]
    fn continuous_makes_a_delivery_for_each_change(
        edits in vec((0..28 * 24_i64, 0..3_u32, any::<bool>()), 0..8),
        is_computed in any::<bool>(),
    ) {
        let scenario = edited(edits, is_computed);
        let log = run(&scenario);
        let written: Vec<_> = log.record().batches.iter().map(|batch| batch.delivery).collect();
        prop_assert_eq!(written, expected_deliveries(&scenario, is_computed));
    }

    /// R4: who was targeted stays excluded for so many days, then comes again; with 0 days never.
    #[test]
    fn history_excludes_exactly_as_long_as_it_says(
        schedule in schedules(), days in 0..=20_u32, weeks in 1..=6_u32, seed in 0..1_000_u64,
    ) {
        let mut scenario = small(Sample::ContinuousWeekly, 12, weeks, seed);
        *settings(&mut scenario, "incremental") = Settings::IncrementalQuery(IncrementalQuerySettings {
            condition: Condition::everyone(),
            schedule: Some(schedule.clone()),
            history_days: days,
            keep_history: true,
            rest: Rest::new(),
        });
        prop_assume!(lower(&scenario, None).is_ok());
        let log = run(&scenario);
        let targeted = log.record().batches.iter().map(|batch| {
            let mut people = PeopleSet::clone(&batch.to_deliver.set());
            batch.exclusions.iter().for_each(|exclusion| people |= &exclusion.people.set());
            (batch.at, people.iter().collect::<Vec<_>>())
        });
        let launches = schedule.launches(scenario.start_time()).take_while(|at| *at < scenario.end_time());
        prop_assert_eq!(targeted.collect::<Vec<_>>(), expected_targets(&log, launches, days));
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// Every row of the broadLog is there once, whatever the page size, and says what the run did.
    #[test]
    fn broad_log_pages_are_complete(
        sample in samples(), reactions in reactions(), weeks in 1..=6_u32, page in 1..=50_u64, seed in 0..1_000_u64,
    ) {
        let log = run(&Scenario { reactions, ..small(sample, 60, weeks, seed) });
        let mut ids = BTreeSet::new();
        for (delivery, row) in log.record().deliveries.iter().enumerate() {
            let figures = log.figures_of_delivery(delivery, log.end());
            let rows = paged(&log, delivery, page);
            prop_assert!(rows.windows(2).all(|pair| pair[0].id > pair[1].id), "newest first");
            let messages: u64 = log.batches_of(row).map(|batch| batch.to_deliver.len()).sum();
            prop_assert_eq!((rows.len() as u64, figures.broad_logs), (messages, messages));
            let failed = rows.iter().filter(|row| matches!(row.status, MessageStatus::Failed(_))).count() as u64;
            prop_assert_eq!(failed, figures.failed);
            for batch in log.batches_of(row) {
                let of_run = rows.iter().filter(|row| row.run == batch.occurrence + 1);
                prop_assert!(of_run.map(|row| row.recipient).rev().eq(batch.to_deliver.iter()));
            }
            ids.extend(rows.iter().map(|row| row.id));
        }
        let all = log.totals(log.end()).broad_logs;
        prop_assert!(ids.into_iter().eq(1..=all), "ids are 1 to {all} without a gap");
    }

    /// The tracking rows up to any moment are those that the figures of that moment count.
    #[test]
    fn figures_count_the_rows(
        sample in samples(),
        reactions in reactions(),
        weeks in 1..=6_u32,
        seed in 0..1_000_u64,
        after in (any::<Index>(), 0..60 * 3_600_i64),
    ) {
        let log = run(&Scenario { reactions, ..small(sample, 60, weeks, seed) });
        // Soon after a run, when reactions come in at every hour.
        let sent = log.record().batches.get(after.0.index(log.record().batches.len().max(1)));
        let moment = sent.map_or(log.plan().start, |batch| batch.at) + SimSpan::from_secs(after.1);
        for moment in [moment.min(log.end()), log.end()] {
            for row in log.delivery_list(moment) {
                prop_assert!(row.contact_date <= row.last_modified && row.last_modified <= moment);
            }
            for delivery in 0..log.record().deliveries.len() {
                let rows = log.tracking_log(delivery, moment);
                let messages: BTreeMap<u64, RecipientIdx> =
                    log.broad_log(delivery, moment, 0..u64::MAX).iter().map(|row| (row.id, row.recipient)).collect();
                for row in &rows {
                    prop_assert!(row.at <= moment, "a row of the future");
                    prop_assert_eq!(messages.get(&row.broad_log), Some(&row.recipient));
                }
                let distinct = |url_type: Option<UrlType>| {
                    let asked = rows.iter().filter(|row| url_type.is_none_or(|one| one == row.url_type));
                    asked.map(|row| row.broad_log).collect::<BTreeSet<_>>().len() as u64
                };
                let figures = log.figures_of_delivery(delivery, moment);
                prop_assert_eq!(figures.tracking_logs, rows.len() as u64);
                prop_assert_eq!(rows.iter().map(|row| row.id).collect::<BTreeSet<_>>().len(), rows.len());
                prop_assert_eq!(figures.opens, distinct(None));
                prop_assert_eq!(figures.clicks, distinct(Some(UrlType::Click)));
                prop_assert_eq!(figures.unsubscriptions, distinct(Some(UrlType::OptOut)));
                prop_assert_eq!(figures.ignored, log.exclusion_log(delivery, moment).len() as u64);
            }
        }
    }

    /// No figure ever falls, none is larger than what it is a part of, and parts add up to the whole.
    #[test]
    fn figures_only_grow_and_stay_in_bounds(
        sample in samples(), reactions in reactions(), weeks in 1..=6_u32, seed in 0..1_000_u64,
    ) {
        let log = run(&Scenario { reactions, ..small(sample, 60, weeks, seed) });
        let mut before = [0; 10];
        let mut moment = log.plan().start;
        while moment <= log.end() {
            let totals = log.totals(moment);
            let counts = counts(totals);
            prop_assert!(counts.iter().zip(before).all(|(now, before)| *now >= before), "{totals:?} at {moment}");
            prop_assert_eq!(totals.success + totals.failed, totals.processed);
            prop_assert_eq!(totals.processed + totals.pending + totals.cancelled, totals.to_deliver);
            prop_assert!(totals.processed <= totals.to_deliver && totals.opens <= totals.success);
            prop_assert!(totals.clicks <= totals.opens && totals.opens <= totals.tracking_logs);
            (before, moment) = (counts, moment + SimSpan::from_secs(5 * 3_600 + 700));
        }
        let end = log.totals(log.end());
        prop_assert_eq!(end.broad_logs, end.to_deliver);
        let of_steps: Figures =
            (0..log.plan().steps.len()).map(|step| log.figures_of_step(step, log.end())).sum();
        let of_list: Figures = log.delivery_list(log.end()).iter().map(|row| row.figures).sum();
        prop_assert_eq!((of_steps, of_list), (end, end));
    }
}

/// A daily Query before a continuous delivery, with edits and relabels at random hours.
fn edited(mut edits: Vec<(i64, u32, bool)>, is_computed: bool) -> Scenario {
    let mut scenario = small(Sample::RecurringWeekly, 5, 4, 1);
    set_schedule(&mut scenario, "scheduler", Schedule::daily(TimeOfDay::new(9, 0)));
    let template = "welcomeMail".to_owned();
    *settings(&mut scenario, "recurring") =
        Settings::ContinuousDelivery(activity::ContinuousDeliverySettings {
            template: template.clone(),
            process_errors: false,
            rest: Rest::new(),
        });
    let row = scenario.templates.iter_mut().find(|row| row.name == template).unwrap();
    row.computed_label = is_computed.then(|| "{yyyy} week {ww}".to_owned());
    edits.sort_by_key(|edit| edit.0);
    scenario.interventions = edits
        .into_iter()
        .map(|(hour, content, is_relabel)| Intervention {
            at: scenario.start_time() + SimSpan::from_hours(hour),
            what: if is_relabel {
                Stimulus::Relabel { activity: "recurring".into(), label: format!("label {content}") }
            } else {
                let creative = Creative { subject: format!("subject {content}"), ..Creative::default() };
                Stimulus::EditTemplate { template: template.clone(), creative }
            },
            rest: Rest::new(),
        })
        .collect();
    scenario
}

/// The rule told a second time, without the engine: the delivery each daily run writes into.
fn expected_deliveries(scenario: &Scenario, is_computed: bool) -> Vec<usize> {
    let mut made: Vec<(String, String)> = Vec::new();
    let mut written = Vec::new();
    for day in 0..i64::from(scenario.weeks) * 7 {
        let at = scenario.start_time() + SimSpan::from_hours(day * 24 + 9);
        let done = || scenario.interventions.iter().filter(|one| one.at <= at).rev();
        let subject = done().find_map(|one| match &one.what {
            Stimulus::EditTemplate { creative, .. } => Some(creative.subject.clone()),
            _ => None,
        });
        let label = done().find_map(|one| match &one.what {
            Stimulus::Relabel { label, .. } => Some(label.clone()),
            _ => None,
        });
        // The samples begin on a Monday, so a week of the run is a week of the calendar.
        let label = if is_computed { format!("week {}", day / 7) } else { label.unwrap_or_default() };
        let wanted = (label, subject.unwrap_or_default());
        let last = made.iter().rposition(|(label, _)| !is_computed || *label == wanted.0);
        let delivery = last.filter(|last| made[*last] == wanted).unwrap_or_else(|| {
            made.push(wanted);
            made.len() - 1
        });
        written.push(delivery);
    }
    written
}

/// The rule told a second time: at each launch everyone present whom the history does not hold.
fn expected_targets(
    log: &RunLog,
    launches: impl Iterator<Item = SimTime>,
    days: u32,
) -> Vec<(SimTime, Vec<RecipientIdx>)> {
    let people = &log.plan().people;
    let mut targeted: BTreeMap<RecipientIdx, SimTime> = BTreeMap::new();
    let mut runs = Vec::new();
    for launch in launches {
        let is_free = |last: &SimTime| days > 0 && launch - *last >= SimSpan::from_days(days.into());
        let new: Vec<RecipientIdx> = (0..people.total())
            .filter(|person| people.joined_at(*person) <= launch)
            .filter(|person| targeted.get(person).is_none_or(is_free))
            .collect();
        if !new.is_empty() {
            targeted.extend(new.iter().map(|person| (*person, launch)));
            runs.push((launch, new));
        }
    }
    runs
}

/// All broadLog rows of a delivery at the end, read page by page.
fn paged(log: &RunLog, delivery: usize, page: u64) -> Vec<BroadLogRow> {
    let mut rows = Vec::new();
    loop {
        let from = rows.len() as u64;
        let next = log.broad_log(delivery, log.end(), from..from + page);
        if next.is_empty() {
            return rows;
        }
        assert!(next.len() as u64 <= page);
        rows.extend(next);
    }
}

fn counts(figures: Figures) -> [u64; 10] {
    let Figures { to_deliver, processed, success, failed, ignored, opens, clicks, unsubscriptions, .. } =
        figures;
    let logs = [figures.broad_logs, figures.tracking_logs];
    [to_deliver, processed, success, failed, ignored, opens, clicks, unsubscriptions, logs[0], logs[1]]
}

/// Nobody opens and everybody is reached: the extremes of the reactions hold exactly.
#[test]
fn extreme_reactions_hold_exactly() {
    let none = Reactions { fails: 0, opens: 0, clicks: 10_000, unsubscribes: 10_000, rest: Rest::new() };
    let all = Reactions { fails: 0, opens: 10_000, clicks: 10_000, unsubscribes: 0, rest: Rest::new() };
    let totals = |reactions| {
        let log = run(&Scenario { reactions, ..small(Sample::RecurringWeekly, 300, 5, 1) });
        // Reactions come within ten days, so those to the first three runs are in before the end.
        (0..3).map(|delivery| log.figures_of_delivery(delivery, log.end())).sum::<Figures>()
    };
    let (none, all) = (totals(none), totals(all));
    assert_eq!((none.failed, none.tracking_logs), (0, 0));
    assert_eq!((all.failed, all.opens, all.clicks), (0, all.to_deliver, all.to_deliver));
}
