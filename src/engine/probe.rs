//! Watches one recipient through a run: at every rule, whether it kept or dropped them.

use super::task::Turn;
use super::world::World;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::people::{Explanation, Selector};
use crate::plan::targeting::Targeting;
use crate::plan::{Step, StepIdx, Work};

/// A rule that keeps or drops people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The condition of a query, or of a subset or cell of this place.
    Condition(u16),
    /// The added column that the subset of this place asks for.
    Column(u16),
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// How the recipient answered each test of the condition, where the rule is one.
    pub tests: Option<Explanation>,
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
            let explain = |row: &Step| {
                let wall = row.zone.to_local(at);
                Some(self.people.explain(selector(&row.work, rule)?, probe.recipient, wall))
            };
            let tests = self.plan.steps.get(step).and_then(explain);
            probe.verdicts.push(Verdict { at, step, task, rule, is_kept, tests });
        }
    }

    /// What was seen of the recipient that was watched.
    pub(super) fn take_verdicts(&mut self) -> Vec<Verdict> {
        self.probe.take().map_or_else(Vec::new, |probe| probe.verdicts)
    }
}

/// The condition that a rule of an activity asks, where it asks one of its own settings.
fn selector(work: &Work, rule: Rule) -> Option<&Selector> {
    match (work, rule) {
        (Work::Query(query), Rule::Condition(_)) => Some(&query.selector),
        (Work::Incremental(query), Rule::Condition(_)) => Some(&query.selector),
        (Work::Targeting(Targeting::Split(parts)), Rule::Condition(place)) => {
            parts.get(usize::from(place))?.filter.as_ref()
        }
        (Work::Targeting(Targeting::Cells(cells)), Rule::Condition(place)) => cells.get(usize::from(place)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use crate::engine::Run;
    use crate::log::RunLog;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn watching_changes_nothing() {
        let mut scenario = Sample::SideBySide.scenario();
        scenario.weeks = 6;
        let plan = Rc::new(lower(&scenario, None).unwrap().plan);
        let plain = RunLog::of(plan.clone());
        let mut run = Run::watching(plan.clone(), 17);
        while !run.advance(1_000).is_over {}
        let (record, verdicts) = run.into_record_and_verdicts();
        let watched = RunLog::new(plan.clone(), record);
        assert_eq!(watched.fingerprint(), plain.fingerprint());
        assert_eq!(watched.trace(), plain.trace());
        assert!(!verdicts.is_empty());
        for verdict in &verdicts {
            let Some(tests) = &verdict.tests else { continue };
            assert_eq!(tests.present && tests.holds, verdict.is_kept, "{verdict:?}");
        }
    }
}
