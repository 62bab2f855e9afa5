//! One row of a CSV file (RFC 4180): cells between commas, line ends of two characters, and no cell that a spreadsheet
//! takes for a formula.

use std::io::Write as _;

use crate::base::time::SimTime;

/// What begins a formula in a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Rows as bytes.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    bytes: Vec<u8>,
    is_begun: bool,
}

impl Cells {
    /// A cell with a text; an apostrophe goes before what a spreadsheet would calculate.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.begin();
        let guard = if text.starts_with(FORMULA) { "'" } else { "" };
        if text.contains([',', '"', '\n', '\r']) {
            self.put(format_args!("\"{guard}{}\"", text.replace('"', "\"\"")))
        } else {
            self.put(format_args!("{guard}{text}"))
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
        self.put(format_args!("{moment}Z"))
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
        let texts =
            ["=1+1", "+2", "-3", "@sum", "\tx", "\ry", "plain", "a,b", "say \"hi\"", "two\r\nlines", ""];
        for text in texts {
            cells.text(text);
        }
        cells.number(7).empty().moment(SimTime::parse("2026-06-08T09:00:00").unwrap()).end();
        let bytes = cells.take();
        assert!(bytes.ends_with(b"7,,2026-06-08T09:00:00Z\r\n"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(row.len(), texts.len() + 3);
        for (read, text) in row.iter().zip(texts) {
            let is_formula = text.starts_with(FORMULA);
            assert_eq!(read, if is_formula { format!("'{text}") } else { text.to_owned() });
        }
    }
}
