//! A Markdown table of contestants: what each came to in each workload, and how many times ours that is.

use std::fmt::Write as _;

use anyhow::Result;

use super::results::{Results, Series};

/// The contestant that others are compared with.
pub(super) const OURS: &str = "lab";

/// Something that is measured.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Its field of a round.
    pub(super) field: &'static str,
    pub(super) heading: &'static str,
    pub(super) decimals: usize,
    /// Whether the rivals' values are shown as times ours, too.
    pub(super) is_compared: bool,
}

impl Column {
    pub(super) const fn new(field: &'static str, heading: &'static str, decimals: usize) -> Self {
        Self { field, heading, decimals, is_compared: true }
    }

    /// A column whose values are often nothing, so that a ratio would say nothing.
    pub(super) const fn alone(self) -> Self {
        Self { is_compared: false, ..self }
    }
}

/// Who took part in what. All names come as they are in the results, and as they are shown.
pub(super) struct Grid<'a> {
    /// What a workload and a contestant are called in the heading.
    pub(super) head: (&'static str, &'static str),
    pub(super) workloads: &'a [(&'static str, &'static str)],
    pub(super) contestants: &'a [(&'static str, &'static str)],
    pub(super) rivals: &'a [&'static str],
    pub(super) columns: &'a [Column],
}

impl Grid<'_> {
    /// A row for each contestant in each workload it was measured in.
    pub(super) fn table(&self, results: &Results) -> Result<String> {
        let mut text = String::new();
        let headings: Vec<&str> = self.columns.iter().map(|column| column.heading).collect();
        let rule = "|--:".repeat(self.columns.len());
        writeln!(text, "| {} | {} | {} |\n|---|---{rule}|", self.head.0, self.head.1, headings.join(" | "))?;
        for (workload, name) in self.workloads {
            let ours = results.of(workload, OURS);
            for (who, shown) in self.contestants {
                let Some(series) = results.of(workload, who) else { continue };
                let ours = ours.filter(|_| self.rivals.contains(who));
                writeln!(text, "| {name} | {shown}{}", self.row(series, ours))?;
            }
        }
        Ok(text)
    }

    fn row(&self, series: &Series, ours: Option<&Series>) -> String {
        let is_measured = self.columns.iter().any(|column| series.median(&[column.field]).is_some());
        if let (false, Some(failure)) = (is_measured, series.failure()) {
            return format!(" | failed: {failure} {}", "|".repeat(self.columns.len()));
        }
        let failed = series.failure().map(|failure| format!(" (a round failed: {failure})"));
        let cells: Vec<String> = self.columns.iter().map(|column| cell(column, series, ours)).collect();
        format!("{} | {} |", failed.unwrap_or_default(), cells.join(" | "))
    }
}

fn cell(column: &Column, series: &Series, ours: Option<&Series>) -> String {
    let Column { field, decimals, is_compared, .. } = *column;
    let Some(value) = series.median(&[field]) else { return String::new() };
    let spread = series.spread(&[field], decimals);
    let ratio = match ours.filter(|_| is_compared).and_then(|ours| ours.median(&[field])) {
        Some(ours) if ours > 0.0 => format!(" ({:.2} ×)", value / ours),
        _ => String::new(),
    };
    format!("{value:.decimals$}{spread}{ratio}")
}

/// Checks that every row of every table in a text has as many cells as its heading.
#[cfg(test)]
pub(super) fn assert_even(text: &str) {
    let mut cells = None;
    for line in text.lines() {
        let here = line.starts_with('|').then(|| line.matches('|').count());
        assert!(cells.is_none() || here.is_none() || cells == here, "{line}");
        cells = here;
    }
}
