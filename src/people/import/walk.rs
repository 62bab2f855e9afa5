//! Walks over the rows of a text, past quotes that are never closed, and knows the line of each.

use std::ops::ControlFlow;

use csv::StringRecord;

use super::Limits;
use super::table::{Table, reader};

/// One row below the header.
pub(super) enum Row<'a> {
    /// Its values.
    Values(&'a StringRecord),
    /// Its values cannot be told apart: a quote swallowed what follows. The next row is on the next line.
    UnclosedQuote,
}

/// How often a swallowed part is read again; beyond that it counts as one row.
const MAX_REREADS: usize = 1_000;

/// Calls `visit` with the place and values of each row below the header until it breaks.
pub(super) fn for_each_row(
    text: &str,
    table: &Table,
    limits: &Limits,
    mut visit: impl FnMut(usize, Row<'_>) -> ControlFlow<()>,
) {
    let mut base = table.body_start;
    let mut header_is_next = table.has_header;
    let mut rereads = 0;
    let mut record = StringRecord::new();
    while let Some(body) = text.get(base..).filter(|body| !body.is_empty()) {
        let mut reader = reader(body, table.delimiter);
        base = text.len();
        // Reading text from memory fails in no way: it is valid and rows may have any length.
        while reader.read_record(&mut record).is_ok_and(|more| more) {
            let start = record.position().map_or(0, |position| position.byte() as usize);
            let start = text.len() - body.len() + start;
            let at = start + line_breaks(text.get(start..).unwrap_or_default());
            let is_last = reader.position().byte() as usize >= body.len();
            let raw = text.get(at..).filter(|_| is_last).unwrap_or_default();
            let swallowed =
                rereads < MAX_REREADS && (is_too_long(&record, limits) || is_unclosed(&record, raw, table));
            let row = if swallowed { Row::UnclosedQuote } else { Row::Values(&record) };
            if !std::mem::take(&mut header_is_next) && visit(at, row).is_break() {
                return;
            }
            if swallowed {
                rereads += 1;
                let rest = text.get(at..).unwrap_or_default();
                base = rest.find(['\n', '\r']).map_or(text.len(), |end| at + end + 1);
                break;
            }
        }
    }
}

/// Counts lines up to places that never go back.
pub(super) struct LineCounter<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), counted: 0, line: 1 }
    }

    /// The line of the byte at `at`, counted from 1.
    pub(super) fn line_at(&mut self, at: usize) -> u64 {
        while self.counted < at.min(self.bytes.len()) {
            let ends_line = match self.bytes[self.counted] {
                b'\n' => true,
                b'\r' => self.bytes.get(self.counted + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ends_line);
            self.counted += 1;
        }
        self.line
    }
}

fn line_breaks(text: &str) -> usize {
    text.bytes().take_while(|byte| matches!(byte, b'\n' | b'\r')).count()
}

/// Whether a value has lines of the file in it, and more of them than a value may have.
fn is_too_long(record: &StringRecord, limits: &Limits) -> bool {
    record.iter().any(|value| value.len() > limits.field_chars && value.contains(['\n', '\r']))
}

/// Whether a value of the last row, which is written as `raw`, has lines of the file in it because its quote is never
/// closed.
fn is_unclosed(record: &StringRecord, raw: &str, table: &Table) -> bool {
    let has_lines = record.iter().any(|value| value.contains(['\n', '\r']));
    has_lines && ends_in_quotes(raw, table.delimiter.byte())
}

fn ends_in_quotes(raw: &str, delimiter: u8) -> bool {
    let (mut in_quotes, mut field_starts) = (false, true);
    for byte in raw.bytes() {
        // Two quotes in a row close and open again.
        if byte == b'"' && (in_quotes || field_starts) {
            in_quotes = !in_quotes;
            field_starts = !in_quotes;
        } else {
            field_starts = !in_quotes && matches!(byte, b'\n' | b'\r') || byte == delimiter;
        }
    }
    in_quotes
}
