//! Judges what a learner did: makes the scenes of a course, counts on their runs, and says what is right.

pub mod count;
pub mod diff;
pub mod hold;
pub mod key;
pub mod params;
pub mod pointer;
pub mod scene;
pub mod solve;
#[cfg(test)]
mod tests;
pub mod verdict;

use std::rc::Rc;

use self::params::Params;
use super::course::Course;
use super::course::scene::{Change, Scene};
use crate::log::RunLog;
use crate::plan::lower::lower;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;

/// What is judged: a scenario, what the check says of it, its run, and the values that were drawn.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'j> {
    /// The scenario.
    pub scenario: &'j Scenario,
    /// What the check found.
    pub findings: &'j [Finding],
    /// Its run; none where it cannot run.
    pub run: Option<&'j RunLog>,
    /// The parameters.
    pub params: &'j Params,
}

/// A scene that was made and run.
#[derive(Debug)]
pub struct Played {
    /// The scenario.
    pub scenario: Rc<Scenario>,
    /// What the check found.
    pub findings: Vec<Finding>,
    /// Its run; none where it cannot run.
    pub run: Option<RunLog>,
}

impl Played {
    /// Runs a scenario to its end.
    pub fn of(scenario: Scenario) -> Self {
        let (findings, run) = match lower(&scenario, None) {
            Ok(lowered) => (lowered.warnings, Some(RunLog::of(Rc::new(lowered.plan)))),
            Err(findings) => (findings, None),
        };
        Self { scenario: Rc::new(scenario), findings, run }
    }

    /// Makes a scene, changes it, and runs it.
    ///
    /// # Errors
    /// Where it cannot be made, why.
    pub fn scene(
        course: &Course,
        scene: &Scene,
        changes: &[&[Change]],
        params: &Params,
    ) -> Result<Self, scene::SceneProblem> {
        scene::make(course, scene, changes, params).map(Self::of)
    }

    /// It, to be judged with these parameters.
    pub fn judged<'j>(&'j self, params: &'j Params) -> Judged<'j> {
        Judged { scenario: &self.scenario, findings: &self.findings, run: self.run.as_ref(), params }
    }
}
