//! Draws the messages of one sending, some at a time, so that no call is long.

use std::rc::Rc;

use super::curve::Counting;
use super::delivery::Bounces;
use super::draw::{Counts, OptOut, draw};
use super::fate::{Fate, Fates, Odds};
use super::record::BatchIdx;
use super::world::World;
use crate::base::people_set::{PeopleSet, RecipientIdx};

/// A sending whose messages are not all drawn yet.
#[derive(Debug)]
pub(super) struct Drawing {
    batch: BatchIdx,
    people: Rc<PeopleSet>,
    /// Those of them who read in text format.
    text_format: PeopleSet,
    odds: Odds,
    /// The first recipient that is not drawn yet.
    next: RecipientIdx,
    counting: Counting,
    counts: Box<Counts>,
    failed: u64,
    /// Those that bounced at first and get through.
    delayed: u64,
    bounces: Bounces,
    digest: u64,
}

impl World {
    /// Has the messages of a run drawn, after those of other runs that began at the same moment.
    pub(super) fn begin_drawing(&mut self, batch: BatchIdx) {
        if self.drawing.is_some() {
            self.sending.to_draw.push_back(batch);
            return;
        }
        let row = &self.record.batches[batch];
        let Some(sent_at) = row.sent_at else { return };
        let analysed = self.sending.analysed.take().filter(|(just_now, _)| *just_now == batch);
        let people = analysed.map_or_else(|| row.to_deliver.set(), |(_, people)| people);
        self.drawing = Some(Drawing {
            batch,
            text_format: people.shared(&row.text_format),
            people,
            odds: row.fates(&self.plan.reactions).odds,
            next: 0,
            counting: Counting::new(sent_at),
            counts: Box::new(Counts::new(sent_at)),
            failed: 0,
            delayed: 0,
            bounces: Bounces::default(),
            digest: 0,
        });
    }

    /// Draws at most `most` messages of the sending in progress; returns how many it drew.
    pub(super) fn draw(&mut self, most: u64) -> u64 {
        let Some(mut drawing) = self.drawing.take() else { return 0 };
        let batch = drawing.batch;
        let row = &self.record.batches[batch];
        let (at, key) = (row.sent_at.unwrap_or(row.at), row.key);
        let fates = Fates { run_key: key, odds: drawing.odds, text_format: &drawing.text_format };
        let part = (&*drawing.people, drawing.next, most);
        let drawn = draw(fates, part, &mut drawing.counts);
        drawing.next = drawn.last.map_or(drawing.next, |last| last.saturating_add(1));
        drawing.digest = drawing.digest.wrapping_add(drawn.digest);
        for recipient in drawn.bounced {
            drawing.bounce(recipient, Fate::of(key, recipient, drawing.odds));
        }
        for OptOut { recipient, after } in drawn.opt_outs {
            self.opt_out(at + after, recipient, (batch, at));
        }
        if drawn.messages < most || drawing.people.last() < Some(drawing.next) {
            self.finish_drawing(drawing);
        } else {
            self.drawing = Some(drawing);
        }
        drawn.messages
    }

    fn finish_drawing(&mut self, mut drawing: Drawing) {
        let at_once = drawing.people.len() - drawing.failed - drawing.delayed;
        drawing.counting.count_sent(0, u32::try_from(at_once).unwrap_or(u32::MAX));
        drawing.counting.add(drawing.counts.by_hour());
        let batch = &mut self.record.batches[drawing.batch];
        (batch.failed, batch.digest) = (drawing.failed, drawing.digest);
        batch.curve = drawing.counting.cumulate();
        self.next_tracking_log += drawing.counts.rows();
        self.expect_feedback(drawing.batch, drawing.bounces);
        if let Some(next) = self.sending.to_draw.pop_front() {
            self.begin_drawing(next);
        }
    }
}

impl Drawing {
    fn bounce(&mut self, recipient: RecipientIdx, fate: Fate) {
        let hours = fate.hours_tried();
        if fate.is_failed() {
            self.failed += 1;
            self.counting.count_failed(hours, 1);
        } else {
            self.delayed += 1;
            self.counting.count_sent(hours, 1);
        }
        self.bounces.add(recipient, fate.failure_reason(), hours);
    }
}
