//! The journal of a run as it is asked for: until a moment, of one activity, of one topic.

use super::RunLog;
use crate::base::time::SimTime;
use crate::engine::record::{Fact, What};
use crate::plan::StepIdx;

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A schedule launched an activity, or one began at once.
    Launches,
    /// Who was selected, and what else activities of the Targeting tab did.
    Targeting,
    /// Deliveries, their runs and their content.
    Deliveries,
    /// Where the flow went.
    Flow,
    /// The life of the workflow and of its tasks.
    Workflow,
}

/// Which facts are asked for; the default asks for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Of this activity.
    pub step: Option<StepIdx>,
    /// About this.
    pub topic: Option<Topic>,
}

impl Topic {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Launches, Self::Targeting, Self::Deliveries, Self::Flow, Self::Workflow];

    /// What a fact is about.
    pub fn of(what: &What) -> Self {
        match what {
            What::Launched { .. } | What::Began => Self::Launches,
            What::Selected { .. }
            | What::SelectedNew { .. }
            | What::NobodyNew { .. }
            | What::Forgotten { .. }
            | What::HistoryEmptied { .. }
            | What::Targeting(_) => Self::Targeting,
            What::DeliveryCreated { .. }
            | What::DeliveryContinued { .. }
            | What::Sent { .. }
            | What::Delivery(_)
            | What::DeliveryEdited
            | What::Relabelled { .. }
            | What::TemplateEdited { .. } => Self::Deliveries,
            What::BranchEnded | What::Flow(_) => Self::Flow,
            What::WorkflowStarted
            | What::WorkflowRestarted
            | What::WeeksOver
            | What::LimitReached { .. }
            | What::Life(_) => Self::Workflow,
        }
    }
}

impl JournalFilter {
    /// Whether it asks for a fact.
    pub fn lets(self, fact: &Fact) -> bool {
        self.step.is_none_or(|step| fact.step == Some(step))
            && self.topic.is_none_or(|topic| Topic::of(&fact.what) == topic)
    }
}

impl RunLog {
    /// What happened until `moment`, in order.
    pub fn facts_until(&self, moment: SimTime) -> &[Fact] {
        let facts = &self.record().facts;
        &facts[..facts.partition_point(|fact| fact.at <= moment)]
    }

    /// The places of the facts until `moment` that are asked for, in order.
    pub fn journal(&self, moment: SimTime, filter: JournalFilter) -> Vec<usize> {
        let facts = self.facts_until(moment).iter().enumerate();
        facts.filter(|(_, fact)| filter.lets(fact)).map(|(place, _)| place).collect()
    }

    /// The activities that the journal tells of, in the order of the plan.
    pub fn journal_steps(&self) -> Vec<StepIdx> {
        let mut is_told = vec![false; self.plan().steps.len()];
        for step in self.record().facts.iter().filter_map(|fact| fact.step) {
            if let Some(told) = is_told.get_mut(step) {
                *told = true;
            }
        }
        (0..is_told.len()).filter(|step| is_told[*step]).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn topics_and_activities_share_the_facts_out() {
        let scenario = Sample::SideBySide.scenario();
        let run = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        let all = run.journal(run.end(), JournalFilter::default()).len();
        assert_eq!(all, run.record().facts.len());
        let about = |topic| JournalFilter { topic: Some(topic), ..JournalFilter::default() };
        let by_topic = Topic::ALL.map(|topic| run.journal(run.end(), about(topic)).len());
        assert_eq!(by_topic.iter().sum::<usize>(), all);
        assert!(by_topic[0] > 100 && by_topic[2] > 100, "{by_topic:?}");
        let of_steps = run
            .journal_steps()
            .into_iter()
            .map(|step| run.journal(run.end(), JournalFilter { step: Some(step), topic: None }).len());
        let of_none = run.record().facts.iter().filter(|fact| fact.step.is_none()).count();
        assert_eq!(of_steps.sum::<usize>() + of_none, all);
        let half = run.launch_times()[25];
        assert!(run.facts_until(half).last().unwrap().at <= half);
        assert!(run.facts_until(half).len() < all);
    }
}
