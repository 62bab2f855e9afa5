//! Changes that put right what was found, where a safe one is known: each can be undone, and each is tried before
//! it is offered.

mod drawing;
mod settings;
#[cfg(test)]
mod tests;

use super::activity::Settings;
use super::check::{check, notes};
use super::edit::{Edit, apply};
use super::finding::{
    Finding, FlowProblem, LifeProblem, PitfallProblem, Problem, SendingProblem, Severity, TargetingProblem,
};
use super::properties::{Retention, TechnicalWorkflows, WorkflowProperties};
use super::{MAX_WEEKS, Scenario};

/// The longest history, in days.
const LONGEST_HISTORY: u32 = 36_500;
const DAY_SECS: i64 = 86_400;

/// A change that puts something right.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// What it does.
    pub cure: Cure,
    /// The change.
    pub edit: Edit,
}

/// What a remedy does.
#[derive(Clone, Debug, PartialEq)]
pub enum Cure {
    /// Makes a Query incremental.
    MakeIncremental {
        /// The Query's name.
        query: String,
    },
    /// Uses a template that is there.
    UseTemplate {
        /// Its label.
        template: String,
    },
    /// Duplicates the template and uses the copy.
    DuplicateTemplate,
    /// Draws a Query before the activity.
    InsertQuery,
    /// Draws a Union where several transitions enter.
    InsertUnion,
    /// Draws a Fork where several transitions leave.
    InsertFork,
    /// Draws a Scheduler at the beginning of the branch.
    AddScheduler,
    /// Draws an End behind the activity.
    AddEnd,
    /// Takes the schedule off the Incremental query.
    TakeScheduleOff,
    /// Keeps the history for so many days.
    SetHistory {
        /// The days.
        days: u32,
    },
    /// Keeps the history when the workflow starts.
    KeepHistory,
    /// Gives outputs names that tell them apart.
    NameOutputs,
    /// Waits for a day.
    WaitADay,
    /// Opens on every day.
    EveryDay,
    /// Takes what this activity brings as the main set.
    ChooseMainSet {
        /// The activity's name.
        activity: String,
    },
    /// Takes transitions out.
    Disconnect {
        /// How many.
        transitions: usize,
    },
    /// Uses a list that is there.
    UseList {
        /// Its name.
        list: String,
    },
    /// Uses an information service that is there.
    UseService {
        /// Its name.
        service: String,
    },
    /// Counts no consecutive errors.
    IgnoreConsecutive,
    /// Keeps no interim results.
    DropInterimResults,
    /// Switches the workflow on that collects opens and clicks.
    SwitchTrackingOn,
    /// Keeps all log rows.
    KeepRows,
    /// Takes out something that is done during the run.
    RemoveIntervention {
        /// Its place in the list, from 1.
        number: usize,
    },
    /// Simulates so many weeks.
    SetWeeks {
        /// The weeks.
        weeks: u32,
    },
}

/// The remedies for a finding of this scenario, the best first; none where a person has to decide.
///
/// Each takes this finding away and brings no error that was not there.
pub fn remedies(scenario: &Scenario, finding: &Finding) -> Vec<Remedy> {
    let candidate = candidate(scenario, finding);
    if candidate.is_none() {
        return Vec::new();
    }
    let before = errors(&check(scenario));
    let helps = |remedy: &Remedy| {
        let Ok(next) = apply(scenario, remedy.edit.clone()) else { return false };
        let found = check(&next);
        let is_new = |error: &Finding| !before.contains(error);
        let is_gone = !found.iter().chain(&notes(&next)).any(|one| one == finding);
        is_gone && !errors(&found).iter().any(is_new)
    };
    candidate.into_iter().filter(helps).collect()
}

fn errors(findings: &[Finding]) -> Vec<Finding> {
    findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect()
}

/// What might help, not yet tried.
fn candidate(scenario: &Scenario, finding: &Finding) -> Option<Remedy> {
    let name = finding.activity.as_deref().unwrap_or_default();
    match &finding.problem {
        Problem::Pitfall(problem) => of_pitfall(scenario, name, problem),
        Problem::Targeting(problem) => of_targeting(scenario, name, problem),
        Problem::Flow(problem) => of_flow(scenario, name, problem),
        Problem::Life(problem) => of_life(scenario, problem),
        Problem::Sending(SendingProblem::ProofOnRecurring { number }) => take_out(*number),
        Problem::PlainQueryIntoContinuous { query } => Some(Remedy {
            cure: Cure::MakeIncremental { query: query.clone() },
            edit: Edit::MakeIncremental { activity: query.clone() },
        }),
        Problem::MissingTemplate(_) => settings::use_template(scenario, name),
        Problem::MissingList(_) => settings::use_list(scenario, name),
        Problem::MissingService(_) => settings::use_service(scenario, name),
        Problem::NoInbound => drawing::query_before(scenario, name),
        Problem::NoPopulation => drawing::query_between(scenario, name),
        Problem::NoOutbound => drawing::end_behind(scenario, name),
        Problem::SecondSchedule { .. } => Some(Remedy {
            cure: Cure::TakeScheduleOff,
            edit: Edit::SetSchedule { activity: name.to_owned(), schedule: None },
        }),
        Problem::HistoryOutOfRange(_) => history(scenario, name, LONGEST_HISTORY),
        Problem::InboundNotAllowed => drawing::without(scenario, |one| one.to == name),
        Problem::OutboundNotAllowed => drawing::without(scenario, |one| one.from == name),
        Problem::MissingSource { from, to } | Problem::MissingTarget { from, to } => {
            drawing::without(scenario, |one| one.from == *from && one.to == *to)
        }
        Problem::MissingOutput { output } => {
            drawing::without(scenario, |one| one.from == name && one.output.as_ref() == Some(output))
        }
        Problem::WeeksOutOfRange(weeks) => {
            let weeks = (*weeks).clamp(1, MAX_WEEKS);
            Some(Remedy { cure: Cure::SetWeeks { weeks }, edit: Edit::SetWeeks(weeks) })
        }
        Problem::InterventionOutside { number }
        | Problem::InterventionMissing { number, .. }
        | Problem::InterventionBuiltIn { number, .. } => take_out(*number),
        _ => None,
    }
}

