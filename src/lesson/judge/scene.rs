//! Makes the scenario of a scene; whatever the file says, what comes out is a scenario that opens.

use super::params::Params;
use super::pointer;
use crate::lesson::course::Course;
use crate::lesson::course::scene::{Change, Scene};
use crate::scenario::Scenario;
use crate::scenario::samples::Sample;
use crate::scenario::wire::{self, OpenProblem};

/// Why a scene cannot be made.
#[derive(Clone, Debug, PartialEq)]
pub enum SceneProblem {
    /// Neither the course nor the lab has a scenario of this name.
    UnknownScenario(String),
    /// A change leads nowhere.
    Astray {
        /// Its pointer.
        pointer: String,
        /// The part that leads nowhere.
        at: String,
    },
    /// A change names a parameter that the step does not have.
    UnknownParameter(String),
    /// What comes out is no scenario.
    Scenario(OpenProblem),
}

/// Makes it, and applies more changes one list after the other.
///
/// # Errors
/// Why it cannot be made.
pub fn make(
    course: &Course,
    scene: &Scene,
    more: &[&[Change]],
    params: &Params,
) -> Result<Scenario, SceneProblem> {
    let value = match (course.scenarios.get(&scene.from), Sample::named(&scene.from)) {
        (Some(file), _) => file.clone(),
        (None, Some(sample)) => wire::to_value(&sample.scenario()),
        (None, None) => return Err(SceneProblem::UnknownScenario(scene.from.clone())),
    };
    changed(value, std::iter::once(&scene.changes[..]).chain(more.iter().copied()), params)
}

/// A scenario with changes.
///
/// # Errors
/// Why they cannot be made.
pub fn change(scenario: &Scenario, changes: &[Change], params: &Params) -> Result<Scenario, SceneProblem> {
    changed(wire::to_value(scenario), std::iter::once(changes), params)
}

fn changed<'c>(
    mut value: serde_json::Value,
    changes: impl Iterator<Item = &'c [Change]>,
    params: &Params,
) -> Result<Scenario, SceneProblem> {
    for change in changes.flatten() {
        let done = match &change.to {
            Some(to) => {
                let to = params.fill(to).map_err(SceneProblem::UnknownParameter)?;
                pointer::set(&mut value, &change.at, to)
            }
            None => pointer::remove(&mut value, &change.at),
        };
        done.map_err(|astray| SceneProblem::Astray { pointer: change.at.clone(), at: astray.at })?;
    }
    wire::open(value.to_string().as_bytes()).map_err(SceneProblem::Scenario)
}
