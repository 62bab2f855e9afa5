//! What a picture is drawn with: the colours of the page's own tokens, and words broken into lines.

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

/// The colours of a tone.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    pub(super) tone: Tone,
}

impl Ink {
    /// The colour of a token such as `paper`; what draws inherits where there is no such token.
    pub(super) fn of(self, name: &str) -> &'static str {
        let colours = TOKENS.split("--").find_map(|token| {
            let value = token.strip_prefix(name)?.strip_prefix(": light-dark(")?;
            value.split_once(");").map(|(colours, _)| colours)
        });
        let pair = colours.and_then(|colours| colours.split_once(", "));
        pair.map_or("currentColor", |(light, dark)| if self.tone == Tone::Light { light } else { dark })
    }
}

/// The text in at most `rows` lines of at most `signs` signs, broken between words where that is possible and cut
/// with an ellipsis where it does not fit.
pub(super) fn lines(text: &str, signs: usize, rows: usize) -> Vec<String> {
    let signs = signs.max(2);
    let mut lines: Vec<String> = Vec::new();
    for (number, part) in text.lines().enumerate() {
        // What the author put on a line of its own begins one.
        let mut is_fresh = number > 0 || lines.is_empty();
        for word in part.split_whitespace() {
            let letters: Vec<char> = word.chars().collect();
            for piece in letters.chunks(signs) {
                let piece: String = piece.iter().collect();
                match lines.last_mut().filter(|_| !is_fresh) {
                    Some(line) if line.chars().count() + 1 + piece.chars().count() <= signs => {
                        line.push(' ');
                        line.push_str(&piece);
                    }
                    _ => lines.push(piece),
                }
                is_fresh = false;
                if lines.len() > rows {
                    lines.truncate(rows);
                    if let Some(last) = lines.last_mut() {
                        while last.chars().count() >= signs {
                            last.pop();
                        }
                        last.push('…');
                    }
                    return lines;
                }
            }
        }
    }
    lines
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

    #[test]
    fn words_are_broken_and_cut() {
        assert_eq!(lines("every Monday at 09:00", 12, 2), ["every Monday", "at 09:00"]);
        assert_eq!(lines("every Monday at nine o'clock", 12, 2), ["every Monday", "at nine…"]);
        assert_eq!(lines("Födelsedagsmejlet", 8, 2), ["Födelsed", "agsmejl…"]);
        assert_eq!(lines("a\nb c", 10, 3), ["a", "b c"]);
        assert!(lines("", 10, 2).is_empty() && lines("x", 10, 0).is_empty());
    }
}
