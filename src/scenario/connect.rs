//! The rules of drawing a transition: what cannot be connected, and what can be but is doubtful.

use std::collections::{BTreeMap, BTreeSet};

use super::Workflow;
use super::activity::ports::Inbound;
use super::activity::{Activity, ActivityKind, Transition};

/// Why a transition cannot be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ban {
    /// One of the two activities is not there.
    NoSuchActivity,
    /// An activity cannot lead to itself.
    Itself,
    /// The activity starts a branch: nothing can lead into it.
    NothingLeadsInto(ActivityKind),
    /// The activity ends a branch: nothing can follow it.
    NothingFollows(ActivityKind),
    /// The activity has an outbound transition only where its settings ask for one.
    OutboundIsOff(ActivityKind),
    /// The activity has no output of this name.
    NoSuchOutput {
        /// The name.
        output: String,
    },
    /// This transition is there already.
    IsThere,
    /// The activity takes one inbound transition at most, and has it.
    HasInbound(ActivityKind),
    /// The transitions would lead in a circle on which time never passes.
    Circle,
}

/// What is doubtful about a transition that can be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The branch passes a second schedule (`workflow-best-practices` page).
    SecondSchedule {
        /// The name of the activity with the other one.
        other: String,
    },
    /// A plain Query feeds a Continuous delivery, so the same people are selected at each run.
    PlainQuery,
    /// Nothing on the way selects recipients for the delivery.
    NobodySelected,
    /// The output leads somewhere already, so that both branches are activated. A Fork says so more clearly.
    SecondWay,
}

/// What the rules say of a transition from an output of one activity to another.
///
/// # Errors
/// Why it cannot be drawn.
pub fn judge(workflow: &Workflow, from: &str, output: Option<&str>, to: &str) -> Result<Option<Doubt>, Ban> {
    Rules::of(workflow, None).judge(from, output, to)
}

/// The rules applied to one workflow: what they ask of the whole of it is found once, so that every activity can be
/// judged at little cost.
#[derive(Debug)]
pub struct Rules<'w> {
    workflow: &'w Workflow,
    /// The places of the activities by their names; of two with one name the first counts.
    places: BTreeMap<&'w str, usize>,
    /// What leads to each activity.
    up: Vec<Vec<usize>>,
    /// The transitions that leave each activity, whether or not they lead anywhere.
    leaving: Vec<Vec<&'w Transition>>,
    entered: BTreeSet<&'w str>,
    /// The activities after which a schedule follows, those with one included.
    before_schedule: Vec<bool>,
}

impl<'w> Rules<'w> {
    /// The rules for a workflow; the transition at `without` counts as taken out, as when it is to lead elsewhere.
    pub fn of(workflow: &'w Workflow, without: Option<usize>) -> Self {
        let activities = &workflow.activities;
        let mut places = BTreeMap::new();
        for (place, one) in activities.iter().enumerate() {
            places.entry(one.name.as_str()).or_insert(place);
        }
        let (mut up, mut leaving) = (vec![Vec::new(); activities.len()], vec![Vec::new(); activities.len()]);
        let mut entered = BTreeSet::new();
        let counted = workflow.transitions.iter().enumerate().filter(|(number, _)| Some(*number) != without);
        for (_, one) in counted {
            entered.insert(one.to.as_str());
            let Some(&from) = places.get(one.from.as_str()) else { continue };
            leaving[from].push(one);
            if let Some(&to) = places.get(one.to.as_str()) {
                up[to].push(from);
            }
        }
        let mut rules = Self { workflow, places, up, leaving, entered, before_schedule: Vec::new() };
        let schedules = (0..activities.len()).filter(|place| rules.has_schedule(*place)).collect();
        rules.before_schedule = reached(&rules.up, schedules, |_| true);
        rules
    }

    /// What they say of a transition from an output of one activity to another.
    ///
    /// # Errors
    /// Why it cannot be drawn.
    pub fn judge(&self, from: &str, output: Option<&str>, to: &str) -> Result<Option<Doubt>, Ban> {
        self.judge_with(&self.above(from), from, output, to)
    }

    /// What they say of transitions from an output to every activity, in the order of the workflow.
    pub fn judge_targets(&self, from: &str, output: Option<&str>) -> Vec<Result<Option<Doubt>, Ban>> {
        let above = self.above(from);
        let targets = self.workflow.activities.iter();
        targets.map(|target| self.judge_with(&above, from, output, &target.name)).collect()
    }

