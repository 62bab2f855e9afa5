//! One recipient through all runs of all deliveries, in order of time: left out, messages, opens, clicks.

use std::rc::Rc;

use super::RunLog;
use super::rows::{BroadLogRow, ExclusionRow, MessageStatus};
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::fate::UrlType;
use crate::engine::record::{BatchIdx, DeliveryIdx};

/// Something that a log has about a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailRow {
    /// When it happened.
    pub at: SimTime,
    /// The first moment at which it stands in its log.
    pub shown_from: SimTime,
    /// The run of the delivery.
    pub batch: BatchIdx,
    /// The delivery it points to.
    pub delivery: DeliveryIdx,
    /// Which run of the activity it was, from 1.
    pub run: u32,
    /// What.
    pub what: TrailWhat,
}

/// What a log can have about a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrailWhat {
    /// The analysis left them out.
    LeftOut(ExclusionRow),
    /// The analysis prepared a message: the broadLog row was written.
    Prepared(BroadLogRow),
    /// The row has had its present status since then.
    Became(BroadLogRow),
    /// They opened or clicked; the link, where there is one.
    Reacted(UrlType, Option<Rc<str>>),
}

impl RunLog {
    /// Everything that the logs of all deliveries have had about a recipient until a moment, purged or not, in order
    /// of time.
    pub fn trail(&self, recipient: RecipientIdx, moment: SimTime) -> Vec<TrailRow> {
        let mut rows = Vec::new();
        for (at, batch) in self.record().batches[..self.batches_until(moment)].iter().enumerate() {
            let run = batch.occurrence + 1;
            let row = |when: SimTime, shown_from: SimTime, what: TrailWhat| TrailRow {
                at: when,
                shown_from,
                batch: at,
                delivery: batch.delivery,
                run,
                what,
            };
            if let Some(exclusion) = batch.exclusions.iter().find(|one| one.people.contains(recipient)) {
                let (delivery, reason) = (batch.delivery, exclusion.reason);
                let left_out = ExclusionRow { recipient, delivery, run, at: batch.at, reason };
                rows.push(row(batch.at, batch.at, TrailWhat::LeftOut(left_out)));
            }
            let Some(message) = self.message_to(batch, recipient, moment) else { continue };
            let present = message.row.clone();
            let prepared =
                BroadLogRow { status: MessageStatus::Pending, last_modified: batch.at, ..present.clone() };
            rows.push(row(batch.at, batch.at, TrailWhat::Prepared(prepared)));
            if present.status != MessageStatus::Pending {
                let since = present.last_modified;
                rows.push(row(since, since, TrailWhat::Became(present)));
            }
            if self.plan().technical.tracking {
                let links =
                    self.record().deliveries.get(batch.delivery).map_or(0, |row| row.creative.links.len());
                rows.extend(message.reactions(moment).map(|(when, reaction)| {
                    let place = (reaction.url_type == UrlType::Click && links > 0)
                        .then(|| reaction.link_draw as usize % links);
                    let link = self.link_of(batch.delivery, place).map(Rc::from);
                    row(when, when.next_full_hour(), TrailWhat::Reacted(reaction.url_type, link))
                }));
            }
        }
        // Stable: what happens at one moment stays in the order of its cause.
        rows.sort_by_key(|row| row.at);
        rows
    }
}
