//! Charts as plain shapes: what is measured, how it is laid out in so many pixels, and the same numbers as a table.

mod bars;
mod grid;
mod lines;
mod plain;
pub mod scale;
pub mod shape;
mod svg;
pub mod ticks;

pub use self::plain::Table;
use self::shape::{Anchor, Drawing, Shape, Tint};
pub use self::svg::standalone;
use crate::log::indicators::BasisPoints;
use crate::text::format::number;
use crate::text::{Lang, indicator};

/// A chart, whatever its form: what it shows and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it shows, in a few words.
    pub title: String,
    /// What follows from it, in a sentence.
    pub takeaway: String,
    /// What it is measured in, over the vertical axis.
    pub unit: String,
    /// Heads the first column of the table: what the horizontal axis counts.
    pub across: String,
    /// The numbers.
    pub body: Body,
    /// The language of its numbers.
    pub lang: Lang,
}

/// The numbers of a chart, by form.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Lines over time.
    Lines(Lines),
    /// Bars, the parts of each upon each other.
    Bars(Bars),
    /// Cells over time.
    Grid(Grid),
}

/// A time axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span {
    /// The first second.
    pub from: i64,
    /// The last one.
    pub to: i64,
    /// Seconds that are named, and how; `true` where they are named with little room too.
    pub names: Vec<(i64, String, bool)>,
}

/// What numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Things.
    Count,
    /// Hundredths of a percent; the axis ends with 100 % at most.
    Rate,
}

/// Lines over time, all with the same moments.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// The time axis.
    pub span: Span,
    /// The moments, in seconds, with their names in the table.
    pub moments: Vec<(i64, String)>,
    /// What the values count.
    pub measure: Measure,
    /// Whether a line stays where it is until its next value, and then jumps.
    pub is_stepped: bool,
    /// The lines.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub tint: Tint,
    /// How it is told from others of its colour.
    pub stroke: Stroke,
    /// A value for each moment; none where it has none then.
    pub values: Vec<Option<u64>>,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// In one.
    Solid,
    /// In dashes.
    Dashed,
    /// As points that are not joined.
    Points,
}

/// Bars side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The names of the bars.
    pub names: Vec<String>,
    /// What they are made of, from below.
    pub parts: Vec<Part>,
}

/// A part of every bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub tint: Tint,
    /// Whether it is drawn hollow, so that it is told apart without colours.
    pub is_hollow: bool,
    /// A value for each bar.
    pub values: Vec<u64>,
}

/// Cells: a column for each run, a row for each delivery or activity.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The time axis.
    pub span: Span,
    /// When each column begins, in seconds, with its name.
    pub columns: Vec<(i64, String)>,
    /// What a row is: the heading over their names in the table.
    pub row: String,
    /// The rows, from above.
    pub rows: Vec<GridRow>,
}

/// A row of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub tint: Tint,
    /// A value for each column; none where nothing happened.
    pub cells: Vec<Option<u64>>,
}

/// What stands beside a name in the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A line.
    Line(Tint, Stroke),
    /// A box, hollow or full.
    Box(Tint, bool),
}

/// The narrowest chart that is drawn; narrower rooms scroll.
pub const LEAST_WIDTH: f64 = 240.0;
const FONT: f64 = 11.0;
/// What a digit of this font is wide at most.
const DIGIT: f64 = 6.6;

impl Chart {
    /// The chart in so many pixels of width.
    pub fn draw(&self, width: f64) -> Drawing {
        let width = if width.is_finite() { width.max(LEAST_WIDTH) } else { LEAST_WIDTH };
        match &self.body {
            Body::Lines(lines) => lines::draw(self, lines, width),
            Body::Bars(bars) => bars::draw(self, bars, width),
            Body::Grid(grid) => grid::draw(self, grid, width),
        }
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        match &self.body {
            Body::Lines(lines) => lines.lines.iter().all(|line| line.values.iter().all(Option::is_none)),
            Body::Bars(bars) => bars.parts.iter().all(|part| part.values.iter().all(|value| *value == 0)),
            Body::Grid(grid) => grid.rows.iter().all(|row| row.cells.iter().all(Option::is_none)),
        }
    }

    /// What is told apart, with the mark of each; nothing where there is one thing only.
    pub fn legend(&self) -> Vec<(Mark, &str)> {
        match &self.body {
            Body::Lines(lines) => {
                lines.lines.iter().map(|line| (Mark::Line(line.tint, line.stroke), &*line.name)).collect()
            }
            Body::Bars(bars) => {
                bars.parts.iter().map(|part| (Mark::Box(part.tint, part.is_hollow), &*part.name)).collect()
            }
            Body::Grid(_) => Vec::new(),
        }
    }

    /// The same numbers as a table.
    pub fn table(&self) -> Table {
        plain::table(self)
    }

    /// A value in words.
    fn worded(&self, measure: Measure, value: u64) -> String {
        worded(self.lang, measure, value)
    }
}

fn worded(lang: Lang, measure: Measure, value: u64) -> String {
    match measure {
        Measure::Count => number(lang, value),
        Measure::Rate => {
            BasisPoints::of(value, 10_000).map(|rate| indicator::rate(lang, rate)).unwrap_or_default()
        }
    }
}

/// A text of the usual size.
fn label(words: String, (x, y): (f64, f64), anchor: Anchor) -> Shape {
    Shape::Text { words, x, y, size: FONT, anchor, tint: Tint::Quiet, is_bold: false }
}

/// The lines of a vertical axis with their values; the place at which the first value stands is given.
fn rules(drawing: &mut Drawing, ticks: &[(f64, String)], (left, right): (f64, f64)) {
    for (y, words) in ticks {
        drawing.shapes.push(Shape::line((left, *y), (right, *y), Tint::Rule));
        drawing.shapes.push(label(words.clone(), (left - 6.0, y + 4.0), Anchor::End));
    }
}

/// The names below a time axis: as many as there is room for.
fn names_below(drawing: &mut Drawing, span: &Span, scale: scale::Scale, bottom: f64) {
    let width = drawing.width;
    let is_wide = width > 560.0;
    let mut free_from = f64::NEG_INFINITY;
    for (at, words, is_major) in &span.names {
        let x = scale.place(*at as f64);
        let needs = words.chars().count() as f64 * DIGIT;
        if (*is_major || is_wide) && x >= free_from && x + needs <= width {
            drawing.shapes.push(Shape::line((x, bottom), (x, bottom + 4.0), Tint::Axis));
            drawing.shapes.push(label(words.clone(), (x + 1.0, bottom + 15.0), Anchor::Start));
            free_from = x + needs + 10.0;
        }
    }
}

#[cfg(test)]
mod tests;
