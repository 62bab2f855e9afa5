//! The messages of one run, one after the other, with what each has come to at a moment.

use super::RunLog;
use super::rows::{BroadLogRow, MessageStatus, broad_log_row};
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::fate::{Fate, Reaction, UrlType};
use crate::engine::record::Batch;
use crate::engine::retention::{LogTable, oldest_kept};

/// A message at a moment.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its row of the broadLog.
    pub row: BroadLogRow,
    fate: Fate,
    sent_at: Option<SimTime>,
}

/// What the recipient of one message has done with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Responses {
    /// Tracking rows of any type.
    pub rows: u64,
    /// Rows of type 1: clicks on a link.
    pub clicks: u64,
    /// Rows of type 3: clicks on the opt-out link.
    pub opt_outs: u64,
}

impl Message {
    /// The message at a place of a run, whose fate is known.
    #[inline]
    pub(super) fn of(
        batch: &Batch,
        place: u64,
        recipient: RecipientIdx,
        fate: Fate,
        moment: SimTime,
    ) -> Self {
        let row = broad_log_row(batch, place, recipient, fate, moment);
        Self { row, fate, sent_at: batch.sent_at }
    }

    /// Whether it was sent, so that it counts as a success.
    pub fn is_sent(&self) -> bool {
        self.row.status == MessageStatus::Sent
    }

    /// The reactions to it that the tracking workflow had collected at `moment`, each with its `tsLog`.
    pub fn reactions(&self, moment: SimTime) -> impl Iterator<Item = (SimTime, Reaction)> {
        let fate = self.fate;
        let logged = self.sent_at.into_iter().flat_map(move |sent_at| {
            fate.reactions().map(move |reaction| (sent_at + reaction.after, reaction))
        });
        logged.filter(move |(at, _)| at.next_full_hour() <= moment)
    }

    /// The same, counted; only rows of `oldest` or later where that is given.
    pub fn responses(&self, moment: SimTime, oldest: Option<SimTime>) -> Responses {
        let mut counts = Responses::default();
        if self.fate.is_read() {
            for (at, reaction) in self.reactions(moment) {
                if oldest.is_none_or(|oldest| at >= oldest) {
                    counts.rows += 1;
                    counts.clicks += u64::from(reaction.url_type == UrlType::Click);
                    counts.opt_outs += u64::from(reaction.url_type == UrlType::OptOut);
                }
            }
        }
        counts
    }
}

impl RunLog {
    /// All messages of a run at a moment, the newest row first, purged or not; none before it was sent.
    pub fn messages<'l>(
        &'l self,
        batch: &'l Batch,
        moment: SimTime,
    ) -> impl Iterator<Item = Message> + use<'l> {
        let fates = self.fates_of(batch);
        let is_there = batch.at <= moment;
        let places = (0..batch.to_deliver.len()).rev();
        let people = batch.to_deliver.iter_back().filter(move |_| is_there);
        places
            .zip(people)
            .map(move |(place, recipient)| Message::of(batch, place, recipient, fates.of(recipient), moment))
    }

    /// The message of a run to one recipient; none where they have none.
    pub fn message_to(&self, batch: &Batch, recipient: RecipientIdx, moment: SimTime) -> Option<Message> {
        if moment < batch.at || !batch.to_deliver.contains(recipient) {
            return None;
        }
        let fate = self.fates_of(batch).of(recipient);
        Some(Message::of(batch, batch.to_deliver.rank_below(recipient), recipient, fate, moment))
    }

    /// The messages of a run whose broadLog row the cleanup has left.
    pub fn kept_messages<'l>(
        &'l self,
        batch: &'l Batch,
        moment: SimTime,
    ) -> impl Iterator<Item = Message> + use<'l> {
        let oldest = oldest_kept(&self.plan().technical, LogTable::BroadLog, moment);
        self.messages(batch, moment)
            .filter(move |message| oldest.is_none_or(|oldest| message.row.last_modified >= oldest))
    }
}
