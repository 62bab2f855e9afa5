//! What was run besides the scenario itself: its variants, and the same scenario under other seeds.

use std::rc::Rc;

use super::outcome::Outcome;
use super::variants::Variants;
use crate::log::RunLog;
use crate::log::fan::{FanLine, SEEDS, seed_of};
use crate::scenario::Scenario;
use crate::scenario::variant::{Variant, WhyNot};

/// The most memory that runs of variants may take which nobody looks at, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// The runs, kept as long as the scenario is the same.
#[derive(Clone, Debug, Default)]
pub struct Trials {
    /// The scenario that they are trials of.
    of: Option<Rc<Scenario>>,
    done: Vec<Trial>,
    /// The present scenario and then the seeds, as far as they were run.
    lines: Vec<Rc<FanLine>>,
    /// Whether the seeds are to be run.
    is_fanning: bool,
}

/// A variant that was run.
#[derive(Clone, Debug)]
struct Trial {
    variant: Variant,
    /// The delivery activity it was made for.
    followed: Rc<str>,
    outcome: Outcome,
}

/// Something to be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Todo {
    /// A variant, made for a delivery activity.
    Variant(Variant, Rc<str>),
    /// The scenario that has been run, to be read for the fan.
    Present,
    /// The scenario under another seed.
    Seed(u64),
}

/// What a trial came to.
#[derive(Clone, Debug)]
pub enum Made {
    /// The run of a variant.
    Variant(Outcome),
    /// A line of the fan; none where the scenario cannot run.
    Line(Option<Rc<FanLine>>),
}

/// How far a variant is.
#[derive(Clone, Debug)]
pub enum TrialState {
    /// It does not apply.
    WhyNot(WhyNot),
    /// It is still to be run.
    Waiting,
    /// It was run and has errors.
    Impossible(Outcome),
    /// It was run.
    Done {
        /// Its run.
        log: Rc<RunLog>,
        /// Whether it is the scenario as it is.
        is_present: bool,
    },
}

/// How far the fan is.
#[derive(Clone, Debug)]
pub struct Fan {
    /// The line of the present scenario.
    pub present: Option<Rc<FanLine>>,
    /// Those of the seeds that were run.
    pub lines: Vec<Rc<FanLine>>,
    /// Whether the others are being run.
    pub is_running: bool,
}

impl Fan {
    /// Whether every seed was run.
    pub fn is_complete(&self) -> bool {
        self.lines.len() as u64 >= SEEDS
    }
}

impl Trials {
    /// How far a variant is. `present` is the outcome of the scenario itself.
    pub fn state_of(
        &self,
        scenario: &Rc<Scenario>,
        present: Option<&Rc<RunLog>>,
        variant: Variant,
        followed: &Rc<str>,
    ) -> TrialState {
        match variant.changes(scenario, followed) {
            Err(why) => return TrialState::WhyNot(why),
            Ok(false) => {
                let done = |log: &Rc<RunLog>| TrialState::Done { log: log.clone(), is_present: true };
                return present.map_or(TrialState::Waiting, done);
            }
            Ok(true) => {}
        }
        match self.outcome(scenario, variant, followed) {
            None => TrialState::Waiting,
            Some(Outcome { log: Some(log), .. }) => TrialState::Done { log: log.clone(), is_present: false },
            Some(outcome) => TrialState::Impossible(outcome.clone()),
        }
    }

    fn outcome(&self, scenario: &Rc<Scenario>, variant: Variant, followed: &Rc<str>) -> Option<&Outcome> {
        let done = self.done.iter().filter(|_| self.is_of(scenario));
        done.filter(|trial| trial.variant == variant && trial.followed == *followed)
            .map(|trial| &trial.outcome)
            .next()
    }

    /// How far the fan of a scenario is.
    pub fn fan(&self, scenario: &Rc<Scenario>) -> Fan {
        let lines: &[Rc<FanLine>] = if self.is_of(scenario) { &self.lines } else { &[] };
        let (present, lines) = match lines.split_first() {
            Some((present, lines)) => (Some(present.clone()), lines.to_vec()),
            None => (None, Vec::new()),
        };
        let fan = Fan { present, lines, is_running: false };
        Fan { is_running: self.is_of(scenario) && self.is_fanning && !fan.is_complete(), ..fan }
    }

