//! Rows of the broadLog, the tracking log and the exclusion log, computed from their keys when looked at.

use std::cmp::Reverse;
use std::ops::Range;

use super::RunLog;
use crate::base::people_set::RecipientIdx;
use crate::base::time::{SimSpan, SimTime};
use crate::engine::fate::{FailureReason, Fate, Fates, Reaction, UrlType};
pub use crate::engine::record::ExclusionReason;
use crate::engine::record::{Batch, DeliveryIdx};

const HOUR: i64 = 3_600;

/// The status of a message (`delivery-statuses` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageStatus {
    /// Ready, and not processed yet.
    Pending,
    /// Taken into account by the service provider: it bounced softly and is tried again.
    TakenIntoAccount(FailureReason),
    /// Handed over.
    Sent,
    /// Not deliverable.
    Failed(FailureReason),
    /// Delivery cancelled: by an operator, or by the cleanup after the validity.
    Cancelled,
}

/// A row of `NmsBroadLogRcp`: one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroadLogRow {
    /// `iBroadLogId`.
    pub id: u64,
    /// `iDeliveryId`: the delivery the row points to.
    pub delivery: DeliveryIdx,
    /// Who.
    pub recipient: RecipientIdx,
    /// Which run of the activity wrote it, from 1.
    pub run: u32,
    /// `iStatus`.
    pub status: MessageStatus,
    /// `tsLastModified`.
    pub last_modified: SimTime,
}

/// A row of `NmsTrackingLogRcp`: one open or click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackingRow {
    /// `iTrackingLogId`. Assumption: numbered by run and message, where the product numbers by time of collection.
    pub id: u64,
    /// `tsLog`.
    pub at: SimTime,
    /// `broadLog-id`: the message.
    pub broad_log: u64,
    /// The delivery of that message.
    pub delivery: DeliveryIdx,
    /// Who.
    pub recipient: RecipientIdx,
    /// The type of the URL.
    pub url_type: UrlType,
    /// The link, where the type is a click and the creative has links.
    pub link: Option<usize>,
}

/// A row of `nms:excludeLogRcp`: somebody the analysis left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExclusionRow {
    /// Who.
    pub recipient: RecipientIdx,
    /// Of which delivery.
    pub delivery: DeliveryIdx,
    /// Which run of the activity left them out, from 1.
    pub run: u32,
    /// When.
    pub at: SimTime,
    /// Why.
    pub reason: ExclusionReason,
}

impl RunLog {
    /// The broadLog rows of a delivery at `moment`, newest run first, those in `page` counted from 0.
    pub fn broad_log(&self, delivery: DeliveryIdx, moment: SimTime, page: Range<u64>) -> Vec<BroadLogRow> {
        self.broad_log_of(self.newest_runs(delivery, moment), moment, page)
    }

