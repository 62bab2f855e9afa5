//! A scenario inside an SVG picture: its JSON as the text of a metadata element, put in and taken out.

use std::fmt::Write as _;

use super::wire::OpenProblem;
use crate::base::plain::without_mark;

const OPENING: &str = "<lab:scenario";
const CLOSING: &str = "</lab:scenario>";
/// Names the element's meaning; nothing is ever fetched from it.
const NAMESPACE: &str = "urn:delivery-lab:scenario";

/// A metadata element with the text of a scenario file.
pub fn metadata(json: &str) -> String {
    format!("<metadata>{OPENING} xmlns:lab=\"{NAMESPACE}\">{}{CLOSING}</metadata>", escaped(json))
}

/// Text as it may stand between tags or in an attribute: nothing in it is markup, and nothing that XML forbids.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' => safe.push(sign),
            // Not in XML, whichever way they are written; in JSON this is how they are spelt.
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(safe, "\\u{:04x}", u32::from(sign));
            }
            _ => safe.push(sign),
        }
    }
    safe
}

/// Whether a file looks like XML, as an SVG does.
pub fn is_markup(bytes: &[u8]) -> bool {
    let bytes = without_mark(bytes);
    bytes.trim_ascii_start().first() == Some(&b'<')
}

/// The text of the scenario file inside an SVG.
///
/// # Errors
/// When it is not text, is cut off within the scenario, or has none inside.
pub fn scenario_in(svg: &[u8]) -> Result<String, OpenProblem> {
    let text = std::str::from_utf8(svg).map_err(|_| OpenProblem::NotText)?;
    let Some((_, rest)) = text.split_once(OPENING) else { return Err(OpenProblem::NothingInside) };
    let inside = rest.split_once('>').and_then(|(_, rest)| rest.split_once(CLOSING));
    inside.map(|(inside, _)| unescaped(inside)).ok_or(OpenProblem::DamagedPicture)
}

/// What [`escaped`] was made of, also where another program has written it anew.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        // No entity is longer than this; an ampersand alone stands for itself.
        let end = after.bytes().take(9).position(|byte| byte == b';');
        match end.and_then(|end| Some((sign_of(after.get(..end)?)?, end))) {
            Some((sign, end)) => {
                plain.push(sign);
                rest = &after[end + 1..];
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn sign_of(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_in_and_comes_out_and_is_no_markup() {
        let json = r#"{"name":"</lab:scenario></metadata><script>alert('1')</script> &amp; Å \u0000"}"#;
        let svg = format!("<?xml version=\"1.0\"?>\n<svg>{}</svg>", metadata(json));
        assert!(!svg.contains("script>") && !svg.contains("<script"), "{svg}");
        assert_eq!(svg.matches(CLOSING).count(), 1);
        assert_eq!(scenario_in(svg.as_bytes()).unwrap(), json);
    }

    #[test]
    fn other_spellings_of_the_same_are_read() {
        let inside = |text: &str| scenario_in(format!("{OPENING}\n a=\"b\">{text}{CLOSING}").as_bytes());
        assert_eq!(
            inside("&#x7B;&#34;a&apos; &amp;lt; &;&nothing; & b&#1114112;").unwrap(),
            "{\"a' &lt; &;&nothing; & b&#1114112;"
        );
        assert_eq!(inside("å&amp;ö"), Ok("å&ö".to_owned()));
    }

    #[test]
    fn what_has_no_scenario_inside_says_so() {
        assert_eq!(scenario_in(b"<svg/>"), Err(OpenProblem::NothingInside));
        assert_eq!(scenario_in(b"<svg><lab:scenario>{"), Err(OpenProblem::DamagedPicture));
        assert_eq!(scenario_in(b"<svg>\xff"), Err(OpenProblem::NotText));
        assert!(is_markup(b"\xef\xbb\xbf\n <svg>") && !is_markup(b" {}") && !is_markup(b""));
    }
}
