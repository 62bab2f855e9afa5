//! A note on the drawing: words for people, without any effect on a run.

use serde::{Deserialize, Serialize};

use crate::base::rest::Rest;

/// A note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// What it says.
    pub text: String,
    /// The left edge in the drawing, in world units.
    pub x: i32,
    /// The top edge in the drawing, in world units.
    pub y: i32,
    /// Its width, in world units.
    pub width: u32,
    /// Its height, in world units.
    pub height: u32,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Note {
    /// A note of the usual size.
    pub fn new(text: &str, (x, y): (i32, i32)) -> Self {
        Self { text: text.to_owned(), x, y, width: 200, height: 80, rest: Rest::new() }
    }
}