    /// The same of any runs, in their order.
    pub(super) fn broad_log_of<'l>(
        &'l self,
        batches: impl Iterator<Item = &'l Batch>,
        moment: SimTime,
        page: Range<u64>,
    ) -> Vec<BroadLogRow> {
        let mut rows = Vec::new();
        let mut before = 0;
        for batch in batches {
            let count = self.broad_logs_kept(batch, moment);
            let from = page.start.saturating_sub(before).min(count);
            let to = page.end.saturating_sub(before).min(count);
            before += count;
            if from == to {
                continue;
            }
            let (all, fates) = (batch.to_deliver.len(), self.fates_of(batch));
            if count == all {
                // Newest rows first: place 0 of a run is its last message.
                rows.extend((from..to).filter_map(|place| message(batch, all - 1 - place, fates, moment)));
            } else {
                let kept = self.kept_messages(batch, moment).map(|message| message.row);
                let (skipped, taken) = (usize::try_from(from), usize::try_from(to - from));
                rows.extend(kept.skip(skipped.unwrap_or(usize::MAX)).take(taken.unwrap_or(usize::MAX)));
            }
        }
        rows
    }

    /// All tracking rows of a delivery until `moment`, newest first.
    pub fn tracking_log(&self, delivery: DeliveryIdx, moment: SimTime) -> Vec<TrackingRow> {
        let runs: Vec<_> = self.newest_runs(delivery, moment).collect();
        self.tracking_page(&runs, moment, 0..u64::MAX)
    }

    /// The tracking rows of some runs until `moment`, newest first, those in `page` counted from 0.
    ///
    /// How many rows each hour has brought is known, so only the messages are drawn whose reactions may be on the page.
    pub(super) fn tracking_page(
        &self,
        batches: &[&Batch],
        moment: SimTime,
        page: Range<u64>,
    ) -> Vec<TrackingRow> {
        let until = moment.secs().div_euclid(HOUR);
        let first = batches.iter().map(|batch| batch.at.secs().div_euclid(HOUR)).min().unwrap_or(until);
        let hour = |hour: i64| SimTime::from_secs(hour * HOUR);
        let rows_until = |batch: &Batch, at: i64| u64::from(batch.curve.at(hour(at)).rows);
        let total: u64 = batches.iter().map(|batch| rows_until(batch, until)).sum();
        // The rows that were collected after an hour come before those collected until then.
        let after = |at: i64| total - batches.iter().map(|batch| rows_until(batch, at)).sum::<u64>();
        // The earliest hour after which there are not more rows than wanted, since later hours have fewer still.
        let earliest = |is_enough: &dyn Fn(u64) -> bool| {
            let (mut low, mut high) = (first - 1, until);
            while low < high {
                let middle = low + (high - low).div_euclid(2);
                if is_enough(after(middle)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            low
        };
        let newest = earliest(&|rows| rows <= page.start);
        let oldest = earliest(&|rows| rows < page.end) - 1;
        let is_inside = |row: &TrackingRow| {
            let collected = row.at.next_full_hour();
            collected > hour(oldest) && collected <= hour(newest)
        };
        let mut rows = Vec::new();
        for batch in batches {
            if rows_until(batch, oldest) < rows_until(batch, newest) {
                rows.extend(self.collected(batch, moment).filter(is_inside));
            }
        }
        rows.sort_by_key(|row| Reverse((row.at, row.id)));
        let before = after(newest);
        let place =
            |at: u64| usize::try_from(at.saturating_sub(before)).unwrap_or(usize::MAX).min(rows.len());
        let (from, to) = (place(page.start), place(page.end));
        rows.drain(..from);
        rows.truncate(to - from);
        rows
    }

    /// Everyone the analyses of a delivery left out until `moment`, newest run first.
    pub fn exclusion_log(&self, delivery: DeliveryIdx, moment: SimTime) -> Vec<ExclusionRow> {
        self.newest_runs(delivery, moment).flat_map(|batch| self.excluded_rows(batch)).collect()
    }

    /// Everyone the analysis of one run left out.
    pub(super) fn excluded_rows(&self, batch: &Batch) -> impl Iterator<Item = ExclusionRow> + use<> {
        let (delivery, run, at) = (batch.delivery, batch.occurrence + 1, batch.at);
        let reasons = batch.exclusions.iter();
        let rows = reasons.flat_map(|one| one.people.iter().map(|recipient| (recipient, one.reason)));
        let mut rows: Vec<_> =
            rows.map(|(recipient, reason)| ExclusionRow { recipient, delivery, run, at, reason }).collect();
        rows.sort_by_key(|row| row.recipient);
        rows.into_iter()
    }

    pub(super) fn newest_runs(&self, delivery: DeliveryIdx, moment: SimTime) -> impl Iterator<Item = &Batch> {
        let row = self.record().deliveries.get(delivery);
        row.into_iter().flat_map(|row| self.batches_of(row).rev()).filter(move |batch| batch.at <= moment)
    }

    pub(super) fn fates_of<'l>(&self, batch: &'l Batch) -> Fates<'l> {
        batch.fates(&self.plan().reactions)
    }
}

