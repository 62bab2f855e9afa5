//! What must hold of every delivery at every moment: nobody is lost, nobody is counted twice, rows and figures agree.

use delivery_lab::base::people_set::PeopleSet;
use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::log::RunLog;
use delivery_lab::log::rows::MessageStatus;
use delivery_lab::people::{Condition, Operator};
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::activity::Settings;
use delivery_lab::scenario::intervention::{Intervention, Stimulus};
use delivery_lab::scenario::properties::{ApprovalMode, DeliveryProperties, PressureRule};
use delivery_lab::scenario::reactions::Reactions;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::schedule::{Schedule, TimeOfDay};
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
