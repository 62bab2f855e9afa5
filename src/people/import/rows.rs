//! From rows to people: good rows are kept, bad ones listed with line and reason, none silently dropped.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::rc::Rc;

use csv::StringRecord;

use super::fold::cut;
use super::mapping::{ColumnMapping, Target};
use super::table::Table;
use super::value::{DateOrder, DateVotes, is_email, read_date, read_flag, read_integer};
use super::walk::{LineCounter, Row, for_each_row};
use super::{ImportError, Limits};
use crate::base::chance::hash_bytes;
use crate::base::plain::one_line;
use crate::base::rest::Rest;
use crate::people::schema::{AttributeKind, Schema};
use crate::people::spec::{ImportedColumn, ImportedPeople};

/// What an import gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The people of the good rows, ready to be stored in a scenario.
    pub people: ImportedPeople,
    /// How many good rows there were.
    pub good_rows: u32,
    /// The first bad rows, in order of lines.
    pub bad_rows: Vec<BadRow>,
    /// How many bad rows there were in all.
    pub bad_total: u64,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The line of the file where the row begins, counted from 1.
    pub line: u64,
    /// Why.
    pub reason: RowProblem,
}

/// Why a row was left out. Values are cut to 60 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// The row has more or fewer values than there are columns.
    WrongFieldCount {
        /// How many columns there are.
        expected: usize,
        /// How many values the row has.
        found: usize,
    },
    /// Nothing but delimiters.
    Blank,
    /// A quote opens a value and is not closed near by. Reading went on with the next line.
    UnclosedQuote,
    /// A value is longer than the limit.
    TooLong {
        /// The column's name.
        column: String,
        /// The longest value, in characters.
        limit: usize,
    },
    /// An address is none.
    InvalidEmail {
        /// What is there instead.
        value: String,
    },
    /// Somebody above has this address already.
    DuplicateEmail {
        /// The address.
        value: String,
        /// The line of the row that was kept.
        first_line: u64,
    },
    /// A day cannot be read.
    UnreadableDate {
        /// The column's name.
        column: String,
        /// What is there instead.
        value: String,
    },
    /// A whole number cannot be read.
    NotANumber {
        /// The column's name.
        column: String,
        /// What is there instead.
        value: String,
    },
    /// Neither yes nor no.
    NotAFlag {
        /// The column's name.
        column: String,
        /// What is there instead.
        value: String,
    },
}

/// Imports the rows of `text`, which `table` describes, as `mapping` says: one entry for each column.
///
/// # Errors
/// The mapping is contradictory, or there are more rows than the limit.
pub fn import(
    text: &str,
    table: &Table,
    mapping: &[ColumnMapping],
    name: &str,
    limits: &Limits,
) -> Result<Imported, ImportError> {
    let mut columns = columns(mapping)?;
    find_date_orders(text, table, &mut columns, limits);
    let mut import = Import {
        table,
        limits,
        columns,
        cells: Vec::new(),
        emails: BTreeMap::new(),
        rows: 0,
        imported: Imported {
            people: ImportedPeople::default(),
            good_rows: 0,
            bad_rows: Vec::new(),
            bad_total: 0,
        },
    };
    import.read(text)?;
    let Import { columns, mut imported, .. } = import;
    imported.people.name = cut(&one_line(name), 200);
    imported.people.rows = imported.good_rows;
    imported.people.columns = Rc::new(columns.into_iter().map(Column::finish).collect());
    Ok(imported)
}

/// One column that is kept.
struct Column {
    place: usize,
    header: String,
    attribute: String,
    kind: AttributeKind,
    order: DateOrder,
    /// All values so far, one line each.
    values: String,
}

fn columns(mapping: &[ColumnMapping]) -> Result<Vec<Column>, ImportError> {
    let schema = Schema::standard();
    let mut columns: Vec<Column> = Vec::new();
    for (place, ColumnMapping { header, target }) in mapping.iter().enumerate() {
        let standard = |name: &str| schema.find(name).and_then(|idx| schema.get(idx));
        let (attribute, kind) = match target {
            Target::Ignore => continue,
            Target::Attribute(name) => match standard(name) {
                Some(attribute) => (name.clone(), attribute.kind),
                None => return Err(ImportError::UnknownTarget { attribute: name.clone() }),
            },
            Target::Custom { name, kind } => match standard(name) {
                Some(_) => return Err(ImportError::TargetTwice { attribute: name.clone() }),
                None => (name.clone(), *kind),
            },
        };
        if columns.iter().any(|column| column.attribute == attribute) {
            return Err(ImportError::TargetTwice { attribute });
        }
        let (header, order, values) = (header.clone(), DateOrder::DayFirst, String::new());
        columns.push(Column { place, header, attribute, kind, order, values });
    }
    Ok(columns)
}

/// Reads the dates of the whole file once to see which part is the day.
fn find_date_orders(text: &str, table: &Table, columns: &mut [Column], limits: &Limits) {
    let mut dates: Vec<(&mut Column, DateVotes)> = columns
        .iter_mut()
        .filter(|column| column.kind == AttributeKind::Date)
        .map(|column| (column, DateVotes::default()))
        .collect();
    if dates.is_empty() {
        return;
    }
    for_each_row(text, table, limits, |_, row| {
        if let Row::Values(row) = row {
            for (column, votes) in &mut dates {
                votes.add(row.get(column.place).unwrap_or_default());
            }
        }
        ControlFlow::Continue(())
    });
    dates.into_iter().for_each(|(column, votes)| column.order = votes.order());
}

