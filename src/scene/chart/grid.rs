//! The grid of runs and deliveries on a true time axis: a cell is shaded by its rows and says how many.

use super::scale::Scale;
use super::shape::{Anchor, Drawing, Shape, Tint};
use super::{Chart, DIGIT, Grid, GridRow, Measure, label, names_below};

const TOP: f64 = 4.0;
const BELOW: f64 = 24.0;
const WIDEST: f64 = 30.0;
/// Rows are this high where there are few of them, and lower where there are many.
const HIGHEST: f64 = 34.0;
const LOWEST: f64 = 12.0;
const MOST_HIGH: f64 = 420.0;
const SMALL: f64 = 9.5;

pub(super) fn draw(chart: &Chart, grid: &Grid, width: f64) -> Drawing {
    let height = (MOST_HIGH / grid.rows.len().max(1) as f64).clamp(LOWEST, HIGHEST);
    let bottom = TOP + height * grid.rows.len().max(1) as f64 + 4.0;
    let mut drawing = Drawing { width, height: bottom + BELOW, shapes: Vec::new() };
    let longest = grid.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
    // Names take a fourth of the room at most; longer ones are cut and said in full by the table.
    let signs = longest.min((width / 4.0 / DIGIT) as usize).max(3);
    let (left, right) = (signs as f64 * DIGIT + 8.0, width - 8.0);
    let across = Scale::new((grid.span.from as f64, grid.span.to as f64), (left, right));
    let nearest = grid.columns.windows(2).map(|pair| pair[1].0 - pair[0].0).min().unwrap_or(i64::MAX);
    let cell = (across.length(nearest as f64) - 1.0).clamp(1.5, WIDEST);
    let most = grid.rows.iter().flat_map(|row| row.cells.iter().flatten()).copied().max().unwrap_or_default();
    for (at, row) in grid.rows.iter().enumerate() {
        let y = TOP + height * at as f64;
        let middle = y + height / 2.0;
        drawing.shapes.push(Shape::line((left, middle), (right, middle), Tint::Rule));
        drawing.shapes.push(label(cut(&row.name, signs), (left - 6.0, middle + 4.0), Anchor::End));
        cells(&mut drawing, chart, (grid, row, most), across, (y + 1.0, cell, height - 2.0));
    }
    drawing.shapes.push(Shape::line((left, bottom), (right, bottom), Tint::Axis));
    names_below(&mut drawing, &grid.span, across, bottom);
    drawing
}

fn cells(
    drawing: &mut Drawing,
    chart: &Chart,
    (grid, row, most): (&Grid, &GridRow, u64),
    across: Scale,
    (y, width, height): (f64, f64, f64),
) {
    for ((at, name), value) in grid.columns.iter().zip(&row.cells) {
        let Some(value) = *value else { continue };
        let x = across.place(*at as f64).min(drawing.width - 8.0 - width);
        let shade = shade(value, most);
        let words = chart.worded(Measure::Count, value);
        let title = format!("{}, {name}: {words}", row.name);
        drawing.shapes.push(Shape::Box { x, y, width, height, tint: row.tint, shade, title });
        let needs = words.chars().count() as f64 * 5.6 + 1.0;
        if needs <= width && height >= SMALL {
            drawing.shapes.push(Shape::Text {
                words,
                x: x + width / 2.0,
                y: y + height / 2.0 + SMALL * 0.36,
                size: SMALL,
                anchor: Anchor::Middle,
                tint: if shade >= 70 { Tint::OnHue } else { Tint::Loud },
                is_bold: false,
            });
        }
    }
}

/// How dark a cell is: nothing is hollow, the most is full. There is no shade between, on which no word is legible.
fn shade(value: u64, most: u64) -> u8 {
    if value == 0 || most == 0 {
        return 0;
    }
    let part = (u128::from(value) * 100 / u128::from(most)) as u8;
    match part {
        0..=12 => 14,
        13..=25 => 22,
        26..=50 => 34,
        _ => 100,
    }
}

fn cut(name: &str, signs: usize) -> String {
    if name.chars().count() <= signs {
        return name.to_owned();
    }
    name.chars().take(signs.saturating_sub(1)).chain(['…']).collect()
}
