//! The rows behind a figure: which messages, tracking rows or people a count of a delivery is made of.

use std::ops::Range;

use super::RunLog;
use super::figures::Figures;
use super::indicators::IndicatorId;
use super::messages::Message;
use super::rows::{BroadLogRow, ExclusionRow, MessageStatus, TrackingRow};
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::fate::{FailureReason, UrlType};
use crate::engine::record::{Batch, DeliveryIdx};
use crate::engine::retention::LogTable;

/// A count of a delivery whose rows can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// [`Figures::to_deliver`].
    ToDeliver,
    /// [`Figures::processed`].
    Processed,
    /// [`Figures::success`].
    Success,
    /// [`Figures::failed`].
    Failed,
    /// [`Figures::pending`].
    Pending,
    /// [`Figures::cancelled`].
    Cancelled,
    /// [`Figures::ignored`].
    Ignored,
    /// [`Figures::opens`].
    Opens,
    /// [`Figures::clicks`].
    Clicks,
    /// [`Figures::unsubscriptions`].
    Unsubscriptions,
    /// [`Figures::broad_logs`].
    BroadLogs,
    /// [`Figures::tracking_logs`].
    TrackingLogs,
    /// The numerator of an indicator. Behind the estimated opens are the opens that they are estimated from.
    Indicator(IndicatorId),
}

/// A row behind a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceRow {
    /// A message; where people are counted, the newest one of each.
    Message(BroadLogRow),
    /// An open or a click.
    Tracking(TrackingRow),
    /// Somebody the analysis left out.
    Excluded(ExclusionRow),
}

/// One page of the rows behind a count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// The count.
    pub count: u64,
    /// How many rows it still has, on all pages together.
    pub rows: u64,
    /// How many rows the cleanup has purged from under it: `rows` and these together are the count.
    pub purged: u64,
    /// The page.
    pub page: Vec<SourceRow>,
}

/// Which messages count.
type Test = fn(&Seen) -> bool;

/// A message and what it has been answered with.
struct Seen {
    message: Message,
    rows: u64,
    clicks: u64,
    is_left: bool,
    /// As `rows` and `clicks`, without those the cleanup purged.
    rows_left: u64,
    clicks_left: u64,
}

/// How the rows behind a count are found.
enum Way {
    Messages(Test),
    /// One message for each different person.
    People(Test),
    Tracking(fn(UrlType) -> bool),
    Exclusions,
    Population,
}

impl Counted {
    /// Every count there is.
    pub fn all() -> impl Iterator<Item = Self> {
        let figures = [
            Self::ToDeliver,
            Self::Processed,
            Self::Success,
            Self::Failed,
            Self::Pending,
            Self::Cancelled,
            Self::Ignored,
            Self::Opens,
            Self::Clicks,
            Self::Unsubscriptions,
            Self::BroadLogs,
            Self::TrackingLogs,
        ];
        figures.into_iter().chain(IndicatorId::ALL.map(Self::Indicator))
    }

    fn way(self) -> Way {
        use IndicatorId as Id;
        let is_failed: Test = |seen| matches!(seen.message.row.status, MessageStatus::Failed(_));
        let is_hard: Test =
            |seen| matches!(seen.message.row.status, MessageStatus::Failed(FailureReason::UserUnknown));
        match self {
            Self::ToDeliver | Self::BroadLogs | Self::Indicator(Id::ToDeliver) => Way::Messages(|_| true),
            Self::Processed | Self::Indicator(Id::Processed) => Way::Messages(|seen| {
                matches!(seen.message.row.status, MessageStatus::Sent | MessageStatus::Failed(_))
            }),
            Self::Success | Self::Indicator(Id::Success) => Way::Messages(|seen| seen.message.is_sent()),
            Self::Pending => Way::Messages(|seen| {
                matches!(seen.message.row.status, MessageStatus::Pending | MessageStatus::TakenIntoAccount(_))
            }),
            Self::Cancelled => Way::Messages(|seen| seen.message.row.status == MessageStatus::Cancelled),
            Self::Failed | Self::Indicator(Id::Errors) => Way::Messages(is_failed),
            Self::Indicator(Id::HardBounces) => Way::Messages(is_hard),
            Self::Indicator(Id::SoftBounces) => Way::Messages(|seen| {
                let status = seen.message.row.status;
                matches!(status, MessageStatus::Failed(reason) if reason != FailureReason::UserUnknown)
            }),
            Self::Ignored | Self::Indicator(Id::Rejected) => Way::Exclusions,
            Self::Indicator(Id::InitialPopulation) => Way::Population,
            Self::Opens | Self::Indicator(Id::Opens | Id::EstimatedOpens) => {
                Way::Messages(|seen| seen.rows > 0)
            }
            Self::Clicks
            | Self::Indicator(Id::RecipientClicks | Id::RawReactivity | Id::EstimatedReactivity) => {
                Way::Messages(|seen| seen.clicks > 0)
            }
            Self::Unsubscriptions | Self::Indicator(Id::Unsubscriptions) => {
                Way::Tracking(|url_type| url_type == UrlType::OptOut)
            }
            Self::Indicator(Id::CumulatedClicks) => Way::Tracking(|url_type| url_type == UrlType::Click),
            Self::TrackingLogs => Way::Tracking(|_| true),
            Self::Indicator(Id::Clickers) => Way::People(|seen| seen.clicks > 0),
            Self::Indicator(Id::PeopleReached) => Way::People(|seen| seen.is_left && seen.message.is_sent()),
            Self::Indicator(Id::PeopleOpened) => {
                Way::People(|seen| seen.is_left && seen.message.is_sent() && seen.rows_left > 0)
            }
            Self::Indicator(Id::PeopleClicked) => {
                Way::People(|seen| seen.is_left && seen.message.is_sent() && seen.clicks_left > 0)
            }
        }
    }

