//! Lines and steps over time.

use super::scale::Scale;
use super::shape::{Drawing, Shape, Tint, way};
use super::{Chart, DIGIT, Line, Lines, Measure, Stroke, names_below, rules, ticks};
use crate::text::format::whole_percent;

const HEIGHT: f64 = 200.0;
const TOP: f64 = 12.0;
const BELOW: f64 = 24.0;
/// More points than this stand too close to be pointed at one by one.
const MOST_POINTS: usize = 130;

pub(super) fn draw(chart: &Chart, lines: &Lines, width: f64) -> Drawing {
    let mut drawing = Drawing { width, height: HEIGHT, shapes: Vec::new() };
    let all = lines.lines.iter().flat_map(|line| line.values.iter().flatten());
    let most = all.copied().max().unwrap_or_default();
    let named = match lines.measure {
        Measure::Count => ticks::counts(most, 4),
        Measure::Rate => ticks::rates(most),
    };
    let words: Vec<String> = named.iter().map(|value| axis_words(chart, lines.measure, *value)).collect();
    let longest = words.iter().map(|words| words.chars().count()).max().unwrap_or_default();
    let (left, right) = (longest as f64 * DIGIT + 12.0, width - 10.0);
    let bottom = HEIGHT - BELOW;
    let top = named.last().copied().unwrap_or(1);
    let up = Scale::new((0.0, top as f64), (bottom, TOP));
    let across = Scale::new((lines.span.from as f64, lines.span.to as f64), (left, right));
    let marks: Vec<_> = named.iter().map(|value| up.place(*value as f64)).zip(words).collect();
    rules(&mut drawing, &marks, (left, right));
    drawing.shapes.push(Shape::line((left, bottom), (right, bottom), Tint::Axis));
    names_below(&mut drawing, &lines.span, across, bottom);
    for line in &lines.lines {
        let place = |(at, _): &(i64, String), value: Option<u64>| {
            value.map(|value| (across.place(*at as f64), up.place(value as f64)))
        };
        let points = lines.moments.iter().zip(&line.values).map(|(moment, value)| place(moment, *value));
        if line.stroke == Stroke::Points {
            points_of(&mut drawing, chart, lines, line, points);
        } else {
            drawing.shapes.push(Shape::Way {
                data: way(points, lines.is_stepped),
                tint: line.tint,
                width: 2.0,
                is_dashed: line.stroke == Stroke::Dashed,
            });
        }
        if let Some((at, value)) =
            lines.moments.iter().zip(&line.values).rev().find_map(|(at, value)| Some((at.0, (*value)?)))
        {
            let (x, y) = (across.place(at as f64), up.place(value as f64));
            drawing.shapes.push(Shape::Point {
                x,
                y,
                tint: line.tint,
                is_hollow: line.stroke != Stroke::Solid,
                title: format!("{}: {}", line.name, chart.worded(lines.measure, value)),
            });
        }
    }
    drawing
}

fn points_of(
    drawing: &mut Drawing,
    chart: &Chart,
    lines: &Lines,
    line: &Line,
    points: impl Iterator<Item = Option<(f64, f64)>>,
) {
    let is_dense = lines.moments.len() > MOST_POINTS;
    for (point, (moment, value)) in points.zip(lines.moments.iter().zip(&line.values)) {
        let (Some((x, y)), Some(value)) = (point, value) else { continue };
        let title = if is_dense {
            String::new()
        } else {
            format!("{}, {}: {}", line.name, moment.1, chart.worded(lines.measure, *value))
        };
        drawing.shapes.push(Shape::Point { x, y, tint: line.tint, is_hollow: true, title });
    }
}

/// Rates on an axis are whole numbers, or have half a percent at most.
fn axis_words(chart: &Chart, measure: Measure, value: u64) -> String {
    match measure {
        Measure::Count => chart.worded(measure, value),
        Measure::Rate => whole_percent(chart.lang, value),
    }
}
