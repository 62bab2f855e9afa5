//! Rows of the broadLog, the tracking log and the exclusion log, computed from their keys when looked at.

use std::cmp::Reverse;
use std::ops::Range;

use super::RunLog;
use super::figures::processed_at;
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::fate::{FailureReason, Fate, Odds, UrlType};
use crate::engine::record::{Batch, DeliveryIdx};

/// The status of a message (`delivery-statuses` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageStatus {
    /// Ready, and not processed yet.
    Pending,
    /// Handed over.
    Sent,
    /// Not deliverable.
    Failed(FailureReason),
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
    /// Which run of the activity left them out, from 1.
    pub run: u32,
    /// When.
    pub at: SimTime,
    /// Why.
    pub reason: ExclusionReason,
}

/// Why somebody was left out (`delivery-failures` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExclusionReason {
    /// No address; code 7.
    AddressNotSpecified,
    /// Opted out; code 8.
    Denylisted,
}

impl RunLog {
    /// The broadLog rows of a delivery at `moment`, newest run first, those in `page` counted from 0.
    pub fn broad_log(&self, delivery: DeliveryIdx, moment: SimTime, page: Range<u64>) -> Vec<BroadLogRow> {
        let odds = self.odds();
        let mut rows = Vec::new();
        let mut before = 0;
        for batch in self.newest_runs(delivery, moment) {
            let count = self.broad_logs_kept(batch, moment);
            let from = page.start.saturating_sub(before).min(count);
            let to = page.end.saturating_sub(before).min(count);
            before += count;
            if from == to {
                continue;
            }
            let all = batch.to_deliver.len();
            if count == all {
                // Newest rows first: place 0 of a run is its last message.
                rows.extend((from..to).filter_map(|place| message(batch, all - 1 - place, odds, moment)));
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
        let runs = self.newest_runs(delivery, moment);
        let mut rows: Vec<_> = runs.flat_map(|batch| self.collected(batch, moment)).collect();
        rows.sort_by_key(|row| Reverse((row.at, row.id)));
        rows
    }

    /// Everyone the analyses of a delivery left out until `moment`, newest run first.
    pub fn exclusion_log(&self, delivery: DeliveryIdx, moment: SimTime) -> Vec<ExclusionRow> {
        self.newest_runs(delivery, moment).flat_map(|batch| self.excluded_rows(batch)).collect()
    }

    /// Everyone the analysis of one run left out.
    pub(super) fn excluded_rows<'l>(
        &'l self,
        batch: &'l Batch,
    ) -> impl Iterator<Item = ExclusionRow> + use<'l> {
        let people = &self.plan().people;
        batch.excluded.iter().map(|recipient| ExclusionRow {
            recipient,
            run: batch.occurrence + 1,
            at: batch.at,
            reason: if people.identity(recipient).email.is_none() {
                ExclusionReason::AddressNotSpecified
            } else {
                ExclusionReason::Denylisted
            },
        })
    }

    pub(super) fn newest_runs(&self, delivery: DeliveryIdx, moment: SimTime) -> impl Iterator<Item = &Batch> {
        let row = self.record().deliveries.get(delivery);
        row.into_iter().flat_map(|row| self.batches_of(row).rev()).filter(move |batch| batch.at <= moment)
    }

    pub(super) fn odds(&self) -> Odds {
        Odds::of(&self.plan().reactions)
    }
}

impl MessageStatus {
    /// The product's number where it is documented or in common use.
    pub fn code(self) -> u32 {
        match self {
            Self::Pending => 6,
            Self::Sent => 1,
            Self::Failed(_) => 2,
        }
    }
}

impl ExclusionReason {
    /// The product's number for the reason.
    pub fn code(self) -> u32 {
        match self {
            Self::AddressNotSpecified => 7,
            Self::Denylisted => 8,
        }
    }
}

/// The message at `place` of a run.
fn message(batch: &Batch, place: u64, odds: Odds, moment: SimTime) -> Option<BroadLogRow> {
    let recipient = batch.to_deliver.nth(u32::try_from(place).ok()?)?;
    Some(broad_log_row(batch, place, recipient, Fate::of(batch.key, recipient, odds), moment))
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
    let processed = processed_at(batch.at);
    let (status, last_modified) = if moment < processed {
        (MessageStatus::Pending, batch.at)
    } else if fate.is_failed() {
        (MessageStatus::Failed(fate.failure_reason()), processed)
    } else {
        (MessageStatus::Sent, processed)
    };
    let id = batch.first_broad_log + place;
    BroadLogRow { id, delivery: batch.delivery, recipient, run: batch.occurrence + 1, status, last_modified }
}

/// The moment after which no message of a run has its status changed any more.
pub(super) fn settled_at(batch: &Batch) -> SimTime {
    processed_at(batch.at)
}

/// All tracking rows of a run, in the order of their ids.
pub(super) fn reactions(batch: &Batch, odds: Odds, links: usize) -> impl Iterator<Item = TrackingRow> {
    let messages = (batch.first_broad_log..).zip(batch.to_deliver.iter());
    let rows = messages.flat_map(move |(broad_log, recipient)| {
        let fate = Fate::of(batch.key, recipient, odds);
        fate.reactions().map(move |reaction| (broad_log, recipient, reaction))
    });
    (batch.first_tracking_log..).zip(rows).map(move |(id, (broad_log, recipient, reaction))| TrackingRow {
        id,
        at: batch.at + reaction.after,
        broad_log,
        delivery: batch.delivery,
        recipient,
        url_type: reaction.url_type,
        link: (reaction.url_type == UrlType::Click && links > 0).then(|| reaction.link_draw as usize % links),
    })
}
