//! Why one recipient got a message or did not: every rule they met, run by run, and what became of each message.

use std::collections::{BTreeMap, BTreeSet};

use super::RunLog;
use super::rows::{ExclusionReason, MessageStatus};
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::Run;
use crate::engine::fate::UrlType;
use crate::engine::probe::Verdict;
use crate::engine::record::{BatchIdx, DeliveryIdx};
use crate::plan::StepIdx;

/// One thing that happened to a recipient, or that they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// When.
    pub at: SimTime,
    /// In which activity; none where it was the recipient who acted.
    pub step: Option<StepIdx>,
    /// What.
    pub what: Happened,
}

/// What can happen to a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// They joined the population; before this no query could find them.
    Joined,
    /// A rule kept or dropped them.
    Judged(Verdict),
    /// The analysis left them out.
    LeftOut {
        /// Of which delivery.
        delivery: DeliveryIdx,
        /// Why.
        reason: ExclusionReason,
    },
    /// They have a message.
    Message {
        /// In which delivery.
        delivery: DeliveryIdx,
        /// What had become of it at the end.
        status: MessageStatus,
    },
    /// A run sent to others, and they are not among those whom the analysis looked at.
    NoMessage {
        /// In which delivery.
        delivery: DeliveryIdx,
    },
    /// They opened it or clicked, as the tracking log has it.
    Reacted {
        /// To which delivery.
        delivery: DeliveryIdx,
        /// What they opened or clicked.
        url_type: UrlType,
    },
}

impl Happening {
    pub(super) fn of(verdict: Verdict) -> Self {
        Self { at: verdict.at, step: Some(verdict.step), what: Happened::Judged(verdict) }
    }
}

impl RunLog {
    /// Runs the plan once more and watches one recipient.
    ///
    /// The outcome is that of the run itself, since it depends on the plan alone.
    pub fn verdicts(&self, recipient: RecipientIdx) -> Vec<Verdict> {
        let mut run = Run::watching(self.plan().clone(), recipient);
        while !run.advance(u64::MAX).is_over {}
        run.into_record_and_verdicts().1
    }

    /// Everything that happened to a recipient until a moment, in order of time; nobody for a number that does not
    /// exist.
    ///
    /// What became of messages is told as of `moment`.
    pub fn explain(&self, recipient: RecipientIdx, moment: SimTime) -> Vec<Happening> {
        self.explain_with(self.verdicts(recipient), recipient, moment)
    }

    /// The same, where the verdicts are known already.
    pub fn explain_with(
        &self,
        verdicts: Vec<Verdict>,
        recipient: RecipientIdx,
        moment: SimTime,
    ) -> Vec<Happening> {
        let people = &self.plan().people;
        if recipient >= people.total() {
            return Vec::new();
        }
        let mut all = Vec::new();
        if recipient >= people.initial() {
            all.push(Happening { at: people.joined_at(recipient), step: None, what: Happened::Joined });
        }
        all.extend(verdicts.into_iter().map(Happening::of));
        for batch in 0..self.batches_until(moment) {
            self.add_message(batch, recipient, moment, &mut all);
        }
        all.retain(|one| one.at <= moment);
        // Stable: what happens at one moment stays in the order of the rules, then of the sending.
        all.sort_by_key(|one| one.at);
        all
    }

    /// An activity and everything that leads into it.
    pub(super) fn upstream(&self, step: StepIdx) -> BTreeSet<StepIdx> {
        let (mut found, mut open) = (BTreeSet::from([step]), vec![step]);
        while let Some(step) = open.pop() {
            let inbound = self.plan().steps.get(step).map_or(&[][..], |row| &row.inbound);
            for link in inbound.iter().filter_map(|&link| self.plan().links.get(link)) {
                if found.insert(link.from) {
                    open.push(link.from);
                }
            }
        }
        found
    }

    /// How many messages a recipient had from each delivery activity until a moment.
    pub fn deliveries_to(&self, recipient: RecipientIdx, moment: SimTime) -> BTreeMap<StepIdx, u64> {
        let mut counts = BTreeMap::new();
        for batch in &self.record().batches[..self.batches_until(moment)] {
            *counts.entry(batch.step).or_default() += u64::from(batch.to_deliver.contains(recipient));
        }
        counts
    }

    fn add_message(
        &self,
        batch: BatchIdx,
        recipient: RecipientIdx,
        moment: SimTime,
        all: &mut Vec<Happening>,
    ) {
        let Some(batch) = self.record().batches.get(batch) else { return };
        let (step, delivery) = (Some(batch.step), batch.delivery);
        if let Some(exclusion) = batch.exclusions.iter().find(|one| one.people.contains(recipient)) {
            let what = Happened::LeftOut { delivery, reason: exclusion.reason };
            all.push(Happening { at: batch.at, step, what });
        }
        if let Some(message) = self.message_to(batch, recipient, moment) {
            let what = Happened::Message { delivery, status: message.row.status };
            all.push(Happening { at: batch.at, step, what });
            let is_tracked = self.plan().technical.tracking;
            all.extend(message.reactions(moment).filter(|_| is_tracked).map(|(at, reaction)| Happening {
                at,
                step: None,
                what: Happened::Reacted { delivery, url_type: reaction.url_type },
            }));
        }
    }
}
