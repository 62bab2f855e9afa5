//! What a query and an Enrichment read from the delivery and tracking logs (`query` page: tables linked to the
//! recipient).

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::{SimSpan, SimTime};
use crate::engine::fate::LAST_REACTION;
use crate::engine::record::{Batch, BatchIdx};
use crate::engine::retention::{LogTable, oldest_kept};
use crate::engine::world::World;
use crate::plan::StepIdx;
use crate::plan::targeting::{LinkQuestion, LinkedTable};

/// The logs by recipient, brought up to date when somebody asks.
#[derive(Debug, Default)]
pub(in crate::engine) struct LogIndex {
    /// The runs whose rows `messages` counts, oldest first: those that were not purged when it was last read.
    counted: Vec<BatchIdx>,
    /// The first run that is not counted yet.
    next: BatchIdx,
    /// How many broadLog rows each recipient has.
    messages: Vec<u32>,
    /// When each recipient last had a message.
    last: Vec<Option<SimTime>>,
    /// Everyone who ever reacted to a run, of runs to which nobody reacts any more.
    reacted: BTreeMap<BatchIdx, Rc<PeopleSet>>,
}

impl LogIndex {
    /// How many broadLog rows a recipient has.
    pub(super) fn messages(&self, recipient: RecipientIdx) -> u32 {
        self.messages.get(recipient as usize).copied().unwrap_or_default()
    }

    /// When a recipient last had a message, as far as the broadLog knows.
    pub(super) fn last_message(&self, recipient: RecipientIdx) -> Option<SimTime> {
        self.messages.get(recipient as usize).filter(|&&count| count > 0)?;
        self.last.get(recipient as usize).copied().flatten()
    }
}

/// When the rows of a run were last modified, by which the cleanup counts their age.
///
/// Assumption: the few that are tried again for some days count like the others of their run.
fn modified_at(batch: &Batch) -> SimTime {
    let at = batch.processed_at().unwrap_or(batch.at);
    batch.cancelled_at.map_or(at, |cancelled| at.max(cancelled))
}

impl World {
    /// Everyone of whom a linked table holds the question, whether it is turned round or not.
    pub(in crate::engine::behavior) fn linked(&mut self, at: SimTime, question: &LinkQuestion) -> PeopleSet {
        match question.table {
            LinkedTable::List(list) => self.lists.get(list).cloned().unwrap_or_default(),
            LinkedTable::Service(service) => self.services.get(service).cloned().unwrap_or_default(),
            LinkedTable::BroadLog(activity, back) => self.received(at, activity, back),
            LinkedTable::TrackingLog(activity, back) => self.reacted(at, activity, back),
        }
    }

    /// Everyone with a broadLog row of so long ago or less.
    fn received(&self, at: SimTime, activity: Option<StepIdx>, back: SimSpan) -> PeopleSet {
        let kept = oldest_kept(&self.plan.technical, LogTable::BroadLog, at);
        let mut people = PeopleSet::new();
        for batch in &self.record.batches {
            let is_there = batch.at >= at - back && kept.is_none_or(|kept| modified_at(batch) >= kept);
            if is_there && activity.is_none_or(|activity| batch.step == activity) {
                people |= &*batch.to_deliver.set();
            }
        }
        people
    }

    /// Everyone with a tracking row of so long ago or less. Rows are there from the full hour on at which the
    /// technical workflow *Tracking* collects them.
    fn reacted(&mut self, at: SimTime, activity: Option<StepIdx>, back: SimSpan) -> PeopleSet {
        let mut people = PeopleSet::new();
        if !self.plan.technical.tracking {
            return people;
        }
        let kept = oldest_kept(&self.plan.technical, LogTable::TrackingLog, at);
        let since = kept.map_or(at - back, |kept| kept.max(at - back));
        for (number, batch) in self.record.batches.iter().enumerate() {
            let Some(sent_at) = batch.sent_at else { continue };
            if activity.is_some_and(|activity| batch.step != activity) || sent_at + LAST_REACTION < since {
                continue;
            }
            let is_whole = sent_at >= since && (sent_at + LAST_REACTION).next_full_hour() <= at;
            if is_whole {
                let all = || Rc::new(self.reacting(batch, sent_at, since..at));
                let known = self.logs.reacted.get(&number).cloned().unwrap_or_else(all);
                people |= &*known;
                self.logs.reacted.insert(number, known);
            } else {
                people |= &self.reacting(batch, sent_at, since..at);
            }
        }
        people
    }

    /// Everyone with a reaction to a run between two moments, drawn again from the keys.
    fn reacting(&self, batch: &Batch, sent_at: SimTime, between: Range<SimTime>) -> PeopleSet {
        let is_there = |after: SimSpan| {
            let moment = sent_at + after;
            moment >= between.start && moment.next_full_hour() <= between.end
        };
        let fates = batch.fates(&self.plan.reactions);
        let has_reacted =
            |recipient: &RecipientIdx| fates.of(*recipient).reactions().any(|one| is_there(one.after));
        batch.to_deliver.iter().filter(has_reacted).collect()
    }

    /// Counts the rows of runs since the last time, and no longer those that were purged meanwhile.
    pub(super) fn read_broad_log(&mut self, at: SimTime) {
        let everyone = self.people.people().total() as usize;
        let kept = oldest_kept(&self.plan.technical, LogTable::BroadLog, at);
        let logs = &mut self.logs;
        logs.messages.resize(everyone, 0);
        logs.last.resize(everyone, None);
        for batch in self.record.batches.iter().skip(logs.next) {
            for recipient in batch.to_deliver.iter() {
                let place = recipient as usize;
                logs.messages.get_mut(place).into_iter().for_each(|count| *count += 1);
                logs.last.get_mut(place).into_iter().for_each(|last| *last = Some(batch.at));
            }
        }
        let LogIndex { counted, next, messages, .. } = logs;
        counted.extend(*next..self.record.batches.len());
        *next = self.record.batches.len();
        let Some(kept) = kept else { return };
        // Not in the order of the runs: one that was cancelled late is purged after some that followed it.
        counted.retain(|&number| {
            let batch = &self.record.batches[number];
            let is_purged = modified_at(batch) < kept;
            if is_purged {
                for recipient in batch.to_deliver.iter() {
                    messages.get_mut(recipient as usize).into_iter().for_each(|count| *count -= 1);
                }
            }
            !is_purged
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_cancelled_run_has_the_age_of_its_cancellation() {
        let mut scenario = Sample::RecurringWeekly.scenario();
        scenario.weeks = 1;
        let record = crate::engine::run(&Rc::new(lower(&scenario, None).unwrap().plan));
        let mut batch = record.batches[0].clone();
        assert_eq!(Some(modified_at(&batch)), batch.processed_at());
        batch.sent_at = None;
        assert_eq!(modified_at(&batch), batch.at);
        let cancelled = batch.at + SimSpan::from_days(5);
        batch.cancelled_at = Some(cancelled);
        assert_eq!(modified_at(&batch), cancelled);
    }
}
