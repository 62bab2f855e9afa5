//! The fields of a file that this version does not know: kept as they are, so that a save loses nothing.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Unknown fields of an object in a file. Goes into a struct as `#[serde(flatten)] pub rest: Rest`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rest(pub Map<String, Value>);

impl Rest {
    /// No unknown fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether every field of the object was known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Says nothing about the object that it is flattened into: any further field is welcome there.
#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Rest {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rest".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "object" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
    struct Point {
        x: i32,
        #[serde(flatten)]
        rest: Rest,
    }

    #[test]
    fn an_unknown_field_survives_a_save() {
        let text = r#"{"x":1,"colour":{"name":"red"},"tags":[1,2]}"#;
        let point: Point = serde_json::from_str(text).unwrap();
        assert_eq!(point.rest.0.len(), 2);
        assert_eq!(serde_json::to_string(&point).unwrap(), text);
    }

    #[test]
    fn the_schema_names_the_known_fields_only() {
        let schema = schemars::schema_for!(Point);
        let fields = schema.get("properties").and_then(Value::as_object).unwrap();
        assert_eq!(fields.keys().collect::<Vec<_>>(), ["x"]);
        assert_eq!(schema.get("additionalProperties"), None);
    }
}
