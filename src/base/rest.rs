//! Fields of a file that this version does not know, kept so that a save writes them back.

/// The unknown fields of one JSON object, in file order of their names.
pub type Rest = serde_json::Map<String, serde_json::Value>;
