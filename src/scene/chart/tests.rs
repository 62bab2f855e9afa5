//! Charts of nothing, of one point, of large numbers: always finite, always within the frame, the table the same.

use super::shape::Shape;
use super::*;
use crate::scenario::samples::Sample;
use crate::scenario::{file, wire};
use crate::scene::picture::Tone;

fn chart(body: Body) -> Chart {
    Chart {
        title: "A & B".into(),
        takeaway: "One <thing> follows from the other, as far as anybody can tell from so few of them."
            .into(),
        unit: "rows".into(),
        across: "When".into(),
        body,
        lang: Lang::En,
    }
}

fn line(stroke: Stroke, values: Vec<Option<u64>>) -> Line {
    Line { name: "Line".into(), tint: Tint::Recurring, stroke, values }
}

fn lines(measure: Measure, values: Vec<Option<u64>>) -> Chart {
    let moments = (0..values.len() as i64).map(|at| (at * 60, format!("minute {at}"))).collect();
    let span = Span { from: 0, to: 60, names: vec![(0, "Jan".into(), true), (30, "Feb".into(), false)] };
    let all = [Stroke::Solid, Stroke::Dashed, Stroke::Points].map(|stroke| line(stroke, values.clone()));
    chart(Body::Lines(Lines { span, moments, measure, is_stepped: true, lines: all.into() }))
}

fn grid(columns: usize, rows: usize, value: Option<u64>) -> Chart {
    let row = |at: usize| GridRow {
        name: format!("A row with a long name {at}"),
        tint: Tint::Continuous,
        cells: vec![value; columns],
    };
    let columns = (0..columns as i64).map(|at| (at * 60, format!("run {at}"))).collect();
    let span = Span { from: 0, to: 6_000, names: Vec::new() };
    chart(Body::Grid(Grid { span, columns, row: "Delivery".to_owned(), rows: (0..rows).map(row).collect() }))
}

fn bars(values: Vec<u64>) -> Chart {
    let names = (0..values.len()).map(|at| at.to_string()).collect();
    let part = |is_hollow| Part { name: "Part".into(), tint: Tint::Bad, is_hollow, values: values.clone() };
    chart(Body::Bars(Bars { names, parts: vec![part(false), part(true)] }))
}

fn all() -> Vec<Chart> {
    vec![
        lines(Measure::Count, vec![]),
        lines(Measure::Count, vec![Some(0)]),
        lines(Measure::Count, vec![None, Some(u64::MAX / 4), None]),
        lines(Measure::Rate, vec![Some(10_000), Some(0)]),
        bars(vec![]),
        bars(vec![0]),
        bars(vec![1, 20, 300, 0]),
        grid(0, 0, None),
        grid(1, 1, Some(0)),
        grid(100, 60, Some(12)),
    ]
}

#[test]
fn every_place_is_a_number_within_the_frame() {
    for chart in all() {
        for width in [0.0, 240.0, 320.0, 960.0, f64::NAN] {
            let drawing = chart.draw(width);
            let within = |x: f64, y: f64| {
                assert!((-1.0..=drawing.width + 1.0).contains(&x), "{x} of {}: {chart:?}", drawing.width);
                assert!((-1.0..=drawing.height + 1.0).contains(&y), "{y} of {}: {chart:?}", drawing.height);
            };
            for shape in &drawing.shapes {
                match shape {
                    Shape::Way { data, .. } => {
                        assert!(!data.contains("NaN") && !data.contains("inf"), "{data}")
                    }
                    Shape::Box { x, y, width, height, .. } => {
                        within(*x, *y);
                        within(x + width, y + height);
                        assert!(*width > 0.0 && *height >= 0.0);
                    }
                    Shape::Point { x, y, .. } => within(*x, *y),
                    Shape::Text { x, y, words, .. } => {
                        within(*x, *y);
                        assert!(!words.is_empty());
                    }
                }
            }
        }
    }
}

#[test]
fn the_table_holds_every_number_of_the_drawing() {
    let table = lines(Measure::Rate, vec![Some(10_000), None]).table();
    assert_eq!(table.headings, ["When", "Line", "Line", "Line"]);
    assert_eq!(table.rows[0], ["minute 0", "100.00%", "100.00%", "100.00%"]);
    assert_eq!(table.rows[1], ["minute 1", "", "", ""]);
    let table = grid(2, 2, Some(1_234)).table();
    assert_eq!(table.rows.len(), 4);
    assert_eq!(table.rows[0], ["run 0", "A row with a long name 0", "1,234"]);
    assert_eq!(bars(vec![1, 2]).table().rows, [["0", "1", "1"], ["1", "2", "2"]]);
    for chart in all() {
        let table = chart.table();
        assert!(table.rows.iter().all(|row| row.len() == table.headings.len()));
    }
}

#[test]
fn nothing_is_empty_and_something_is_not() {
    assert!(
        lines(Measure::Count, vec![None]).is_empty()
            && bars(vec![0]).is_empty()
            && grid(3, 2, None).is_empty()
    );
    assert!(!lines(Measure::Count, vec![Some(0)]).is_empty() && !bars(vec![1]).is_empty());
}

#[test]
fn a_chart_as_a_file_has_a_title_its_colours_and_the_scenario() {
    let scenario = Sample::SideBySide.scenario();
    for chart in all() {
        for tone in [Tone::Light, Tone::Dark] {
            let (svg, (width, height)) = standalone(&chart, 800.0, tone, Some(&wire::save(&scenario)));
            assert!(svg.contains("<title id=\"chart-title\">A &amp; B</title>"));
            assert!(
                svg.contains("One &lt;thing&gt; follows") && !svg.contains("var(") && !svg.contains("class=")
            );
            assert!(!svg.contains("currentColor") && !svg.contains("NaN"));
            assert!(width >= 240.0 && height > 100.0 && height < 700.0 + 60.0 * 12.0);
            assert_eq!(file::open(svg.as_bytes()).as_ref(), Ok(&scenario));
        }
        assert_eq!(svg_tags(&standalone(&chart, 800.0, Tone::Light, None).0), (0, 0));
    }
}

/// Tags that are open at the end, and scenarios inside.
fn svg_tags(svg: &str) -> (usize, usize) {
    let opened =
        ["<g ", "<svg ", "<rect ", "<text "].map(|tag| svg.matches(tag).count()).iter().sum::<usize>();
    let closed =
        ["</g>", "</svg>", "</rect>", "</text>"].map(|tag| svg.matches(tag).count()).iter().sum::<usize>();
    // The ground is a box without content.
    (opened - closed - 1, svg.matches("<metadata").count())
}
