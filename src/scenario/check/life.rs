//! Checks properties of the workflow, the Advanced tab and what is done during a run.

use crate::people::PopulationSpec;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::activity::advanced::OnError;
use crate::scenario::finding::{Finding, LifeProblem, Needs, Problem};
use crate::scenario::intervention::{Intervention, Stimulus};
use crate::schedule::ZoneName;

/// The longest the server may be down: a year.
const MOST_HOURS: u32 = 366 * 24;

/// All findings of this sort, in drawing order.
pub(super) fn check(scenario: &Scenario) -> Vec<Finding> {
    let mut findings = properties(scenario);
    for activity in &scenario.workflow.activities {
        let advanced = &activity.advanced;
        let problems = unknown(advanced.time_zone.as_ref()).into_iter().chain(
            advanced
                .initialization
                .iter()
                .any(|assignment| assignment.name.trim().is_empty())
                .then_some(LifeProblem::EmptyVariable),
        );
        findings.extend(problems.map(|problem| Finding::error_at(&activity.name, Problem::Life(problem))));
    }
    for (number, intervention) in (1..).zip(&scenario.interventions) {
        findings.extend(intervened(scenario, number, intervention));
    }
    findings
}

fn properties(scenario: &Scenario) -> Vec<Finding> {
    let workflow = &scenario.workflow;
    let properties = &workflow.properties;
    let mut findings: Vec<Finding> = unknown(properties.time_zone.as_ref())
        .map(|problem| Finding::error(Problem::Life(problem)))
        .into_iter()
        .collect();
    let on_errors =
        workflow.activities.iter().map(|one| one.advanced.on_error.unwrap_or(properties.on_error));
    if properties.consecutive_errors > 0 && on_errors.into_iter().all(|one| one != OnError::Ignore) {
        findings.push(warning(LifeProblem::ConsecutiveErrorsUnused));
    }
    findings
}

fn unknown(zone: Option<&ZoneName>) -> Option<LifeProblem> {
    let zone = zone.filter(|zone| zone.zone().is_none())?;
    Some(LifeProblem::UnknownZone { zone: zone.as_str().to_owned() })
}

fn intervened(scenario: &Scenario, number: usize, intervention: &Intervention) -> Option<Finding> {
    let stimulus = &intervention.what;
    let error = |problem: LifeProblem| Some(Finding::error(Problem::Life(problem)));
    // Edits of deliveries are checked beside those of templates, signals and answers with what hears them.
    let is_checked_elsewhere = matches!(
        stimulus,
        Stimulus::EditDelivery { .. }
            | Stimulus::Relabel { .. }
            | Stimulus::PostSignal { .. }
            | Stimulus::Answer { .. }
    );
    if let Some(name) = stimulus.activity().filter(|_| !is_checked_elsewhere) {
        let Some(activity) = scenario.workflow.activity(name) else {
            return Some(Finding::error(Problem::InterventionMissing { number, name: name.to_owned() }));
        };
        if let Some(needs) = needs(stimulus).filter(|needs| !fits(&activity.settings, *needs)) {
            return error(LifeProblem::WrongActivity { number, activity: name.to_owned(), needs });
        }
    }
    match stimulus {
        Stimulus::SetVariable { name, .. } if name.trim().is_empty() => {
            error(LifeProblem::SetEmptyVariable { number })
        }
        Stimulus::ServerDown { hours } if !(1..=MOST_HOURS).contains(hours) => {
            error(LifeProblem::DowntimeOutOfRange { number, hours: *hours })
        }
        Stimulus::FailTasks { times: 0, .. } => error(LifeProblem::FailsNever { number }),
        Stimulus::Unsubscribe { recipient } => {
            let last = highest_number(scenario);
            let recipient = *recipient;
            (!(1..=last).contains(&recipient))
                .then(|| error(LifeProblem::NoSuchRecipient { number, recipient, last }))?
        }
        Stimulus::EditSchedule { activity, schedule } => {
            let row = scenario.workflow.activity(activity)?;
            let zone = scenario.workflow.zone_of(row)?;
            let is_empty = schedule.launches_in(zone, intervention.at).next().is_none();
            let activity = activity.clone();
            is_empty.then(|| warning(LifeProblem::EditedNeverFires { number, activity }))
        }
        _ => None,
    }
}

fn warning(problem: LifeProblem) -> Finding {
    Finding::warning(Problem::Life(problem))
}

/// What kind of activity something can be done to; none means any.
fn needs(stimulus: &Stimulus) -> Option<Needs> {
    match stimulus {
        Stimulus::EditSchedule { .. } => Some(Needs::Schedule),
        Stimulus::ApproveDelivery { .. }
        | Stimulus::ConfirmDelivery { .. }
        | Stimulus::PauseDelivery { .. }
        | Stimulus::ResumeDelivery { .. }
        | Stimulus::StopDelivery { .. }
        | Stimulus::SendProof { .. } => Some(Needs::Delivery),
        _ => None,
    }
}

fn fits(settings: &Settings, needs: Needs) -> bool {
    match needs {
        Needs::Schedule => settings.schedule().is_some(),
        Needs::Delivery => settings.kind().is_delivery(),
    }
}

/// The highest number a recipient can have: everyone at the start, and all who join.
fn highest_number(scenario: &Scenario) -> u32 {
    let joins = match &scenario.population {
        PopulationSpec::Generated(people) => people.joins_per_week,
        PopulationSpec::Imported(people) => people.joins_per_week,
    };
    scenario.population.size().saturating_add(joins.saturating_mul(scenario.weeks))
}
