//! Makes what people write comparable and harmless: letters folded for matching, control characters removed.

use std::borrow::Cow;

/// Letters a-z and digits alone, in lower case: "E-post (privat)" becomes "epostprivat".
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::new();
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            folded.push(letter);
        } else {
            crate::people::names::push_ascii(letter.encode_utf8(&mut [0; 4]), &mut folded);
        }
    }
    folded
}

/// The text on one line, without control characters, without marks that turn the direction of writing, and
/// without space around it.
pub(super) fn cleaned(text: &str) -> Cow<'_, str> {
    let harmless = |letter: &char| {
        !letter.is_control()
            && !matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let trimmed = text.trim();
    if trimmed.chars().all(|letter| harmless(&letter)) {
        return Cow::Borrowed(trimmed);
    }
    let one_line = trimmed.chars().map(|letter| if matches!(letter, '\n' | '\t') { ' ' } else { letter });
    Cow::Owned(one_line.filter(harmless).collect::<String>().trim().to_owned())
}

/// At most so many characters of the text.
pub(super) fn cut(text: &str, chars: usize) -> String {
    text.chars().take(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_folded_and_hostile_text_is_made_plain() {
        assert_eq!(folded("E-post (Privat) 2"), "epostprivat2");
        assert_eq!(folded("FÖDELSEDATUM"), "fodelsedatum");
        assert_eq!(cleaned(" a\r\nb\u{0}\u{202E}c\u{85}\u{a0}"), "a bc");
        assert_eq!(cleaned("__proto__"), "__proto__");
    }
}
