//! Bars side by side, the parts of each upon each other.

use super::scale::Scale;
use super::shape::{Anchor, Drawing, Shape, Tint};
use super::{Bars, Chart, DIGIT, Measure, label, rules, ticks};

const HEIGHT: f64 = 180.0;
const TOP: f64 = 12.0;
const BELOW: f64 = 24.0;
const WIDEST: f64 = 36.0;

pub(super) fn draw(chart: &Chart, bars: &Bars, width: f64) -> Drawing {
    let mut drawing = Drawing { width, height: HEIGHT, shapes: Vec::new() };
    let total = |at: usize| bars.parts.iter().filter_map(|part| part.values.get(at)).sum::<u64>();
    let most = (0..bars.names.len()).map(total).max().unwrap_or_default();
    let named = ticks::counts(most, 4);
    let words: Vec<String> = named.iter().map(|value| chart.worded(Measure::Count, *value)).collect();
    let longest = words.iter().map(|words| words.chars().count()).max().unwrap_or_default();
    let (left, right) = (longest as f64 * DIGIT + 12.0, width - 10.0);
    let bottom = HEIGHT - BELOW;
    let up = Scale::new((0.0, named.last().copied().unwrap_or(1) as f64), (bottom, TOP));
    let marks: Vec<_> = named.iter().map(|value| up.place(*value as f64)).zip(words).collect();
    rules(&mut drawing, &marks, (left, right));
    let room = (right - left) / bars.names.len().max(1) as f64;
    let bar = (room * 0.78).min(WIDEST);
    let mut free_from = f64::NEG_INFINITY;
    for (at, name) in bars.names.iter().enumerate() {
        let x = left + room * at as f64 + (room - bar) / 2.0;
        let mut below = 0_u64;
        for part in &bars.parts {
            let value = part.values.get(at).copied().unwrap_or_default();
            if value > 0 {
                let (y, end) = (up.place((below + value) as f64), up.place(below as f64));
                drawing.shapes.push(Shape::Box {
                    x,
                    y,
                    width: bar,
                    height: end - y,
                    tint: part.tint,
                    shade: if part.is_hollow { 0 } else { 80 },
                    title: format!("{name}, {}: {}", part.name, chart.worded(Measure::Count, value)),
                });
            }
            below += value;
        }
        let needs = name.chars().count() as f64 * DIGIT;
        let middle = x + bar / 2.0;
        if middle - needs / 2.0 >= free_from && middle + needs / 2.0 <= width {
            drawing.shapes.push(label(name.clone(), (middle, bottom + 15.0), Anchor::Middle));
            free_from = middle + needs / 2.0 + 8.0;
        }
    }
    drawing.shapes.push(Shape::line((left, bottom), (right, bottom), Tint::Axis));
    drawing
}
