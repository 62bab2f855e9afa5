//! What must hold of everything read off a run, whatever the technical workflows do: rates, rows behind figures.

use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::log::RunLog;
use delivery_lab::log::indicators::{Basis, IndicatorId, Scope};
use delivery_lab::log::provenance::{Counted, SourceRow};
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::properties::{Retention, TechnicalWorkflows};
use proptest::prelude::*;
use proptest::sample::select;

use crate::drawn::{cases, reactions, run, samples, small};

/// Technical workflows with each switch either way.
fn technical() -> impl Strategy<Value = TechnicalWorkflows> {
    let cleanup = select(vec![Retention::KeepAll, Retention::V7, Retention::V8]);
    (prop::bool::weighted(0.8), prop::bool::weighted(0.8), cleanup).prop_map(
        |(tracking, delivery_indicators, cleanup)| TechnicalWorkflows {
            tracking,
            delivery_indicators,
            cleanup,
            ..TechnicalWorkflows::default()
        },
    )
}

/// A run of up to a year with few people, and a moment in it, more often late than early.
pub(crate) fn read() -> impl Strategy<Value = (Scenario, i64)> {
    (samples(), reactions(), technical(), 1..=58_u32, 0..1_000_u64, 0..10_000_i64).prop_map(
        |(sample, reactions, technical, weeks, seed, share)| {
            let scenario = Scenario { reactions, technical, ..small(sample, 20, weeks, seed) };
            let length = (scenario.end_time() - scenario.start_time()).secs();
            let late = 10_000 - share * share / 10_000;
            (scenario, length * late / 10_000)
        },
    )
}

pub(crate) fn scopes(log: &RunLog) -> Vec<Scope> {
    let deliveries = log.record().deliveries.len();
    let mut scopes = vec![Scope::All, Scope::Deliveries((0..deliveries).step_by(3).collect())];
    scopes.extend((0..deliveries.min(5)).map(Scope::Delivery));
    scopes.extend((0..log.plan().weeks.min(4)).map(Scope::Week));
    scopes.extend((0..log.plan().steps.len()).map(Scope::Step));
    scopes
}

proptest! {
    #![proptest_config(cases(60))]

    /// No rate leaves 0 to 100 %, and no part is larger than its whole.
    #[test]
    fn rates_stay_in_bounds((scenario, after) in read()) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_secs(after);
        for scope in scopes(&log) {
            let tally = log.tally(&scope, moment);
            for one in [Basis::Success, Basis::ToDeliver].into_iter().flat_map(|basis| tally.indicators(basis)) {
                prop_assert!(one.rate().is_none_or(|rate| rate.get() <= 10_000), "{one:?} of {scope:?} at {moment}");
                prop_assert!(one.denominator.is_none_or(|whole| one.numerator <= whole || whole == 0), "{one:?}");
            }
            prop_assert_eq!(tally.hard_bounces + tally.soft_bounces, tally.figures.failed);
            prop_assert!(tally.clickers <= tally.figures.clicks && tally.figures.clicks <= tally.cumulated_clicks);
            prop_assert!(tally.estimated_opens() == 0 || tally.estimated_opens() >= tally.figures.opens);
        }
    }

    /// The rows behind a figure are as many as it says, on pages of any size; what is gone is counted as gone.
    #[test]
    fn figures_are_made_of_rows((scenario, after) in read(), page in 1..=40_u64) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_secs(after);
        for delivery in 0..log.record().deliveries.len().min(4) {
            let figures = log.figures_of_delivery(delivery, moment);
            let tally = log.tally(&Scope::Delivery(delivery), moment);
            for counted in Counted::all() {
                let figure = match counted {
                    Counted::Indicator(IndicatorId::EstimatedOpens) => figures.opens,
                    Counted::Indicator(id) => tally.indicator(id, Basis::Success).numerator,
                    _ => figures.get(counted).unwrap(),
                };
                let whole = log.behind(delivery, counted, moment, 0..u64::MAX);
                prop_assert_eq!(whole.count, figure, "{:?} of {} at {}", counted, delivery, moment);
                prop_assert_eq!(whole.rows + whole.purged, whole.count);
                prop_assert_eq!(whole.page.len() as u64, whole.rows);
                prop_assert!(whole.page.iter().all(|row| is_left(&log, row, moment)));
                let second = log.behind(delivery, counted, moment, page..2 * page);
                let expected = whole.page.iter().skip(page as usize).take(page as usize);
                prop_assert!(second.page.iter().eq(expected), "the second page of {:?}", counted);
            }
        }
    }

    /// Pages and figures agree on how many rows the cleanup has left, and rows leave oldest first.
    #[test]
    fn pages_hold_exactly_the_rows_that_are_left((scenario, after) in read(), page in 1..=40_u64) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_secs(after);
        for delivery in 0..log.record().deliveries.len() {
            let figures = log.figures_of_delivery(delivery, moment);
            let all = log.broad_log(delivery, moment, 0..u64::MAX);
            prop_assert_eq!(all.len() as u64, figures.broad_logs);
            prop_assert_eq!(log.tracking_log(delivery, moment).len() as u64, figures.tracking_logs);
            let paged = log.broad_log(delivery, moment, page..2 * page);
            prop_assert!(paged.iter().eq(all.iter().skip(page as usize).take(page as usize)));
            prop_assert!(figures.broad_logs <= figures.to_deliver);
        }
    }
}

proptest! {
    #![proptest_config(cases(25))]

    /// A recipient's explanation agrees with who was sent what, run by run.
    #[test]
    fn explanations_agree_with_the_run(sample in samples(), seed in 0..1_000_u64, recipient in 0..40_u32) {
        let log = run(&small(sample, 20, 4, seed));
        let happenings = log.explain(recipient, log.end());
        prop_assert!(happenings.windows(2).all(|pair| pair[0].at <= pair[1].at));
        let sent = log.record().batches.iter().filter(|batch| batch.to_deliver.contains(recipient)).count();
        let told = happenings.iter().filter(|one| {
            matches!(one.what, delivery_lab::log::explain::Happened::Message { .. })
        });
        prop_assert_eq!(told.count(), sent);
        for verdict in log.verdicts(recipient) {
            if let Some(tests) = &verdict.tests {
                prop_assert_eq!(tests.present && tests.holds, verdict.is_kept, "{:?}", verdict);
            }
        }
    }
}

pub(crate) fn is_left(log: &RunLog, row: &SourceRow, moment: SimTime) -> bool {
    use delivery_lab::engine::retention::LogTable;
    let (table, age) = match row {
        SourceRow::Message(row) => (LogTable::BroadLog, row.last_modified),
        SourceRow::Tracking(row) => (LogTable::TrackingLog, row.at),
        SourceRow::Excluded(_) => return true,
    };
    age <= moment && log.oldest_kept(table, moment).is_none_or(|oldest| age >= oldest)
}