    fn judge_with(
        &self,
        above: &Above<'w>,
        from: &str,
        output: Option<&str>,
        to: &str,
    ) -> Result<Option<Doubt>, Ban> {
        let (Some(&from_place), Some(&to_place)) = (self.places.get(from), self.places.get(to)) else {
            return Err(Ban::NoSuchActivity);
        };
        if from == to {
            return Err(Ban::Itself);
        }
        let (source, target) = (&self.workflow.activities[from_place], &self.workflow.activities[to_place]);
        let port = source.settings.port_named(output).ok_or_else(|| without_output(source, output))?;
        let inbound = target.settings.inbound();
        if inbound == Inbound::None {
            return Err(Ban::NothingLeadsInto(target.settings.kind()));
        }
        let mut same_output = self.leaving[from_place]
            .iter()
            .filter(|one| source.settings.port_named(one.output.as_deref()) == Some(port));
        if same_output.clone().any(|one| one.to == to) {
            return Err(Ban::IsThere);
        }
        if inbound == Inbound::AtMostOne && self.entered.contains(to) {
            return Err(Ban::HasInbound(target.settings.kind()));
        }
        if above.unbroken[to_place] {
            return Err(Ban::Circle);
        }
        let is_second = source.settings.kind() != ActivityKind::Fork && same_output.next().is_some();
        Ok(self.doubt(above, source, target, to_place).or(is_second.then_some(Doubt::SecondWay)))
    }

    fn doubt(&self, above: &Above<'w>, source: &Activity, target: &Activity, to: usize) -> Option<Doubt> {
        if let Some(first) = above.schedule.filter(|_| self.before_schedule[to]) {
            return Some(Doubt::SecondSchedule { other: first.to_owned() });
        }
        let (source, target) = (source.settings.kind(), target.settings.kind());
        if source == ActivityKind::Query && target == ActivityKind::ContinuousDelivery {
            return Some(Doubt::PlainQuery);
        }
        (target.is_delivery() && !above.is_selected).then_some(Doubt::NobodySelected)
    }

    /// What is asked of everything that leads to an activity, itself included.
    fn above(&self, from: &str) -> Above<'w> {
        let activities = &self.workflow.activities;
        let breaks = |place: usize| breaks_circle(activities[place].settings.kind());
        let start: Vec<usize> = self.places.get(from).copied().into_iter().collect();
        let all = reached(&self.up, start.clone(), |_| true);
        let above = || all.iter().enumerate().filter(|(_, is_above)| **is_above).map(|(place, _)| place);
        Above {
            unbroken: reached(&self.up, start, |place| !breaks(place)),
            schedule: above()
                .filter(|place| self.has_schedule(*place))
                .map(|place| activities[place].name.as_str())
                .min(),
            is_selected: above().any(|place| selects(activities[place].settings.kind())),
        }
    }

    fn has_schedule(&self, place: usize) -> bool {
        self.workflow.activities[place].settings.schedule().is_some()
    }
}

/// What leads to an activity.
struct Above<'w> {
    /// From which activities a way leads to it on which nothing breaks a circle.
    unbroken: Vec<bool>,
    /// The first, by its name, that has a schedule.
    schedule: Option<&'w str>,
    /// Whether one of them brings a population into the branch.
    is_selected: bool,
}

/// What is reached from some places, themselves included, by steps over those that may be passed.
fn reached(steps: &[Vec<usize>], from: Vec<usize>, may_pass: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut is_reached = vec![false; steps.len()];
    let mut open = from;
    while let Some(place) = open.pop() {
        if may_pass(place) && !std::mem::replace(&mut is_reached[place], true) {
            open.extend(steps[place].iter().copied());
        }
    }
    is_reached
}

fn without_output(source: &Activity, output: Option<&str>) -> Ban {
    let kind = source.settings.kind();
    match (kind, output) {
        (ActivityKind::End | ActivityKind::JumpStart, _) => Ban::NothingFollows(kind),
        (_, Some(output)) => Ban::NoSuchOutput { output: output.to_owned() },
        (_, None) => Ban::OutboundIsOff(kind),
    }
}

/// Whether an activity can let time pass, or can choose a way out of a circle.
pub fn breaks_circle(kind: ActivityKind) -> bool {
    matches!(
        kind,
        ActivityKind::Wait
            | ActivityKind::TimeConstraint
            | ActivityKind::ExternalSignal
            | ActivityKind::Approval
            | ActivityKind::Task
            | ActivityKind::Test
    )
}

