//! One row of a CSV file (RFC 4180): cells between commas, line ends of two characters, and no cell that a spreadsheet
//! takes for a formula.

use std::borrow::Cow;
use std::io::Write as _;

use crate::base::time::SimTime;

/// What begins a formula in a spreadsheet, also in its full-width form.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
/// What lets a spreadsheet read the next sign as the first of a cell, where it takes another separator than this file.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// A text in which no cell begins a formula: an apostrophe goes before what a spreadsheet would calculate, also behind
/// quotation marks, and behind what another spreadsheet may take for the end of a cell.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    let mut places = Vec::new();
    // Blanks at the beginning are cut off by some spreadsheets, and then the next sign is the first.
    let mut is_start = true;
    for (at, sign) in text.char_indices() {
        if is_start && FORMULA.contains(&sign) {
            places.push(at);
        }
        is_start = SEPARATORS.contains(&sign) || (is_start && (sign == '"' || sign.is_whitespace()));
    }
    if text.starts_with(['\t', '\r', '\n']) && !places.contains(&0) {
        places.insert(0, 0);
    }
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + places.len());
    let mut from = 0;
    for at in places {
        safe.push_str(&text[from..at]);
        safe.push('\'');
        from = at;
    }
    safe.push_str(&text[from..]);
    Cow::Owned(safe)
}

/// Rows as bytes.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    bytes: Vec<u8>,
    is_begun: bool,
}

impl Cells {
    /// A cell with a text, [`guarded`].
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.begin();
        let text = guarded(text);
        if text.contains([',', ';', '\t', '"', '\n', '\r']) {
            self.put(format_args!("\"{}\"", text.replace('"', "\"\"")))
        } else {
            self.put(format_args!("{text}"))
        }
    }

    /// A cell with a whole number.
    pub(crate) fn number(&mut self, number: u64) -> &mut Self {
        self.begin();
        self.put(format_args!("{number}"))
    }

    /// A cell with a moment; the server's time is UTC, which the `Z` says.
    pub(crate) fn moment(&mut self, moment: SimTime) -> &mut Self {
        self.begin();
        self.put(format_args!("{:?}Z", moment.date_time()))
    }

    /// A cell without anything.
    pub(crate) fn empty(&mut self) -> &mut Self {
        self.begin();
        self
    }

    /// Ends the row.
    pub(crate) fn end(&mut self) {
        self.bytes.extend_from_slice(b"\r\n");
        self.is_begun = false;
    }

    /// What was written since it was last taken.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    fn begin(&mut self) {
        if self.is_begun {
            self.bytes.push(b',');
        }
        self.is_begun = true;
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) -> &mut Self {
        // Memory takes everything.
        let _ = self.bytes.write_fmt(what);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_back_is_what_was_written_and_no_formula() {
        let mut cells = Cells::default();
        let texts = [
            ("=1+1", "'=1+1"),
            ("+2", "'+2"),
            ("-3", "'-3"),
            ("@sum", "'@sum"),
            ("\tx", "'\tx"),
            ("\ry", "'\ry"),
            ("\t=1", "'\t'=1"),
            (" =1", " '=1"),
            ("\"=1+1", "\"'=1+1"),
            ("a;=1;b", "a;'=1;b"),
            ("a;\"-1\"", "a;\"'-1\""),
            ("two\r\n=lines", "two\r\n'=lines"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("plain", "plain"),
            ("a - b = c; d", "a - b = c; d"),
            ("a,b", "a,b"),
            ("say \"hi\"", "say \"hi\""),
            ("two\r\nlines", "two\r\nlines"),
            ("", ""),
        ];
        for (text, _) in texts {
            cells.text(text);
        }
        cells.number(7).empty().moment(SimTime::parse("2026-06-08T09:00:00").unwrap()).end();
        let bytes = cells.take();
        assert!(bytes.ends_with(b"7,,2026-06-08T09:00:00Z\r\n"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(row.len(), texts.len() + 3);
        for (read, (_, written)) in row.iter().zip(texts) {
            assert_eq!(read, written);
        }
    }
}
