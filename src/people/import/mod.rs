//! Reads the user's own recipients from a CSV file: bytes to text, text to a table, table to people.

mod decode;
mod fold;
mod mapping;
mod rows;
mod table;
mod value;
mod walk;

pub use decode::{BinaryKind, Decoded, Encoding, decode};
pub use mapping::{ColumnMapping, Target, guess_mapping, own_name};
pub use rows::{BadRow, Imported, RowProblem, import};
pub use table::{Delimiter, Table};

/// How much of a file is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest file, in bytes.
    pub bytes: u64,
    /// The most rows of people.
    pub rows: u64,
    /// The most columns.
    pub columns: usize,
    /// The longest value, in characters.
    pub field_chars: usize,
    /// How many bad rows are listed; all are counted.
    pub bad_rows_listed: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            rows: u64::from(super::spec::MAX_PEOPLE),
            columns: 500,
            field_chars: 1_000,
            bad_rows_listed: 1_000,
        }
    }
}

/// Why nothing of a file can be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file is larger than the limit. Remedy: split it, or leave columns out.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The largest size in bytes.
        limit: u64,
    },
    /// The file is not text. Remedy: save it as CSV in the program it comes from.
    NotText {
        /// What it looks like.
        looks_like: BinaryKind,
    },
    /// There is nothing in the file.
    NoRows,
    /// The file has more people than the limit; none are taken. Remedy: split it or take a sample.
    LimitReached {
        /// How many rows were counted; at least so many are there.
        rows: u64,
        /// The most there may be.
        limit: u64,
    },
    /// The file has more columns than the limit.
    TooManyColumns {
        /// How many it has.
        columns: usize,
        /// The most there may be.
        limit: usize,
    },
    /// Two columns are mapped to the same attribute.
    TargetTwice {
        /// The attribute's name.
        attribute: String,
    },
    /// A column is mapped to a standard attribute that does not exist.
    UnknownTarget {
        /// The name as given.
        attribute: String,
    },
}

/// Imports a file with everything guessed: encoding, delimiter, header row, mapping. `name` is kept with the
/// people to tell where they came from.
///
/// # Errors
/// The reason why nothing can be imported. Bad rows are no error; [`Imported`] lists them.
pub fn import_file(bytes: &[u8], name: &str, limits: &Limits) -> Result<Imported, ImportError> {
    let decoded = decode(bytes, limits)?;
    let table = Table::read(&decoded.text, None, None, limits)?;
    let mapping = guess_mapping(&table.headers, &table.samples);
    import(&decoded.text, &table, &mapping, name, limits)
}

#[cfg(test)]
mod tests;
