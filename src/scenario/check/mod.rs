//! Reads a scenario and lists what is wrong or doubtful. Always returns, never fails.

mod before;
mod circles;
mod flow;
mod life;
mod pitfalls;
mod sending;
mod targeting;

use std::collections::BTreeSet;

use chrono::Datelike as _;

use self::before::Before;
use super::MAX_WORKFLOW;
use super::activity::{Activity, ActivityKind, Settings};
use super::finding::{Finding, Problem, Severity};
use super::inline::{Inlined, inline};
use super::intervention::Stimulus;
use super::{MAX_SEED, MAX_WEEKS, Scenario, Workflow};
use crate::schedule::ScheduleProblem;

/// Everything that can be said of a scenario before it runs, errors first, otherwise in drawing order.
pub fn check(scenario: &Scenario) -> Vec<Finding> {
    check_inlined(&inline(scenario))
}

/// Whether a scenario has an error, so that it cannot run.
pub fn is_faulty(scenario: &Scenario) -> bool {
    check(scenario).iter().any(|finding| finding.severity == Severity::Error)
}

/// The same as [`check`] for whoever needs the inlined scenario as well.
pub fn check_inlined(inlined: &Inlined<'_>) -> Vec<Finding> {
    let scenario: &Scenario = &inlined.scenario;
    let before = Before::of(&scenario.workflow);
    let mut findings = frame(scenario);
    findings.extend(names(scenario));
    findings.extend(transitions(&scenario.workflow));
    findings.extend(circles::check(inlined));
    for activity in &scenario.workflow.activities {
        let is_called = inlined.calls_into(&activity.name);
        findings.extend(links_of(&scenario.workflow, &before, activity, is_called));
        findings.extend(settings_of(scenario, activity));
    }
    findings.extend(targeting::check(scenario));
    findings.extend(flow::check(scenario));
    findings.extend(sending::check(scenario, &before));
    findings.extend(life::check(scenario));
    findings.extend(pitfalls::check(scenario, &before));
    findings.extend(inlined.findings.iter().cloned());
    findings.extend(interventions(scenario));
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What is no fault and worth knowing, in drawing order.
pub fn notes(scenario: &Scenario) -> Vec<Finding> {
    pitfalls::notes(scenario)
}

/// The clock, the seed, the people and their reactions.
fn frame(scenario: &Scenario) -> Vec<Finding> {
    let mut problems = Vec::new();
    if !(1..=MAX_WEEKS).contains(&scenario.weeks) {
        problems.push(Problem::WeeksOutOfRange(scenario.weeks));
    }
    if scenario.seed > MAX_SEED {
        problems.push(Problem::SeedOutOfRange(scenario.seed));
    }
    if !(1900..=2200).contains(&scenario.start.year()) {
        problems.push(Problem::StartOutOfRange);
    }
    problems.extend(
        scenario.population.problems(scenario.weeks.min(MAX_WEEKS)).into_iter().map(Problem::Population),
    );
    let chances = &scenario.reactions;
    for (field, value) in [
        ("fails", chances.fails),
        ("opens", chances.opens),
        ("clicks", chances.clicks),
        ("unsubscribes", chances.unsubscribes),
    ] {
        if value > 10_000 {
            problems.push(Problem::ChanceOutOfRange { field, value });
        }
    }
    problems.into_iter().map(Finding::error).collect()
}

fn names(scenario: &Scenario) -> Vec<Finding> {
    let workflow = &scenario.workflow;
    let mut problems = Vec::new();
    if workflow.activities.is_empty() {
        problems.push(Problem::EmptyWorkflow);
    } else if !workflow.activities.iter().any(|activity| activity.settings.kind().is_delivery()) {
        problems.push(Problem::NoDelivery);
    }
    if workflow.activities.len().max(workflow.transitions.len()) > MAX_WORKFLOW {
        problems.push(Problem::WorkflowTooLarge { limit: MAX_WORKFLOW });
    }
    let mut seen = BTreeSet::new();
    for activity in &workflow.activities {
        if activity.name.trim().is_empty() {
            problems.push(Problem::EmptyName);
        } else if !seen.insert(&activity.name) {
            problems.push(Problem::DuplicateName(activity.name.clone()));
        }
    }
    let mut seen = BTreeSet::new();
    for template in &scenario.templates {
        if !seen.insert(&template.name) {
            problems.push(Problem::DuplicateTemplate(template.name.clone()));
        }
    }
    problems.into_iter().map(Finding::error).collect()
}

fn transitions(workflow: &Workflow) -> Vec<Finding> {
    let mut findings = Vec::new();
    for transition in &workflow.transitions {
        let (from, to) = (transition.from.clone(), transition.to.clone());
        if workflow.activity(&from).is_none() {
            findings.push(Finding::error(Problem::MissingSource { from, to }));
        } else if workflow.activity(&to).is_none() {
            findings.push(Finding::error_at(&transition.from, Problem::MissingTarget { from, to }));
        }
    }
    findings
}

fn links_of<'w>(
    workflow: &'w Workflow,
    before: &Before<'w>,
    activity: &'w Activity,
    is_called: bool,
) -> impl Iterator<Item = Finding> + use<'w> {
    let name = activity.name.as_str();
    let inbound = workflow.has_inbound(name);
    let outbound = workflow.transitions.iter().any(|transition| transition.from == name);
    let kind = activity.settings.kind();
    let starts = matches!(kind, ActivityKind::Scheduler | ActivityKind::Start);
    let needs_people = kind.is_delivery() && !sending::names_its_recipients(&activity.settings);
    let feeds = starts || matches!(kind, ActivityKind::Query | ActivityKind::IncrementalQuery);
    [
        (starts && inbound && !is_called).then(|| Finding::error_at(name, Problem::InboundNotAllowed)),
        (kind == ActivityKind::End && outbound).then(|| Finding::error_at(name, Problem::OutboundNotAllowed)),
        (needs_people && !inbound).then(|| Finding::error_at(name, Problem::NoInbound)),
        (feeds && !outbound).then(|| Finding::warning_at(name, Problem::NoOutbound)),
    ]
    .into_iter()
    .flatten()
    .chain(second_schedule(before, activity))
    .chain(plain_queries(workflow, activity))
}

