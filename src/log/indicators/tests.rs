//! Tests of the formulas, on counts written by hand.

use super::*;
use crate::log::figures::Figures;

fn tally() -> Tally {
    Tally {
        deliveries: 2,
        runs: 3,
        figures: Figures {
            to_deliver: 1_000,
            processed: 1_000,
            success: 950,
            failed: 50,
            pending: 0,
            cancelled: 0,
            ignored: 250,
            opens: 300,
            clicks: 60,
            unsubscriptions: 4,
            broad_logs: 1_000,
            tracking_logs: 480,
        },
        hard_bounces: 20,
        soft_bounces: 30,
        cumulated_clicks: 90,
        clickers: 55,
        text: 200,
        people: Reach { reached: (0..600).collect(), opened: (0..240).collect(), clicked: (0..45).collect() },
    }
}

fn value(id: IndicatorId, basis: Basis) -> (u64, Option<u32>) {
    let one = tally().indicator(id, basis);
    (one.numerator, one.rate().map(BasisPoints::get))
}

#[test]
fn formulas_are_those_of_the_documentation() {
    let of = |id| value(id, Basis::Success);
    assert_eq!(of(IndicatorId::InitialPopulation), (1_250, None));
    assert_eq!(of(IndicatorId::Rejected), (250, Some(2_000)));
    assert_eq!(of(IndicatorId::ToDeliver), (1_000, Some(8_000)));
    assert_eq!(of(IndicatorId::Processed), (1_000, Some(10_000)));
    assert_eq!(of(IndicatorId::Success), (950, Some(9_500)));
    assert_eq!(of(IndicatorId::Errors), (50, Some(500)));
    assert_eq!(
        (of(IndicatorId::HardBounces), of(IndicatorId::SoftBounces)),
        ((20, Some(200)), (30, Some(300)))
    );
    // 300 of 950 is 31.578…%.
    assert_eq!(of(IndicatorId::Opens), (300, Some(3_158)));
    // 300 × 1,000 ÷ 800.
    assert_eq!(of(IndicatorId::EstimatedOpens), (375, Some(3_947)));
    assert_eq!(of(IndicatorId::RecipientClicks), (60, Some(632)));
    assert_eq!(of(IndicatorId::CumulatedClicks), (90, None));
    assert_eq!(of(IndicatorId::Clickers), (55, Some(579)));
    assert_eq!(of(IndicatorId::RawReactivity), (60, Some(2_000)));
    assert_eq!(of(IndicatorId::EstimatedReactivity), (60, Some(1_600)));
    assert_eq!(of(IndicatorId::Unsubscriptions), (4, Some(42)));
    assert_eq!(of(IndicatorId::PeopleOpened), (240, Some(4_000)));
}

#[test]
fn a_delivery_summary_takes_its_rates_on_messages_to_deliver() {
    assert_eq!(value(IndicatorId::Opens, Basis::ToDeliver), (300, Some(3_000)));
    assert_eq!(value(IndicatorId::RecipientClicks, Basis::ToDeliver), (60, Some(600)));
    assert_eq!(value(IndicatorId::RawReactivity, Basis::ToDeliver), (60, Some(2_000)));
}

#[test]
fn the_estimate_knows_its_limits() {
    let all_text = Tally { text: 1_000, ..tally() };
    assert_eq!(all_text.estimated_opens(), 0, "0 if all are in text format");
    assert_eq!(all_text.indicator(IndicatorId::EstimatedReactivity, Basis::Success).rate(), None);
    let mostly_text = Tally { text: 900, ..tally() };
    assert_eq!(mostly_text.estimated_opens(), 950, "not more than the messages with success");
    assert_eq!(Tally::default().estimated_opens(), 0);
}

#[test]
fn rates_round_half_up_and_need_a_whole() {
    assert_eq!(BasisPoints::of(1, 0), None);
    assert_eq!(BasisPoints::of(1, 20_000).map(BasisPoints::get), Some(1));
    assert_eq!(BasisPoints::of(1, 20_001).map(BasisPoints::get), Some(0));
    assert_eq!(BasisPoints::of(u64::MAX, u64::MAX).map(BasisPoints::get), Some(10_000));
}

#[test]
fn every_indicator_is_listed_once_under_a_code_of_its_own() {
    let codes: std::collections::BTreeSet<_> = IndicatorId::ALL.iter().map(|id| id.code()).collect();
    assert_eq!(codes.len(), IndicatorId::ALL.len());
    let listed: Vec<_> = tally().indicators(Basis::Success).iter().map(|one| one.id).collect();
    assert_eq!(listed, IndicatorId::ALL);
}
