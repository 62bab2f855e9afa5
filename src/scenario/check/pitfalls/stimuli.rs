//! Pitfalls of what is done during a run.

use super::note;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::finding::{Finding, PitfallProblem, Problem};
use crate::scenario::intervention::Stimulus;

/// Whether the workflow is started again during the run.
pub(super) fn starts_again(scenario: &Scenario) -> bool {
    scenario.interventions.iter().any(|one| one.what == Stimulus::RestartWorkflow)
}

pub(super) fn check(scenario: &Scenario) -> Vec<Finding> {
    let restarts = scenario.interventions.iter().filter(|one| one.what == Stimulus::RestartWorkflow);
    let last_restart = restarts.map(|one| one.at).max();
    let edits = (1..).zip(&scenario.interventions).filter_map(|(number, one)| match &one.what {
        Stimulus::EditSchedule { activity, .. } if last_restart.is_none_or(|restart| restart < one.at) => {
            scenario.workflow.activity(activity)?.settings.schedule()?;
            let problem = Problem::Pitfall(PitfallProblem::ScheduleEditWithoutRestart { number });
            Some(Finding::warning_at(activity, problem))
        }
        _ => None,
    });
    edits.collect()
}

pub(super) fn notes(scenario: &Scenario) -> Vec<Finding> {
    let stops = (1..).zip(&scenario.interventions).filter_map(|(number, one)| match &one.what {
        Stimulus::StopDelivery { activity } => {
            let row = scenario.workflow.activity(activity)?;
            matches!(row.settings, Settings::RecurringDelivery(_))
                .then(|| note(row, PitfallProblem::StopsOneOccurrence { number }))
        }
        _ => None,
    });
    stops.collect()
}
