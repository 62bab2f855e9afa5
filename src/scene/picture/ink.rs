//! What a picture is drawn with: the colours of the page's own tokens.

/// The tokens, where every colour of the lab lives.
const TOKENS: &str = include_str!("../../../www/style/tokens.css");

/// Dark lines on light paper, or the other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// For files, for paper, and for the light theme.
    Light,
    /// For the dark theme.
    Dark,
}

/// The colour of a token such as `paper`, for what is painted without a style sheet.
pub fn colour(tone: Tone, name: &str) -> &'static str {
    Ink { tone }.of(name)
}

/// The colours of a tone.
#[derive(Clone, Copy)]
pub(in crate::scene) struct Ink {
    pub(in crate::scene) tone: Tone,
}

impl Ink {
    /// The colour of a token such as `paper`; what draws inherits where there is no such token.
    pub(in crate::scene) fn of(self, name: &str) -> &'static str {
        let colours = TOKENS.lines().find_map(|line| {
            let value = line.trim_start().strip_prefix("--")?.strip_prefix(name)?.strip_prefix(": ")?;
            own(value.strip_suffix(';')?)?.strip_prefix("light-dark(")?.strip_suffix(')')
        });
        let pair = colours.and_then(|colours| colours.split_once(", "));
        pair.map_or("currentColor", |(light, dark)| if self.tone == Tone::Light { light } else { dark })
    }
}

/// The lab's own value of a token that a page around it may set.
fn own(value: &str) -> Option<&str> {
    match value.strip_prefix("var(--delivery-lab-") {
        Some(public) => public.strip_suffix(')')?.split_once(", ").map(|(_, own)| own),
        None => Some(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let names = [
            "paper",
            "card",
            "sunk",
            "line",
            "line-strong",
            "ink",
            "ink-2",
            "bad",
            "rec",
            "rec-soft",
            "con",
            "con-soft",
            "on-hue",
            "warn",
            "warn-soft",
        ];
        for name in names {
            let (light, dark) = (Ink { tone: Tone::Light }.of(name), Ink { tone: Tone::Dark }.of(name));
            assert!(light.len() == 7 && dark.len() == 7 && light.starts_with('#') && light != dark, "{name}");
        }
        assert_eq!(Ink { tone: Tone::Dark }.of("nothing"), "currentColor");
    }
}
