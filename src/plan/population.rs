//! The people of a run with what they were made from, so that an edit elsewhere need not make them again.

use std::rc::Rc;

use crate::base::time::SimTime;
use crate::people::{People, PeopleMaker, PopulationProblem, PopulationSpec};
use crate::scenario::Scenario;

/// People, and the part of a scenario that determines them.
#[derive(Debug)]
pub struct Population {
    spec: PopulationSpec,
    seed: u64,
    start: SimTime,
    weeks: u32,
    /// Everyone of the run.
    pub people: Rc<People>,
}

impl Population {
    /// Makes the people of a scenario.
    ///
    /// # Errors
    /// What is wrong with the population.
    pub fn of(scenario: &Scenario) -> Result<Self, Vec<PopulationProblem>> {
        let mut making = Making::of(scenario)?;
        while !making.advance(u64::MAX) {}
        making.finish()
    }

    /// Whether the scenario has these very people.
    pub fn is_of(&self, scenario: &Scenario) -> bool {
        (self.seed, self.start, self.weeks) == (scenario.seed, scenario.start_time(), scenario.weeks)
            && is_same(&self.spec, &scenario.population)
    }
}

/// A population in the making, some people at a time.
pub struct Making {
    spec: PopulationSpec,
    seed: u64,
    start: SimTime,
    weeks: u32,
    maker: PeopleMaker,
}

impl Making {
    /// Before anybody is made.
    ///
    /// # Errors
    /// What is wrong with the population.
    pub fn of(scenario: &Scenario) -> Result<Self, Vec<PopulationProblem>> {
        let (spec, seed, start, weeks) =
            (scenario.population.clone(), scenario.seed, scenario.start_time(), scenario.weeks);
        let maker = PeopleMaker::new(&spec, seed, start, weeks)?;
        Ok(Self { spec, seed, start, weeks, maker })
    }

    /// Goes on for about `budget` values; tells whether everyone is made.
    pub fn advance(&mut self, budget: u64) -> bool {
        self.maker.advance(budget)
    }

    /// How much is done, in thousandths.
    pub fn permille(&self) -> u32 {
        self.maker.permille()
    }

    /// The population, once everyone is made.
    ///
    /// # Errors
    /// What is wrong with the population.
    pub fn finish(self) -> Result<Population, Vec<PopulationProblem>> {
        let people = Rc::new(self.maker.finish()?);
        Ok(Population { spec: self.spec, seed: self.seed, start: self.start, weeks: self.weeks, people })
    }
}

/// Equality that does not read a shared table twice.
fn is_same(a: &PopulationSpec, b: &PopulationSpec) -> bool {
    match (a, b) {
        (PopulationSpec::Imported(one), PopulationSpec::Imported(other)) => {
            Rc::ptr_eq(&one.columns, &other.columns)
                && (
                    one.rows,
                    one.joins_per_week,
                    one.moves_per_week,
                    one.edits_per_week,
                    one.unsubscribes_per_week,
                ) == (
                    other.rows,
                    other.joins_per_week,
                    other.moves_per_week,
                    other.edits_per_week,
                    other.unsubscribes_per_week,
                )
        }
        _ => a == b,
    }
}
