//! What must hold of every delivery at every moment: nobody is lost, nobody is counted twice, rows and figures agree.

use delivery_lab::base::people_set::PeopleSet;
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::engine::record::What;
use delivery_lab::log::RunLog;
use delivery_lab::log::rows::MessageStatus;
use delivery_lab::people::{Condition, Operator};
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::activity::Settings;
use delivery_lab::scenario::intervention::{Intervention, Stimulus};
use delivery_lab::scenario::properties::{ApprovalMode, DeliveryProperties, PressureRule};
use delivery_lab::scenario::reactions::Reactions;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::schedule::{Schedule, TimeOfDay, Zone};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::drawn::{cases, reactions, run, set_schedule, settings, small};

proptest! {
    #![proptest_config(cases(100))]

    /// Target = to deliver + left out, each once; to deliver = sent + failed + pending + cancelled; rows agree.
    #[test]
    fn nobody_is_lost_and_nobody_counts_twice(
        properties in properties(),
        reactions in reactions(),
        is_continuous in any::<bool>(),
        has_approvals in prop::bool::weighted(0.2),
        has_jobs in prop::bool::weighted(0.8),
        steps in vec((0..28 * 48_i64, 0..5_usize), 0..8),
        seed in 0..1_000_u64,
    ) {
        let scenario = steered(properties, is_continuous, &steps);
        let mut scenario = Scenario { reactions, seed, ..scenario };
        (scenario.approvals.target, scenario.technical.delivery_jobs) = (has_approvals, has_jobs);
        let log = run(&scenario);
        for batch in &log.record().batches {
            let mut seen = PeopleSet::new();
            for exclusion in &batch.exclusions {
                prop_assert!(!exclusion.people.is_empty() && exclusion.people.shared_len(&seen) == 0);
                seen |= &exclusion.people.set();
            }
            prop_assert_eq!(seen.len(), batch.excluded());
            prop_assert_eq!(batch.to_deliver.shared_len(&seen), 0);
        }
        let mut settled = (0, 0, 0, 0);
        let mut moment = log.plan().start;
        while moment <= log.end() {
            prop_assert_eq!(rows_of(&log, moment), figures_of(&log, moment), "at {}", moment);
            let (sent, failed, _, cancelled) = figures_of(&log, moment);
            prop_assert!(sent >= settled.0 && failed >= settled.1 && cancelled >= settled.3);
            (settled, moment) = ((sent, failed, 0, cancelled), moment + SimSpan::from_secs(7 * 3_600 + 1_300));
        }
    }

    /// No recipient has more messages in the days before a contact date than the pressure rule allows.
    #[test]
    fn pressure_is_never_exceeded(messages in 1..=3_u32, days in 1..=9_u32, seed in 0..500_u64) {
        let pressure = Some(PressureRule { messages, days });
        let mut scenario = steered(DeliveryProperties { pressure, ..DeliveryProperties::default() }, false, &[]);
        scenario.seed = seed;
        let log = run(&scenario);
        let batches = &log.record().batches;
        for (place, last) in batches.iter().enumerate() {
            let since = last.contact_date - SimSpan::from_days(days.into());
            let within = |one: &&delivery_lab::engine::record::Batch| one.contact_date > since;
            for recipient in last.to_deliver.iter() {
                let had = batches[..=place].iter().filter(within).filter(|one| one.to_deliver.contains(recipient));
                prop_assert!(had.count() <= messages as usize);
            }
        }
    }
}

/// R20: pending until the first feedback, then failed at once or taken into account until the retries end.
#[test]
fn a_message_goes_its_documented_way() {
    let mut scenario = small(Sample::RecurringWeekly, 200, 1, 1);
    scenario.reactions = Reactions { fails: 10_000, ..Reactions::default() };
    let log = run(&scenario);
    let at = |text| {
        let moment = SimTime::parse(text).unwrap();
        let rows = log.broad_log(0, moment, 0..u64::MAX);
        let count = |is: fn(&MessageStatus) -> bool| rows.iter().filter(|row| is(&row.status)).count();
        let pending = count(|status| *status == MessageStatus::Pending);
        let taken =
            count(|status| matches!(status, MessageStatus::TakenIntoAccount(reason) if !reason.is_hard()));
        let hard = count(|status| matches!(status, MessageStatus::Failed(reason) if reason.is_hard()));
        let soft = count(|status| matches!(status, MessageStatus::Failed(reason) if !reason.is_hard()));
        (pending, taken, hard, soft)
    };
    let (all, ..) = at("2026-01-05 09:59");
    assert_eq!(at("2026-01-05 09:59"), (all, 0, 0, 0));
    let (_, taken, hard, _) = at("2026-01-05 10:00");
    assert!(taken > 0 && hard > 0 && taken + hard == all);
    assert_eq!(at("2026-01-08 21:59"), (0, taken, hard, 0));
    assert_eq!(at("2026-01-08 22:00"), (0, 0, hard, taken));
}

