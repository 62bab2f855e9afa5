//! No rate of the reports is ever over 100 %, whatever is reported on, and whichever jobs of the instance run.

use delivery_lab::base::time::SimSpan;
use delivery_lab::log::growth::{Growth, delivery_steps};
use delivery_lab::log::indicators::{Basis, BasisPoints, Quotient, Scope};
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::properties::Retention;
use delivery_lab::scene::chart::Body;
use delivery_lab::scene::charts::{ChartId, Source};
use delivery_lab::text::Lang;
use proptest::prelude::*;

use crate::drawn::{cases, reactions, run, samples, small};

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn no_rate_is_over_all(
        sample in samples(),
        reactions in reactions(),
        weeks in 1..=40_u32,
        seed in 0..1_000_u64,
        (tracking, indicators, cleanup) in (any::<bool>(), any::<bool>(), 0..3_usize),
        hours in 0..40 * 168_i64,
    ) {
        let mut scenario = Scenario { reactions, ..small(sample, 25, weeks, seed) };
        (scenario.technical.tracking, scenario.technical.delivery_indicators) = (tracking, indicators);
        scenario.technical.cleanup = [Retention::KeepAll, Retention::V7, Retention::V8][cleanup];
        let log = run(&scenario);
        let shown = (log.plan().start + SimSpan::from_hours(hours)).min(log.end());
        let growth = Growth::of(&log);
        let made = log.deliveries_until(shown);
        let mut scopes = vec![Scope::All, Scope::Week(weeks / 2), Scope::Deliveries((0..made).step_by(2).collect())];
        scopes.extend((0..made.min(6)).map(Scope::Delivery));
        scopes.extend(delivery_steps(&log).into_iter().map(Scope::Step));
        for scope in &scopes {
            let (tally, parts) = (log.tally(scope, shown), log.breakdown(scope, shown));
            for basis in [Basis::Success, Basis::ToDeliver] {
                for one in tally.indicators(basis) {
                    prop_assert!(one.rate().is_none_or(|rate| rate.get() <= 10_000), "{one:?} of {scope:?}");
                }
                let received = if basis == Basis::Success { tally.figures.success } else { tally.figures.to_deliver };
                for url in &parts.urls {
                    prop_assert!(url.clicks <= tally.cumulated_clicks && url.messages <= received, "{url:?}");
                }
                let source =
                    Source { run: &log, growth: &growth, shown, scope, basis, by_delivery: false, lang: Lang::En };
                let Body::Lines(rates) = ChartId::Rates.of(&source).body else { panic!("rates are lines") };
                prop_assert!(rates.lines.iter().flat_map(|line| line.values.iter().flatten()).all(|rate| *rate <= 10_000));
            }
            let failed: u64 = parts.failures.iter().map(|one| one.1).sum();
            let left_out: u64 = parts.left_out.iter().map(|one| one.1).sum();
            prop_assert!(failed <= tally.figures.failed && left_out <= tally.initial_population());
            for quotient in Quotient::ALL.into_iter().filter(|one| !one.can_pass()) {
                let (part, whole) = quotient.of(&tally, parts.opens);
                prop_assert!(BasisPoints::of(part, whole).is_none_or(|rate| rate.get() <= 10_000), "{quotient:?}");
            }
        }
    }
}
