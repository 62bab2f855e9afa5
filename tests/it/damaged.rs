//! A course that is damaged gives findings with place and remedy, and the README names the lessons there are.

use std::fs;

use delivery_lab::lesson::lint::{lint, read, read_words};
use delivery_lab::text::Lang;
use delivery_lab::text::course::finding::sentence;
use serde_json::{Value, json};

use crate::golden_file::path;

fn value(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path(name)).unwrap()).unwrap()
}

/// What is found in the small course with its English words, once both were damaged.
fn found(damage: impl FnOnce(&mut Value, &mut Value)) -> Vec<String> {
    let (mut course, mut words) = (value("tests/course/course.json"), value("tests/course/en.json"));
    damage(&mut course, &mut words);
    let read = read(course.to_string().as_bytes())
        .and_then(|course| Ok((course, read_words(words.to_string().as_bytes())?)));
    match read {
        Ok((course, words)) => {
            let findings = lint(&course, &[("en".to_owned(), words)]);
            findings.iter().map(|finding| sentence(Lang::En, finding)).collect()
        }
        Err(finding) => vec![sentence(Lang::En, &finding)],
    }
}

fn one(damage: impl FnOnce(&mut Value, &mut Value), place: &str, part: &str) {
    let found = found(damage);
    let fits = |line: &&String| line.starts_with(place) && line.contains(part);
    assert!(found.iter().any(|line| fits(&line)), "{place} … {part}: {found:#?}");
}

#[test]
fn the_small_course_has_no_fault() {
    assert_eq!(found(|_, _| ()), Vec::<String>::new());
}

#[test]
fn each_damage_is_found_at_its_place_with_what_to_do() {
    one(
        |course, _| {
            let goal = &mut course["lessons"][1]["steps"][0]["task"]["goals"][1]["test"]["compare"][2];
            *goal = json!({ "fixed": 25 });
        },
        "lessons.build.steps.two-days",
        "does not meet the goal",
    );
    one(
        |_, words| _ = words["lessons"]["count"]["steps"].as_object_mut().unwrap().remove("weeks"),
        "lessons.count.steps",
        "Write them",
    );
    one(
        |course, _| course["lessons"][0]["steps"][0]["task"]["type"] = json!("dance"),
        "lessons.count.steps.meet",
        "cannot be read",
    );
    one(
        |_, words| words["cards"]["kinds"]["title"] = json!("<script>alert(1)</script>"),
        "cards.kinds",
        "take it out",
    );
    one(|course, _| course["edition"] = json!("two"), "", "cannot be read");
    one(|course, _| course["version"] = json!(2), "", "later version");
    one(|course, _| course["cards"][0]["lesson"] = json!("none"), "cards.kinds", "Correct the name");
}
