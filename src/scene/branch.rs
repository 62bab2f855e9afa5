//! The branches of a drawing: what each activity leads to, and in which order they are read.

use std::collections::BTreeMap;

use crate::scenario::Workflow;
use crate::scenario::activity::ActivityKind;

/// An activity's place in the drawing.
pub type Place = usize;

/// The colour of a branch: the kind of delivery it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// To recurring deliveries only.
    Recurring,
    /// To continuous deliveries only.
    Continuous,
    /// To both, or to none.
    Neutral,
}

/// How the activities hang together. A transition to nowhere is left out, a circle is walked once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    kinds: Vec<ActivityKind>,
    /// For each transition, the places it joins.
    ends: Vec<Option<(Place, Place)>>,
    /// For each activity, the transitions that leave it.
    leaving: Vec<Vec<usize>>,
    /// For each activity, the transitions that enter it.
    entering: Vec<Vec<usize>>,
    /// Top edge and left edge, the order in which a page is read.
    reading: Vec<(i32, i32)>,
}

impl Graph {
    /// The graph of a workflow.
    pub fn of(workflow: &Workflow) -> Self {
        let count = workflow.activities.len();
        let places = places(workflow);
        let place = |name: &String| places.get(name.as_str()).copied();
        let ends = workflow.transitions.iter().map(|link| Some((place(&link.from)?, place(&link.to)?)));
        let ends: Vec<_> = ends.collect();
        let (mut leaving, mut entering) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for (link, ends) in ends.iter().enumerate() {
            if let Some((from, to)) = *ends {
                leaving[from].push(link);
                entering[to].push(link);
            }
        }
        Self {
            kinds: workflow.activities.iter().map(|activity| activity.settings.kind()).collect(),
            ends,
            leaving,
            entering,
            reading: workflow.activities.iter().map(|activity| (activity.y, activity.x)).collect(),
        }
    }

    /// For each transition in the order of the file, the places it joins; none where one is missing.
    pub fn ends(&self) -> &[Option<(Place, Place)>] {
        &self.ends
    }

    /// The transitions that leave an activity, in their order.
    pub fn leaving(&self, place: Place) -> &[usize] {
        self.leaving.get(place).map_or(&[], Vec::as_slice)
    }

    /// The transitions that enter an activity, in their order.
    pub fn entering(&self, place: Place) -> &[usize] {
        self.entering.get(place).map_or(&[], Vec::as_slice)
    }

    /// Where an activity leads, in the order of the transitions.
    pub fn after(&self, place: Place) -> impl Iterator<Item = Place> {
        self.leaving(place).iter().filter_map(|link| self.ends[*link]).map(|(_, to)| to)
    }

    /// What leads to an activity, in the order of the transitions.
    pub fn before(&self, place: Place) -> impl Iterator<Item = Place> {
        self.entering(place).iter().filter_map(|link| self.ends[*link]).map(|(from, _)| from)
    }

    /// The hue of the branch or branches that an activity stands in.
    pub fn hue(&self, place: Place) -> Hue {
        let reached = self.walk(place);
        let leads_to = |kind| reached.iter().any(|&reached| self.kinds.get(reached) == Some(&kind));
        match (leads_to(ActivityKind::RecurringDelivery), leads_to(ActivityKind::ContinuousDelivery)) {
            (true, false) => Hue::Recurring,
            (false, true) => Hue::Continuous,
            _ => Hue::Neutral,
        }
    }

    /// The branches from top to bottom, each from its beginning on. Every activity is in exactly one.
    pub fn branches(&self) -> Vec<Vec<Place>> {
        let mut order: Vec<Place> = (0..self.kinds.len()).collect();
        order.sort_by_key(|&place| (self.before(place).next().is_some(), self.reading[place]));
        let mut listed = vec![false; self.kinds.len()];
        let mut branches = Vec::new();
        for root in order {
            let branch: Vec<_> = self.walk(root).into_iter().filter(|&place| !listed[place]).collect();
            branch.iter().for_each(|&place| listed[place] = true);
            if !branch.is_empty() && branch.first() == Some(&root) {
                branches.push(branch);
            }
        }
        branches
    }

    /// For each transition: how many lie before it on its branch, and how many the branch has at most.
    pub fn stages(&self) -> Vec<(u32, u32)> {
        let ahead = self.longest(|(from, to)| (from, to));
        let behind = self.longest(|(from, to)| (to, from));
        let stage = |ends: &Option<(Place, Place)>| {
            ends.map_or((0, 1), |(from, to)| (ahead[from], ahead[from] + 1 + behind[to]))
        };
        self.ends.iter().map(stage).collect()
    }

    /// The places reached from one, itself first, along the transitions.
    fn walk(&self, from: Place) -> Vec<Place> {
        let (mut reached, mut next) = (Vec::new(), vec![from]);
        let mut is_reached = vec![false; self.kinds.len()];
        while let Some(place) = next.pop() {
            if !std::mem::replace(&mut is_reached[place], true) {
                reached.push(place);
                let mut after: Vec<_> = self.after(place).collect();
                after.reverse();
                next.extend(after);
            }
        }
        reached
    }

    /// For each place the number of transitions on the longest way to it; a circle ends the count.
    fn longest(&self, turned: impl Fn((Place, Place)) -> (Place, Place)) -> Vec<u32> {
        let mut lengths = vec![0; self.kinds.len()];
        for _ in 0..self.kinds.len() {
            let mut grows = false;
            for (from, to) in self.ends.iter().flatten().map(|ends| turned(*ends)) {
                let length = lengths[to].max(lengths[from] + 1).min(self.kinds.len() as u32);
                grows |= length > lengths[to];
                lengths[to] = length;
            }
            if !grows {
                break;
            }
        }
        lengths
    }
}

/// The places of the activities by their names; of two with one name, the first.
pub(super) fn places(workflow: &Workflow) -> BTreeMap<&str, Place> {
    let mut places = BTreeMap::new();
    for (place, activity) in workflow.activities.iter().enumerate() {
        places.entry(activity.name.as_str()).or_insert(place);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_branch_has_the_hue_of_the_delivery_it_leads_to() {
        let graph = Graph::of(&Sample::SideBySide.scenario().workflow);
        let hues: Vec<_> = (0..5).map(|place| graph.hue(place)).collect();
        assert_eq!(hues[..3], [Hue::Recurring; 3]);
        assert_eq!(hues[3..], [Hue::Continuous; 2]);
        assert_eq!(graph.branches(), [vec![0, 1, 2], vec![3, 4]]);
        assert_eq!(graph.stages(), [(0, 2), (1, 2), (0, 1)]);
    }

    #[test]
    fn circles_and_transitions_to_nowhere_do_no_harm() {
        let mut workflow = Sample::SideBySide.scenario().workflow;
        workflow.transitions[2].to = "nowhere".into();
        let mut back = workflow.transitions[0].clone();
        (back.from, back.to) = ("recurring".into(), "scheduler".into());
        workflow.transitions.push(back);
        let graph = Graph::of(&workflow);
        assert_eq!(graph.ends()[2], None);
        assert_eq!(graph.hue(3), Hue::Neutral);
        let mut listed: Vec<_> = graph.branches().concat();
        listed.sort_unstable();
        assert_eq!(listed, [0, 1, 2, 3, 4]);
    }
}
