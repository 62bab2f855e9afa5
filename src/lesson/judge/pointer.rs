//! JSON pointers that also know rows by their name, and can set and take away what they point to.

use serde_json::Value;

/// Why a pointer leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Astray {
    /// The part of the pointer that leads nowhere.
    pub at: String,
}

/// What stands at a pointer.
pub fn get<'v>(value: &'v Value, pointer: &str) -> Option<&'v Value> {
    parts(pointer).ok()?.iter().try_fold(value, |value, part| match value {
        Value::Object(fields) => fields.get(part),
        Value::Array(rows) => rows.get(row(rows, part)?),
        _ => None,
    })
}

/// Puts something at a pointer: in the place of what stands there, as a new field, or behind `-` as a new row.
///
/// # Errors
/// Where the pointer leads nowhere.
pub fn set(value: &mut Value, pointer: &str, to: Value) -> Result<(), Astray> {
    let (parent, last) = parent(value, pointer)?;
    match parent {
        Value::Object(fields) => _ = fields.insert(last, to),
        Value::Array(rows) if last == "-" => rows.push(to),
        Value::Array(rows) => match row(rows, &last).and_then(|place| rows.get_mut(place)) {
            Some(place) => *place = to,
            None => return Err(Astray { at: last }),
        },
        _ => return Err(Astray { at: last }),
    }
    Ok(())
}

/// Takes away what stands at a pointer.
///
/// # Errors
/// Where nothing stands there.
pub fn remove(value: &mut Value, pointer: &str) -> Result<(), Astray> {
    let (parent, last) = parent(value, pointer)?;
    let taken = match parent {
        Value::Object(fields) => fields.remove(&last).is_some(),
        Value::Array(rows) => row(rows, &last).map(|place| rows.remove(place)).is_some(),
        _ => false,
    };
    if taken { Ok(()) } else { Err(Astray { at: last }) }
}

/// What the last part of a pointer stands in, and that part.
fn parent<'v>(value: &'v mut Value, pointer: &str) -> Result<(&'v mut Value, String), Astray> {
    let mut parts = parts(pointer)?;
    let last = parts.pop().ok_or_else(|| Astray { at: pointer.to_owned() })?;
    let mut value = value;
    for part in parts {
        let next = match value {
            Value::Object(fields) => fields.get_mut(&part),
            Value::Array(rows) => row(rows, &part).and_then(|place| rows.get_mut(place)),
            _ => None,
        };
        value = next.ok_or(Astray { at: part })?;
    }
    Ok((value, last))
}

fn parts(pointer: &str) -> Result<Vec<String>, Astray> {
    if pointer.is_empty() {
        return Ok(Vec::new());
    }
    let rest = pointer.strip_prefix('/').ok_or_else(|| Astray { at: pointer.to_owned() })?;
    Ok(rest.split('/').map(|part| part.replace("~1", "/").replace("~0", "~")).collect())
}

/// The place of a row by its number, or by its name behind `@`.
fn row(rows: &[Value], part: &str) -> Option<usize> {
    match part.strip_prefix('@') {
        Some(name) => rows.iter().position(|row| row.get("name").and_then(Value::as_str) == Some(name)),
        None => part.parse().ok().filter(|place| *place < rows.len()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn rows_are_known_by_number_and_by_name() {
        let mut value = json!({ "rows": [{ "name": "a", "x": 1 }, { "name": "b" }] });
        assert_eq!(get(&value, "/rows/@a/x"), Some(&json!(1)));
        set(&mut value, "/rows/@b/x", json!(2)).unwrap();
        set(&mut value, "/rows/-", json!({ "name": "c" })).unwrap();
        assert_eq!(get(&value, "/rows/1/x"), Some(&json!(2)));
        remove(&mut value, "/rows/@a").unwrap();
        assert_eq!(value, json!({ "rows": [{ "name": "b", "x": 2 }, { "name": "c" }] }));
        assert_eq!(set(&mut value, "/rows/@z/x", json!(1)), Err(Astray { at: "@z".into() }));
        assert_eq!(remove(&mut value, "/rows/7"), Err(Astray { at: "7".into() }));
        assert_eq!(set(&mut value, "rows", json!(1)), Err(Astray { at: "rows".into() }));
    }
}
