//! The colours of charts, which are those of the lab: read from the style sheet that has them.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result};

use crate::workspace;

const TOKENS: &str = "www/style/tokens.css";

/// What a colour is for: its class, the property it sets, and its name among the tokens.
const USES: [(&str, &str, &str); 12] = [
    (".card", "fill", "card"),
    (".card", "stroke", "line"),
    ("text", "fill", "ink"),
    (".soft", "fill", "ink-2"),
    (".grid", "stroke", "line"),
    (".axis", "stroke", "line-strong"),
    (".ours", "fill", "rec"),
    (".second", "fill", "con"),
    (".peer", "fill", "line-strong"),
    (".floor", "stroke", "line-strong"),
    (".aim", "stroke", "warn"),
    (".round", "stroke", "ink"),
];
/// The same hues for lines.
const LINES: [(&str, &str, &str); 4] = [
    (".ours-line", "stroke", "rec"),
    (".second-line", "stroke", "con"),
    (".peer-line", "stroke", "line-strong"),
    (".floor-line", "stroke", "line-strong"),
];

/// A style sheet for charts, for light and dark.
pub(crate) struct Palette {
    pub(super) css: String,
}

impl Palette {
    /// Reads the colours of the lab.
    pub(crate) fn load() -> Result<Self> {
        let tokens =
            fs::read_to_string(workspace::at(TOKENS)).with_context(|| format!("{TOKENS} cannot be read"))?;
        Self::of(&tokens)
    }

    fn of(tokens: &str) -> Result<Self> {
        let (mut light, mut dark) = (String::new(), String::new());
        for (class, property, name) in USES.iter().chain(&LINES) {
            let (in_light, in_dark) =
                pair(tokens, name).with_context(|| format!("{TOKENS} has no colours for --{name}"))?;
            write!(light, "{class}{{{property}:{in_light}}}")?;
            write!(dark, "{class}{{{property}:{in_dark}}}")?;
        }
        Ok(Self { css: format!("{light}@media(prefers-color-scheme:dark){{{dark}}}") })
    }
}

/// The light and the dark colour of a token.
fn pair<'t>(tokens: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    let declared = tokens.split_once(&format!("--{name}: "))?.1.split_once(';')?.0;
    let both = declared.split_once("light-dark(")?.1.split_once(')')?.0;
    both.split_once(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_come_from_the_tokens() {
        let tokens = "--ink: var(--x-ink, light-dark(#000, #fff));\n--ink-2: light-dark(#111, #eee);";
        assert_eq!(pair(tokens, "ink"), Some(("#000", "#fff")));
        assert_eq!(pair(tokens, "ink-2"), Some(("#111", "#eee")));
        assert_eq!(pair(tokens, "paper"), None);
        assert!(Palette::of(tokens).is_err());
        let css = Palette::load().unwrap().css;
        assert_eq!(css.matches("{fill:").count() % 2, 0);
        assert_eq!(css.matches("prefers-color-scheme").count(), 1);
    }
}
