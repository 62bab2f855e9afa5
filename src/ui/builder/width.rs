//! How wide a text will be, by estimate: SVG breaks no lines and cuts nothing off.

/// The estimated width in pixels of a text in the interface's font at this size.
pub(super) fn width(text: &str, size: f64) -> f64 {
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
pub(super) fn cut(text: &str, size: f64, most: f64) -> String {
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
pub(super) fn lines(text: &str, size: f64, most: f64, count: usize) -> Vec<String> {
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
    fn notes_break_between_words() {
        let lines = lines("One two three four\n\nfive", 12.0, 80.0, 9);
        assert_eq!(lines, ["One two", "three four", "", "five"]);
        let few = super::lines("One two three four five six", 12.0, 60.0, 2);
        assert!(few.len() == 2 && few[1].ends_with('…'), "{few:?}");
        assert!(super::lines("", 12.0, 60.0, 2).is_empty());
    }
}