/// An activity with a schedule upstream of one that has its own (`workflow-best-practices` page).
fn second_schedule(before: &Before<'_>, activity: &Activity) -> Option<Finding> {
    activity.settings.schedule()?;
    let before = before.upstream(&activity.name, |settings| settings.schedule().is_some())?;
    Some(Finding::warning_at(&activity.name, Problem::SecondSchedule { first: before.name.clone() }))
}

/// Plain queries that lead straight into a continuous delivery.
fn plain_queries<'w>(workflow: &'w Workflow, activity: &'w Activity) -> impl Iterator<Item = Finding> + 'w {
    let continuous = activity.settings.kind() == ActivityKind::ContinuousDelivery;
    workflow
        .transitions
        .iter()
        .filter(move |transition| continuous && transition.to == activity.name)
        .filter_map(|transition| workflow.activity(&transition.from))
        .filter(|before| before.settings.kind() == ActivityKind::Query)
        .map(|query| {
            Finding::warning_at(
                &activity.name,
                Problem::PlainQueryIntoContinuous { query: query.name.clone() },
            )
        })
}

fn settings_of(scenario: &Scenario, activity: &Activity) -> Vec<Finding> {
    let name = activity.name.as_str();
    let mut findings = Vec::new();
    if let Some(schedule) = activity.settings.schedule() {
        let problems = schedule.problems();
        let broken = problems.iter().any(|problem| matches!(problem, ScheduleProblem::NeverFires(_)));
        findings.extend(problems.into_iter().map(|problem| {
            let severe = matches!(problem, ScheduleProblem::NeverFires(_));
            let make = if severe { Finding::error_at } else { Finding::warning_at };
            make(name, Problem::Schedule(problem))
        }));
        let zone = scenario.workflow.zone_of(activity).unwrap_or_default();
        let first = schedule.launches_in(zone, scenario.start_time()).next();
        match first {
            None if !broken => findings.push(Finding::error_at(name, Problem::NeverFires)),
            Some(first) if scenario.weeks > 0 && first >= scenario.end_time() => {
                findings.push(Finding::warning_at(name, Problem::FiresLater));
            }
            _ => {}
        }
    }
    if let Some(condition) = activity.settings.condition() {
        let schema = scenario.population.schema();
        let problems = condition.problems(&schema);
        findings
            .extend(problems.into_iter().map(|problem| Finding::error_at(name, Problem::Condition(problem))));
    }
    if let Settings::IncrementalQuery(query) = &activity.settings
        && query.history_days > 36_500
    {
        findings.push(Finding::error_at(name, Problem::HistoryOutOfRange(query.history_days)));
    }
    if let Settings::Outside(outside) = &activity.settings {
        findings.push(Finding::error_at(name, Problem::NotSimulated(outside.kind)));
    }
    if let Some(template) = activity.settings.template()
        && scenario.template(template).is_none()
    {
        findings.push(Finding::error_at(name, Problem::MissingTemplate(template.to_owned())));
    }
    findings
}

fn interventions(scenario: &Scenario) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, intervention) in (1..).zip(&scenario.interventions) {
        if intervention.at < scenario.start_time() || intervention.at >= scenario.end_time() {
            findings.push(Finding::warning(Problem::InterventionOutside { number }));
        }
        let missing = |name: &str| Problem::InterventionMissing { number, name: name.to_owned() };
        match &intervention.what {
            Stimulus::EditTemplate { template, .. } => match scenario.template(template) {
                None => findings.push(Finding::error(missing(template))),
                Some(row) if row.built_in => {
                    let template = row.label.clone();
                    findings.push(Finding::error(Problem::InterventionBuiltIn { number, template }));
                }
                Some(_) => {}
            },
            Stimulus::EditDelivery { activity, .. } | Stimulus::Relabel { activity, .. } => {
                let row = scenario.workflow.activity(activity);
                if !row.is_some_and(|row| row.settings.kind().is_delivery()) {
                    findings.push(Finding::error(missing(activity)));
                }
            }
            _ => {}
        }
    }
    findings
}
