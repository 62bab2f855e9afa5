//! A chart as an SVG file that needs nothing besides itself: every colour is written out, nothing asks for a sheet.

use std::fmt::Write as _;

use super::shape::{Anchor, Drawing, Shape, Tint};
use super::{Chart, DIGIT, Mark, Stroke};
use crate::scenario::svg::{escaped, metadata};
use crate::scene::picture::{Ink, Tone};

/// Around the drawing.
const MARGIN: f64 = 16.0;
const TITLE: f64 = 15.0;
const LINE: f64 = 17.0;

/// The file, and its width and height: heading, take-away, legend and drawing. Where a scenario's text is given, it
/// lies inside, so that the picture opens like a scenario file.
pub fn standalone(chart: &Chart, width: f64, tone: Tone, scenario: Option<&str>) -> (String, (f64, f64)) {
    let ink = Ink { tone };
    let drawing = chart.draw(width - 2.0 * MARGIN);
    let width = drawing.width + 2.0 * MARGIN;
    let signs = ((drawing.width / DIGIT) as usize).max(20);
    let takeaway = wrapped(&chart.takeaway, signs);
    let mut words: Vec<(String, f64, bool)> = vec![(chart.title.clone(), TITLE, true)];
    words.extend(takeaway.into_iter().map(|line| (line, 12.0, false)));
    let legend = placed(chart, drawing.width);
    let rows = legend.last().map_or(0, |(_, _, row)| row + 1) as f64;
    let head = MARGIN + LINE * (words.len() as f64 + 1.0 + rows);
    let height = head + drawing.height + MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" aria-labelledby=\"chart-title chart-desc\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\"><title id=\"chart-title\">{}</title><desc id=\"chart-desc\">{}</desc>",
        escaped(&chart.title),
        escaped(&chart.takeaway)
    );
    if let Some(scenario) = scenario {
        svg.push_str(&metadata(scenario));
    }
    let _ = write!(svg, "<rect width=\"{width:.0}\" height=\"{height:.0}\" fill=\"{}\"/>", ink.of("card"));
    let mut y = MARGIN;
    for (line, size, is_bold) in words {
        y += LINE;
        let tint = if is_bold { Tint::Loud } else { Tint::Quiet };
        write_shape(
            &mut svg,
            ink,
            &Shape::Text { words: line, x: MARGIN, y, size, anchor: Anchor::Start, tint, is_bold },
        );
    }
    for ((mark, name), x, row) in legend {
        let at = (MARGIN + x, y + LINE * (row as f64 + 1.0) - 4.0);
        write_legend(&mut svg, ink, mark, name, at);
    }
    let _ = write!(svg, "<g transform=\"translate({MARGIN} {head:.1})\">");
    unit(chart, &mut svg, ink);
    write_shapes(&mut svg, ink, &drawing);
    svg.push_str("</g></svg>\n");
    (svg, (width, height))
}

/// What the vertical axis is measured in.
fn unit(chart: &Chart, svg: &mut String, ink: Ink) {
    let words = chart.unit.clone();
    let text = Shape::Text {
        words,
        x: 0.0,
        y: -4.0,
        size: 11.0,
        anchor: Anchor::Start,
        tint: Tint::Quiet,
        is_bold: false,
    };
    write_shape(svg, ink, &text);
}

type Placed<'c> = ((Mark, &'c str), f64, usize);

/// The entries of the legend, each with how far to the right it stands, and in which line.
fn placed(chart: &Chart, width: f64) -> Vec<Placed<'_>> {
    let (mut x, mut row) = (0.0, 0);
    let mut placed = Vec::new();
    for entry in chart.legend() {
        let needs = entry.1.chars().count() as f64 * DIGIT + 46.0;
        if x > 0.0 && x + needs > width {
            (x, row) = (0.0, row + 1);
        }
        placed.push((entry, x, row));
        x += needs;
    }
    placed
}

fn write_legend(svg: &mut String, ink: Ink, mark: Mark, name: &str, (x, y): (f64, f64)) {
    for shape in mark.shapes() {
        let _ = write!(svg, "<g transform=\"translate({x:.1} {:.1})\">", y - 6.0);
        write_shape(svg, ink, &shape);
        svg.push_str("</g>");
    }
    let words = name.to_owned();
    let text = Shape::Text {
        words,
        x: x + 28.0,
        y,
        size: 11.5,
        anchor: Anchor::Start,
        tint: Tint::Quiet,
        is_bold: false,
    };
    write_shape(svg, ink, &text);
}

impl Mark {
    /// The mark, 24 wide, its middle at height 0.
    pub fn shapes(self) -> Vec<Shape> {
        let title = String::new();
        match self {
            Self::Line(tint, Stroke::Points) => {
                vec![Shape::Point { x: 12.0, y: 0.0, tint, is_hollow: true, title }]
            }
            Self::Line(tint, stroke) => {
                let is_dashed = stroke == Stroke::Dashed;
                vec![
                    Shape::Way { data: "M0 0h24".into(), tint, width: 2.0, is_dashed },
                    Shape::Point { x: 12.0, y: 0.0, tint, is_hollow: is_dashed, title },
                ]
            }
            Self::Box(tint, is_hollow) => {
                let shade = if is_hollow { 0 } else { 80 };
                vec![Shape::Box { x: 5.0, y: -6.0, width: 12.0, height: 12.0, tint, shade, title }]
            }
        }
    }
}

fn write_shapes(svg: &mut String, ink: Ink, drawing: &Drawing) {
    for shape in &drawing.shapes {
        write_shape(svg, ink, shape);
    }
}

fn write_shape(svg: &mut String, ink: Ink, shape: &Shape) {
    let colour = |tint: Tint| ink.of(tint.token());
    let _ = match shape {
        Shape::Way { data, tint, width, is_dashed } => {
            let dashes = if *is_dashed { " stroke-dasharray=\"6 4\"" } else { "" };
            write!(
                svg,
                "<path d=\"{data}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"{dashes}/>",
                colour(*tint)
            )
        }
        Shape::Box { x, y, width, height, tint, shade, title } => write!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{0}\" fill-opacity=\"{1:.2}\" stroke=\"{0}\">{2}</rect>",
            colour(*tint),
            f64::from(*shade) / 100.0,
            titled(title)
        ),
        Shape::Point { x, y, tint, is_hollow, title } => write!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\">{}</circle>",
            if *is_hollow { ink.of("card") } else { colour(*tint) },
            colour(*tint),
            titled(title)
        ),
        Shape::Text { words, x, y, size, anchor, tint, is_bold } => write!(
            svg,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" font-weight=\"{}\" fill=\"{}\" text-anchor=\"{}\">{}</text>",
            if *is_bold { 650 } else { 400 },
            colour(*tint),
            anchor.value(),
            escaped(words)
        ),
    };
}

fn titled(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!("<title>{}</title>", escaped(title)) }
}

/// Lines of so many signs at most, broken between words.
fn wrapped(text: &str, signs: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut();
        match last {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= signs => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