/// A run that was held before any of it was sent is noted as sent when it is taken up, and no run is twice.
#[test]
fn a_held_run_is_noted_as_sent_when_it_is_taken_up() {
    // The first run is paused at 09:30, the second is held, and both are taken up on Tuesday at 12:00.
    let scenario = steered(DeliveryProperties::default(), true, &[(19, 1), (72, 2)]);
    let log = run(&scenario);
    let sent_at = |batch| {
        let facts = log.record().facts.iter().filter(move |fact| fact.what == What::Sent { batch });
        facts.map(|fact| (fact.at - scenario.start_time()).secs() / 3_600).collect::<Vec<_>>()
    };
    assert_eq!([0, 1, 2].map(sent_at), [[9], [24 + 12], [48 + 9]]);
}

/// *Jobs on deliveries* and *Database cleanup* are workflows: what they have to do waits for the server.
#[test]
fn while_the_server_is_down_nothing_is_started_and_nothing_expires() {
    let with_downtime = |properties, steps: &[(i64, usize)], hour| {
        let mut scenario = steered(properties, false, steps);
        let at = scenario.start_time() + SimSpan::from_hours(hour);
        let what = Stimulus::ServerDown { hours: 3 };
        scenario.interventions.push(Intervention { at, what, rest: Rest::new() });
        let batch = run(&scenario).record().batches[0].clone();
        let after = |moment: SimTime| (moment - scenario.start_time()).secs() / 3_600;
        (batch.sent_at.map(after), batch.cancelled_at.map(after))
    };
    let postponed = DeliveryProperties { postponed_hours: 2, ..DeliveryProperties::default() };
    assert_eq!(with_downtime(postponed, &[], 10), (Some(13), None), "not at 11:00");
    let short = DeliveryProperties { validity_days: 2, ..DeliveryProperties::default() };
    let thursday = 3 * 24;
    assert_eq!(with_downtime(short, &[(19, 1)], thursday + 3), (None, Some(thursday + 6)), "not at 04:00");
}

/// `managing-time-zones` page: at 00:30 in Stockholm the server is still in the day before.
#[test]
fn conditions_and_labels_are_about_the_day_of_the_zone() {
    let mut scenario = small(Sample::Birthday, 1, 1, 1);
    let people = serde_json::json!({
        "source": "imported", "rows": 2,
        "columns": [
            { "attribute": "email", "kind": "text", "values": "ada@example.com\nbo@example.com" },
            { "attribute": "birthDate", "kind": "date", "values": "1990-01-07\n1990-01-08" },
        ],
    });
    scenario.population = serde_json::from_value(people).unwrap();
    scenario.workflow.properties.time_zone = Some(Zone::Stockholm.into());
    set_schedule(&mut scenario, "scheduler", Schedule::daily(TimeOfDay::new(0, 30)));
    let log = run(&scenario);
    for (recipient, launch) in [(0, "2026-01-06 23:30"), (1, "2026-01-07 23:30")] {
        let met = log.record().batches.iter().filter(|batch| batch.to_deliver.contains(recipient));
        assert_eq!(met.map(|batch| batch.at).collect::<Vec<_>>(), [SimTime::parse(launch).unwrap()]);
    }
    let mut scenario = steered(DeliveryProperties::default(), true, &[]);
    let template = scenario.templates.iter_mut().find(|row| row.name == "welcomeMail").unwrap();
    template.computed_label = Some("{mm}-{dd}".into());
    scenario.workflow.properties.time_zone = Some(Zone::Tokyo.into());
    // The first launch is on Tuesday at 08:00 in Tokyo, which is Monday 23:00 for the server.
    set_schedule(&mut scenario, "scheduler", Schedule::daily(TimeOfDay::new(8, 0)));
    let log = run(&scenario);
    let first = &log.record().deliveries[0];
    assert_eq!((first.created_at, &*first.label), (SimTime::parse("2026-01-05 23:00").unwrap(), "01-06"));
}

