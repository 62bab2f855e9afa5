//! What passed over each transition until a moment: the "574 - Ok" of the drawing.

use super::RunLog;
use crate::base::time::SimTime;
use crate::engine::record::{Passage, What};
use crate::plan::StepIdx;

/// A transition at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// How often it was activated.
    pub times: u64,
    /// How many recipients crossed the last time; none where it carries no population.
    pub last: Option<u64>,
    /// How many crossed in all.
    pub total: u64,
    /// When it was activated last.
    pub last_at: Option<SimTime>,
}

impl RunLog {
    /// The crossings until `moment`, in order of time.
    pub fn passages_until(&self, moment: SimTime) -> &[Passage] {
        let all = &self.record().passages;
        &all[..all.partition_point(|passage| passage.at <= moment)]
    }

    /// Every transition at `moment`, in the order of the plan.
    pub fn traffic(&self, moment: SimTime) -> Vec<Traffic> {
        let mut links = vec![Traffic::default(); self.plan().links.len()];
        for passage in self.passages_until(moment) {
            if let Some(link) = links.get_mut(passage.link) {
                link.times += 1;
                link.last = passage.count;
                link.total += passage.count.unwrap_or(0);
                link.last_at = Some(passage.at);
            }
        }
        links
    }

    /// When an activity was launched by its schedule, in order, over the whole run.
    pub fn launches_of(&self, step: StepIdx) -> impl Iterator<Item = SimTime> {
        self.record()
            .facts
            .iter()
            .filter(move |fact| fact.step == Some(step) && matches!(fact.what, What::Launched { .. }))
            .map(|fact| fact.at)
    }

    /// The moments of all launches of the run, in order, each once: where a step of the player stops.
    pub fn launch_times(&self) -> Vec<SimTime> {
        let runs = self.record().facts.iter().filter(|fact| fact.what.begins_a_run());
        let mut times: Vec<_> = runs.map(|fact| fact.at).collect();
        times.dedup();
        times
    }
}
