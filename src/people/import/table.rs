//! From text to a table: finds the delimiter and the header row, and shows the first rows.

use super::fold::{cut, folded};
use super::mapping;
use super::{ImportError, Limits};
use crate::base::plain::one_line;

/// What stands between the values of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// The shape of a file, with its first rows to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands between values.
    pub delimiter: Delimiter,
    /// Whether the first row names the columns.
    pub has_header: bool,
    /// The name of each column; `column1` and so on where the file names none.
    pub headers: Vec<String>,
    /// The first rows of values, at most twenty, each value cut to 100 characters.
    pub samples: Vec<Vec<String>>,
    /// Where the first row begins: after a line such as `sep=;`.
    pub(super) body_start: usize,
}

impl Delimiter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    pub(super) const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

impl Table {
    /// Looks at the start of a text. What is not given is guessed.
    ///
    /// # Errors
    /// There are no rows, or too many columns.
    pub fn read(
        text: &str,
        delimiter: Option<Delimiter>,
        has_header: Option<bool>,
        limits: &Limits,
    ) -> Result<Self, ImportError> {
        let (stated, body_start) = stated_delimiter(text);
        let body = text.get(body_start..).unwrap_or_default();
        let delimiter = delimiter.or(stated).unwrap_or_else(|| guess_delimiter(body));
        let mut rows = first_rows(body, delimiter);
        if rows.iter().flatten().all(|value| value.trim().is_empty()) {
            return Err(ImportError::NoRows);
        }
        let columns = rows.first().map_or(0, Vec::len);
        if columns > limits.columns {
            return Err(ImportError::TooManyColumns { columns, limit: limits.columns });
        }
        let has_header = has_header.unwrap_or_else(|| is_header(&rows));
        let mut headers = if has_header { rows.remove(0) } else { vec![String::new(); columns] };
        for (number, header) in (1..).zip(&mut headers) {
            *header = cut(&one_line(header), 60);
            if header.is_empty() {
                *header = format!("column{number}");
            }
        }
        rows.truncate(SAMPLES);
        rows.iter_mut().flatten().for_each(|value| *value = cut(&one_line(value), 100));
        Ok(Self { delimiter, has_header, headers, samples: rows, body_start })
    }
}

const SAMPLES: usize = 20;

/// A reader of rows that may have any number of values.
pub(super) fn reader(body: &str, delimiter: Delimiter) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter.byte())
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes())
}

fn first_rows(body: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
    let rows = reader(body, delimiter).into_records().map_while(Result::ok).take(SAMPLES + 1);
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// Spreadsheets may say in a first line of its own which delimiter follows.
fn stated_delimiter(text: &str) -> (Option<Delimiter>, usize) {
    let line = text.lines().next().unwrap_or_default();
    let stated = Delimiter::ALL.into_iter().find(|delimiter| {
        line.strip_prefix("sep=").is_some_and(|rest| rest.as_bytes() == [delimiter.byte()])
    });
    let after = text.find('\n').map_or(text.len(), |end| end + 1);
    (stated, if stated.is_some() { after } else { 0 })
}

/// The delimiter that splits the first rows most evenly, and of those the one that splits them most.
fn guess_delimiter(body: &str) -> Delimiter {
    let score = |delimiter: Delimiter| {
        let widths: Vec<usize> = first_rows(body, delimiter).iter().map(Vec::len).collect();
        let first = widths.first().copied().unwrap_or_default();
        let even = widths.iter().filter(|&&width| width == first).count();
        if first < 2 { (0, 0) } else { (even * 100 / widths.len().max(1), first) }
    };
    Delimiter::ALL.into_iter().rev().max_by_key(|&delimiter| score(delimiter)).unwrap_or(Delimiter::Comma)
}

/// A first row is a header if it names an attribute, or if it has neither addresses nor numbers while a
/// later row does.
fn is_header(rows: &[Vec<String>]) -> bool {
    let Some((first, later)) = rows.split_first() else { return false };
    let looks_like_data = |value: &String| {
        value.contains('@') || value.trim().starts_with(|letter: char| letter.is_ascii_digit())
    };
    if first.iter().any(|value| value.trim().len() > 1 && super::value::is_email(value.trim())) {
        return false;
    }
    first.iter().any(|value| mapping::attribute_named(&folded(value)).is_some())
        || (!first.iter().any(looks_like_data) && later.iter().flatten().any(looks_like_data))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        Table::read(text, None, None, &Limits::default()).unwrap()
    }

    #[test]
    fn delimiters_are_guessed_past_quotes() {
        assert_eq!(table("email,name\na@b.se,Bo\n").delimiter, Delimiter::Comma);
        assert_eq!(table("email;name\na@b.se;\"Bo, d.y., m.fl.\"\n").delimiter, Delimiter::Semicolon);
        assert_eq!(table("email\tname, all\na@b.se\tBo\n").delimiter, Delimiter::Tab);
        assert_eq!(table("sep=;\nemail\na@b.se\n").delimiter, Delimiter::Semicolon);
        assert_eq!(table("email\na@b.se\n").delimiter, Delimiter::Comma);
        let broken_line = table("name,email\n\"Bo\n;;;\",a@b.se\n");
        assert_eq!(
            (broken_line.delimiter, broken_line.samples),
            (Delimiter::Comma, vec![vec!["Bo ;;;".to_owned(), "a@b.se".to_owned()]])
        );
    }

    #[test]
    fn a_header_row_is_told_from_people() {
        assert!(table("E-post;Ort\n").has_header);
        assert!(table("foo,bar\na@b.se,1\n").has_header);
        let bare = table("a@b.se,Bo\nc@d.se,Li\n");
        assert_eq!(
            (bare.has_header, bare.headers.as_slice()),
            (false, &["column1".to_owned(), "column2".to_owned()][..])
        );
        assert_eq!(bare.samples.len(), 2);
        assert_eq!(Table::read(" \n\n", None, None, &Limits::default()), Err(ImportError::NoRows));
    }
}