impl MessageStatus {
    /// The product's number where it is documented or in common use.
    pub fn code(self) -> u32 {
        match self {
            Self::Pending => 6,
            Self::Sent => 1,
            Self::Failed(_) => 2,
            // Assumption: the pages name no number; this one is in common use.
            Self::TakenIntoAccount(_) => 3,
            Self::Cancelled => 7,
        }
    }
}

/// The message at `place` of a run.
fn message(batch: &Batch, place: u64, fates: Fates, moment: SimTime) -> Option<BroadLogRow> {
    let recipient = batch.to_deliver.nth(u32::try_from(place).ok()?)?;
    Some(broad_log_row(batch, place, recipient, fates.of(recipient), moment))
}

/// The row of a message whose fate is known.
#[inline]
pub(super) fn broad_log_row(
    batch: &Batch,
    place: u64,
    recipient: RecipientIdx,
    fate: Fate,
    moment: SimTime,
) -> BroadLogRow {
    let (status, last_modified) = status(batch, fate, moment);
    let id = batch.first_broad_log + place;
    BroadLogRow { id, delivery: batch.delivery, recipient, run: batch.occurrence + 1, status, last_modified }
}

/// The moment after which no message of a run has its status changed any more.
pub(super) fn settled_at(batch: &Batch) -> SimTime {
    let tried = batch.processed_at().map(|at| at + SimSpan::from_hours(batch.retry_hours.max(1).into()));
    [tried, batch.cancelled_at].into_iter().flatten().fold(batch.at, SimTime::max)
}

/// The status of a message at a moment, and since when it has it.
fn status(batch: &Batch, fate: Fate, moment: SimTime) -> (MessageStatus, SimTime) {
    let processed = batch.processed_at().filter(|processed| *processed <= moment);
    match (processed, batch.cancelled_at) {
        (_, Some(cancelled)) if cancelled <= moment => (MessageStatus::Cancelled, cancelled),
        (None, _) => (MessageStatus::Pending, batch.at),
        (Some(processed), _) => {
            let ended = processed + SimSpan::from_hours(fate.hours_tried().into());
            if moment < ended {
                (MessageStatus::TakenIntoAccount(fate.failure_reason()), processed)
            } else if fate.is_failed() {
                (MessageStatus::Failed(fate.failure_reason()), ended)
            } else {
                (MessageStatus::Sent, ended)
            }
        }
    }
}

/// All tracking rows of a run, in the order of their ids.
pub(super) fn reactions<'l>(
    batch: &'l Batch,
    fates: Fates<'l>,
    links: usize,
) -> impl Iterator<Item = TrackingRow> + use<'l> {
    let messages = (batch.first_broad_log..).zip(batch.to_deliver.iter());
    let sent_at = batch.sent_at;
    let messages = messages.filter(move |_| sent_at.is_some());
    let rows = messages.flat_map(move |(broad_log, recipient)| {
        let fate = fates.of(recipient);
        fate.reactions().map(move |reaction| (broad_log, recipient, reaction))
    });
    (batch.first_tracking_log..).zip(rows).map(move |(id, (broad_log, recipient, reaction))| {
        tracking_row(batch, sent_at.unwrap_or(batch.at), id, (broad_log, recipient), reaction, links)
    })
}

/// The row of a reaction to a message, given by its id and its recipient.
#[inline]
pub(super) fn tracking_row(
    batch: &Batch,
    sent_at: SimTime,
    id: u64,
    (broad_log, recipient): (u64, RecipientIdx),
    reaction: Reaction,
    links: usize,
) -> TrackingRow {
    TrackingRow {
        id,
        at: sent_at + reaction.after,
        broad_log,
        delivery: batch.delivery,
        recipient,
        url_type: reaction.url_type,
        link: (reaction.url_type == UrlType::Click && links > 0).then(|| reaction.link_draw as usize % links),
    }
}
