//! Joins the files of a course into one value: a head, and a file for each lesson with what it brings along.

use serde_json::{Map, Value};

/// What a lesson's file may bring along besides its `lesson`; each is joined with what the others bring.
const SHARED: [&str; 4] = ["misconceptions", "cards", "scenarios", "skills"];

/// The names of the lessons that a head lists, in their order.
pub fn names(head: &Value) -> Vec<String> {
    let listed = head.get("lessons").and_then(Value::as_array).into_iter().flatten();
    listed.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The course, or its words in one language: the head with the lessons in place of their names. Words are known by
/// name and a course's lessons stand in a row, as `parts` are given.
///
/// # Errors
/// In words for developers, what stands in two files.
pub fn join(head: &Value, parts: Vec<(String, Value)>, are_words: bool) -> Result<Value, String> {
    let mut whole = head.as_object().cloned().ok_or("the head is no object")?;
    let (mut rows, mut named) = (Vec::new(), Map::new());
    for (name, part) in parts {
        let Value::Object(mut part) = part else { return Err(format!("{name} is no object")) };
        let lesson = part.remove("lesson").ok_or_else(|| format!("{name} has no lesson"))?;
        if are_words {
            _ = named.insert(name.clone(), lesson)
        } else {
            rows.push(lesson)
        }
        for (key, more) in part {
            if !SHARED.contains(&key.as_str()) {
                return Err(format!("{name} has {key}, which no lesson brings along"));
            }
            let empty = if more.is_array() { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
            add(whole.entry(key.clone()).or_insert(empty), more, &format!("{name}: {key}"))?;
        }
    }
    whole.insert("lessons".to_owned(), if are_words { Value::Object(named) } else { Value::Array(rows) });
    Ok(Value::Object(whole))
}

fn add(to: &mut Value, more: Value, place: &str) -> Result<(), String> {
    match (to, more) {
        (Value::Array(rows), Value::Array(more)) => rows.extend(more),
        (Value::Object(fields), Value::Object(more)) => {
            for (name, value) in more {
                if fields.insert(name.clone(), value).is_some() {
                    return Err(format!("{place}: {name} stands in another file, too"));
                }
            }
        }
        _ => return Err(format!("{place} is a list in one file and not in another")),
    }
    Ok(())
}