impl Column {
    /// The value as a scenario file stores it.
    fn stored(&self, value: &str) -> Result<String, RowProblem> {
        let value = one_line(value);
        let shown = || (self.header.clone(), cut(&value, 60));
        match self.kind {
            AttributeKind::Text if self.is_email() && !value.is_empty() && !is_email(&value) => {
                Err(RowProblem::InvalidEmail { value: cut(&value, 60) })
            }
            AttributeKind::Text => Ok(value.into_owned()),
            AttributeKind::Flag => match read_flag(&value) {
                Some(true) => Ok("1".to_owned()),
                Some(false) => Ok(String::new()),
                None => Err(RowProblem::not_a_flag(shown())),
            },
            _ if value.is_empty() => Ok(String::new()),
            AttributeKind::Integer => match read_integer(&value) {
                Some(number) => Ok(number.to_string()),
                None => Err(RowProblem::not_a_number(shown())),
            },
            AttributeKind::Date => match read_date(&value, self.order) {
                Some(date) => Ok(date.to_string()),
                None => Err(RowProblem::unreadable_date(shown())),
            },
        }
    }

    fn is_email(&self) -> bool {
        self.attribute == "email"
    }

    fn finish(self) -> ImportedColumn {
        let Self { attribute, kind, values, .. } = self;
        ImportedColumn { attribute, kind, values, rest: Rest::new() }
    }
}

impl RowProblem {
    fn not_a_flag((column, value): (String, String)) -> Self {
        Self::NotAFlag { column, value }
    }

    fn not_a_number((column, value): (String, String)) -> Self {
        Self::NotANumber { column, value }
    }

    fn unreadable_date((column, value): (String, String)) -> Self {
        Self::UnreadableDate { column, value }
    }
}

/// An import under way.
struct Import<'a> {
    table: &'a Table,
    limits: &'a Limits,
    columns: Vec<Column>,
    /// The values of the row being read, so that a bad row leaves no trace in the columns.
    cells: Vec<String>,
    /// The hash of each address in lower case; where in its column the address is; its line.
    emails: BTreeMap<u64, (usize, u64)>,
    rows: u64,
    imported: Imported,
}

impl Import<'_> {
    fn read(&mut self, text: &str) -> Result<(), ImportError> {
        let mut lines = LineCounter::new(text);
        let mut outcome = Ok(());
        for_each_row(text, self.table, self.limits, |at, row| {
            self.rows += 1;
            if self.rows > self.limits.rows {
                outcome = Err(ImportError::LimitReached { rows: self.rows, limit: self.limits.rows });
                return ControlFlow::Break(());
            }
            let line = lines.line_at(at);
            let taken = match row {
                Row::Values(values) => self.take(values, line),
                Row::UnclosedQuote => Err(RowProblem::UnclosedQuote),
            };
            if let Err(reason) = taken {
                self.imported.bad_total += 1;
                if self.imported.bad_rows.len() < self.limits.bad_rows_listed {
                    self.imported.bad_rows.push(BadRow { line, reason });
                }
            }
            ControlFlow::Continue(())
        });
        outcome
    }

    /// Keeps one row whole, or not at all.
    fn take(&mut self, row: &StringRecord, line: u64) -> Result<(), RowProblem> {
        self.check_shape(row)?;
        self.cells.clear();
        let mut email = None;
        for column in &self.columns {
            let value = column.stored(row.get(column.place).unwrap_or_default())?;
            if column.is_email() && !value.is_empty() {
                email = Some(self.check_new(column, &value)?);
            }
            self.cells.push(value);
        }
        for (column, cell) in self.columns.iter_mut().zip(&self.cells) {
            if self.imported.good_rows > 0 {
                column.values.push('\n');
            }
            if let Some(hash) = email.filter(|_| column.is_email()) {
                self.emails.entry(hash).or_insert((column.values.len(), line));
            }
            column.values.push_str(cell);
        }
        self.imported.good_rows += 1;
        Ok(())
    }

    /// Values beyond the last column are let pass if they are empty, as some programs end rows so.
    fn check_shape(&self, row: &StringRecord) -> Result<(), RowProblem> {
        let headers = &self.table.headers;
        let (expected, found) = (headers.len(), row.len());
        if row.iter().all(|value| value.trim().is_empty()) {
            return Err(RowProblem::Blank);
        }
        if found < expected || row.iter().skip(expected).any(|value| !value.trim().is_empty()) {
            return Err(RowProblem::WrongFieldCount { expected, found });
        }
        let limit = self.limits.field_chars;
        let too_long = |value: &str| value.len() > limit && value.chars().count() > limit;
        match headers.iter().zip(row).find(|(_, value)| too_long(value)) {
            Some((column, _)) => Err(RowProblem::TooLong { column: column.clone(), limit }),
            None => Ok(()),
        }
    }

    /// The hash of an address that nobody above has.
    fn check_new(&self, column: &Column, email: &str) -> Result<u64, RowProblem> {
        let lower = email.to_lowercase();
        let hash = hash_bytes(lower.as_bytes());
        if let Some(&(start, first_line)) = self.emails.get(&hash) {
            let earlier = column.values.get(start..).and_then(|values| values.split('\n').next());
            if earlier.is_some_and(|earlier| earlier.to_lowercase() == lower) {
                return Err(RowProblem::DuplicateEmail { value: cut(email, 60), first_line });
            }
        }
        Ok(hash)
    }
}