/// Sent, failed, pending and cancelled, counted row by row.
fn rows_of(log: &RunLog, moment: SimTime) -> (u64, u64, u64, u64) {
    let mut counts = (0, 0, 0, 0);
    for delivery in 0..log.deliveries_until(moment) {
        for row in log.broad_log(delivery, moment, 0..u64::MAX) {
            match row.status {
                MessageStatus::Sent => counts.0 += 1,
                MessageStatus::Failed(_) => counts.1 += 1,
                MessageStatus::Pending | MessageStatus::TakenIntoAccount(_) => counts.2 += 1,
                MessageStatus::Cancelled => counts.3 += 1,
            }
        }
    }
    counts
}

fn figures_of(log: &RunLog, moment: SimTime) -> (u64, u64, u64, u64) {
    let totals = log.totals(moment);
    (totals.success, totals.failed, totals.pending, totals.cancelled)
}

/// Daily at 09:00 for four weeks to a few people, steered by hand at half hours.
fn steered(properties: DeliveryProperties, is_continuous: bool, steps: &[(i64, usize)]) -> Scenario {
    let mut scenario = small(Sample::RecurringWeekly, 30, 4, 1);
    set_schedule(&mut scenario, "scheduler", Schedule::daily(TimeOfDay::new(9, 0)));
    if is_continuous {
        let template = scenario.templates.iter_mut().find(|row| row.name == "welcomeMail").unwrap();
        template.properties = properties;
        *settings(&mut scenario, "recurring") =
            Settings::ContinuousDelivery(delivery_lab::scenario::activity::ContinuousDeliverySettings {
                template: "welcomeMail".into(),
                process_errors: false,
                rest: Rest::new(),
            });
    } else if let Settings::RecurringDelivery(delivery) = settings(&mut scenario, "recurring") {
        delivery.properties = properties;
    }
    let activity = || "recurring".to_owned();
    let stimulus = |what| match what {
        0 => Stimulus::StopDelivery { activity: activity() },
        1 => Stimulus::PauseDelivery { activity: activity() },
        2 => Stimulus::ResumeDelivery { activity: activity() },
        3 => Stimulus::ConfirmDelivery { activity: activity() },
        _ => Stimulus::ApproveDelivery { activity: activity() },
    };
    let start = scenario.start_time();
    let mut steps = steps.to_vec();
    steps.sort_unstable();
    scenario.interventions = steps
        .into_iter()
        .map(|(half_hours, what)| Intervention {
            at: start + SimSpan::from_secs(half_hours * 1_800),
            what: stimulus(what),
            rest: Rest::new(),
        })
        .collect();
    scenario
}

fn properties() -> impl Strategy<Value = DeliveryProperties> {
    let modes = [ApprovalMode::Automatic, ApprovalMode::SemiAutomatic, ApprovalMode::Manual];
    let pressure = proptest::option::weighted(0.3, (1..=3_u32, 1..=9_u32));
    let capacity = proptest::option::weighted(0.3, 0..=20_u32);
    (select(modes.to_vec()), pressure, capacity, 1..=5_u32, 0..=40_u32, any::<bool>(), any::<bool>())
        .prop_map(
            |(
                approval,
                pressure,
                capacity_per_day,
                validity_days,
                postponed_hours,
                has_opt_out_link,
                has_rule,
            )| {
                let rule = Condition::is("newsletter", Operator::IsFalse);
                DeliveryProperties {
                    approval,
                    filtering_rules: has_rule.then_some(rule).into_iter().collect(),
                    pressure: pressure.map(|(messages, days)| PressureRule { messages, days }),
                    capacity_per_day,
                    validity_days,
                    postponed_hours: if postponed_hours > 20 { 0 } else { postponed_hours },
                    has_opt_out_link,
                    ..DeliveryProperties::default()
                }
            },
        )
}
