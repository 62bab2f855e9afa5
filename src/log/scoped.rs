//! The reports on a choice of deliveries for machines: what the page's reports show, as JSON.

use serde::Serialize;

use super::RunLog;
use super::figures::Figures;
use super::indicators::{Basis, Scope};
use super::report::ReportedIndicator;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;

/// The reports on some deliveries at a moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScopedReport {
    /// What tells this outcome from any other.
    pub fingerprint: String,
    /// The moment of the figures.
    pub moment: SimTime,
    /// The numbers of the deliveries that are added up, from 1.
    pub deliveries: Vec<u64>,
    /// `success` or `to_deliver`: what rates on reception are taken on.
    pub basis: &'static str,
    /// The counts.
    pub figures: Figures,
    /// The indicators.
    pub indicators: Vec<ReportedIndicator>,
    /// Messages that failed, by the product's number of the reason.
    pub failures: Vec<Counted<u32>>,
    /// E-mails that failed, by domain.
    pub domains: Vec<Counted<String>>,
    /// Recipients left out, by the product's number of the reason.
    pub left_out: Vec<Counted<u32>>,
    /// Clicks by address.
    pub urls: Vec<ReportedUrl>,
    /// What came in by hour since each send.
    pub hours: Vec<ReportedHour>,
}

/// A count of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counted<T> {
    /// Of what.
    pub of: T,
    /// How many.
    pub count: u64,
}

/// Clicks on one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportedUrl {
    /// The address; none for a click in a message without links.
    pub url: Option<String>,
    /// All clicks.
    pub clicks: u64,
    /// Different messages in which it was clicked.
    pub messages: u64,
}

/// One hour since the sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReportedHour {
    /// Which, from 0.
    pub hour: usize,
    /// Messages sent.
    pub success: u64,
    /// Messages that could not be delivered.
    pub failed: u64,
    /// Messages opened for the first time.
    pub opens: u64,
    /// Messages clicked for the first time.
    pub clicks: u64,
}

impl Basis {
    /// Its name in reports for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::ToDeliver => "to_deliver",
        }
    }
}

impl RunLog {
    /// The deliveries that a scope has at a moment, in order.
    pub fn deliveries_of(&self, scope: &Scope, moment: SimTime) -> Vec<DeliveryIdx> {
        let mut deliveries: Vec<_> = scope.batches(self, moment).iter().map(|batch| batch.delivery).collect();
        deliveries.dedup();
        deliveries
    }

    /// The reports on a scope at a moment. Looks at every message of it.
    pub fn scoped_report(&self, scope: &Scope, moment: SimTime, basis: Basis) -> ScopedReport {
        let (tally, parts) = (self.tally(scope, moment), self.breakdown(scope, moment));
        let hours = self.by_hour(scope, moment);
        let indicators = tally.indicators(basis).into_iter();
        let deliveries = self.deliveries_of(scope, moment).into_iter();
        ScopedReport {
            fingerprint: self.fingerprint().to_string(),
            moment,
            deliveries: deliveries.map(Self::delivery_number).collect(),
            basis: basis.code(),
            figures: tally.figures,
            indicators: indicators.map(ReportedIndicator::from).collect(),
            failures: counted(parts.failures.into_iter().map(|(reason, count)| (reason.code(), count))),
            domains: counted(parts.domains),
            left_out: counted(parts.left_out.into_iter().map(|(reason, count)| (reason.code(), count))),
            urls: parts
                .urls
                .into_iter()
                .map(|one| ReportedUrl { url: one.url, clicks: one.clicks, messages: one.messages })
                .collect(),
            hours: (0..)
                .zip(hours)
                .map(|(hour, one)| ReportedHour {
                    hour,
                    success: one.success,
                    failed: one.failed,
                    opens: one.opens,
                    clicks: one.clicks,
                })
                .collect(),
        }
    }
}

fn counted<T>(pairs: impl IntoIterator<Item = (T, u64)>) -> Vec<Counted<T>> {
    pairs.into_iter().map(|(of, count)| Counted { of, count }).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn reports_on_parts_add_up_to_the_report_on_all() {
        let run = RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan));
        let report = |scope| run.scoped_report(&scope, run.end(), Basis::ToDeliver);
        let all = report(Scope::All);
        assert_eq!((all.deliveries.len(), all.figures), (53, run.totals(run.end())));
        let one_by_one = all.deliveries.iter().map(|number| *number as usize - 1);
        let sum: Figures = one_by_one.map(|one| report(Scope::Delivery(one)).figures).sum();
        assert_eq!(sum, all.figures);
        let json = serde_json::to_value(&all).unwrap();
        assert_eq!(json["basis"], "to_deliver");
        assert_eq!(json["indicators"].as_array().map(Vec::len), Some(19));
        assert!(json["failures"][0]["of"].is_u64() && json["urls"][0]["clicks"].is_u64());
        assert!(run.deliveries_of(&Scope::Delivery(900), run.end()).is_empty());
    }
}
