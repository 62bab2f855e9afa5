//! Resolves what a drawing only hints at: jumps become transitions, and sub-workflows become activities of their own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::MAX_WORKFLOW;
use super::activity::{Activity, Settings, Transition};
use super::finding::{Finding, FlowProblem, Problem};
use super::{NamedWorkflow, Scenario, Workflow};

/// How deep sub-workflows may call each other.
pub const MAX_DEPTH: usize = 8;

/// A scenario whose workflow has every activity and every transition that can come into play.
///
/// Those of the drawing keep their places. Behind them come the activities of sub-workflows, named `outer/inner`,
/// and the transitions between them; then a transition for each jump.
#[derive(Debug)]
pub struct Inlined<'s> {
    /// The scenario.
    pub scenario: Cow<'s, Scenario>,
    /// The places of transitions that lead from a Sub-workflow to where its workflow begins.
    pub calls: BTreeSet<usize>,
    /// The places of transitions that lead from the end of a sub-workflow back.
    pub returns: BTreeSet<usize>,
    /// What is wrong with jumps and sub-workflows.
    pub findings: Vec<Finding>,
}

/// Resolves jumps and sub-workflows.
///
/// A sub-workflow begins at its Jump end with the lowest number and goes back at its Jump start with the highest
/// (`sub-workflow` page). Only what can be reached between them is taken over. Assumption: without such a Jump end
/// it begins at every activity that nothing leads into; without such a Jump start it goes back from every activity
/// that nothing follows, the first time for the call and then once more each time.
pub fn inline(scenario: &Scenario) -> Inlined<'_> {
    let is_special = |activity: &Activity| {
        matches!(activity.settings, Settings::JumpStart(_) | Settings::JumpEnd(_) | Settings::SubWorkflow(_))
    };
    let mut inliner = Inliner {
        scenario,
        flat: Workflow::default(),
        calls: BTreeSet::new(),
        returns: BTreeSet::new(),
        findings: Vec::new(),
    };
    let mut seen = BTreeSet::new();
    for sub in &scenario.sub_workflows {
        if !seen.insert(&sub.name) {
            let name = sub.name.clone();
            inliner.findings.push(Finding::error(Problem::Flow(FlowProblem::DuplicateSubWorkflow { name })));
        }
    }
    if !scenario.workflow.activities.iter().any(is_special) {
        let Inliner { calls, returns, findings, .. } = inliner;
        return Inlined { scenario: Cow::Borrowed(scenario), calls, returns, findings };
    }
    inliner.flat = scenario.workflow.clone();
    let all = |_: &Activity| true;
    inliner.jumps("", &scenario.workflow, &Bounds::none(), &all);
    for activity in &scenario.workflow.activities {
        if let Settings::SubWorkflow(sub) = &activity.settings {
            inliner.call(&activity.name, activity, &sub.workflow, &mut Vec::new());
        }
    }
    let Inliner { flat, calls, returns, findings, .. } = inliner;
    let scenario = Scenario { workflow: flat, ..scenario.clone() };
    Inlined { scenario: Cow::Owned(scenario), calls, returns, findings }
}

impl Inlined<'_> {
    /// Whether a sub-workflow begins at the activity of this name.
    pub fn calls_into(&self, name: &str) -> bool {
        let transitions = &self.scenario.workflow.transitions;
        self.calls.iter().any(|&place| transitions.get(place).is_some_and(|call| call.to == name))
    }
}

struct Inliner<'s> {
    scenario: &'s Scenario,
    flat: Workflow,
    calls: BTreeSet<usize>,
    returns: BTreeSet<usize>,
    findings: Vec<Finding>,
}

/// Where a sub-workflow begins and where it goes back; names of its activities.
struct Bounds<'s> {
    entry: Option<&'s str>,
    exit: Option<&'s str>,
}

impl<'s> Bounds<'s> {
    const fn none() -> Self {
        Self { entry: None, exit: None }
    }

    fn of(workflow: &'s Workflow) -> Self {
        let activities = || workflow.activities.iter();
        let entry = activities().filter_map(|one| Some((end_number(one)?, one))).min_by_key(|(at, _)| *at);
        // The first of several with the highest number, as of several with the lowest.
        let exit =
            activities().rev().filter_map(|one| Some((start_number(one)?, one))).max_by_key(|(at, _)| *at);
        Self { entry: entry.map(|(_, one)| one.name.as_str()), exit: exit.map(|(_, one)| one.name.as_str()) }
    }
}

fn start_number(activity: &Activity) -> Option<u32> {
    match &activity.settings {
        Settings::JumpStart(jump) => Some(jump.number),
        _ => None,
    }
}

fn end_number(activity: &Activity) -> Option<u32> {
    match &activity.settings {
        Settings::JumpEnd(jump) => Some(jump.number),
        _ => None,
    }
}

