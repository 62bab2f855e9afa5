//! Makes what people write comparable: letters folded for matching, long texts cut.

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

/// At most so many characters of the text.
pub(super) fn cut(text: &str, chars: usize) -> String {
    text.chars().take(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_folded() {
        assert_eq!(folded("E-post (Privat) 2"), "epostprivat2");
        assert_eq!(folded("FÖDELSEDATUM"), "fodelsedatum");
    }
}
