//! Run by run: whether a recipient has a message in it, the rule that decided, and the whole chain of rules before it.

use std::collections::{BTreeMap, BTreeSet};

use super::RunLog;
use super::explain::{Happened, Happening};
use super::rows::{ExclusionReason, MessageStatus};
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::Run;
use crate::engine::probe::{Rule, Verdict};
use crate::engine::record::{BatchIdx, DeliveryIdx};
use crate::plan::StepIdx;

/// One run of a delivery activity as one recipient met it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunMet {
    /// The run.
    pub batch: BatchIdx,
    /// When.
    pub at: SimTime,
    /// The activity.
    pub step: StepIdx,
    /// The delivery it wrote into.
    pub delivery: DeliveryIdx,
    /// Which run of the activity, from 1.
    pub run: u32,
    /// What came of it.
    pub outcome: RunOutcome,
    /// What decided: of those who have a message the last rule that selected them, of the others the rule that
    /// dropped them.
    pub deciding: Happening,
    /// Every rule of the activities before it and of the analysis, in order.
    pub chain: Vec<Happening>,
}

/// What a run can be to a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunOutcome {
    /// They have a message, of this status.
    Message(MessageStatus),
    /// The analysis left them out.
    LeftOut(ExclusionReason),
    /// They did not get as far as the delivery.
    NotReached,
}

/// A run of the plan that watches one recipient, some at a time. Its outcome is that of the run itself.
pub struct Watch {
    run: Run,
}

impl Watch {
    /// Nothing run yet.
    pub fn new(log: &RunLog, recipient: RecipientIdx) -> Self {
        Self { run: Run::watching(log.plan().clone(), recipient) }
    }

    /// Goes on for about as long as it takes to draw `budget` messages; tells whether it is over.
    pub fn advance(&mut self, budget: u64) -> bool {
        self.run.advance(budget).is_over
    }

    /// How much is done, in thousandths.
    pub fn permille(&self, log: &RunLog) -> u32 {
        let (start, end) = (log.plan().start, log.end());
        let (passed, whole) = (self.run.progress().moment - start, end - start);
        u32::try_from(passed.secs().max(0) * 1_000 / whole.secs().max(1)).unwrap_or(1_000).min(1_000)
    }

    /// What every rule did to the recipient.
    pub fn finish(self) -> Vec<Verdict> {
        self.run.into_record_and_verdicts().1
    }
}

impl RunLog {
    /// Every run of a delivery activity until a moment, as a recipient met it, in order of time. `verdicts` are those
    /// of the recipient.
    ///
    /// Where runs overlap, rules of the one may be told with the other.
    pub fn runs_met(&self, verdicts: &[Verdict], recipient: RecipientIdx, moment: SimTime) -> Vec<RunMet> {
        let until = &self.record().batches[..self.batches_until(moment)];
        let mut before: BTreeMap<StepIdx, SimTime> = BTreeMap::new();
        let mut upstream: BTreeMap<StepIdx, BTreeSet<StepIdx>> = BTreeMap::new();
        let mut met = Vec::new();
        for (at, batch) in until.iter().enumerate() {
            let since = before.insert(batch.step, batch.at);
            let steps = upstream.entry(batch.step).or_insert_with(|| self.upstream(batch.step));
            let is_of_run = |verdict: &&Verdict| {
                steps.contains(&verdict.step)
                    && verdict.at <= batch.at
                    && since.is_none_or(|since| verdict.at > since)
            };
            // Verdicts are in order of time: those before the run before need no look.
            let first = since.map_or(0, |since| verdicts.partition_point(|verdict| verdict.at <= since));
            let all: Vec<&Verdict> = verdicts[first..]
                .iter()
                .take_while(|verdict| verdict.at <= batch.at)
                .filter(is_of_run)
                .collect();
            // Of an activity that ran several times since, as a launch without anybody new, the last time counts.
            let mut last: BTreeMap<StepIdx, usize> = BTreeMap::new();
            for verdict in &all {
                let task = last.entry(verdict.step).or_insert(verdict.task);
                *task = verdict.task.max(*task);
            }
            let chain: Vec<Happening> = all
                .into_iter()
                .filter(|verdict| last.get(&verdict.step) == Some(&verdict.task))
                .map(|verdict| Happening::of(verdict.clone()))
                .collect();
            let left_out = batch.exclusions.iter().find(|one| one.people.contains(recipient));
            let message = self.message_to(batch, recipient, moment);
            let outcome = match (message, left_out) {
                (Some(message), _) => RunOutcome::Message(message.row.status),
                (None, Some(exclusion)) => RunOutcome::LeftOut(exclusion.reason),
                (None, None) => RunOutcome::NotReached,
            };
            let deciding = deciding(&chain, outcome).cloned().unwrap_or_else(|| {
                let delivery = batch.delivery;
                let what = match outcome {
                    RunOutcome::Message(status) => Happened::Message { delivery, status },
                    RunOutcome::LeftOut(reason) => Happened::LeftOut { delivery, reason },
                    RunOutcome::NotReached => Happened::NoMessage { delivery },
                };
                Happening { at: batch.at, step: Some(batch.step), what }
            });
            met.push(RunMet {
                batch: at,
                at: batch.at,
                step: batch.step,
                delivery: batch.delivery,
                run: batch.occurrence + 1,
                outcome,
                deciding,
                chain,
            });
        }
        met
    }
}

/// The rule that decided; none where the analysis or nothing did.
fn deciding(chain: &[Happening], outcome: RunOutcome) -> Option<&Happening> {
    let verdict = |one: &Happening| match &one.what {
        Happened::Judged(verdict) => Some((verdict.rule, verdict.is_kept)),
        _ => None,
    };
    let is_selecting = |rule: Rule| {
        matches!(
            rule,
            Rule::Condition(_)
                | Rule::Column(_)
                | Rule::Inbound
                | Rule::Link(_)
                | Rule::History
                | Rule::Combination
        )
    };
    chain.iter().rev().find(|one| match (verdict(one), outcome) {
        (Some((rule, true)), RunOutcome::Message(_)) => is_selecting(rule),
        (Some((_, false)), RunOutcome::NotReached | RunOutcome::LeftOut(_)) => true,
        _ => false,
    })
}
