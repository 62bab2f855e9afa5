//! A text as a QR code, as one path to be drawn.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The light border that readers of codes need, in modules.
pub const BORDER: i32 = 4;
/// Codes with more modules a side than this are read by few telephones from the other end of a room.
const EASY: i32 = 97;

/// A code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many modules it has in a row, with its border.
    pub side: i32,
    /// The dark modules as the `d` of an SVG path, one unit a module.
    pub path: String,
    /// Whether it is so fine that it must be shown large.
    pub is_fine: bool,
}

/// The code of a text; none where the text is too long for any.
pub fn code(text: &str) -> Option<Code> {
    // The least correction: the code is shown on a screen, not printed on something that gets dirty, and every
    // module less helps. Where there is room in the same size, more correction is taken.
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + BORDER, y + BORDER);
            }
            x += run.max(1);
        }
    }
    Some(Code { side: size + 2 * BORDER, path, is_fine: size > EASY })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_are_those_of_every_code() {
        let code = code("https://example.com/#s=1abc").unwrap();
        assert!(!code.is_fine && code.side >= 21 + 2 * BORDER);
        // The finder pattern: seven dark modules, and one at each end of the next row.
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
        assert!(code.path.contains("M4 5h1v1h-1z") && code.path.contains("M10 5h1v1h-1z"));
    }

    #[test]
    fn a_longer_text_is_a_finer_code_until_there_is_none() {
        assert!(code(&"a".repeat(1_000)).unwrap().is_fine);
        assert!(code(&"a".repeat(2_953)).is_some());
        assert_eq!(code(&"a".repeat(2_954)), None);
    }
}