    /// What is to be run next, if anything; the variants on show come first.
    pub fn next(&self, scenario: &Rc<Scenario>, variants: &Variants) -> Option<Todo> {
        let followed = variants.followed(scenario)?;
        let is_waiting = |variant: &Variant| {
            variant.changes(scenario, &followed).unwrap_or(false)
                && self.outcome(scenario, *variant, &followed).is_none()
        };
        let waiting = variants.shown().into_iter().find(is_waiting).filter(|_| !variants.is_stopped);
        if let Some(variant) = waiting {
            return Some(Todo::Variant(variant, followed));
        }
        let fan = self.fan(scenario);
        match (fan.is_running, fan.present) {
            (false, _) => None,
            (true, None) => Some(Todo::Present),
            (true, Some(_)) => Some(Todo::Seed(seed_of(scenario.seed, fan.lines.len() as u64))),
        }
    }

    /// Takes what a trial of a scenario came to.
    pub(super) fn take(&mut self, scenario: &Rc<Scenario>, variants: &Variants, todo: Todo, made: Made) {
        self.be_of(scenario);
        match (todo, made) {
            (Todo::Variant(variant, followed), Made::Variant(outcome)) => {
                self.done.retain(|trial| trial.variant != variant || trial.followed != followed);
                self.done.push(Trial { variant, followed, outcome });
                self.make_room(scenario, variants);
            }
            (Todo::Present, Made::Line(Some(line))) => self.lines = vec![line],
            (Todo::Seed(seed), Made::Line(Some(line))) => {
                if line.seed == seed && self.lines.iter().all(|other| other.seed != seed) {
                    self.lines.push(line);
                }
            }
            // A seed that cannot run would be tried for ever.
            _ => self.is_fanning = false,
        }
    }

    /// Begins to run the seeds, or goes on with them.
    pub(super) fn begin_fan(&mut self, scenario: &Rc<Scenario>) {
        self.be_of(scenario);
        self.is_fanning = true;
    }

    /// Leaves the seeds that were not run.
    pub(super) fn cancel_fan(&mut self) {
        self.is_fanning = false;
    }

    /// Forgets everything that is of another scenario.
    pub(super) fn be_of(&mut self, scenario: &Rc<Scenario>) {
        if !self.is_of(scenario) {
            *self = Self { of: Some(scenario.clone()), ..Self::default() };
        }
    }

    fn is_of(&self, scenario: &Rc<Scenario>) -> bool {
        self.of.as_ref().is_some_and(|of| Rc::ptr_eq(of, scenario))
    }

    /// Drops runs that nobody looks at, the oldest first, until the others take no more than they may.
    fn make_room(&mut self, scenario: &Rc<Scenario>, variants: &Variants) {
        let (shown, followed) = (variants.shown(), variants.followed(scenario));
        let is_shown =
            |trial: &Trial| Some(&trial.followed) == followed.as_ref() && shown.contains(&trial.variant);
        let mut left = MOST_BYTES;
        let mut is_kept: Vec<bool> = Vec::with_capacity(self.done.len());
        for trial in self.done.iter().rev() {
            let bytes = trial.outcome.log.as_deref().map_or(0, bytes_of);
            let fits = is_shown(trial) || bytes <= left;
            if fits && !is_shown(trial) {
                left -= bytes;
            }
            is_kept.push(fits);
        }
        let mut kept = is_kept.into_iter().rev();
        self.done.retain(|_| kept.next().unwrap_or(true));
    }
}