    /// Whether the *Delivery indicators* job makes the count, so that it stays at zero without it.
    fn is_refreshed(self) -> bool {
        use IndicatorId as Id;
        !matches!(
            self,
            Self::ToDeliver
                | Self::Pending
                | Self::Cancelled
                | Self::Ignored
                | Self::BroadLogs
                | Self::TrackingLogs
                | Self::Indicator(
                    Id::InitialPopulation
                        | Id::Rejected
                        | Id::ToDeliver
                        | Id::PeopleReached
                        | Id::PeopleOpened
                        | Id::PeopleClicked
                )
        )
    }
}

impl Figures {
    /// One of the figures; none where the count is an indicator.
    pub fn get(&self, counted: Counted) -> Option<u64> {
        Some(match counted {
            Counted::ToDeliver => self.to_deliver,
            Counted::Processed => self.processed,
            Counted::Success => self.success,
            Counted::Failed => self.failed,
            Counted::Pending => self.pending,
            Counted::Cancelled => self.cancelled,
            Counted::Ignored => self.ignored,
            Counted::Opens => self.opens,
            Counted::Clicks => self.clicks,
            Counted::Unsubscriptions => self.unsubscriptions,
            Counted::BroadLogs => self.broad_logs,
            Counted::TrackingLogs => self.tracking_logs,
            Counted::Indicator(_) => return None,
        })
    }
}

impl RunLog {
    /// The rows behind a count of a delivery at a moment, those in `page` counted from 0, the newest run first.
    ///
    /// Rows are drawn one by one and only those of the page are kept, so memory is that of the page.
    pub fn behind(
        &self,
        delivery: DeliveryIdx,
        counted: Counted,
        moment: SimTime,
        page: Range<u64>,
    ) -> Behind {
        let mut pager = Pager { page, behind: Behind::default(), people: PeopleSet::new() };
        if counted.is_refreshed() && !self.plan().technical.delivery_indicators {
            return pager.behind;
        }
        let way = match counted {
            // Without the job the delivery takes everything for pending that was not cancelled.
            Counted::Pending if !self.plan().technical.delivery_indicators => {
                Way::Messages(|seen| seen.message.row.status != MessageStatus::Cancelled)
            }
            _ => counted.way(),
        };
        for batch in self.newest_runs(delivery, moment) {
            match &way {
                Way::Exclusions => self.page_exclusions(batch, &mut pager),
                Way::Population => {
                    self.page_exclusions(batch, &mut pager);
                    self.page_messages(batch, moment, |_| true, &mut pager);
                }
                Way::Tracking(is_counted) => self.page_tracking(batch, moment, *is_counted, &mut pager),
                Way::Messages(is_counted) => self.page_messages(batch, moment, *is_counted, &mut pager),
                Way::People(is_counted) => {
                    for seen in self.seen(batch, moment).filter(is_counted) {
                        let is_kept = seen.is_left;
                        if pager.people.insert(seen.message.row.recipient) {
                            pager.add(is_kept, || SourceRow::Message(seen.message.row));
                        }
                    }
                }
            }
        }
        let mut behind = pager.behind;
        behind.count = behind.rows + behind.purged;
        // Counts of rows are counts of what is left.
        if matches!(counted, Counted::BroadLogs | Counted::TrackingLogs) {
            behind.count = behind.rows;
            behind.purged = 0;
        }
        behind
    }

    fn page_messages(&self, batch: &Batch, moment: SimTime, is_counted: Test, pager: &mut Pager) {
        for seen in self.seen(batch, moment).filter(is_counted) {
            pager.add(seen.is_left, || SourceRow::Message(seen.message.row));
        }
    }

    fn page_tracking(
        &self,
        batch: &Batch,
        moment: SimTime,
        is_counted: fn(UrlType) -> bool,
        pager: &mut Pager,
    ) {
        let oldest = self.oldest_kept(LogTable::TrackingLog, moment);
        for row in self.tracked(batch, moment).filter(|row| is_counted(row.url_type)) {
            let is_kept = oldest.is_none_or(|oldest| row.at >= oldest);
            pager.add(is_kept, || SourceRow::Tracking(row));
        }
    }

    fn page_exclusions(&self, batch: &Batch, pager: &mut Pager) {
        for row in self.excluded_rows(batch) {
            pager.add(true, || SourceRow::Excluded(row));
        }
    }

    fn seen<'l>(&'l self, batch: &'l Batch, moment: SimTime) -> impl Iterator<Item = Seen> + use<'l> {
        let oldest_message = self.oldest_kept(LogTable::BroadLog, moment);
        let oldest_reaction = self.oldest_kept(LogTable::TrackingLog, moment);
        let is_tracked = self.plan().technical.tracking;
        self.messages(batch, moment).map(move |message| {
            let responses =
                |oldest| if is_tracked { message.responses(moment, oldest) } else { Default::default() };
            let (all, left) = (responses(None), responses(oldest_reaction));
            Seen {
                is_left: oldest_message.is_none_or(|oldest| message.row.last_modified >= oldest),
                rows: all.rows,
                clicks: all.clicks,
                rows_left: left.rows,
                clicks_left: left.clicks,
                message,
            }
        })
    }
}

/// Counts rows and keeps those of the page.
struct Pager {
    page: Range<u64>,
    behind: Behind,
    people: PeopleSet,
}

impl Pager {
    fn add(&mut self, is_kept: bool, row: impl FnOnce() -> SourceRow) {
        if !is_kept {
            self.behind.purged += 1;
            return;
        }
        if self.page.contains(&self.behind.rows) {
            self.behind.page.push(row());
        }
        self.behind.rows += 1;
    }
}
