//! What a file holds and this version does not know, deep in it: kept beside the scenario and put back by a save.

use serde_json::{Map, Value};

/// The part of a file that reading it would have lost; none where nothing would.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept(Option<std::rc::Rc<Value>>);

impl Kept {
    /// What `file` has and `known`, the same file written anew, has not.
    pub fn of(file: &Value, known: &Value) -> Self {
        Self(missing(file, known).map(Into::into))
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Puts what was kept back into its place, wherever that place still is.
    pub fn put_back(&self, into: &mut Value) {
        if let Some(kept) = &self.0 {
            merge(kept, into);
        }
    }
}

/// What lies in `file` and not in `known`. Of lists it is one entry for each item, told by its name or place.
fn missing(file: &Value, known: &Value) -> Option<Value> {
    match (file, known) {
        (Value::Object(file), Value::Object(known)) => {
            let mut lost = Map::new();
            for (key, value) in file {
                let rest = match known.get(key) {
                    Some(known) => missing(value, known),
                    // A default that is left out when it is written is no loss, but cannot be told from one.
                    None => Some(value.clone()),
                };
                lost.extend(rest.map(|rest| (key.clone(), rest)));
            }
            if lost.is_empty() {
                return None;
            }
            if let Some(name) = file.get("name").filter(|name| name.is_string()) {
                lost.insert("name".into(), name.clone());
            }
            Some(Value::Object(lost))
        }
        (Value::Array(file), Value::Array(known)) => {
            let rest: Vec<Value> = file
                .iter()
                .zip(known)
                .map(|(file, known)| missing(file, known).unwrap_or(Value::Null))
                .collect();
            rest.iter().any(|one| !one.is_null()).then_some(Value::Array(rest))
        }
        _ => None,
    }
}

fn merge(kept: &Value, into: &mut Value) {
    match (kept, into) {
        (Value::Object(kept), Value::Object(into)) => {
            for (key, value) in kept {
                match into.get_mut(key) {
                    Some(place) => merge(value, place),
                    None => {
                        into.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(kept), Value::Array(into)) => {
            for (at, value) in kept.iter().enumerate() {
                let named = value.get("name").and_then(Value::as_str);
                let place = match named {
                    Some(name) => {
                        into.iter_mut().find(|one| one.get("name").and_then(Value::as_str) == Some(name))
                    }
                    None => into.get_mut(at),
                };
                if let Some(place) = place.filter(|_| !value.is_null()) {
                    merge(value, place);
                }
            }
        }
        _ => {}
    }
}
