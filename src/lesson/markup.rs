//! The small markup of a course's words: strong, names of the product, and values that are filled in. Never HTML.

use crate::text::Lang;
use crate::text::format::number;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it is.
    Plain(String),
    /// Stressed.
    Strong(String),
    /// A name of the product.
    Code(String),
}

/// A paragraph in pieces, its values filled in; a value that there is not stays as it is written.
pub fn pieces(lang: Lang, text: &str, value: impl Fn(&str) -> Option<Value>) -> Vec<Piece> {
    let filled = fill(lang, text, value);
    let mut pieces = Vec::new();
    let mut rest = filled.as_str();
    while let Some((at, mark)) =
        ["**", "`"].into_iter().filter_map(|mark| Some((rest.find(mark)?, mark))).min()
    {
        let (before, after) = (&rest[..at], &rest[at + mark.len()..]);
        let Some(end) = after.find(mark) else { break };
        push(&mut pieces, before);
        let inside = after[..end].to_owned();
        pieces.push(if mark == "`" { Piece::Code(inside) } else { Piece::Strong(inside) });
        rest = &after[end + mark.len()..];
    }
    push(&mut pieces, rest);
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Plain(text.to_owned()));
    }
}

/// A value that is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(u64),
    /// A text.
    Text(String),
}

/// The text with its values filled in.
pub fn fill(lang: Lang, text: &str, value: impl Fn(&str) -> Option<Value>) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let Some(end) = rest[at..].find('}').map(|end| at + end) else { break };
        filled.push_str(&rest[..at]);
        let mut parts = rest[at + 1..end].split('|');
        let found = parts.next().and_then(&value);
        match (found, parts.next(), parts.next()) {
            (Some(Value::Number(count)), Some(one), Some(other)) => {
                filled.push_str(if count == 1 { one } else { other });
            }
            (Some(Value::Number(count)), ..) => filled.push_str(&number(lang, count)),
            (Some(Value::Text(text)), ..) => filled.push_str(&text),
            (None, ..) => filled.push_str(&rest[at..=end]),
        }
        rest = &rest[end + 1..];
    }
    filled.push_str(rest);
    filled
}

/// The names of the values that a text asks for.
pub fn placeholders(text: &str) -> Vec<String> {
    let after = text.split('{').skip(1);
    let inside = after.filter_map(|part| part.split_once('}').map(|(inside, _)| inside));
    inside.map(|inside| inside.split('|').next().unwrap_or_default().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strong_names_and_values_are_told_from_plain_text() {
        let value = |name: &str| match name {
            "weeks" => Some(Value::Number(5_200)),
            "day" => Some(Value::Text("Monday".into())),
            _ => None,
        };
        let text = "**Each** `nms:delivery` row, {weeks} {weeks|week|weeks}, on {day}s; {none} stays.";
        let pieces = pieces(Lang::En, text, value);
        let expected = [
            Piece::Strong("Each".into()),
            Piece::Plain(" ".into()),
            Piece::Code("nms:delivery".into()),
            Piece::Plain(" row, 5,200 weeks, on Mondays; {none} stays.".into()),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(placeholders(text), ["weeks", "weeks", "day", "none"]);
    }

    #[test]
    fn marks_without_an_end_are_plain() {
        let plain = |text: &str| vec![Piece::Plain(text.to_owned())];
        for text in ["2 ** 3", "a ` b", "{weeks", "<b>bold</b>"] {
            assert_eq!(pieces(Lang::Sv, text, |_| None), plain(text));
        }
    }
}
