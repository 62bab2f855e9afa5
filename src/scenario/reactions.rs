//! How recipients react to messages, as chances out of 10,000.

use serde::{Deserialize, Serialize};

use crate::base::rest::Rest;

/// Chances per ten thousand. Assumption: the same for every message; the product has no such numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", default)]
pub struct Reactions {
    /// A message that cannot be delivered.
    pub fails: u32,
    /// A delivered message that is opened. Where it is in text format nobody sees that, unless a link is clicked.
    pub opens: u32,
    /// An opened message in which a link is clicked.
    pub clicks: u32,
    /// An opened message in which the opt-out link is clicked.
    pub unsubscribes: u32,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Default for Reactions {
    fn default() -> Self {
        Self { fails: 140, opens: 3_100, clicks: 1_800, unsubscribes: 35, rest: Rest::new() }
    }
}
