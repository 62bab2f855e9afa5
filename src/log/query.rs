//! What rows of the logs are asked for: of which deliveries, behind which count, through which filter.

use std::rc::Rc;

use super::RunLog;
use super::figures::Figures;
use super::indicators::Scope;
use super::provenance::{Counted, SourceRow};
use super::rows::{ExclusionReason, MessageStatus};
use super::scan::{Part, Passed, Scan};
use super::seen::{Asked, Seen, Way};
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::fate::UrlType;
use crate::engine::record::{BatchIdx, DeliveryIdx};
use crate::engine::retention::LogTable;

/// Rows that are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowQuery {
    /// Of which deliveries.
    pub scope: Scope,
    /// Behind which count; that of the whole log is among them.
    pub counted: Counted,
    /// Which of them.
    pub filter: RowFilter,
    /// As they are at this moment.
    pub moment: SimTime,
}

/// Lets only some rows through; the default lets all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// A recipient's number, or a part of their name or address; empty is everyone.
    pub who: Rc<str>,
    /// Messages of this status, or to put it another way rows about them: of the broadLog alone.
    pub status: Option<StatusKind>,
    /// Reactions of this kind: of the tracking log alone.
    pub url: Option<UrlKind>,
    /// Left out for this reason: of the exclusion log alone.
    pub reason: Option<ExclusionReason>,
    /// Written by this run of the activity, from 1.
    pub run: Option<u32>,
}

/// A status of a message without its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusKind {
    /// [`MessageStatus::Pending`].
    Pending,
    /// [`MessageStatus::TakenIntoAccount`].
    TakenIntoAccount,
    /// [`MessageStatus::Sent`].
    Sent,
    /// [`MessageStatus::Failed`].
    Failed,
    /// [`MessageStatus::Cancelled`].
    Cancelled,
}

/// What was opened or clicked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UrlKind {
    /// The open pixel.
    Open,
    /// The opt-out link.
    OptOut,
    /// Any link of the message.
    Click,
    /// This link.
    Link(Rc<str>),
}

impl StatusKind {
    /// All of them, in the order of a message's life.
    pub const ALL: [Self; 5] =
        [Self::Pending, Self::TakenIntoAccount, Self::Sent, Self::Failed, Self::Cancelled];

    /// The kind of a status.
    pub fn of(status: MessageStatus) -> Self {
        match status {
            MessageStatus::Pending => Self::Pending,
            MessageStatus::TakenIntoAccount(_) => Self::TakenIntoAccount,
            MessageStatus::Sent => Self::Sent,
            MessageStatus::Failed(_) => Self::Failed,
            MessageStatus::Cancelled => Self::Cancelled,
        }
    }
}

impl RowFilter {
    /// Whether it lets every row of every log through.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

impl RowQuery {
    /// All rows behind a count.
    pub fn of(scope: Scope, counted: Counted, moment: SimTime) -> Self {
        Self { scope, counted, filter: RowFilter::default(), moment }
    }

    /// The runs whose rows are asked for, in order of time.
    pub(super) fn batches(&self, log: &RunLog) -> Vec<BatchIdx> {
        let (start, until) = (log.plan().start, log.batches_until(self.moment));
        let all = log.record().batches[..until].iter().enumerate();
        let is_asked = |(at, batch): (BatchIdx, &crate::engine::record::Batch)| {
            let is_run = self.filter.run.is_none_or(|run| batch.occurrence + 1 == run);
            (is_run && self.scope.has(batch, start)).then_some(at)
        };
        all.filter_map(is_asked).collect()
    }

    /// The way through the rows; none where there is nothing behind the count.
    pub(super) fn scan(&self, log: &RunLog, is_newest_first: bool) -> Option<Scan> {
        let parts: &[Part] = match self.counted.way(log)? {
            Way::Messages(_) | Way::People(_) => &[Part::Messages],
            Way::Tracking(_) => &[Part::Reactions],
            Way::Exclusions => &[Part::Exclusions],
            Way::Population => &[Part::Exclusions, Part::Messages],
        };
        Some(Scan::new(log, self.batches(log), parts, is_newest_first, self.moment))
    }

