//! What of a text fits, by estimate: SVG breaks no lines and cuts nothing off.

use super::canvas::CARD;

/// Where texts begin on a card, and how much they leave free at its end.
pub const TEXT_LEFT: f64 = 46.0;
const TEXT_RIGHT: f64 = 6.0;
/// The size of the first line.
const TITLE: f64 = 13.0;
/// How much wider bold letters are than the estimate.
const BOLD: f64 = 1.08;
/// The size of the lines below it, and of names beside transitions.
const SUMMARY: f64 = 11.5;
/// The most lines below the first.
const MOST_LINES: usize = 2;
/// How much of an output's name is shown beside its transition.
const NAME_MOST: f64 = 90.0;
/// The size of the letters of a note.
const NOTE: f64 = 13.0;
/// The distance of the lines of a note.
const NOTE_LINE: f64 = 18.0;
/// How far from the left edge of a note its text begins; as much is free on the other sides.
pub const NOTE_PADDING: f64 = 12.0;

/// The lines of a card as far as they fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// The one in bold.
    pub first: String,
    /// Those below it, at most two.
    pub below: Vec<String>,
}

impl Lines {
    /// The lines of a title and what is said below it.
    pub fn of(title: &str, summary: &str) -> Self {
        Self::within(CARD.width, title, summary)
    }

    /// The same on a card of another width.
    pub fn within(card: f64, title: &str, summary: &str) -> Self {
        let most = card - TEXT_LEFT - TEXT_RIGHT;
        let below = lines(summary, SUMMARY, most, MOST_LINES);
        Self { first: cut(title, TITLE, most / BOLD), below }
    }
}

/// How far below the top edge of a card its first line stands, where so many are below it.
pub fn first_baseline(below: usize) -> usize {
    [37, 29, 22][below.min(MOST_LINES)]
}

/// How far below the top edge the lines below it stand, where they are so many.
pub fn baselines(below: usize) -> impl Iterator<Item = usize> {
    (0..below).map(move |at| first_baseline(below) + 16 + 14 * at)
}

/// The name of an output as far as it fits beside its transition.
pub fn output_name(name: &str) -> String {
    cut(name, SUMMARY, NAME_MOST)
}

/// The lines of a note of this size, each with how far below its top edge it stands.
pub fn note_lines(text: &str, width: f64, height: f64) -> Vec<(String, f64)> {
    let count = ((height - 2.0 * NOTE_PADDING + NOTE_LINE / 2.0) / NOTE_LINE).max(1.0) as usize;
    let lines = lines(text, NOTE, width - 2.0 * NOTE_PADDING, count);
    (0_u32..).zip(lines).map(|(at, line)| (line, NOTE_PADDING + NOTE + NOTE_LINE * f64::from(at))).collect()
}

/// The estimated width in pixels of a text in the interface's font at this size.
fn width(text: &str, size: f64) -> f64 {
    text.chars().map(share).sum::<f64>() * size
}

/// The width of a letter as a share of the font's size, rather too wide than too narrow.
fn share(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.32,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' | '“' | '”' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 0.98,
        'A'..='Z' | 'Å' | 'Ä' | 'Ö' => 0.72,
        letter if (letter as u32) >= 0x1100 => 1.05,
        _ => 0.6,
    }
}

/// The text, cut with an ellipsis where it is wider than this.
fn cut(text: &str, size: f64, most: f64) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let mut left = most - share('…') * size;
    let fits = text.chars().take_while(|letter| {
        left -= share(*letter) * size;
        left >= 0.0
    });
    let mut cut = fits.collect::<String>().trim_end().to_owned();
    cut.push('…');
    cut
}

/// The text in lines no wider than this, at most so many; what is left over is cut with an ellipsis.
fn lines(text: &str, size: f64, most: f64, count: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || width(&longer, size) <= most {
                line = longer;
            } else {
                lines.push(cut(&line, size, most));
                line = word.to_owned();
            }
        }
        lines.push(cut(&line, size, most));
    }
    if lines.len() > count {
        lines.truncate(count);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}……"), size, width(last, size).min(most - size).max(size));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_end_in_an_ellipsis_within_the_width() {
        assert_eq!(cut("Query", 13.0, 120.0), "Query");
        let long = cut("Newsletter is yes and e-mail is not empty", 12.0, 120.0);
        assert!(long.ends_with('…') && width(&long, 12.0) <= 121.0, "{long}");
        assert_eq!(cut("Query", 13.0, 0.0), "…");
        assert_eq!(cut("", 13.0, 0.0), "");
    }

    #[test]
    fn the_names_of_the_two_deliveries_fit_on_a_card() {
        for title in ["Recurring delivery", "Continuous delivery"] {
            assert_eq!(Lines::of(title, "").first, title);
        }
    }

    #[test]
    fn notes_break_between_words() {
        let lines = lines("One two three four\n\nfive", 12.0, 80.0, 9);
        assert_eq!(lines, ["One two", "three four", "", "five"]);
        let few = super::lines("One two three four five six", 12.0, 60.0, 2);
        assert!(few.len() == 2 && few[1].ends_with('…'), "{few:?}");
        assert!(super::lines("", 12.0, 60.0, 2).is_empty());
    }
}
