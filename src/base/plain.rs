//! Text of others made harmless: nothing in it turns the direction of what stands around it, and none of it is a command.
//!
//! Letters of languages that are written from right to left need no such marks, so nobody loses a name.

use std::borrow::Cow;

use serde_json::Value;

/// Marks that turn the direction of writing for all that follows (Unicode's embeddings, overrides and isolates), the
/// mark of byte order, and control characters, but for tabs and line breaks.
fn is_harmful(sign: char) -> bool {
    match sign {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        other => other.is_control(),
    }
}

/// A file without the mark of byte order that some editors put before its text.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The text without what is harmful in it.
pub fn tidied(text: &str) -> Cow<'_, str> {
    match text.contains(is_harmful) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(text.chars().filter(|sign| !is_harmful(*sign)).collect()),
    }
}

/// The same on one line, with single blanks for tabs and line breaks, and none around it.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !text.contains(|sign: char| is_harmful(sign) || matches!(sign, '\t' | '\n' | '\r')) {
        return Cow::Borrowed(text);
    }
    let on_one = tidied(text).replace("\r\n", " ").replace(['\t', '\n', '\r'], " ");
    Cow::Owned(on_one.trim().to_owned())
}

/// At most so many characters of the text; an ellipsis says that there were more.
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// Makes every text in a value harmless. Names of fields stay: they are compared and never shown.
pub fn tidy(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(tidied) = tidied(text) {
                *text = tidied;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(fields) => fields.values_mut().for_each(tidy),
        _ => {}
    }
}

/// Whether anything of a text can be seen: more than blanks, fillers and marks without a width.
pub fn is_seen(text: &str) -> bool {
    let is_unseen = |sign: char| {
        sign.is_whitespace()
            || sign.is_control()
            || matches!(sign, '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}')
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(sign, '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
            || matches!(sign, '\u{e0000}'..='\u{e0fff}')
    };
    !text.chars().all(is_unseen)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn marks_that_turn_the_direction_go_and_letters_stay() {
        assert_eq!(tidied("gnp.\u{202e}exe.lab"), "gnp.exe.lab");
        assert_eq!(tidied("a\u{2066}b\u{2069}\u{feff}\u{0}\u{7f}\u{9b}c"), "abc");
        let kept = ["שלום", "مرحبا", "हिन्दी", "a\u{200d}b", "two\r\nlines\tand a tab", "e\u{301}", ""];
        for text in kept {
            assert!(matches!(tidied(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
        assert_eq!(one_line(" a\r\nb\tc\u{202e}\n"), "a b c");
        assert_eq!(one_line("plain"), "plain");
        assert_eq!((shortened("åäö", 3), shortened("åäö", 2)), ("åäö".into(), "åä…".into()));
    }

    #[test]
    fn every_text_of_a_value_is_made_harmless() {
        let mut value = json!({"a\u{202e}": ["\u{202e}x", {"y": "\u{1b}[31m"}], "n": 1});
        tidy(&mut value);
        assert_eq!(value, json!({"a\u{202e}": ["x", {"y": "[31m"}], "n": 1}));
    }

    #[test]
    fn a_text_of_nothing_to_be_seen_is_told_from_one_that_is_seen() {
        for text in ["", " \u{a0}\u{3000}", "\u{200b}\u{2060}", "\u{3164}", "\u{e0041}", "\u{2800}"] {
            assert!(!is_seen(text), "{text:?}");
        }
        assert!(is_seen("\u{200b}a") && is_seen("👩\u{200d}👩") && is_seen("–"));
    }
}
