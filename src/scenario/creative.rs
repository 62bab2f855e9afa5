//! Delivery templates and the creative they hold.

use serde::{Deserialize, Serialize};

use super::block::{self, Block};
use super::properties::DeliveryProperties;
use crate::base::chance::hash_bytes;
use crate::base::rest::Rest;

/// The content of an e-mail.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Creative {
    /// The subject line.
    pub subject: String,
    /// The line that a mailbox shows behind the subject.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub preheader: String,
    /// The text of the message.
    pub body: String,
    /// The links in the message; each becomes a tracked URL of every delivery made from it.
    #[serde(default)]
    pub links: Vec<String>,
    /// The blocks that text and links were derived from. Where they do not give this text and these links, since
    /// something else wrote the file, they are of no account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
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
            put(&mut bytes, part);
        }
        // What older files do not have is told apart from a further link by a length that no link has.
        if !self.preheader.is_empty() {
            bytes.extend_from_slice(&u64::MAX.to_le_bytes());
            put(&mut bytes, &self.preheader);
        }
        if self.has_blocks() {
            bytes.extend_from_slice(&u64::MAX.to_le_bytes());
            for block in &self.blocks {
                bytes.push(block.mark());
                put(&mut bytes, block.text().unwrap_or_default());
                put(&mut bytes, block.link().unwrap_or_default());
            }
        }
        hash_bytes(&bytes)
    }

    /// The content as blocks: those it was made of, else its paragraphs and its links.
    pub fn as_blocks(&self) -> Vec<Block> {
        if self.has_blocks() { self.blocks.clone() } else { block::plain(&self.body, &self.links) }
    }

    /// The same creative with these blocks, and the text and links they give.
    #[must_use]
    pub fn with_blocks(&self, blocks: Vec<Block>) -> Self {
        let (body, links) = (block::body_of(&blocks), block::links_of(&blocks));
        // Blocks that say no more than text and links do are left out, so that the content stays the same.
        let says_more = blocks != block::plain(&body, &links);
        Self { body, links, blocks: if says_more { blocks } else { Vec::new() }, ..self.clone() }
    }

    /// Whether it has blocks, and they are those of its text and links.
    fn has_blocks(&self) -> bool {
        !self.blocks.is_empty()
            && block::body_of(&self.blocks) == self.body
            && block::links_of(&self.blocks) == self.links
    }

    /// How many tracked URLs a delivery of this content has: its links, the open pixel, the opt-out link and
    /// the mirror page.
    pub fn tracked_urls(&self) -> u32 {
        3 + u32::try_from(self.links.len()).unwrap_or(u32::MAX - 3)
    }
}

fn put(bytes: &mut Vec<u8>, part: &str) {
    bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
    bytes.extend_from_slice(part.as_bytes());
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

    fn made() -> Creative {
        Creative { subject: "Hello".into(), ..Creative::default() }.with_blocks(vec![
            Block::Heading { text: "News".into() },
            Block::Paragraph { text: "Text".into() },
            Block::Divider,
            Block::Button { label: "Order".into(), link: "https://a.example".into() },
            Block::Button { label: String::new(), link: String::new() },
        ])
    }

    #[test]
    fn text_and_links_are_those_of_the_blocks() {
        let made = made();
        assert_eq!((made.body.as_str(), made.tracked_urls()), ("News\n\nText\n\nOrder", 4));
        assert_eq!(made.as_blocks().len(), 5);
        let elsewhere = Creative { body: "Other".into(), ..made.clone() };
        assert_eq!(elsewhere.as_blocks().len(), 2, "a text written elsewhere counts, not the blocks");
        assert_eq!(
            elsewhere.fingerprint(),
            Creative { blocks: Vec::new(), ..elsewhere.clone() }.fingerprint()
        );
    }

    #[test]
    fn plain_content_becomes_blocks_and_stays_what_it_was() {
        for body in ["", "One", "One\n\nTwo\nthree", "\n\n\nOdd\n"] {
            let links = vec!["https://a.example".to_owned()];
            let old = Creative { body: body.into(), links, ..Creative::default() };
            assert_eq!(old.with_blocks(old.as_blocks()), old, "{body:?}");
        }
    }

    #[test]
    fn a_preheader_and_the_sort_of_a_block_are_content() {
        let made = made();
        let with = Creative { preheader: "Look".into(), ..made.clone() };
        let mut plainer = made.as_blocks();
        plainer[0] = Block::Paragraph { text: "News".into() };
        assert_ne!(made.fingerprint(), with.fingerprint());
        assert_ne!(made.fingerprint(), made.with_blocks(plainer).fingerprint());
        let old: Creative = serde_json::from_str(r#"{"subject":"Hello","body":"Text"}"#).unwrap();
        assert_eq!(old.fingerprint(), hash_bytes(b"\x05\0\0\0\0\0\0\0Hello\x04\0\0\0\0\0\0\0Text"));
        let text = serde_json::to_string(&made).unwrap();
        assert_eq!(serde_json::from_str::<Creative>(&text).unwrap(), made);
    }
}