/// About how much memory a run takes: who was mailed in each run of a delivery, and some for each of those.
fn bytes_of(log: &RunLog) -> usize {
    const A_RUN: usize = 2 << 10;
    let runs = &log.record().batches;
    // A set takes at most two bytes a member, and what a run shares with the one before is kept once.
    runs.iter().map(|batch| A_RUN + usize::try_from(batch.to_deliver.len() / 4).unwrap_or(usize::MAX)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Action;
    use crate::app::job::Work as _;
    use crate::app::options::Options;
    use crate::app::reduce::reduce;
    use crate::app::state::AppState;
    use crate::app::trial_job::TrialJob;
    use crate::app::variants::{Axis, VariantAction};
    use crate::scenario::samples::Sample;

    fn state(sample: Sample) -> AppState {
        AppState::new(&Options { sample: Some(sample), ..Options::default() }, None)
    }

    fn act(state: &AppState, action: VariantAction) -> AppState {
        reduce(state, Action::Variant(action))
    }

    fn next(state: &AppState) -> Option<Todo> {
        state.trials.next(state.scenario(), &state.view.variants)
    }

    /// Does what is to be done next.
    fn step(state: &AppState) -> AppState {
        let todo = next(state).unwrap();
        let scenario = state.scenario().clone();
        let (log, known) = (state.outcome.log.as_ref(), state.outcome.population());
        let mut job = TrialJob::new(&scenario, log, known, &todo).unwrap();
        while !job.advance(u64::MAX).is_over {}
        act(state, VariantAction::Done { scenario, todo, made: job.finish().unwrap() })
    }

    fn state_of(state: &AppState, variant: Variant) -> TrialState {
        let followed = state.view.variants.followed(state.scenario()).unwrap();
        state.trials.state_of(state.scenario(), state.outcome.log.as_ref(), variant, &followed)
    }

    #[test]
    fn what_is_as_it_is_is_not_run_again() {
        let first = state(Sample::RecurringWeekly);
        let todo = next(&first).unwrap();
        assert_eq!(todo, Todo::Variant(Variant::Continuous, "recurring".into()));
        assert!(matches!(state_of(&first, Variant::Recurring), TrialState::Done { is_present: true, .. }));
        assert!(matches!(state_of(&first, Variant::Continuous), TrialState::Waiting));
        let after = step(&first);
        let TrialState::Done { log, is_present: false } = state_of(&after, Variant::Continuous) else {
            panic!("it was run")
        };
        assert_eq!((log.record().deliveries.len(), next(&after)), (1, None));
        let history = act(&after, VariantAction::Differ(Axis::History));
        assert!(matches!(state_of(&history, Variant::ShortHistory), TrialState::WhyNot(_)));
        assert_eq!(next(&history), None);
    }

    #[test]
    fn a_stopped_comparison_waits_and_goes_on() {
        let stopped = act(&state(Sample::RecurringWeekly), VariantAction::Stop);
        assert_eq!(next(&stopped), None);
        assert!(next(&act(&stopped, VariantAction::GoOn)).is_some());
    }

    #[test]
    fn another_scenario_begins_anew_and_an_old_result_is_passed_over() {
        let first = step(&state(Sample::RecurringWeekly));
        let (scenario, todo) =
            (first.scenario().clone(), Todo::Variant(Variant::Continuous, "recurring".into()));
        let other = reduce(&first, Action::OpenSample(Sample::SideBySide));
        assert_eq!(next(&other), Some(todo.clone()));
        let late =
            act(&other, VariantAction::Done { scenario, todo, made: Made::Variant(Outcome::default()) });
        assert!(matches!(state_of(&late, Variant::Continuous), TrialState::Waiting));
    }

    #[test]
    fn the_fan_reads_the_present_run_first_and_can_be_cancelled() {
        let first = step(&state(Sample::RecurringWeekly));
        let fan = |state: &AppState| state.trials.fan(state.scenario());
        assert!(!fan(&first).is_running);
        let begun = act(&first, VariantAction::BeginFan);
        assert_eq!(next(&begun), Some(Todo::Present));
        let two = step(&step(&step(&begun)));
        assert_eq!((fan(&two).lines.len(), fan(&two).present.is_some()), (2, true));
        let seed = two.scenario().seed;
        assert_eq!(fan(&two).present.unwrap().seed, seed);
        let cancelled = act(&two, VariantAction::CancelFan);
        assert_eq!((next(&cancelled), fan(&cancelled).lines.len()), (None, 2));
        let again = act(&cancelled, VariantAction::BeginFan);
        assert_eq!(next(&again), Some(Todo::Seed(seed_of(seed, 2))));
        assert!(fan(&reduce(&again, Action::OpenSample(Sample::SideBySide))).lines.is_empty());
    }

    #[test]
    fn at_most_four_are_chosen_and_at_least_one() {
        let mut state = act(&state(Sample::SideBySide), VariantAction::Differ(Axis::Own));
        for variant in Variant::ALL {
            if !state.view.variants.own.contains(&variant) {
                state = act(&state, VariantAction::Toggle(variant));
            }
        }
        assert_eq!(state.view.variants.shown().len(), 4);
        for variant in Variant::ALL {
            if state.view.variants.own.contains(&variant) {
                state = act(&state, VariantAction::Toggle(variant));
            }
        }
        assert_eq!(state.view.variants.shown().len(), 1);
    }
}
