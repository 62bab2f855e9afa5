//! Watches one recipient through a run: at every rule, whether it kept or dropped them.

use super::task::Turn;
use super::world::World;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::plan::StepIdx;

/// A rule that keeps or drops people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The condition of a query, or of a subset or cell of this place.
    Condition(u16),
    /// The population that came in.
    Inbound,
    /// The question of this place to a linked table.
    Link(u16),
    /// The history of an incremental query: who is in it is dropped.
    History,
    /// An operation on populations: union, intersection, exclusion, join.
    Combination,
    /// A limit in size, of the subset of this place.
    Limit(u16),
    /// Doubles are dropped.
    Double,
    /// Address qualification: an address is there.
    AddressDefined,
    /// Address qualification: not denylisted.
    NotDenylisted,
    /// Address qualification: not in quarantine.
    NotQuarantined,
    /// The filtering rule of this place.
    FilteringRule(u16),
    /// Duplicate addresses are excluded.
    NoDuplicate,
    /// The pressure rule.
    Pressure,
    /// The capacity rule.
    Capacity,
    /// The message is sent.
    Sent,
}

/// What a rule did to the recipient that is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// When.
    pub at: SimTime,
    /// In which activity.
    pub step: StepIdx,
    /// In which task.
    pub task: usize,
    /// The rule.
    pub rule: Rule,
    /// Whether the recipient was kept.
    pub is_kept: bool,
}

/// The recipient that is watched, and what was seen.
#[derive(Debug)]
pub(super) struct Probe {
    pub recipient: RecipientIdx,
    pub verdicts: Vec<Verdict>,
}

impl World {
    /// To be called wherever a rule has made `after` of `before`; `None` before means everyone.
    ///
    /// Costs nothing but a look where nobody is watched.
    #[inline]
    pub(super) fn judged(&mut self, turn: Turn, rule: Rule, before: Option<&PeopleSet>, after: &PeopleSet) {
        let Some(probe) = &mut self.probe else { return };
        if before.is_none_or(|before| before.contains(probe.recipient)) {
            let is_kept = after.contains(probe.recipient);
            let Turn { at, step, task } = turn;
            probe.verdicts.push(Verdict { at, step, task, rule, is_kept });
        }
    }
}
