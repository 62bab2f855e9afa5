//! Checks well-known pitfalls that the drawing shows.

mod deliveries;
mod drawing;
mod stimuli;

use super::before::Before;
use crate::base::time::SimSpan;
use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::finding::{Finding, PitfallProblem, Problem};
use crate::scenario::properties::Retention;
use crate::schedule::Schedule;

/// All findings of this sort, in drawing order.
pub(super) fn check(scenario: &Scenario, before: &Before<'_>) -> Vec<Finding> {
    let workflow = &scenario.workflow;
    let mut findings = Vec::new();
    for activity in &workflow.activities {
        findings.extend(history(scenario, before, activity).map(|problem| warning(activity, problem)));
        findings.extend(overlap(before, activity).map(|problem| warning(activity, problem)));
    }
    findings.extend(drawing::check(workflow));
    findings.extend(deliveries::check(scenario, before));
    findings.extend(stimuli::check(scenario));
    if workflow.properties.keeps_interim_results {
        findings.push(Finding::warning(Problem::Pitfall(PitfallProblem::KeepsInterimResults)));
    }
    findings
}

/// What is no fault and worth knowing, in drawing order.
pub(super) fn notes(scenario: &Scenario) -> Vec<Finding> {
    let mut notes = drawing::notes(&scenario.workflow);
    notes.extend(deliveries::notes(scenario));
    notes.extend(stimuli::notes(scenario));
    if !scenario.technical.tracking {
        notes.push(Finding::note(Problem::Pitfall(PitfallProblem::TrackingOff)));
    }
    if scenario.technical.cleanup != Retention::KeepAll && scenario.weeks > 26 {
        let continuous = scenario.workflow.activities.iter();
        let continuous = continuous.filter(|one| matches!(one.settings, Settings::ContinuousDelivery(_)));
        notes.extend(continuous.map(|one| note(one, PitfallProblem::LosesOldestRows)));
    }
    notes
}

fn warning(activity: &Activity, problem: PitfallProblem) -> Finding {
    Finding::warning_at(&activity.name, Problem::Pitfall(problem))
}

fn note(activity: &Activity, problem: PitfallProblem) -> Finding {
    Finding::note_at(&activity.name, Problem::Pitfall(problem))
}

/// The activity by whose schedule an activity runs: itself, or the nearest one before it.
fn launcher_of<'w>(before: &Before<'w>, activity: &'w Activity) -> Option<&'w Activity> {
    let is_launcher = |settings: &Settings| settings.schedule().is_some();
    Some(activity)
        .filter(|own| is_launcher(&own.settings))
        .or_else(|| before.upstream(&activity.name, is_launcher))
}

/// The schedule by which an activity runs.
fn schedule_of<'w>(before: &Before<'w>, activity: &'w Activity) -> Option<&'w Schedule> {
    launcher_of(before, activity)?.settings.schedule()
}

/// Histories that forget everyone before the next run (`incremental-query` page).
fn history(scenario: &Scenario, before: &Before<'_>, activity: &Activity) -> Option<PitfallProblem> {
    let Settings::IncrementalQuery(query) = &activity.settings else { return None };
    if !query.keep_history && stimuli::starts_again(scenario) {
        return Some(PitfallProblem::HistoryLostAtRestart);
    }
    let interval = schedule_of(before, activity)?.shortest_interval()?;
    let history = SimSpan::from_days(query.history_days.into());
    (query.history_days > 0 && history <= interval)
        .then_some(PitfallProblem::HistoryShorterThanInterval { days: query.history_days, interval })
}

/// A Wait that is longer than the time between two runs (`monitor-workflow-execution` page).
fn overlap(before: &Before<'_>, activity: &Activity) -> Option<PitfallProblem> {
    let Settings::Wait(wait) = &activity.settings else { return None };
    let interval = schedule_of(before, activity)?.shortest_interval()?;
    let is_guarded = |settings: &Settings| matches!(settings, Settings::Test(_));
    let is_guarded =
        || !activity.advanced.behavior.is_default() || before.upstream(&activity.name, is_guarded).is_some();
    (wait.duration.shortest() > interval && !is_guarded())
        .then(|| PitfallProblem::RunsOverlap { waits: activity.name.clone(), interval })
}
