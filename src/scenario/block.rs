//! The blocks a creative is made of; its text and its links are derived from them.

use serde::{Deserialize, Serialize};

/// One block, from top to bottom of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Block {
    /// A heading.
    Heading {
        /// Its text.
        text: String,
    },
    /// Running text.
    Paragraph {
        /// Its text.
        text: String,
    },
    /// A button with a link, which becomes a tracked URL.
    Button {
        /// What stands on it; where it is empty, its address does.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        label: String,
        /// Where it leads; one that leads nowhere is no tracked URL.
        link: String,
    },
    /// A line across.
    Divider,
}

impl Block {
    /// What it says to a reader of plain text; none where that is nothing.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Heading { text } | Self::Paragraph { text } => Some(text.as_str()),
            Self::Button { label, .. } => Some(label.as_str()),
            Self::Divider => None,
        }
        .filter(|text| !text.is_empty())
    }

    /// Where it leads.
    pub fn link(&self) -> Option<&str> {
        match self {
            Self::Button { link, .. } => Some(link.as_str()).filter(|link| !link.is_empty()),
            _ => None,
        }
    }

    /// What tells it from a block of another sort with the same words.
    pub(super) const fn mark(&self) -> u8 {
        match self {
            Self::Heading { .. } => 1,
            Self::Paragraph { .. } => 2,
            Self::Button { .. } => 3,
            Self::Divider => 4,
        }
    }
}

/// The plain text of blocks: their texts with an empty line between them.
pub fn body_of(blocks: &[Block]) -> String {
    blocks.iter().filter_map(Block::text).collect::<Vec<_>>().join("\n\n")
}

/// The links of blocks, from top to bottom.
pub fn links_of(blocks: &[Block]) -> Vec<String> {
    blocks.iter().filter_map(Block::link).map(str::to_owned).collect()
}

/// A text and links as blocks: its paragraphs, then a button without a label for each link. The text and the
/// links derived from them are the same again.
pub fn plain(body: &str, links: &[String]) -> Vec<Block> {
    let mut paragraphs: Vec<&str> = body.split("\n\n").collect();
    if paragraphs.iter().any(|text| text.is_empty()) {
        // Empty ones would be lost; so a text with more room between its parts stays whole.
        paragraphs = Some(body).filter(|body| !body.is_empty()).into_iter().collect();
    }
    let paragraphs = paragraphs.into_iter().map(|text| Block::Paragraph { text: text.to_owned() });
    let buttons = links.iter().map(|link| Block::Button { label: String::new(), link: link.clone() });
    paragraphs.chain(buttons).collect()
}
