//! From bytes to text: finds the encoding, and refuses files that are no text or too large to read.

use std::borrow::Cow;

use super::{ImportError, Limits};

/// How a file wrote its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark at the start.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Latin-1 with the additions of Windows-1252: what is left when the bytes are no UTF-8.
    Latin1,
}

/// What a file that is no text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryKind {
    /// A zip file, which includes the spreadsheet formats xlsx and ods.
    ZipOrSpreadsheet,
    /// The older spreadsheet format xls.
    OldSpreadsheet,
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// A compressed file.
    Compressed,
    /// Something else with zero bytes in it.
    Other,
}

/// The text of a file. Borrowed from the bytes where they were UTF-8 already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without the mark at the start.
    pub text: Cow<'a, str>,
    /// How it was written.
    pub encoding: Encoding,
}

/// Finds the encoding and gives the text.
///
/// # Errors
/// The file is too large, has too many rows, or is no text. All this is found without copying it.
pub fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Decoded<'a>, ImportError> {
    let size = bytes.len() as u64;
    if size > limits.bytes {
        return Err(ImportError::TooLarge { bytes: size, limit: limits.bytes });
    }
    let (encoding, body) = find_encoding(bytes)?;
    if matches!(encoding, Encoding::Utf8 | Encoding::Latin1) {
        check_rows(body, limits)?;
    }
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(body),
        Encoding::Latin1 => Cow::Owned(body.iter().map(|&byte| windows_1252(byte)).collect()),
        Encoding::Utf16Le => Cow::Owned(utf_16(body, u16::from_le_bytes)),
        Encoding::Utf16Be => Cow::Owned(utf_16(body, u16::from_be_bytes)),
    };
    check_rows(text.as_bytes(), limits)?;
    Ok(Decoded { text, encoding })
}

fn find_encoding(bytes: &[u8]) -> Result<(Encoding, &[u8]), ImportError> {
    if let Some(body) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let encoding = if std::str::from_utf8(body).is_ok() { Encoding::Utf8 } else { Encoding::Latin1 };
        return Ok((encoding, body));
    }
    if let Some(body) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok((Encoding::Utf16Le, body));
    }
    if let Some(body) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok((Encoding::Utf16Be, body));
    }
    if let Some(looks_like) = known_binary(bytes) {
        return Err(ImportError::NotText { looks_like });
    }
    let start = &bytes[..bytes.len().min(4_096)];
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (high_first, low_first, pairs) = (zeros(0), zeros(1), start.len() / 2);
    if low_first * 10 > pairs * 4 && high_first * 20 <= pairs {
        Ok((Encoding::Utf16Le, bytes))
    } else if high_first * 10 > pairs * 4 && low_first * 20 <= pairs {
        Ok((Encoding::Utf16Be, bytes))
    } else if high_first + low_first > 0 {
        Err(ImportError::NotText { looks_like: BinaryKind::Other })
    } else if std::str::from_utf8(bytes).is_ok() {
        Ok((Encoding::Utf8, bytes))
    } else {
        Ok((Encoding::Latin1, bytes))
    }
}

fn known_binary(bytes: &[u8]) -> Option<BinaryKind> {
    const STARTS: [(&[u8], BinaryKind); 8] = [
        (b"PK\x03\x04", BinaryKind::ZipOrSpreadsheet),
        (b"\xD0\xCF\x11\xE0", BinaryKind::OldSpreadsheet),
        (b"%PDF-", BinaryKind::Pdf),
        (b"\x89PNG", BinaryKind::Image),
        (b"\xFF\xD8\xFF", BinaryKind::Image),
        (b"GIF8", BinaryKind::Image),
        (b"\x1F\x8B", BinaryKind::Compressed),
        (b"7z\xBC\xAF", BinaryKind::Compressed),
    ];
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, kind)| kind)
}

/// Refuses too many rows before anything is kept. The header row may come on top.
fn check_rows(text: &[u8], limits: &Limits) -> Result<(), ImportError> {
    let rows = count_rows(text);
    if rows > limits.rows + 1 {
        return Err(ImportError::LimitReached { rows: rows - 1, limit: limits.rows });
    }
    Ok(())
}

/// How many lines with something in them there are, where a line break in quotes ends no line.
fn count_rows(text: &[u8]) -> u64 {
    let (mut rows, mut in_quotes, mut line_is_empty, mut field_starts) = (0, false, true, true);
    for &byte in text {
        match byte {
            b'"' if in_quotes || field_starts => {
                in_quotes = !in_quotes;
                // A second quote right after this one opens again: the two stood for one quote.
                field_starts = !in_quotes;
                line_is_empty = false;
            }
            b'\n' | b'\r' if !in_quotes => {
                rows += u64::from(!line_is_empty);
                (line_is_empty, field_starts) = (true, true);
            }
            b',' | b';' | b'\t' => (line_is_empty, field_starts) = (false, true),
            _ => (line_is_empty, field_starts) = (false, false),
        }
    }
    rows + u64::from(!line_is_empty)
}

fn utf_16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows_1252(byte: u8) -> char {
    const ADDED: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => ADDED[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes, &Limits::default()).unwrap();
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn the_same_text_is_found_in_every_encoding() {
        let text = "e-post;förnamn\nåsa@example.com;Åsa\n";
        let utf_16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
            mark.iter().copied().chain(text.encode_utf16().flat_map(unit)).collect::<Vec<u8>>()
        };
        let latin: Vec<u8> = text.chars().map(|letter| letter as u8).collect();
        let marked = ["\u{feff}", text].concat();
        let owned = || text.to_owned();
        assert_eq!(read(text.as_bytes()), (owned(), Encoding::Utf8));
        assert_eq!(read(marked.as_bytes()), (owned(), Encoding::Utf8));
        assert_eq!(read(&latin), (owned(), Encoding::Latin1));
        assert_eq!(read(&utf_16(&[0xFF, 0xFE], u16::to_le_bytes)), (owned(), Encoding::Utf16Le));
        assert_eq!(read(&utf_16(&[0xFE, 0xFF], u16::to_be_bytes)), (owned(), Encoding::Utf16Be));
        assert_eq!(read(&utf_16(&[], u16::to_le_bytes)), (owned(), Encoding::Utf16Le));
        assert_eq!(read(&utf_16(&[], u16::to_be_bytes)), (owned(), Encoding::Utf16Be));
        assert_eq!(read(b"price\n5 \x80").0, "price\n5 €");
    }

    #[test]
    fn files_that_are_no_text_are_refused_by_name() {
        let kind = |bytes: &[u8]| match decode(bytes, &Limits::default()) {
            Err(ImportError::NotText { looks_like }) => Some(looks_like),
            _ => None,
        };
        assert_eq!(kind(b"PK\x03\x04\x14\x00"), Some(BinaryKind::ZipOrSpreadsheet));
        assert_eq!(kind(b"\x89PNG\r\n"), Some(BinaryKind::Image));
        assert_eq!(kind(b"abc\0\0\0\0\0\0def"), Some(BinaryKind::Other));
    }

    #[test]
    fn too_many_rows_are_counted_and_refused() {
        let limits = Limits { rows: 3, ..Limits::default() };
        assert!(decode(b"email\na\n\"b\n\nc\"\r\n\r\nd", &limits).is_ok());
        let reached = ImportError::LimitReached { rows: 4, limit: 3 };
        assert_eq!(decode(b"email\na\nb\nc\nd\n", &limits), Err(reached));
        let small = Limits { bytes: 4, ..Limits::default() };
        assert_eq!(decode(b"email", &small), Err(ImportError::TooLarge { bytes: 5, limit: 4 }));
    }
}
