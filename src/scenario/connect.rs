//! The rules of drawing a transition: what cannot be connected, and what can be but is doubtful.

use std::collections::BTreeSet;

use super::Workflow;
use super::activity::ports::Inbound;
use super::activity::{Activity, ActivityKind, Settings};

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
    let (Some(source), Some(target)) = (workflow.activity(from), workflow.activity(to)) else {
        return Err(Ban::NoSuchActivity);
    };
    if from == to {
        return Err(Ban::Itself);
    }
    let port = source.settings.port_named(output).ok_or_else(|| without_output(source, output))?;
    let inbound = target.settings.inbound();
    if inbound == Inbound::None {
        return Err(Ban::NothingLeadsInto(target.settings.kind()));
    }
    let mut same_output = workflow
        .transitions
        .iter()
        .filter(|one| one.from == from)
        .filter(|one| source.settings.port_named(one.output.as_deref()) == Some(port));
    if same_output.clone().any(|one| one.to == to) {
        return Err(Ban::IsThere);
    }
    if inbound == Inbound::AtMostOne && workflow.has_inbound(to) {
        return Err(Ban::HasInbound(target.settings.kind()));
    }
    if closes_circle(workflow, source, target) {
        return Err(Ban::Circle);
    }
    let is_second = source.settings.kind() != ActivityKind::Fork && same_output.next().is_some();
    Ok(doubt(workflow, source, target).or(is_second.then_some(Doubt::SecondWay)))
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

/// Whether a way leads back from the target to the source on which nothing breaks the circle.
fn closes_circle(workflow: &Workflow, source: &Activity, target: &Activity) -> bool {
    let breaks =
        |name: &str| workflow.activity(name).is_none_or(|activity| breaks_circle(activity.settings.kind()));
    !breaks(&source.name)
        && walk(workflow, &target.name, Way::Down, |name| !breaks(name)).contains(source.name.as_str())
}

fn doubt(workflow: &Workflow, source: &Activity, target: &Activity) -> Option<Doubt> {
    let kind = |settings: &Settings| settings.kind();
    let has_schedule =
        |name: &&&str| workflow.activity(name).is_some_and(|activity| activity.settings.schedule().is_some());
    let above = walk(workflow, &source.name, Way::Up, |_| true);
    let below = walk(workflow, &target.name, Way::Down, |_| true);
    if let (Some(first), Some(_)) = (above.iter().find(has_schedule), below.iter().find(has_schedule)) {
        return Some(Doubt::SecondSchedule { other: (*first).to_owned() });
    }
    if kind(&source.settings) == ActivityKind::Query
        && kind(&target.settings) == ActivityKind::ContinuousDelivery
    {
        return Some(Doubt::PlainQuery);
    }
    let selects = |name: &&str| workflow.activity(name).is_some_and(|one| selects(kind(&one.settings)));
    let is_lonely = kind(&target.settings).is_delivery() && !above.iter().any(selects);
    is_lonely.then_some(Doubt::NobodySelected)
}

/// Whether an activity brings a population into its branch by itself.
fn selects(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::Query | ActivityKind::IncrementalQuery | ActivityKind::ReadList)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// Everything reached from an activity, itself first, over those that may be passed.
fn walk<'w>(
    workflow: &'w Workflow,
    from: &'w str,
    way: Way,
    may_pass: impl Fn(&str) -> bool,
) -> BTreeSet<&'w str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if !may_pass(name) || !reached.insert(name) {
            continue;
        }
        let next = workflow.transitions.iter().filter_map(|one| match way {
            Way::Down => (one.from == name).then_some(one.to.as_str()),
            Way::Up => (one.to == name).then_some(one.from.as_str()),
        });
        open.extend(next);
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::flow::{Duration, DurationUnit, WaitSettings};
    use crate::scenario::activity::{MarkSettings, Transition};
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
}
