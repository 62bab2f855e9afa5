//! What releases weighed and how fast they were: a CSV file with a row for each, appended when one is made.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};

use crate::workspace;

/// A number of each release: the name of its column, and what it is.
pub(super) const COLUMNS: [(&str, &str); 19] = [
    (FIRST_WASM, "bytes of the wasm of a first visit, by gzip"),
    ("first_scripts", "bytes of its scripts, by gzip"),
    ("first_page", "bytes of its page and styles, by gzip"),
    (FIRST_VISIT, "bytes of a first visit together, by gzip"),
    (ALL_WASM, "bytes of all wasm, by gzip"),
    (ONE_FILE, "bytes of the lab in one file, as it is"),
    (YEAR_SQLJS, "a year of 10,000 recipients in sql.js: times that of the lab as wasm"),
    (YEAR_DUCKDB, "the same in duckdb-wasm"),
    (
        DRAG_BPMN,
        "main thread for each frame of dragging among 400 activities in bpmn-js: times that of the lab",
    ),
    (DRAG_FLOW, "the same in React Flow"),
    (
        PLAY_TOKENS,
        "main thread for each frame of playing 501 tokens in bpmn-js-token-simulation: times that of the lab",
    ),
    (LOAD_VIEWER, "a first visit on a slow device until bpmn-js's viewer answers: times that of the lab"),
    (LOAD_MODELER, "the same of its modeler"),
    (LOAD_FLOW, "the same of React Flow"),
    (WEEK_RECURRING, "instructions of the native engine for a recipient and week, recurring delivery"),
    ("week_continuous", "the same, continuous delivery"),
    ("lighthouse", "the least score of Lighthouse's categories, of 100"),
    ("aims_met", "how many aims are met"),
    ("aims", "of how many"),
];
pub(super) const FIRST_WASM: &str = "first_wasm";
pub(super) const FIRST_VISIT: &str = "first_visit";
pub(super) const ALL_WASM: &str = "all_wasm";
pub(super) const ONE_FILE: &str = "one_file";
pub(super) const YEAR_SQLJS: &str = "year_sqljs";
pub(super) const YEAR_DUCKDB: &str = "year_duckdb";
pub(super) const DRAG_BPMN: &str = "drag_bpmn";
pub(super) const DRAG_FLOW: &str = "drag_flow";
pub(super) const PLAY_TOKENS: &str = "play_tokens";
pub(super) const LOAD_VIEWER: &str = "load_viewer";
pub(super) const LOAD_MODELER: &str = "load_modeler";
pub(super) const LOAD_FLOW: &str = "load_flow";
pub(super) const WEEK_RECURRING: &str = "week_recurring";
/// What comes before the numbers.
const HEAD: [&str; 3] = ["date", "version", "commit"];

/// A release.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(super) date: String,
    pub(super) version: String,
    pub(super) commit: String,
    /// In the order of [`COLUMNS`]; none where it was not measured.
    pub(super) numbers: Vec<Option<f64>>,
}

impl Row {
    /// The number of this column.
    pub(super) fn number(&self, column: &str) -> Option<f64> {
        let place = COLUMNS.iter().position(|(name, _)| *name == column)?;
        self.numbers.get(place).copied().flatten()
    }
}

/// All releases, the oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct History {
    pub(super) rows: Vec<Row>,
}

impl History {
    /// Reads the file; there was no release where there is none.
    pub(crate) fn load(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Ok(Self::default());
        }
        let hint = || format!("{} cannot be read", workspace::shown(path));
        Self::read(&fs::read_to_string(path).with_context(hint)?).with_context(hint)
    }

    fn read(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        ensure!(lines.next() == Some(header().as_str()), "its first line is not `{}`", header());
        let rows = (2..).zip(lines).map(|(number, line)| {
            row(line).with_context(|| format!("line {number} is not a release: `{line}`"))
        });
        Ok(Self { rows: rows.collect::<Result<_>>()? })
    }

    /// Adds a release; one that is measured again takes its own place.
    pub(crate) fn add(&mut self, row: Row) {
        let same = |last: &&mut Row| (&last.version, &last.commit) == (&row.version, &row.commit);
        match self.rows.last_mut().filter(same) {
            Some(last) => *last = row,
            None => self.rows.push(row),
        }
    }

    /// As the file has it.
    pub(crate) fn written(&self) -> String {
        let line = |row: &Row| {
            let head = [&row.date, &row.version, &row.commit].map(String::clone);
            let numbers = row.numbers.iter().map(|number| number.map(shown).unwrap_or_default());
            head.into_iter().chain(numbers).collect::<Vec<_>>().join(",")
        };
        let lines: Vec<String> = std::iter::once(header()).chain(self.rows.iter().map(line)).collect();
        format!("{}\n", lines.join("\n"))
    }
}

fn header() -> String {
    HEAD.into_iter().chain(COLUMNS.iter().map(|(name, _)| *name)).collect::<Vec<_>>().join(",")
}

fn row(line: &str) -> Result<Row> {
    let cells: Vec<&str> = line.split(',').collect();
    let [date, version, commit, numbers @ ..] = cells.as_slice() else { bail!("it has too few cells") };
    ensure!(numbers.len() == COLUMNS.len(), "it has {} numbers, not {}", numbers.len(), COLUMNS.len());
    let number = |cell: &&str| match *cell {
        "" => Ok(None),
        told => told.parse().map(Some).with_context(|| format!("`{told}` is no number")),
    };
    let numbers = numbers.iter().map(number).collect::<Result<_>>()?;
    Ok(Row {
        date: (*date).to_owned(),
        version: (*version).to_owned(),
        commit: (*commit).to_owned(),
        numbers,
    })
}

/// Whole where it is; otherwise to a hundredth.
fn shown(number: f64) -> String {
    if number.fract() == 0.0 { format!("{number}") } else { format!("{number:.2}") }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A release of this version, whose numbers are all the same.
    pub(crate) fn release(version: &str, number: Option<f64>) -> Row {
        let (date, commit) = ("2026-11-30".to_owned(), format!("c{version}"));
        Row { date, version: version.to_owned(), commit, numbers: vec![number; COLUMNS.len()] }
    }

    #[test]
    fn releases_come_back_and_one_measured_again_takes_its_place() {
        let mut history = History::default();
        history.add(release("0.9.0", Some(12.0)));
        history.add(release("1.0.0", None));
        history.add(release("1.0.0", Some(1.5)));
        let text = history.written();
        assert!(text.starts_with("date,version,commit,first_wasm,"));
        assert!(text.ends_with(&format!("2026-11-30,1.0.0,c1.0.0{}\n", ",1.50".repeat(COLUMNS.len()))));
        assert_eq!(History::read(&text).unwrap(), history);
        assert_eq!(history.rows.len(), 2);
        assert_eq!(history.rows[0].number(ONE_FILE), Some(12.0));
        assert_eq!(history.rows[0].number("nothing"), None);
    }

    #[test]
    fn what_is_no_history_is_refused() {
        assert!(History::read("date,version\n").is_err());
        for line in ["2026-11-30,1,c", &format!("2026-11-30,1,c{}", ",many".repeat(COLUMNS.len()))] {
            assert!(History::read(&format!("{}\n{line}\n", header())).is_err(), "{line}");
        }
    }
}
