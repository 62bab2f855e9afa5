//! The present scenario as the start of a step: a sample with changes where that is short, else as it is.

use serde_json::Value;

use super::super::course::Course;
use super::super::course::scene::Scene;
use super::super::judge::diff;
use super::free_name;
use crate::scenario::Scenario;
use crate::scenario::samples::Sample;
use crate::scenario::wire;

/// The most bytes of changes that are worth the while; more than that, and the scenario is kept as it is.
const MOST_CHANGED: usize = 1_500;

/// The scene that opens this scenario, with the scenario that the course then needs under a name, if it needs one.
pub fn scene(course: &Course, scenario: &Scenario) -> (Scene, Option<(String, Value)>) {
    let whole = wire::to_value(scenario);
    if let Some((name, _)) = course.scenarios.iter().find(|(_, own)| **own == whole) {
        return (Scene { from: name.clone(), changes: Vec::new() }, None);
    }
    let is_free = |sample: &Sample| !course.scenarios.contains_key(sample.name());
    let tries = Sample::ALL.into_iter().filter(is_free).filter_map(|sample| {
        let changes = diff::between(&sample.scenario(), scenario)?;
        let cost = serde_json::to_string(&changes).map_or(usize::MAX, |text| text.len());
        Some((cost, sample, changes))
    });
    match tries.min_by_key(|(cost, ..)| *cost) {
        Some((cost, sample, changes)) if cost <= MOST_CHANGED => {
            (Scene { from: sample.name().to_owned(), changes }, None)
        }
        _ => {
            let name = free_name("scene-", course.scenarios.keys().map(String::as_str));
            (Scene { from: name.clone(), changes: Vec::new() }, Some((name, whole)))
        }
    }
}