    /// What rows are judged by; none where there is nothing behind the count.
    pub(super) fn asked(&self, log: &RunLog) -> Option<Asked> {
        Some(Asked {
            way: self.counted.way(log)?,
            oldest_message: log.oldest_kept(LogTable::BroadLog, self.moment),
            oldest_reaction: log.oldest_kept(LogTable::TrackingLog, self.moment),
            is_tracked: log.plan().technical.tracking,
        })
    }

    /// A row that was passed, if it is asked for, and whether the cleanup has left it. `people` are those who had a row
    /// already, where people are counted.
    #[inline]
    pub(super) fn judge(
        &self,
        log: &RunLog,
        asked: &Asked,
        passed: Passed,
        people: &mut PeopleSet,
    ) -> Option<(bool, SourceRow)> {
        let filter = &self.filter;
        match (passed, asked.way) {
            (Passed::Message(message), way) => {
                if filter.status.is_some_and(|status| StatusKind::of(message.row.status) != status) {
                    return None;
                }
                let seen = Seen::of(message, self.moment, asked);
                let is_counted = match way {
                    Way::Messages(test) => test(&seen),
                    Way::People(test) => test(&seen) && people.insert(seen.message.row.recipient),
                    Way::Population => true,
                    Way::Tracking(_) | Way::Exclusions => false,
                };
                is_counted.then_some((seen.is_left, SourceRow::Message(seen.message.row)))
            }
            (Passed::Reaction(row), Way::Tracking(test)) => {
                let is_url = filter.url.as_ref().is_none_or(|url| match url {
                    UrlKind::Open => row.url_type == UrlType::Open,
                    UrlKind::OptOut => row.url_type == UrlType::OptOut,
                    UrlKind::Click => row.url_type == UrlType::Click,
                    UrlKind::Link(link) => log.link_of(row.delivery, row.link) == Some(link),
                });
                let is_left = asked.oldest_reaction.is_none_or(|oldest| row.at >= oldest);
                (is_url && test(row.url_type)).then_some((is_left, SourceRow::Tracking(row)))
            }
            (Passed::Exclusion(row), _) => {
                let is_reason = filter.reason.is_none_or(|reason| row.reason == reason);
                is_reason.then_some((true, SourceRow::Excluded(row)))
            }
            (Passed::Reaction(_), _) => None,
        }
    }
}

impl RunLog {
    /// The figures of any deliveries together.
    pub fn figures_of(&self, scope: &Scope, moment: SimTime) -> Figures {
        let start = self.plan().start;
        let batches = self.record().batches.iter().filter(|batch| scope.has(batch, start));
        batches.map(|batch| self.figures_of_batch(batch, moment)).sum()
    }

    /// The link of a creative by its place.
    pub fn link_of(&self, delivery: DeliveryIdx, link: Option<usize>) -> Option<&str> {
        let row = self.record().deliveries.get(delivery)?;
        row.creative.links.get(link?).map(String::as_str)
    }

    /// Every link of any deliveries made until a moment, each once, in the order of the alphabet.
    pub fn links_of(&self, scope: &Scope, moment: SimTime) -> Vec<Rc<str>> {
        let (start, mut links) = (self.plan().start, Vec::<Rc<str>>::new());
        let until = &self.record().batches[..self.batches_until(moment)];
        let mut before = None;
        for batch in until.iter().filter(|batch| scope.has(batch, start)) {
            let Some(row) = self.record().deliveries.get(batch.delivery) else { continue };
            // Deliveries mostly share the creative of the one before.
            if before.is_none_or(|before| !Rc::ptr_eq(before, &row.creative)) {
                links.extend(row.creative.links.iter().map(|link| link.as_str().into()));
                links.sort();
                links.dedup();
            }
            before = Some(&row.creative);
        }
        links
    }
}