impl<'s> Inliner<'s> {
    fn error(&mut self, activity: &str, problem: FlowProblem) {
        self.findings.push(Finding::error_at(activity, Problem::Flow(problem)));
    }

    fn warn(&mut self, activity: &str, problem: FlowProblem) {
        self.findings.push(Finding::warning_at(activity, Problem::Flow(problem)));
    }

    fn lead(&mut self, from: &str, to: &str) -> usize {
        self.flat.transitions.push(Transition::new(from, to));
        self.flat.transitions.len() - 1
    }

    /// A transition for each Jump start of a workflow that has its Jump end, and findings for the others.
    fn jumps(
        &mut self,
        prefix: &str,
        workflow: &'s Workflow,
        bounds: &Bounds<'_>,
        is_in: &dyn Fn(&Activity) -> bool,
    ) {
        let mut ends: BTreeMap<u32, &str> = BTreeMap::new();
        let mut starts: BTreeMap<u32, usize> = BTreeMap::new();
        for activity in workflow.activities.iter().filter(|one| is_in(one)) {
            let (name, full) = (activity.name.as_str(), format!("{prefix}{}", activity.name));
            if let Some(number) = end_number(activity) {
                if workflow.has_inbound(name) {
                    self.findings.push(Finding::error_at(&full, Problem::InboundNotAllowed));
                }
                if bounds.entry != Some(name) && ends.insert(number, name).is_some() {
                    self.error(&full, FlowProblem::DoubledJumpEnd { number });
                }
            }
            if start_number(activity).is_some()
                && workflow.transitions.iter().any(|transition| transition.from == name)
            {
                self.error(&full, FlowProblem::JumpLeadsOn);
            }
        }
        for activity in workflow.activities.iter().filter(|one| is_in(one)) {
            let Some(number) = start_number(activity).filter(|_| bounds.exit != Some(activity.name.as_str()))
            else {
                continue;
            };
            let full = format!("{prefix}{}", activity.name);
            let count = starts.entry(number).or_default();
            *count += 1;
            if *count == 2 {
                self.warn(&full, FlowProblem::DoubledJumpStart { number });
            }
            match ends.get(&number) {
                Some(end) => {
                    self.lead(&full, &format!("{prefix}{end}"));
                }
                None => self.error(&full, FlowProblem::JumpWithoutEnd { number }),
            }
        }
        for (number, end) in ends.into_iter().filter(|(number, _)| !starts.contains_key(number)) {
            self.error(&format!("{prefix}{end}"), FlowProblem::JumpWithoutStart { number });
        }
    }

    /// Takes over the workflow that a Sub-workflow calls; `callers` are the workflows it lies in.
    fn call(&mut self, outer: &str, at: &Activity, name: &'s str, callers: &mut Vec<&'s str>) {
        let subs: &'s [NamedWorkflow] = &self.scenario.sub_workflows;
        let called = name.to_owned();
        let Some(sub) = subs.iter().find(|sub| sub.name == name) else {
            return self.error(outer, FlowProblem::UnknownSubWorkflow { name: called });
        };
        if callers.contains(&name) {
            return self.error(outer, FlowProblem::RecursiveSubWorkflow { name: called });
        }
        if callers.len() == MAX_DEPTH {
            return self.error(outer, FlowProblem::SubWorkflowTooDeep { limit: MAX_DEPTH });
        }
        let workflow = &sub.workflow;
        let bounds = Bounds::of(workflow);
        self.check_bounds(outer, workflow, &bounds, name);
        if let Some(scheduled) = workflow.activities.iter().find(|one| one.settings.schedule().is_some()) {
            let activity = scheduled.name.clone();
            return self.error(outer, FlowProblem::ScheduleInSubWorkflow { name: called, activity });
        }
        let entries: Vec<&str> = match bounds.entry {
            Some(entry) => vec![entry],
            None => roots(workflow).collect(),
        };
        if entries.is_empty() {
            return self.error(outer, FlowProblem::SubWorkflowWithoutBeginning { name: called });
        }
        let reached = reached(workflow, &bounds, &entries);
        let is_in = |one: &Activity| reached.contains(one.name.as_str());
        let activities: Vec<&Activity> = workflow.activities.iter().filter(|one| is_in(one)).collect();
        let prefix = format!("{outer}/");
        let is_large = self.flat.activities.len() + activities.len() > MAX_WORKFLOW
            || self.flat.transitions.len() + workflow.transitions.len() > MAX_WORKFLOW;
        if is_large {
            self.findings.push(Finding::error_at(outer, Problem::WorkflowTooLarge { limit: MAX_WORKFLOW }));
            return;
        }
        self.flat.activities.extend(activities.iter().map(|one| renamed(one, &prefix, workflow, at)));
        for transition in &workflow.transitions {
            let is_known = workflow.activity(&transition.from).is_some();
            if reached.contains(transition.from.as_str())
                || (!is_known && reached.contains(transition.to.as_str()))
            {
                self.flat.transitions.push(Transition {
                    from: format!("{prefix}{}", transition.from),
                    to: format!("{prefix}{}", transition.to),
                    ..transition.clone()
                });
            }
        }
        self.jumps(&prefix, workflow, &bounds, &is_in);
        for entry in entries {
            let link = self.lead(outer, &format!("{prefix}{entry}"));
            self.calls.insert(link);
        }
        let exits: Vec<&str> = match bounds.exit {
            Some(exit) => vec![exit],
            None => leaves(workflow).collect(),
        };
        let mut comes_back = false;
        for exit in exits.into_iter().filter(|exit| reached.contains(exit)) {
            let link = self.lead(&format!("{prefix}{exit}"), outer);
            self.returns.insert(link);
            comes_back = true;
        }
        if !comes_back {
            self.warn(outer, FlowProblem::SubWorkflowNeverReturns { name: called });
        }
        callers.push(name);
        for activity in activities {
            if let Settings::SubWorkflow(inner) = &activity.settings {
                self.call(&format!("{prefix}{}", activity.name), at, &inner.workflow, callers);
            }
        }
        callers.pop();
    }

