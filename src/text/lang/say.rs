//! Sentences with values in them: English templates with names, which a pack may put in another order.

use std::fmt::{Display, Write as _};

/// The values of a template, each with its name.
pub type Fills<'v> = [(&'static str, &'v dyn Display)];

/// An English sentence in a language: `say!(lang, "{count} of {total}", count, total = all.len())`.
///
/// Without values it is a `&'static str`, with them a `String`. The compiler refuses a template that names a value
/// which is not given, a value that no template names, and formats such as `{hour:02}`, which no pack could repeat.
macro_rules! say {
    ($lang:expr, $text:literal $(,)?) => { $lang.say($text) };
    ($lang:expr, $text:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {{
        const { assert!($crate::text::lang::is_plain($text)) };
        match ($(&($crate::text::lang::say!(@value $name $(= $value)?)),)+) {
            ($($name,)+) => {
                if false {
                    // Never run: here the compiler compares the names in the template with those that are given.
                    let _ = ::std::format_args!(::std::concat!($text), $($name = $name),+);
                }
                $crate::text::lang::fill(
                    $lang.say($text),
                    &[$((::std::stringify!($name), $name as &dyn ::std::fmt::Display)),+],
                )
            }
        }
    }};
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
}
pub(in crate::text) use say;

/// A template with its values in place of their names in braces. What names no value stays as it is.
pub fn fill(template: &str, values: &Fills) -> String {
    let mut text = String::with_capacity(template.len() + 16 * values.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let named = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        match named {
            Some((value, after)) => {
                // Writing to a text never fails.
                let _ = write!(text, "{value}");
                rest = after;
            }
            None => {
                text.push('{');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// Whether all braces of a template are around a plain name.
pub const fn is_plain(template: &str) -> bool {
    let bytes = template.as_bytes();
    let (mut place, mut is_inside, mut length) = (0, false, 0);
    while place < bytes.len() {
        match bytes[place] {
            b'{' if is_inside => return false,
            b'{' => (is_inside, length) = (true, 0),
            b'}' if !is_inside || length == 0 => return false,
            b'}' => is_inside = false,
            b'a'..=b'z' | b'0'..=b'9' | b'_' => length += 1,
            _ if is_inside => return false,
            _ => {}
        }
        place += 1;
    }
    !is_inside
}
