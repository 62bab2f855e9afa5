//! Draws the messages of one sending, some at a time, so that no call is long.

use std::rc::Rc;

use super::curve::Curve;
use super::fate::{Fate, UrlType};
use super::record::BatchIdx;
use super::world::World;
use crate::base::people_set::{PeopleSet, RecipientIdx};

/// A sending whose messages are not all drawn yet.
#[derive(Debug)]
pub(super) struct Drawing {
    batch: BatchIdx,
    people: Rc<PeopleSet>,
    /// The first recipient that is not drawn yet.
    next: RecipientIdx,
    curve: Curve,
    failed: u64,
    digest: u64,
    rows: u64,
}

impl Drawing {
    /// Nothing drawn yet.
    pub(super) fn new(batch: BatchIdx, people: Rc<PeopleSet>, curve: Curve) -> Self {
        Self { batch, people, next: 0, curve, failed: 0, digest: 0, rows: 0 }
    }
}

impl World {
    /// Draws at most `most` messages of the sending in progress; returns how many it drew.
    pub(super) fn draw(&mut self, most: u64) -> u64 {
        let Some(mut drawing) = self.drawing.take() else { return 0 };
        let (at, key) = {
            let batch = &self.record.batches[drawing.batch];
            (batch.at, batch.key)
        };
        let mut drawn = 0;
        let people = drawing.people.clone();
        for recipient in people.iter_from(drawing.next).take(usize::try_from(most).unwrap_or(usize::MAX)) {
            drawn += 1;
            drawing.next = recipient.saturating_add(1);
            let fate = Fate::of(key, recipient, self.odds);
            drawing.digest = drawing.digest.wrapping_add(fate.bits());
            drawing.failed += u64::from(fate.is_failed());
            if fate.is_opened() {
                drawing.rows += u64::from(drawing.curve.count(at, fate.reactions()));
                for reaction in fate.reactions().filter(|reaction| reaction.url_type == UrlType::OptOut) {
                    self.opt_out(at + reaction.after, recipient);
                }
            }
        }
        if drawn < most || people.last() < Some(drawing.next) {
            self.finish_drawing(drawing);
        } else {
            self.drawing = Some(drawing);
        }
        drawn
    }

    fn finish_drawing(&mut self, mut drawing: Drawing) {
        drawing.curve.cumulate();
        let batch = &mut self.record.batches[drawing.batch];
        (batch.failed, batch.digest, batch.curve) = (drawing.failed, drawing.digest, drawing.curve);
        self.next_tracking_log += drawing.rows;
    }
}
