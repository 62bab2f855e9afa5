//! What the reports break the figures down by: reasons, domains, tracked links.

use std::collections::BTreeMap;

use super::RunLog;
use super::indicators::Scope;
use super::rows::{ExclusionReason, MessageStatus};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::engine::fate::{FailureReason, UrlType};
use crate::engine::record::Batch;
use crate::scenario::activity::sending::Channel;

/// The reports *Non-deliverables* and *URLs and click streams* (`delivery-reports` page).
///
/// As the indicators, it counts what the deliveries keep of themselves, whether the rows are purged or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Messages that failed, by reason, the most first.
    pub failures: Vec<(FailureReason, u64)>,
    /// E-mails that failed, by the domain of the address, the most first.
    pub domains: Vec<(String, u64)>,
    /// Recipients whom the analysis left out, by reason, the most first.
    pub left_out: Vec<(ExclusionReason, u64)>,
    /// Clicks by tracked link, the most first.
    pub urls: Vec<UrlClicks>,
    /// Tracking rows of type 2: every open, each time.
    pub opens: u64,
}

/// The clicks on one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlClicks {
    /// The address; none for a click in a message without links.
    pub url: Option<String>,
    /// Tracking rows of type 1.
    pub clicks: u64,
    /// Different messages in which it was clicked.
    pub messages: u64,
}

impl RunLog {
    /// Counts by reason and by link what a scope has come to at a moment. Looks at every message.
    pub fn breakdown(&self, scope: &Scope, moment: SimTime) -> Breakdown {
        let mut failures: Vec<(FailureReason, u64)> = Vec::new();
        let mut left_out = BTreeMap::<ExclusionReason, u64>::new();
        let mut domains = BTreeMap::<String, u64>::new();
        let mut urls = BTreeMap::<Option<&str>, (u64, u64)>::new();
        let mut opens = 0;
        let is_refreshed = self.plan().technical.delivery_indicators;
        for batch in scope.batches(self, moment) {
            for exclusion in &batch.exclusions {
                *left_out.entry(exclusion.reason).or_default() += exclusion.people.len();
            }
            if !is_refreshed {
                continue;
            }
            for message in self.messages(batch, moment) {
                let MessageStatus::Failed(reason) = message.row.status else { continue };
                match failures.iter_mut().find(|(known, _)| *known == reason) {
                    Some((_, count)) => *count += 1,
                    None => failures.push((reason, 1)),
                }
                let is_mail = batch.channel == Channel::Email;
                if let Some(domain) = self.domain_of(message.row.recipient).filter(|_| is_mail) {
                    *domains.entry(domain).or_default() += 1;
                }
            }
            opens += self.count_rows(batch, moment, &mut urls);
        }
        failures.sort_by_key(|(reason, count)| (u64::MAX - count, reason.code()));
        let mut left_out: Vec<_> = left_out.into_iter().collect();
        left_out.sort_by_key(|(reason, count)| (u64::MAX - count, reason.code()));
        let mut domains: Vec<_> = domains.into_iter().collect();
        domains.sort_by_key(|(_, count)| u64::MAX - count);
        let of_url = |(url, (clicks, messages)): (Option<&str>, (u64, u64))| UrlClicks {
            url: url.map(str::to_owned),
            clicks,
            messages,
        };
        let mut urls: Vec<_> = urls.into_iter().map(of_url).collect();
        urls.sort_by_key(|one| u64::MAX - one.clicks);
        Breakdown { failures, domains, left_out, urls, opens }
    }

    /// What stands behind the @ of somebody's address.
    fn domain_of(&self, recipient: RecipientIdx) -> Option<String> {
        let email = self.plan().people.identity(recipient).email?;
        email.rsplit_once('@').map(|(_, domain)| domain.to_lowercase())
    }

    /// Counts the clicks of a run by link; how many opens it has.
    fn count_rows<'l>(
        &'l self,
        batch: &'l Batch,
        moment: SimTime,
        urls: &mut BTreeMap<Option<&'l str>, (u64, u64)>,
    ) -> u64 {
        let delivery = self.record().deliveries.get(batch.delivery);
        let links = delivery.map_or(&[][..], |row| &row.creative.links);
        let mut clicked = BTreeMap::<Option<&str>, PeopleSet>::new();
        let mut opens = 0;
        for row in self.tracked(batch, moment) {
            opens += u64::from(row.url_type == UrlType::Open);
            if row.url_type != UrlType::Click {
                continue;
            }
            let url = row.link.and_then(|link| links.get(link)).map(String::as_str);
            urls.entry(url).or_default().0 += 1;
            clicked.entry(url).or_default().insert(row.recipient);
        }
        for (url, people) in clicked {
            urls.entry(url).or_default().1 += people.len();
        }
        opens
    }

    /// How many messages the runs of a scope have at a moment: what counting them one by one costs.
    pub fn messages_of(&self, scope: &Scope, moment: SimTime) -> u64 {
        scope.batches(self, moment).iter().map(|batch| batch.to_deliver.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn parts_add_up_to_their_indicators() {
        let log = RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan));
        let middle = SimTime::parse("2026-06-08 12:00").unwrap();
        for (scope, moment) in
            [(Scope::Delivery(0), log.end()), (Scope::All, log.end()), (Scope::All, middle)]
        {
            let (tally, parts) = (log.tally(&scope, moment), log.breakdown(&scope, moment));
            let sum = |pairs: &mut dyn Iterator<Item = u64>| pairs.sum::<u64>();
            assert_eq!(sum(&mut parts.failures.iter().map(|one| one.1)), tally.figures.failed);
            assert_eq!(sum(&mut parts.domains.iter().map(|one| one.1)), tally.figures.failed);
            assert_eq!(sum(&mut parts.left_out.iter().map(|one| one.1)), tally.figures.ignored);
            assert_eq!(sum(&mut parts.urls.iter().map(|one| one.clicks)), tally.cumulated_clicks);
            assert!(parts.urls.iter().all(|one| one.messages <= one.clicks && one.url.is_some()));
            assert!(parts.opens + tally.cumulated_clicks <= tally.figures.tracking_logs);
            assert!(parts.opens > tally.figures.success / 10, "people open");
            assert_eq!(log.messages_of(&scope, moment), tally.figures.to_deliver);
        }
    }
}
