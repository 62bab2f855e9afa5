//! The name of a time zone in a file, which may be one that nobody knows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Zone;

/// The name of a time zone as a file has it, such as `Europe/Stockholm`.
///
/// A name that this version does not know is kept as it is, so that the file opens and survives a save.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ZoneName(String);

impl ZoneName {
    /// The name, known or not.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The zone of that name; `None` where this version knows none.
    pub fn zone(&self) -> Option<Zone> {
        Zone::named(&self.0)
    }

    /// The name as the file has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for ZoneName {
    fn default() -> Self {
        Zone::default().into()
    }
}

impl From<Zone> for ZoneName {
    fn from(zone: Zone) -> Self {
        Self::new(zone.name())
    }
}

impl fmt::Display for ZoneName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for ZoneName {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ZoneName".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "The IANA name of a time zone, such as Europe/Stockholm. The examples are those that are known.",
            "examples": Zone::ALL.map(Zone::name),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_and_kept_whether_it_is_known_or_not() {
        for zone in Zone::ALL {
            let name: ZoneName = serde_json::from_value(zone.name().into()).unwrap();
            assert_eq!(name.zone(), Some(zone));
            assert_eq!(name, zone.into());
        }
        for unknown in ["Europe/Atlantis", "europe/stockholm", "CET", ""] {
            let name: ZoneName = serde_json::from_value(unknown.into()).unwrap();
            assert_eq!(name.zone(), None);
            assert_eq!(serde_json::to_value(&name).unwrap(), unknown);
        }
        assert_eq!(ZoneName::default().zone(), Some(Zone::Utc));
    }
}
