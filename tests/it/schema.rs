//! The JSON Schema for other programs is the one that the Rust types make, and the samples fit it.

use delivery_lab::lesson::course::Course;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::wire::{self, ScenarioFile};
use schemars::Schema;
use serde_json::Value;

use crate::golden_file::{difference, path};

/// Where the schema says it lives. Files that name it must go on finding it, so it never changes.
const ID: &str = "https://delivery-lab.example/schema/scenario-2.schema.json";

#[test]
fn the_schema_is_that_of_the_types() {
    let mut text = serde_json::to_string_pretty(&schema()).unwrap();
    text.push('\n');
    if let Some(difference) = difference(&path("www/schema/scenario-2.schema.json"), &text) {
        panic!("{difference}");
    }
}

/// Where the schema of courses says it lives.
const COURSE_ID: &str = "https://delivery-lab.example/schema/course-1.schema.json";

#[test]
fn the_schema_of_courses_is_that_of_the_types() {
    let mut schema = schemars::schema_for!(Course);
    schema.insert("$id".into(), COURSE_ID.into());
    let mut text = serde_json::to_string_pretty(&schema).unwrap();
    text.push('\n');
    if let Some(difference) = difference(&path("www/schema/course-1.schema.json"), &text) {
        panic!("{difference}");
    }
}

#[test]
fn a_saved_sample_has_what_the_schema_requires() {
    let schema = schema();
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).unwrap().iter().filter_map(Value::as_str).collect();
    let known = schema.get("properties").and_then(Value::as_object).unwrap();
    assert!(required.contains(&"format") && required.contains(&"workflow"), "{required:?}");
    for sample in Sample::ALL {
        let file: Value = serde_json::from_str(&wire::save(&sample.scenario())).unwrap();
        let fields = file.as_object().unwrap();
        for field in &required {
            assert!(fields.contains_key(*field), "{} lacks {field}", sample.name());
        }
        for field in fields.keys() {
            assert!(
                known.contains_key(field),
                "{} has {field}, of which the schema says nothing",
                sample.name()
            );
        }
    }
}

fn schema() -> Schema {
    let mut schema = schemars::schema_for!(ScenarioFile);
    schema.insert("$id".into(), ID.into());
    schema
}