/// Whether an activity brings a population into its branch by itself.
fn selects(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::Query | ActivityKind::IncrementalQuery | ActivityKind::ReadList)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::flow::{Duration, DurationUnit, WaitSettings};
    use crate::scenario::activity::{MarkSettings, Settings};
    use crate::scenario::samples::Sample;

    fn side_by_side() -> Workflow {
        Sample::SideBySide.scenario().workflow
    }

    fn with(mut workflow: Workflow, name: &str, settings: Settings) -> Workflow {
        workflow.activities.push(Activity::new(name, name, (0, 0), settings));
        workflow
    }

    fn linked(mut workflow: Workflow, from: &str, to: &str) -> Workflow {
        workflow.transitions.push(Transition::new(from, to));
        workflow
    }

    #[test]
    fn each_ban_has_its_case() {
        let workflow = with(side_by_side(), "start", Settings::Start(MarkSettings::default()));
        let ban = |from, output, to| judge(&workflow, from, output, to).unwrap_err();
        assert_eq!(ban("query", None, "nowhere"), Ban::NoSuchActivity);
        assert_eq!(ban("query", None, "query"), Ban::Itself);
        assert_eq!(ban("query", None, "scheduler"), Ban::NothingLeadsInto(ActivityKind::Scheduler));
        assert_eq!(
            ban("query", Some("complement"), "continuous"),
            Ban::NoSuchOutput { output: "complement".into() }
        );
        assert_eq!(ban("scheduler", None, "query"), Ban::IsThere);
        assert_eq!(ban("start", None, "query"), Ban::HasInbound(ActivityKind::Query));
        assert_eq!(ban("recurring", None, "query"), Ban::HasInbound(ActivityKind::Query));
        let end = with(side_by_side(), "end", Settings::End(Default::default()));
        let after_end = judge(&end, "end", None, "recurring");
        assert_eq!(after_end, Err(Ban::NothingFollows(ActivityKind::End)));
    }

    #[test]
    fn a_circle_needs_something_that_lets_time_pass() {
        let fork = |workflow, name| with(workflow, name, Settings::Fork(Default::default()));
        let two = linked(fork(fork(side_by_side(), "a"), "b"), "a", "b");
        assert_eq!(judge(&two, "b", None, "a"), Err(Ban::Circle));
        let wait = WaitSettings { duration: Duration { count: 1, unit: DurationUnit::Days } };
        let waiting = linked(with(two, "wait", Settings::Wait(wait)), "b", "wait");
        assert_eq!(judge(&waiting, "wait", None, "a"), Ok(None));
    }

    #[test]
    fn what_is_doubtful_is_allowed_and_said() {
        let workflow = side_by_side();
        assert_eq!(
            judge(&workflow, "scheduler", None, "incremental"),
            Ok(Some(Doubt::SecondSchedule { other: "scheduler".into() }))
        );
        assert_eq!(judge(&workflow, "query", None, "continuous"), Ok(Some(Doubt::PlainQuery)));
        assert_eq!(judge(&workflow, "scheduler", None, "continuous"), Ok(Some(Doubt::NobodySelected)));
        assert_eq!(judge(&workflow, "incremental", None, "recurring"), Ok(Some(Doubt::SecondWay)));
    }

    #[test]
    fn a_transition_that_is_to_lead_elsewhere_counts_as_taken_out() {
        let workflow = side_by_side();
        let number = workflow.transitions.iter().position(|one| one.to == "recurring").unwrap();
        let taken = judge(&workflow, "incremental", None, "recurring");
        assert_eq!(taken, Ok(Some(Doubt::SecondWay)));
        let rules = Rules::of(&workflow, Some(number));
        assert_eq!(rules.judge("query", None, "recurring"), Ok(None));
        assert_eq!(rules.judge("query", None, "query"), Err(Ban::Itself));
        assert_eq!(rules.judge("scheduler", None, "query"), Err(Ban::IsThere));
    }

    #[test]
    fn all_targets_of_a_large_workflow_are_judged_at_once_as_one_by_one() {
        let sample = side_by_side();
        let of = |name: &str| sample.activity(name).unwrap().settings.clone();
        let mut workflow = Workflow::default();
        for place in 0..400 {
            let settings = match place % 20 {
                0 => of("scheduler"),
                1 => of("query"),
                19 => Settings::End(Default::default()),
                _ => Settings::Fork(Default::default()),
            };
            workflow = with(workflow, &format!("a{place}"), settings);
        }
        for place in (0..400).filter(|place| place % 20 != 19) {
            workflow = linked(workflow, &format!("a{place}"), &format!("a{}", place + 1));
        }
        let all = Rules::of(&workflow, None).judge_targets("a217", None);
        assert_eq!(all.len(), 400);
        assert_eq!(all[216], Err(Ban::Circle));
        assert_eq!(all[220], Err(Ban::NothingLeadsInto(ActivityKind::Scheduler)));
        let single = |at: usize| judge(&workflow, "a217", None, &format!("a{at}"));
        assert!((0..400).all(|at| single(at) == all[at]));
    }
}
