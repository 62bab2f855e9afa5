//! Runs of the store: small ones at once, larger ones slice by slice by whoever drives them.

use std::rc::Rc;

use super::job::Job;
use super::outcome::Outcome;
use super::state::AppState;
use super::stepping;
use crate::base::time::SimTime;
use crate::people::Schema;
use crate::plan::population::Population;
use crate::scenario::Scenario;
use crate::scenario::check::{check, is_faulty};
use crate::scenario::finding::Finding;

/// How much is done at once, in messages drawn: less than the blink of an eye.
const AT_ONCE: u64 = 1_500_000;
/// A guess may be this many times too high: not every launch reaches everyone.
const GUESS: u64 = 4;
/// The most launches that are counted for the guess.
const MOST_LAUNCHES: usize = 4_096;

/// A run that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// Its number; each run has its own.
    pub id: u64,
    /// How much is done, in thousandths.
    pub permille: u32,
    /// The simulated moment it has come to.
    pub moment: SimTime,
    /// About how many seconds are left; none as long as nobody can tell.
    pub seconds_left: Option<u32>,
}

/// Runs the present scenario: at once where that takes no longer than a moment.
pub(super) fn begin(state: &mut AppState) {
    let scenario = state.scenario().clone();
    state.running = None;
    if state.outcome.is_of(&scenario) {
        // Undone before it was run: the figures are those of this scenario again.
        state.outcome.findings = found(&scenario, &state.outcome);
        return;
    }
    let known = state.outcome.population.clone();
    if let Some(outcome) = at_once(&scenario, known.as_ref()) {
        let population = outcome.population.clone().or(known);
        state.outcome = Outcome { population, ..outcome };
        return;
    }
    let kept = state.outcome.log.take().filter(|_| state.outcome.is_drawn_as(&scenario));
    if kept.is_none() {
        state.outcome.scenario = None;
    }
    state.outcome = Outcome { log: kept, findings: check(&scenario).into(), ..state.outcome.clone() };
    state.runs += 1;
    let (id, moment) = (state.runs, scenario.start_time());
    state.running = Some(Running { id, permille: 0, moment, seconds_left: None });
}

/// Notes how far a run has come; one that was cancelled or replaced is passed over.
pub(super) fn progressed(state: &mut AppState, progress: Running) {
    if state.running.is_some_and(|running| running.id == progress.id) {
        state.running = Some(progress);
    }
}

/// Takes what a run came to.
pub(super) fn finished(state: &mut AppState, id: u64, outcome: Outcome) {
    if state.running.is_some_and(|running| running.id == id) {
        state.running = None;
        state.outcome = outcome;
        state.close_missing_logs();
        stepping::aim(state);
    }
}

fn found(scenario: &Scenario, outcome: &Outcome) -> Rc<[Finding]> {
    let of_run = outcome.log.as_ref().map(|log| log.findings()).unwrap_or_default();
    [check(scenario), of_run].concat().into()
}

/// The outcome, where it takes no longer than a moment, or where the scenario cannot run.
fn at_once(scenario: &Rc<Scenario>, known: Option<&Rc<Population>>) -> Option<Outcome> {
    if guess(scenario, known) > AT_ONCE && !is_faulty(scenario) {
        return None;
    }
    let mut job = Job::new(scenario.clone(), known);
    // One slice for each stage; a stage that does not end in its slice ends the attempt.
    (0..5).any(|_| job.advance(AT_ONCE).is_over).then(|| job.finish()).flatten()
}

/// A guess at the work, in messages drawn: values of people to be made, and everyone at each launch.
fn guess(scenario: &Scenario, known: Option<&Rc<Population>>) -> u64 {
    let population = &scenario.population;
    let people = u64::from(population.size());
    let values = match known {
        Some(known) if known.is_of(scenario) => 0,
        _ => people * Schema::standard().iter().count() as u64,
    };
    values.max(people * launches(scenario) / GUESS)
}

/// How many launches the schedules have in the simulated weeks, counted so far as they matter.
fn launches(scenario: &Scenario) -> u64 {
    let (start, end) = (scenario.start_time(), scenario.end_time());
    let schedules = scenario.workflow.activities.iter().filter_map(|activity| activity.settings.schedule());
    let in_weeks = |moment: &SimTime| *moment < end;
    let count = schedules
        .map(|schedule| schedule.launches(start).take(MOST_LAUNCHES).take_while(in_weeks).count() as u64);
    count.sum::<u64>().max(1)
}
