//! Delivery templates and the creative they hold.

use serde::{Deserialize, Serialize};

use super::properties::DeliveryProperties;
use crate::base::chance::hash_bytes;
use crate::base::rest::Rest;

/// The content of an e-mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Creative {
    /// The subject line.
    pub subject: String,
    /// The text of the message.
    pub body: String,
    /// The links in the message; each becomes a tracked URL of every delivery made from it.
    #[serde(default)]
    pub links: Vec<String>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A row of *Resources > Templates > Delivery templates* (`create-templates` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeliveryTemplate {
    /// The internal name, unique among the templates.
    pub name: String,
    /// The label shown in lists.
    pub label: String,
    /// Built-in templates must be neither modified nor deleted; duplicate them first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub built_in: bool,
    /// The content that deliveries start from.
    pub creative: Creative,
    /// A script for the label, with `{yyyy}`, `{mm}`, `{dd}` and `{ww}` (ISO week) standing for the run's date.
    ///
    /// A continuous delivery whose template has one goes on in the delivery of that label and makes it on the
    /// fly if there is none yet (`continuous-delivery` page). Assumption: this is the label section of the
    /// *Analysis* tab.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed_label: Option<String>,
    /// How deliveries made from it are prepared and sent.
    #[serde(default, skip_serializing_if = "DeliveryProperties::is_default")]
    pub properties: DeliveryProperties,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Creative {
    /// A number that differs when the content differs; what the continuous delivery compares.
    pub fn fingerprint(&self) -> u64 {
        let mut bytes = Vec::new();
        for part in [&self.subject, &self.body].into_iter().chain(&self.links) {
            bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        hash_bytes(&bytes)
    }

    /// How many tracked URLs a delivery of this content has: its links, the open pixel, the opt-out link and
    /// the mirror page.
    pub fn tracked_urls(&self) -> u32 {
        3 + u32::try_from(self.links.len()).unwrap_or(u32::MAX - 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_change_of_content_changes_the_fingerprint() {
        let first = Creative { subject: "Hello".into(), body: "Text".into(), ..Creative::default() };
        let moved = Creative { subject: "HelloT".into(), body: "ext".into(), ..Creative::default() };
        assert_eq!(first.fingerprint(), first.clone().fingerprint());
        assert_ne!(first.fingerprint(), moved.fingerprint());
    }
}
