//! Goes through the rows of many runs of deliveries, some at a time, and can stop anywhere: ten years of a continuous
//! delivery have more rows than a page could wait for.

use super::RunLog;
use super::messages::Message;
use super::rows::{ExclusionRow, TrackingRow, tracking_row};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::engine::record::{Batch, BatchIdx};

/// What is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Messages.
    Messages,
    /// Reactions to messages, as far as they were collected.
    Reactions,
    /// Those whom the analysis left out.
    Exclusions,
}

/// A row that is passed, purged or not.
#[derive(Debug)]
pub(super) enum Passed {
    /// A message.
    Message(Message),
    /// An open or a click.
    Reaction(TrackingRow),
    /// Somebody left out.
    Exclusion(ExclusionRow),
}

/// The way through the rows, and how far it is gone.
#[derive(Debug)]
pub(super) struct Scan {
    parts: &'static [Part],
    /// The runs, in the order in which they are gone through.
    batches: Vec<BatchIdx>,
    /// Whether messages come with the last one first.
    is_back: bool,
    moment: SimTime,
    batch: usize,
    part: usize,
    inside: Option<Inside>,
    /// Messages of the runs that are behind, and of all of them.
    passed: u64,
    whole: u64,
}

/// A place among the messages of one run.
#[derive(Clone, Copy, Debug)]
struct Inside {
    /// The message to come.
    recipient: RecipientIdx,
    /// Its place in the run; of a way back, one more.
    place: u64,
    /// How many messages of the run are behind.
    done: u64,
    /// The id of the tracking row to come.
    tracking: u64,
}

impl Scan {
    /// Through the rows that are there at a moment: the newest run first and in each the last message first, or all
    /// in the order of their ids.
    pub(super) fn new(
        log: &RunLog,
        mut batches: Vec<BatchIdx>,
        parts: &'static [Part],
        is_newest_first: bool,
        moment: SimTime,
    ) -> Self {
        if is_newest_first {
            batches.reverse();
        }
        let size =
            |&batch: &BatchIdx| log.record().batches.get(batch).map_or(0, |batch| batch.to_deliver.len());
        let whole = batches.iter().map(size).sum();
        Self {
            parts,
            batches,
            is_back: is_newest_first,
            moment,
            batch: 0,
            part: 0,
            inside: None,
            passed: 0,
            whole,
        }
    }

    /// Passes about `budget` rows, or messages that may have rows; tells whether none is left. Of messages, only those
    /// to people in `wanted` are drawn where that is given.
    pub(super) fn advance(
        &mut self,
        log: &RunLog,
        budget: u64,
        wanted: Option<&PeopleSet>,
        mut take: impl FnMut(Passed),
    ) -> bool {
        let mut left = budget;
        while left > 0 {
            let Some(batch) = self.batches.get(self.batch).and_then(|&batch| log.record().batches.get(batch))
            else {
                return true;
            };
            let is_over = match self.parts.get(self.part) {
                Some(Part::Messages) => self.pass_messages(log, batch, &mut left, wanted, &mut take),
                Some(Part::Reactions) => self.pass_reactions(log, batch, &mut left, wanted, &mut take),
                Some(Part::Exclusions) => {
                    left = left.saturating_sub(batch.excluded() + 1);
                    log.excluded_rows(batch)
                        .filter(|row| wanted.is_none_or(|wanted| wanted.contains(row.recipient)))
                        .for_each(|row| take(Passed::Exclusion(row)));
                    true
                }
                None => true,
            };
            if is_over {
                (self.part, self.inside) = (self.part + 1, None);
                if self.part >= self.parts.len() {
                    self.passed += batch.to_deliver.len();
                    (self.batch, self.part) = (self.batch + 1, 0);
                }
            }
        }
        self.batch >= self.batches.len()
    }

    /// How much is done, in thousandths.
    pub(super) fn permille(&self) -> u32 {
        let inside = self.inside.map_or(0, |inside| inside.done);
        u32::try_from((self.passed + inside).min(self.whole) * 1_000 / self.whole.max(1)).unwrap_or(1_000)
    }

    fn pass_messages(
        &mut self,
        log: &RunLog,
        batch: &Batch,
        left: &mut u64,
        wanted: Option<&PeopleSet>,
        take: &mut impl FnMut(Passed),
    ) -> bool {
        let total = batch.to_deliver.len();
        let begin = || Inside {
            recipient: if self.is_back { RecipientIdx::MAX } else { 0 },
            place: if self.is_back { total } else { 0 },
            done: 0,
            tracking: 0,
        };
        let from = self.inside.unwrap_or_else(begin);
        let fates = log.fates_of(batch);
        let (mut people_on, mut people_back);
        let people: &mut dyn Iterator<Item = RecipientIdx> = if self.is_back {
            people_back = batch.to_deliver.iter_back_from(from.recipient);
            &mut people_back
        } else {
            people_on = batch.to_deliver.iter_from(from.recipient);
            &mut people_on
        };
        let mut place = from.place;
        for recipient in people {
            if *left == 0 {
                let done = if self.is_back { total - place } else { place };
                self.inside = Some(Inside { recipient, place, done, ..from });
                return false;
            }
            *left -= 1;
            let own = if self.is_back { place.saturating_sub(1) } else { place };
            place = if self.is_back { own } else { place + 1 };
            if wanted.is_none_or(|wanted| wanted.contains(recipient)) {
                take(Passed::Message(Message::of(batch, own, recipient, fates.of(recipient), self.moment)));
            }
        }
        true
    }

    /// Rows of the tracking log are numbered in the order of the messages, so that is the order of the way.
    fn pass_reactions(
        &mut self,
        log: &RunLog,
        batch: &Batch,
        left: &mut u64,
        wanted: Option<&PeopleSet>,
        take: &mut impl FnMut(Passed),
    ) -> bool {
        let Some(sent_at) = batch.sent_at.filter(|_| log.plan().technical.tracking) else { return true };
        let begin = Inside { recipient: 0, place: 0, done: 0, tracking: batch.first_tracking_log };
        let from = self.inside.unwrap_or(begin);
        let fates = log.fates_of(batch);
        let links = log.record().deliveries.get(batch.delivery).map_or(0, |row| row.creative.links.len());
        let (mut place, mut tracking) = (from.place, from.tracking);
        for recipient in batch.to_deliver.iter_from(from.recipient) {
            if *left == 0 {
                self.inside = Some(Inside { recipient, place, done: place, tracking });
                return false;
            }
            *left -= 1;
            let is_wanted = wanted.is_none_or(|wanted| wanted.contains(recipient));
            for reaction in fates.of(recipient).reactions() {
                let message = (batch.first_broad_log + place, recipient);
                let row = tracking_row(batch, sent_at, tracking, message, reaction, links);
                tracking += 1;
                if is_wanted && row.at.next_full_hour() <= self.moment {
                    take(Passed::Reaction(row));
                }
            }
            place += 1;
        }
        true
    }
}
