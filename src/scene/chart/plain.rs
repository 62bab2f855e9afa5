//! The numbers of a chart as a table, where each of them can be reached.

use super::{Body, Chart, Measure};

/// A table: a column of names, then numbers as words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The headings, that of the names first.
    pub headings: Vec<String>,
    /// The rows: a name, and a cell for each other heading; empty where there is no number.
    pub rows: Vec<Vec<String>>,
}

pub(super) fn table(chart: &Chart) -> Table {
    let first = [chart.across.clone()];
    let count = |value: &u64| chart.worded(Measure::Count, *value);
    match &chart.body {
        Body::Lines(lines) => {
            let worded = |value: &Option<u64>| value.map(|value| chart.worded(lines.measure, value));
            let row = |(at, (_, name)): (usize, &(i64, String))| {
                let values =
                    lines.lines.iter().map(|line| line.values.get(at).and_then(worded).unwrap_or_default());
                [name.clone()].into_iter().chain(values).collect()
            };
            Table {
                headings: first.into_iter().chain(lines.lines.iter().map(|line| line.name.clone())).collect(),
                rows: lines.moments.iter().enumerate().map(row).collect(),
            }
        }
        Body::Bars(bars) => {
            let row = |(at, name): (usize, &String)| {
                let values = bars.parts.iter().map(|part| part.values.get(at).map(count).unwrap_or_default());
                [name.clone()].into_iter().chain(values).collect()
            };
            Table {
                headings: first.into_iter().chain(bars.parts.iter().map(|part| part.name.clone())).collect(),
                rows: bars.names.iter().enumerate().map(row).collect(),
            }
        }
        Body::Grid(grid) => {
            // A grid of a delivery a row is mostly gaps: one line for each cell that is there.
            let mut rows = Vec::new();
            for row in &grid.rows {
                for ((_, name), value) in grid.columns.iter().zip(&row.cells) {
                    if let Some(value) = value {
                        rows.push(vec![name.clone(), row.name.clone(), count(value)]);
                    }
                }
            }
            let order = |name: &str| grid.columns.iter().position(|column| column.1 == name);
            rows.sort_by_key(|row: &Vec<String>| row.first().and_then(|name| order(name)));
            let headings = vec![chart.across.clone(), grid.row.clone(), chart.unit.clone()];
            Table { headings, rows }
        }
    }
}
