//! One run from scenario to log in slices: its people, its plan, its events, its fingerprint. Reads no clock; who
//! drives it says how much is done at a time.

use std::rc::Rc;

use super::outcome::Outcome;
use crate::base::time::SimTime;
use crate::engine::Run;
use crate::log::{RunLog, Sealing};
use crate::plan::Plan;
use crate::plan::lower::{lower, population_findings};
use crate::plan::population::{Making, Population};
use crate::scenario::Scenario;
use crate::scenario::check::{check, is_faulty};
use crate::scenario::finding::Finding;

/// Something long that is done in slices. How it is sliced changes nothing about what it comes to.
pub trait Work {
    /// What it comes to.
    type Made;
    /// Goes on for about as long as it takes to draw `budget` messages.
    fn advance(&mut self, budget: u64) -> JobProgress;
    /// Whether the time it takes now says how long the rest will.
    fn is_steady(&self) -> bool;
    /// What it came to, once it is over.
    fn finish(self) -> Option<Self::Made>;
}

/// How much of the whole the people are, in thousandths, where they have to be made.
const PEOPLE: u32 = 200;

/// A run in the making. How it is sliced changes nothing about its outcome.
pub struct Job {
    scenario: Rc<Scenario>,
    /// How much was done before the events began, in thousandths.
    before: u32,
    stage: Stage,
}

/// How far a job has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobProgress {
    /// Whether it is over.
    pub is_over: bool,
    /// How much is done, in thousandths.
    pub permille: u32,
    /// The simulated moment it has come to; the start as long as there is nothing but people.
    pub moment: SimTime,
}

enum Stage {
    People(Box<Making>),
    Plan(Option<Rc<Population>>),
    Events(Box<Run>, Base),
    Sealing(Box<Sealing>, Base),
    Over(Outcome),
}

/// What stays as it is while a plan runs.
struct Base {
    plan: Rc<Plan>,
    population: Rc<Population>,
    warnings: Vec<Finding>,
}

impl Job {
    /// Nothing done yet. `known` is the people of an earlier run, taken over where they still fit.
    pub fn new(scenario: Rc<Scenario>, known: Option<&Rc<Population>>) -> Self {
        let known = known.filter(|known| known.is_of(&scenario));
        let (before, stage) = match known {
            Some(known) => (0, Stage::Plan(Some(known.clone()))),
            None => (PEOPLE, Stage::of(&scenario)),
        };
        Self { scenario, before, stage }
    }

    /// Goes on for about as long as it takes to draw `budget` messages.
    pub fn advance(&mut self, budget: u64) -> JobProgress {
        let stage = std::mem::replace(&mut self.stage, Stage::Over(Outcome::default()));
        self.stage = match stage {
            Stage::People(mut making) => match making.advance(budget) {
                false => Stage::People(making),
                true => match making.finish() {
                    Ok(population) => Stage::Plan(Some(Rc::new(population))),
                    Err(problems) => self.impossible(population_findings(problems, check(&self.scenario))),
                },
            },
            Stage::Plan(population) => match lower(&self.scenario, population.as_ref()) {
                Ok(lowered) => {
                    let plan = Rc::new(lowered.plan);
                    let (population, warnings) = (lowered.population, lowered.warnings);
                    let run = Box::new(Run::new(plan.clone()));
                    Stage::Events(run, Base { plan, population, warnings })
                }
                Err(findings) => self.impossible(findings),
            },
            Stage::Events(mut run, base) => match run.advance(budget).is_over {
                false => Stage::Events(run, base),
                true => Stage::Sealing(Box::new(Sealing::new(base.plan.clone(), run.into_record())), base),
            },
            Stage::Sealing(mut sealing, base) => match sealing.advance(budget) {
                false => Stage::Sealing(sealing, base),
                true => self.done(sealing.finish(), base),
            },
            over @ Stage::Over(_) => over,
        };
        self.progress()
    }

    /// How far it has come.
    pub fn progress(&self) -> JobProgress {
        let (start, end) = (self.scenario.start_time(), self.scenario.end_time());
        let (permille, moment) = match &self.stage {
            Stage::People(making) => (making.permille() * self.before / 1_000, start),
            Stage::Plan(_) => (self.before, start),
            Stage::Events(run, _) => {
                let moment = run.progress().moment;
                let (passed, whole) = ((moment - start).secs().max(0), (end - start).secs().max(1));
                let of_events = u32::try_from(passed * 1_000 / whole).unwrap_or(1_000).min(1_000);
                (self.before + of_events * (1_000 - self.before) / 1_000, moment)
            }
            Stage::Sealing(..) | Stage::Over(_) => (1_000, end),
        };
        JobProgress { is_over: matches!(self.stage, Stage::Over(_)), permille, moment }
    }

    /// What it came to, once it is over.
    pub fn finish(self) -> Option<Outcome> {
        match self.stage {
            Stage::Over(outcome) => Some(outcome),
            _ => None,
        }
    }

    fn impossible(&self, findings: Vec<Finding>) -> Stage {
        let scenario = Some(self.scenario.clone());
        Stage::Over(Outcome { log: None, findings: findings.into(), scenario, population: None })
    }

    fn done(&self, log: RunLog, base: Base) -> Stage {
        let findings = [base.warnings, log.findings()].concat().into();
        let (scenario, population) = (Some(self.scenario.clone()), Some(base.population));
        Stage::Over(Outcome { log: Some(Rc::new(log)), findings, scenario, population })
    }
}

impl Work for Job {
    type Made = Outcome;
    fn advance(&mut self, budget: u64) -> JobProgress {
        Self::advance(self, budget)
    }
    fn is_steady(&self) -> bool {
        matches!(self.stage, Stage::Events(..))
    }
    fn finish(self) -> Option<Outcome> {
        Self::finish(self)
    }
}

impl Stage {
    /// The first stage; what is wrong with the scenario is found before its people are made.
    fn of(scenario: &Scenario) -> Self {
        match Making::of(scenario) {
            Ok(making) if !is_faulty(scenario) => Self::People(Box::new(making)),
            _ => Self::Plan(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    fn run(sample: Sample, budget: u64) -> (Outcome, u32) {
        let mut job = Job::new(Rc::new(sample.scenario()), None);
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

    #[test]
    fn slices_of_any_size_come_to_the_same() {
        let (whole, few) = run(Sample::SideBySide, u64::MAX);
        let (sliced, many) = run(Sample::SideBySide, 3_000);
        assert!(few < 10 && many > 50, "{few} {many}");
        let fingerprint = |outcome: &Outcome| outcome.log.as_ref().unwrap().fingerprint();
        assert_eq!(fingerprint(&whole), fingerprint(&sliced));
    }

    #[test]
    fn the_people_of_an_earlier_run_are_not_made_again() {
        let (first, _) = run(Sample::Welcome, u64::MAX);
        let mut scenario = Sample::Welcome.scenario();
        scenario.name = "Another".into();
        let job = Job::new(Rc::new(scenario), first.population());
        assert!(matches!(job.stage, Stage::Plan(Some(_))));
        assert_eq!(job.progress().permille, 0);
    }

    #[test]
    fn what_cannot_run_makes_no_people() {
        let mut scenario = Sample::Welcome.scenario();
        scenario.weeks = 0;
        let mut job = Job::new(Rc::new(scenario), None);
        assert!(job.advance(1).is_over);
        let outcome = job.finish().unwrap();
        assert!(outcome.log.is_none() && !outcome.findings.is_empty());
    }
}
