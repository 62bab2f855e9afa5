//! The rows behind a figure: which messages, tracking rows or people a count of a delivery is made of.

use super::RunLog;
use super::figures::Figures;
use super::indicators::IndicatorId;
use super::rows::{BroadLogRow, ExclusionRow, MessageStatus, TrackingRow};
use super::seen::{Test, Way};
use super::table::ExportTable;
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::fate::{FailureReason, UrlType};
use crate::engine::record::DeliveryIdx;

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

/// What tells a row from all others of its log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKey {
    /// `iBroadLogId`.
    Message(u64),
    /// `iTrackingLogId`.
    Tracking(u64),
    /// The delivery, the run of its activity, and who was left out.
    Excluded(DeliveryIdx, u32, RecipientIdx),
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

    /// The table that its rows are of.
    pub fn table(self) -> ExportTable {
        match self.plain_way() {
            Way::Messages(_) | Way::People(_) | Way::Population => ExportTable::BroadLog,
            Way::Tracking(_) => ExportTable::TrackingLog,
            Way::Exclusions => ExportTable::ExclusionLog,
        }
    }

    /// How its rows are found; none where the job that makes the count is off, so that it is zero.
    pub(super) fn way(self, log: &RunLog) -> Option<Way> {
        let has_indicators = log.plan().technical.delivery_indicators;
        match self {
            // Without the job the delivery takes everything for pending that was not cancelled.
            Self::Pending if !has_indicators => {
                Some(Way::Messages(|seen| seen.message.row.status != MessageStatus::Cancelled))
            }
            _ => (has_indicators || !self.is_refreshed()).then(|| self.plain_way()),
        }
    }

    fn plain_way(self) -> Way {
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

impl SourceRow {
    /// Who it is about.
    pub fn recipient(&self) -> RecipientIdx {
        match self {
            Self::Message(row) => row.recipient,
            Self::Tracking(row) => row.recipient,
            Self::Excluded(row) => row.recipient,
        }
    }

    /// What tells it from all others.
    pub fn key(&self) -> RowKey {
        match self {
            Self::Message(row) => RowKey::Message(row.id),
            Self::Tracking(row) => RowKey::Tracking(row.id),
            Self::Excluded(row) => RowKey::Excluded(row.delivery, row.run, row.recipient),
        }
    }

    /// The delivery it points to.
    pub fn delivery(&self) -> DeliveryIdx {
        match self {
            Self::Message(row) => row.delivery,
            Self::Tracking(row) => row.delivery,
            Self::Excluded(row) => row.delivery,
        }
    }

    /// The first moment at which it stands in its log as it is: its `tsLastModified`, the full hour at which the
    /// tracking workflow collected it, the analysis.
    pub fn shown_from(&self) -> SimTime {
        match self {
            Self::Message(row) => row.last_modified,
            Self::Tracking(row) => row.at.next_full_hour(),
            Self::Excluded(row) => row.at,
        }
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
