//! How somebody likes to build and to watch, kept on the device with the language and the theme.

use serde::{Deserialize, Serialize};

/// The preferences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// Whether the workflow is an outline rather than a drawing; none means as there is room.
    pub outline: Option<bool>,
    /// Whether keys without a modifier are commands (WCAG 2.1.4 asks that they can be switched off).
    pub single_keys: bool,
    /// Whether the palette is folded away.
    pub is_palette_folded: bool,
    /// Whether what happens is heard; not unless it is asked for.
    pub sound: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { outline: None, single_keys: true, is_palette_folded: false, sound: false }
    }
}
