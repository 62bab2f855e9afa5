//! A trial in slices: the run of a variant or of a seed, and the reading of what the fan needs of it.

use std::rc::Rc;

use super::job::{Job, JobProgress, Work};
use super::outcome::Outcome;
use super::trials::{Made, Todo};
use crate::log::RunLog;
use crate::log::fan::Reading;
use crate::plan::population::Population;
use crate::scenario::Scenario;

/// How much of the whole the run of a seed is, in thousandths; the reading is the rest.
const RUN: u32 = 950;
/// Counting so many runs of deliveries takes about as long as drawing as many messages as the budget has, times this.
const MESSAGES_A_COUNT: u64 = 16;

/// A trial in the making.
pub struct TrialJob {
    stage: Stage,
    /// Whether the run is read and then dropped.
    is_read: bool,
    progress: JobProgress,
}

enum Stage {
    Run(Job),
    Read(Rc<RunLog>, Box<Reading>),
    Over(Made),
}

impl TrialJob {
    /// Nothing done yet. `present` is the outcome of the scenario itself, whose people are taken over where they fit.
    /// None where there is nothing to be run.
    pub fn new(
        scenario: &Rc<Scenario>,
        present: Option<&Rc<RunLog>>,
        known: Option<&Rc<Population>>,
        todo: &Todo,
    ) -> Option<Self> {
        let (stage, is_read) = match todo {
            Todo::Variant(variant, followed) => {
                (Stage::Run(Job::new(variant.of(scenario, followed).ok()?, known)), false)
            }
            Todo::Present => (Stage::Read(present?.clone(), Box::new(Reading::of(present?))), true),
            Todo::Seed(seed) => {
                let sown = Scenario { seed: *seed, ..Scenario::clone(scenario) };
                (Stage::Run(Job::new(Rc::new(sown), known)), true)
            }
        };
        let progress = JobProgress { is_over: false, permille: 0, moment: scenario.start_time() };
        Some(Self { stage, is_read, progress })
    }

    /// How far it has come.
    pub fn progress(&self) -> JobProgress {
        let permille = match &self.stage {
            Stage::Run(_) if self.is_read => self.progress.permille * RUN / 1_000,
            Stage::Run(_) => self.progress.permille,
            Stage::Read(..) => RUN,
            Stage::Over(_) => 1_000,
        };
        JobProgress { is_over: matches!(self.stage, Stage::Over(_)), permille, ..self.progress }
    }

    fn ran(&self, outcome: Outcome) -> Stage {
        match (&outcome.log, self.is_read) {
            (_, false) => Stage::Over(Made::Variant(outcome)),
            (Some(log), true) => Stage::Read(log.clone(), Box::new(Reading::of(log))),
            (None, true) => Stage::Over(Made::Line(None)),
        }
    }
}

impl Work for TrialJob {
    type Made = Made;

    fn advance(&mut self, budget: u64) -> JobProgress {
        let stage = std::mem::replace(&mut self.stage, Stage::Over(Made::Line(None)));
        self.stage = match stage {
            Stage::Run(mut job) => {
                self.progress = job.advance(budget);
                match self.progress.is_over {
                    false => Stage::Run(job),
                    true => self.ran(job.finish().unwrap_or_default()),
                }
            }
            Stage::Read(log, mut reading) => {
                let cost = (log.record().batches.len() as u64).max(1) * MESSAGES_A_COUNT;
                let is_over = (0..(budget / cost).max(1)).any(|_| reading.advance(&log));
                match is_over {
                    false => Stage::Read(log, reading),
                    true => Stage::Over(Made::Line(Some(Rc::new(reading.finish())))),
                }
            }
            over @ Stage::Over(_) => over,
        };
        self.progress()
    }

    fn is_steady(&self) -> bool {
        matches!(&self.stage, Stage::Run(job) if job.is_steady())
    }

    fn finish(self) -> Option<Made> {
        match self.stage {
            Stage::Over(made) => Some(made),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::fan::FanLine;
    use crate::scenario::samples::Sample;
    use crate::scenario::variant::Variant;

    fn made(todo: &Todo, budget: u64) -> (Made, u32) {
        let scenario = Rc::new(Sample::SideBySide.scenario());
        let mut job = TrialJob::new(&scenario, None, None, todo).unwrap();
        let (mut slices, mut last) = (0, 0);
        loop {
            let progress = job.advance(budget);
            slices += 1;
            assert!(progress.permille >= last && progress.permille <= 1_000);
            last = progress.permille;
            if progress.is_over {
                return (job.finish().unwrap(), slices);
            }
        }
    }

    fn ran(scenario: &Rc<Scenario>) -> Rc<RunLog> {
        let mut job = Job::new(scenario.clone(), None);
        while !job.advance(u64::MAX).is_over {}
        job.finish().unwrap().log.unwrap()
    }

    #[test]
    fn slices_of_any_size_come_to_the_same_line() {
        let line = |budget| match made(&Todo::Seed(7), budget) {
            (Made::Line(Some(line)), slices) => (line, slices),
            other => panic!("{other:?}"),
        };
        let ((whole, few), (sliced, many)) = (line(u64::MAX), line(3_000));
        assert!(few < 10 && many > 50, "{few} {many}");
        assert_eq!(whole, sliced);
        let sown = Rc::new(Scenario { seed: 7, ..Sample::SideBySide.scenario() });
        assert_eq!(*whole, FanLine::of(&ran(&sown)));
    }

    #[test]
    fn a_variant_is_the_run_of_its_scenario() {
        let scenario = Rc::new(Sample::SideBySide.scenario());
        let (made, _) = made(&Todo::Variant(Variant::Continuous, "recurring".into()), 50_000);
        let Made::Variant(outcome) = made else { panic!("{made:?}") };
        let by_hand = ran(&Variant::Continuous.of(&scenario, "recurring").unwrap());
        assert_eq!(outcome.log.unwrap().fingerprint(), by_hand.fingerprint());
        assert!(TrialJob::new(&scenario, None, None, &Todo::Present).is_none());
    }
}
