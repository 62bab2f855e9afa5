//! Pitfalls of what is done during a run.

use super::note;
use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::finding::{Finding, PitfallProblem, Problem};
use crate::scenario::intervention::{Intervention, Stimulus};

/// Whether the workflow is started again during the run.
pub(super) fn starts_again(scenario: &Scenario) -> bool {
    last_start(scenario).is_some()
}

/// When the workflow is started anew for the last time: restarted, or started after it was stopped.
fn last_start(scenario: &Scenario) -> Option<SimTime> {
    let mut done: Vec<&Intervention> = scenario.interventions.iter().collect();
    done.sort_by_key(|one| one.at);
    let (mut is_stopped, mut last) = (false, None);
    for one in done {
        match one.what {
            Stimulus::StopWorkflow | Stimulus::StopUnconditionally => is_stopped = true,
            Stimulus::StartWorkflow if !is_stopped => {}
            Stimulus::StartWorkflow | Stimulus::RestartWorkflow => {
                is_stopped = false;
                last = Some(one.at);
            }
            _ => {}
        }
    }
    last
}

pub(super) fn check(scenario: &Scenario) -> Vec<Finding> {
    let last_start = last_start(scenario);
    let edits = (1..).zip(&scenario.interventions).filter_map(|(number, one)| match &one.what {
        Stimulus::EditSchedule { activity, .. } if last_start.is_none_or(|start| start < one.at) => {
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