    fn check_bounds(&mut self, outer: &str, workflow: &Workflow, bounds: &Bounds<'_>, name: &str) {
        let number_of = |jump: Option<&str>, number: fn(&Activity) -> Option<u32>| {
            jump.and_then(|jump| workflow.activity(jump)).and_then(number)
        };
        for (jump, number) in [
            (bounds.entry, end_number as fn(&Activity) -> Option<u32>),
            (bounds.exit, start_number as fn(&Activity) -> Option<u32>),
        ] {
            let Some(bound) = number_of(jump, number) else {
                self.warn(outer, FlowProblem::SubWorkflowWithoutJumps { name: name.to_owned() });
                return;
            };
            if workflow.activities.iter().filter(|one| number(one) == Some(bound)).count() > 1 {
                let name = name.to_owned();
                self.error(outer, FlowProblem::SubWorkflowBoundDoubled { name, number: bound });
            }
        }
    }
}

/// Activities that nothing leads into.
fn roots(workflow: &Workflow) -> impl Iterator<Item = &str> {
    let is_root =
        |one: &&Activity| !matches!(one.settings, Settings::JumpEnd(_)) && !workflow.has_inbound(&one.name);
    workflow.activities.iter().filter(is_root).map(|one| one.name.as_str())
}

/// Activities that nothing follows although they pass something on.
fn leaves(workflow: &Workflow) -> impl Iterator<Item = &str> {
    let is_leaf = |one: &&Activity| {
        let leads_on = workflow.transitions.iter().any(|transition| transition.from == one.name);
        !leads_on && one.settings.port_named(None).is_some()
    };
    workflow.activities.iter().filter(is_leaf).map(|one| one.name.as_str())
}

/// What can be reached from the beginning of a sub-workflow, over transitions and jumps.
fn reached<'s>(workflow: &'s Workflow, bounds: &Bounds<'_>, entries: &[&'s str]) -> BTreeSet<&'s str> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for transition in &workflow.transitions {
        next.entry(&transition.from).or_default().push(&transition.to);
    }
    for start in workflow.activities.iter().filter(|one| bounds.exit != Some(one.name.as_str())) {
        let Some(number) = start_number(start) else { continue };
        let ends = workflow.activities.iter().filter(|one| end_number(one) == Some(number));
        next.entry(&start.name).or_default().extend(ends.map(|end| end.name.as_str()));
    }
    let mut seen: BTreeSet<&str> = entries.iter().copied().collect();
    let mut open = entries.to_vec();
    while let Some(name) = open.pop() {
        for to in next.get(name).into_iter().flatten() {
            if workflow.activity(to).is_some() && seen.insert(to) {
                open.push(to);
            }
        }
    }
    seen
}

/// An activity of a sub-workflow as one of the whole: in the place of its caller, with names that tell it apart, in
/// the time zone of its own workflow.
fn renamed(activity: &Activity, prefix: &str, workflow: &Workflow, caller: &Activity) -> Activity {
    let mut copy = activity.clone();
    copy.name.insert_str(0, prefix);
    (copy.x, copy.y) = (caller.x, caller.y);
    if copy.advanced.time_zone.is_none() {
        copy.advanced.time_zone.clone_from(&workflow.properties.time_zone);
    }
    copy.settings.rename(|name| {
        if workflow.activity(name).is_some() {
            name.insert_str(0, prefix);
        }
    });
    copy
}