fn of_pitfall(scenario: &Scenario, name: &str, problem: &PitfallProblem) -> Option<Remedy> {
    let technical = |cure, technical| Some(Remedy { cure, edit: Edit::SetTechnical(technical) });
    match problem {
        PitfallProblem::HistoryShorterThanInterval { interval, .. } => {
            history(scenario, name, u32::try_from(interval.secs() / DAY_SECS + 1).ok()?)
        }
        PitfallProblem::HistoryLostAtRestart => {
            let Settings::IncrementalQuery(query) = &scenario.workflow.activity(name)?.settings else {
                return None;
            };
            let edit = Edit::SetHistory { activity: name.to_owned(), days: query.history_days, keep: true };
            Some(Remedy { cure: Cure::KeepHistory, edit })
        }
        PitfallProblem::RecurringWithoutSchedule => drawing::scheduler_before(scenario, name),
        PitfallProblem::BuiltInTemplate { template } | PitfallProblem::SharedTemplate { template, .. } => {
            let (activity, label) = (name.to_owned(), format!("{template} 2"));
            Some(Remedy { cure: Cure::DuplicateTemplate, edit: Edit::DuplicateTemplate { activity, label } })
        }
        PitfallProblem::NoEnd => drawing::end_behind(scenario, name),
        PitfallProblem::NeedsFork => drawing::fork_behind(scenario, name),
        PitfallProblem::LosesOldestRows => {
            let kept = TechnicalWorkflows { cleanup: Retention::KeepAll, ..scenario.technical.clone() };
            technical(Cure::KeepRows, kept)
        }
        PitfallProblem::KeepsInterimResults => {
            let properties = scenario.workflow.properties.clone();
            let properties = WorkflowProperties { keeps_interim_results: false, ..properties };
            Some(Remedy { cure: Cure::DropInterimResults, edit: Edit::SetWorkflowProperties(properties) })
        }
        PitfallProblem::TrackingOff => {
            let on = TechnicalWorkflows { tracking: true, ..scenario.technical.clone() };
            technical(Cure::SwitchTrackingOn, on)
        }
        _ => None,
    }
}

fn of_targeting(scenario: &Scenario, name: &str, problem: &TargetingProblem) -> Option<Remedy> {
    match problem {
        TargetingProblem::NothingComesIn => drawing::query_before(scenario, name),
        TargetingProblem::NoPopulationComesIn => drawing::query_between(scenario, name),
        TargetingProblem::NotMerged { .. } => drawing::union_before(scenario, name),
        TargetingProblem::MainSetElsewhere { .. } => settings::choose_main_set(scenario, name),
        TargetingProblem::EmptyOutputName { .. } | TargetingProblem::DuplicateOutput { .. } => {
            settings::name_outputs(scenario, name)
        }
        _ => None,
    }
}

fn of_flow(scenario: &Scenario, name: &str, problem: &FlowProblem) -> Option<Remedy> {
    match problem {
        FlowProblem::UnnamedOutput | FlowProblem::DuplicateOutput { .. } => {
            settings::name_outputs(scenario, name)
        }
        FlowProblem::NoDuration => settings::wait_a_day(scenario, name),
        FlowProblem::NoDays => settings::every_day(scenario, name),
        FlowProblem::NoMainSet | FlowProblem::UnknownMainSet { .. } => {
            settings::choose_main_set(scenario, name)
        }
        FlowProblem::JumpLeadsOn => drawing::without(scenario, |one| one.from == name),
        FlowProblem::SignalUnheard { number, .. } | FlowProblem::AnswerUnheard { number, .. } => {
            take_out(*number)
        }
        _ => None,
    }
}

fn of_life(scenario: &Scenario, problem: &LifeProblem) -> Option<Remedy> {
    match problem {
        LifeProblem::ConsecutiveErrorsUnused => {
            let properties = scenario.workflow.properties.clone();
            let properties = WorkflowProperties { consecutive_errors: 0, ..properties };
            Some(Remedy { cure: Cure::IgnoreConsecutive, edit: Edit::SetWorkflowProperties(properties) })
        }
        LifeProblem::SetEmptyVariable { number }
        | LifeProblem::WrongActivity { number, .. }
        | LifeProblem::FailsNever { number }
        | LifeProblem::NoSuchRecipient { number, .. }
        | LifeProblem::EditedNeverFires { number, .. } => take_out(*number),
        _ => None,
    }
}

fn take_out(number: usize) -> Option<Remedy> {
    let edit = Edit::RemoveIntervention { number: number.checked_sub(1)? };
    Some(Remedy { cure: Cure::RemoveIntervention { number }, edit })
}

fn history(scenario: &Scenario, name: &str, days: u32) -> Option<Remedy> {
    let Settings::IncrementalQuery(query) = &scenario.workflow.activity(name)?.settings else { return None };
    let edit = Edit::SetHistory { activity: name.to_owned(), days, keep: query.keep_history };
    Some(Remedy { cure: Cure::SetHistory { days }, edit })
}
