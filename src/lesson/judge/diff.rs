//! What changes one scenario into another: pointers and values that the judge's own hand applies again.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::params::Params;
use super::scene;
use crate::lesson::course::scene::Change;
use crate::scenario::Scenario;
use crate::scenario::wire;

/// The changes that make `to` out of `from`, as few and as small as rows with names allow; none where the text of a
/// scenario holds what a change cannot say.
pub fn between(from: &Scenario, to: &Scenario) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    match (wire::to_value(from), wire::to_value(to)) {
        (Value::Object(from), Value::Object(to)) => fields("", &from, &to, &mut changes),
        _ => return None,
    }
    let made = scene::change(from, &changes, &Params::default()).ok()?;
    (made == *to).then_some(changes)
}

/// What makes one value of the other. A bare `null` would say "take away", so what holds it is set as a whole.
fn differ(at: &str, from: &Value, to: &Value, changes: &mut Vec<Change>) {
    if from == to {
        return;
    }
    let is_whole = match (from, to) {
        (Value::Object(from), Value::Object(to)) if !gains_null(from, to) => {
            fields(at, from, to, changes);
            false
        }
        (Value::Array(from), Value::Array(to)) => !rows(at, from, to, changes),
        _ => true,
    };
    if is_whole {
        changes.push(Change { at: at.to_owned(), to: Some(to.clone()) });
    }
}

/// Whether a field becomes `null`, which only its parent can say.
fn gains_null(from: &Map<String, Value>, to: &Map<String, Value>) -> bool {
    to.iter().any(|(name, value)| value.is_null() && from.get(name) != Some(value))
}

fn fields(at: &str, from: &Map<String, Value>, to: &Map<String, Value>, changes: &mut Vec<Change>) {
    for name in from.keys().filter(|name| !to.contains_key(*name)) {
        changes.push(Change { at: format!("{at}/{}", part(name)), to: None });
    }
    for (name, value) in to {
        let at = format!("{at}/{}", part(name));
        match from.get(name) {
            Some(before) => differ(&at, before, value, changes),
            None => changes.push(Change { at, to: Some(value.clone()) }),
        }
    }
}

/// Changes rows one by one; tells whether that can be done.
fn rows(at: &str, from: &[Value], to: &[Value], changes: &mut Vec<Change>) -> bool {
    if let (Some(before), Some(after)) = (names(from), names(to)) {
        let kept: Vec<_> = before.iter().filter(|name| after.contains(name)).collect();
        let is_in_order = after.iter().take(kept.len()).eq(kept.iter().copied());
        if !is_in_order {
            return false;
        }
        for name in before.iter().filter(|name| !after.contains(name)) {
            changes.push(Change { at: format!("{at}/@{}", part(name)), to: None });
        }
        for (name, value) in after.iter().zip(to) {
            match before.iter().position(|one| one == name).and_then(|place| from.get(place)) {
                Some(before) => differ(&format!("{at}/@{}", part(name)), before, value, changes),
                None => changes.push(Change { at: format!("{at}/-"), to: Some(value.clone()) }),
            }
        }
        return true;
    }
    if to.iter().chain(from).any(Value::is_null) {
        return false;
    }
    let shared = from.iter().zip(to).take_while(|(from, to)| from == to).count();
    if shared == from.len() {
        changes
            .extend(to[shared..].iter().map(|row| Change { at: format!("{at}/-"), to: Some(row.clone()) }));
        return true;
    }
    if shared == to.len() {
        changes
            .extend((shared..from.len()).rev().map(|place| Change { at: format!("{at}/{place}"), to: None }));
        return true;
    }
    if from.len() == to.len() && from.iter().all(Value::is_object) {
        for (place, (from, to)) in from.iter().zip(to).enumerate() {
            differ(&format!("{at}/{place}"), from, to, changes);
        }
        return true;
    }
    false
}

/// The names of rows that all have one of their own.
fn names(rows: &[Value]) -> Option<Vec<&str>> {
    let names: Option<Vec<_>> = rows.iter().map(|row| row.get("name")?.as_str()).collect();
    let names = names?;
    let own: BTreeSet<_> = names.iter().collect();
    (own.len() == names.len()).then_some(names)
}

fn part(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scenario::edit::apply;
    use crate::scenario::edit::random::{any_numbers, of_drawing, of_settings};
    use crate::scenario::samples::Sample;

    #[test]
    fn one_setting_is_one_change_and_a_new_activity_is_a_row() {
        let from = Sample::RecurringWeekly.scenario();
        let mut to = from.clone();
        to.weeks = 6;
        let first = to.workflow.activities[0].name.clone();
        to.workflow.activities[0].label = "Other".into();
        let changes = between(&from, &to).unwrap();
        let at: Vec<_> = changes.iter().map(|change| change.at.as_str()).collect();
        assert_eq!(at, ["/weeks", &format!("/workflow/activities/@{first}/label")]);
        assert_eq!(between(&from, &from), Some(Vec::new()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// Whatever is done in the lab can be done again from its changes, also after they were a file.
        #[test]
        fn whatever_was_built_comes_back(
            sample in 0_usize..6,
            edits in prop::collection::vec((any::<bool>(), any_numbers()), 0..12),
        ) {
            let from = Sample::ALL[sample].scenario();
            let to = edits.into_iter().fold(from.clone(), |scenario, (is_drawing, numbers)| {
                let edit = if is_drawing { of_drawing(&scenario, numbers) } else { of_settings(&scenario, numbers) };
                apply(&scenario, edit).unwrap_or(scenario)
            });
            let changes = between(&from, &to).expect("it can be said");
            let text = serde_json::to_string(&changes).unwrap();
            let read: Vec<Change> = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(scene::change(&from, &read, &Params::default()).unwrap(), to);
        }
    }
}
