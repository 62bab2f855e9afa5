//! The workflow as a picture: one SVG that needs nothing besides itself, with the scenario inside if wanted.

mod ink;

use std::fmt::Write as _;

pub use self::ink::Tone;
use self::ink::{Ink, lines};
use super::activity_icon;
use super::branch::{Graph, Hue};
use super::layout::Size;
use super::ports::{Ports, Stub};
use super::route::{Point, Route};
use crate::scenario::activity::ActivityKind;
use crate::scenario::note::Note;
use crate::scenario::svg::{escaped, metadata};
use crate::scenario::{Scenario, Workflow, wire};
use crate::text::{self, Lang};

/// The widest and the narrowest card; between them it is as wide as the author's distances allow.
const CARD_WIDTHS: (f64, f64) = (220.0, 150.0);
const CARD_HEIGHT: f64 = 72.0;
/// Between two cards in a row, so that the transition is seen.
const GAP: f64 = 72.0;
/// Around the drawing.
const MARGIN: f64 = 24.0;
/// Beside a card, for an output that leads nowhere.
const STUB_ROOM: f64 = 120.0;
/// An empty workflow has a picture too.
const LEAST: Size = Size { width: 240.0, height: 120.0 };
/// How many signs of a name stand beside a transition.
const MOST_OF_NAME: usize = 16;

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The SVG file.
    pub svg: String,
    /// Its size in units, which are pixels where it is shown at its natural size.
    pub size: Size,
}

/// What a picture has besides the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// Nothing: for showing it.
    Nothing,
    /// The scenario, so that the picture can be opened like a scenario file.
    Scenario,
}

/// Draws the workflow as the author placed it.
pub fn draw(lang: Lang, scenario: &Scenario, tone: Tone, inside: Inside) -> Picture {
    let workflow = &scenario.workflow;
    let ink = Ink { tone };
    let card = Size { width: card_width(workflow), height: CARD_HEIGHT };
    let corners: Vec<Point> = workflow.activities.iter().map(|one| point(one.x, one.y)).collect();
    let (graph, ports) = (Graph::of(workflow), Ports::of(workflow));
    let (from, size) = extent(workflow, &corners, card, ports.has_stub());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"{2} {3} {0} {1}\" role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\"><title>{4}</title>",
        size.width,
        size.height,
        from.x,
        from.y,
        escaped(&scenario.name)
    );
    if inside == Inside::Scenario {
        svg.push_str(&metadata(&wire::save(scenario)));
    }
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
        from.x,
        from.y,
        size.width,
        size.height,
        ink.of("paper")
    );
    for note in &workflow.notes {
        write_note(&mut svg, ink, note);
    }
    for (link, route) in ports.routes(&graph, &corners, card).iter().enumerate() {
        let output = ports.output(&graph, link).map(|output| text::activity::ports::output(lang, output));
        if let Some(route) = route {
            write_transition(&mut svg, ink, route, output.as_deref().unwrap_or_default());
        }
    }
    for stub in ports.stubs(&corners, card) {
        write_stub(&mut svg, ink, lang, &stub);
    }
    for (place, (one, at)) in workflow.activities.iter().zip(&corners).enumerate() {
        let words = (text::workflow::title(lang, one), text::workflow::summary(lang, scenario, one));
        write_card(&mut svg, ink, (*at, card), (one.settings.kind(), graph.hue(place)), &words);
    }
    svg.push_str("</svg>\n");
    Picture { svg, size }
}

/// Half-way readable and apart, whatever distances the author drew.
fn card_width(workflow: &Workflow) -> f64 {
    let all = &workflow.activities;
    let apart = |(a, b): (usize, usize)| {
        let x = (f64::from(all[a].x) - f64::from(all[b].x)).abs();
        let is_in_row = (f64::from(all[a].y) - f64::from(all[b].y)).abs() < CARD_HEIGHT;
        (is_in_row && x > 0.0).then_some(x - GAP)
    };
    let pairs = (0..all.len()).flat_map(|a| (a + 1..all.len()).map(move |b| (a, b)));
    pairs.filter_map(apart).fold(CARD_WIDTHS.0, f64::min).max(CARD_WIDTHS.1)
}

fn point(x: i32, y: i32) -> Point {
    Point { x: x.into(), y: y.into() }
}

/// The corner from which the picture begins, and its size.
fn extent(workflow: &Workflow, corners: &[Point], card: Size, has_stub: bool) -> (Point, Size) {
    let beyond = card.width + if has_stub { STUB_ROOM } else { 0.0 };
    let cards = corners.iter().map(|at| (*at, Point { x: at.x + beyond, y: at.y + card.height }));
    let notes = workflow.notes.iter().map(|note| {
        let at = point(note.x, note.y);
        (at, Point { x: at.x + f64::from(note.width), y: at.y + f64::from(note.height) })
    });
    let all = cards.chain(notes).reduce(|(a, b), (c, d)| {
        (Point { x: a.x.min(c.x), y: a.y.min(c.y) }, Point { x: b.x.max(d.x), y: b.y.max(d.y) })
    });
    let (from, to) = all.unwrap_or_default();
    let size = Size {
        width: (to.x - from.x + 2.0 * MARGIN).max(LEAST.width),
        height: (to.y - from.y + 2.0 * MARGIN).max(LEAST.height),
    };
    (Point { x: from.x - MARGIN, y: from.y - MARGIN }, size)
}

fn write_transition(svg: &mut String, ink: Ink, route: &Route, output: &str) {
    let line = ink.of("line-strong");
    let _ = write!(
        svg,
        "<path d=\"{}\" fill=\"none\" stroke=\"{line}\" stroke-width=\"1.5\"/><path d=\"{}\" fill=\"{line}\"/>",
        route.path_data(),
        route.arrow_data()
    );
    if !output.is_empty() {
        let (Point { x, y }, is_at_end) = route.name_at();
        let anchor = if is_at_end { "end" } else { "start" };
        let name = text::workflow::on_transition(output, MOST_OF_NAME);
        write_text(svg, &name, (Point { x, y: y - 4.0 }, anchor), (11, 500, ink.of("ink-2")));
    }
}

fn write_stub(svg: &mut String, ink: Ink, lang: Lang, stub: &Stub) {
    let Point { x, y } = stub.from;
    let _ = write!(
        svg,
        "<path d=\"M{x:.1} {y:.1}h18l6-6 6 6-6 6-6-6\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"/>",
        ink.of("warn")
    );
    let name = text::activity::ports::output(lang, &stub.output);
    let name = text::workflow::on_transition(&name, MOST_OF_NAME);
    write_text(svg, &name, (Point { x: x + 34.0, y: y + 4.0 }, "start"), (11, 500, ink.of("warn")));
}

fn write_note(svg: &mut String, ink: Ink, note: &Note) {
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{}\" stroke=\"{}\"/>",
        note.x,
        note.y,
        note.width,
        note.height,
        ink.of("warn-soft"),
        ink.of("line")
    );
    // About what fits: a sign of this size is some seven units wide, a line eighteen high.
    let (signs, rows) = (note.width.saturating_sub(20) / 7, note.height.saturating_sub(12) / 18);
    let at = point(note.x, note.y);
    for (row, line) in lines(&note.text, signs as usize, rows as usize).iter().enumerate() {
        let y = at.y + 23.0 + 18.0 * row as f64;
        write_text(svg, line, (Point { x: at.x + 10.0, y }, "start"), (13, 400, ink.of("ink")));
    }
}

fn write_card(
    svg: &mut String,
    ink: Ink,
    (at, card): (Point, Size),
    (kind, hue): (ActivityKind, Hue),
    (title, summary): &(String, String),
) {
    let is_inert = matches!(kind, ActivityKind::Script | ActivityKind::Outside);
    let (fill, dashes) = if is_inert { ("sunk", " stroke-dasharray=\"4 3\"") } else { ("card", "") };
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"10\" fill=\"{}\" stroke=\"{}\"{dashes}/>",
        at.x,
        at.y,
        card.width,
        card.height,
        ink.of(fill),
        ink.of("line-strong")
    );
    let (strong, soft) = match hue {
        Hue::Recurring => ("rec", "rec-soft"),
        Hue::Continuous => ("con", "con-soft"),
        Hue::Neutral => ("ink-2", "sunk"),
    };
    let (tile, stroke) = if kind.is_delivery() { (strong, "on-hue") } else { (soft, "ink-2") };
    let _ = write!(
        svg,
        "<rect x=\"{0}\" y=\"{1}\" width=\"32\" height=\"32\" rx=\"8\" fill=\"{2}\"/><path transform=\"translate({3} {4})\" d=\"{5}\" fill=\"none\" stroke=\"{6}\" stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
        at.x + 10.0,
        at.y + 20.0,
        ink.of(tile),
        at.x + 16.0,
        at.y + 26.0,
        activity_icon::path(kind),
        ink.of(stroke)
    );
    let room = card.width - 62.0;
    let title = lines(title, (room / 7.6) as usize, 2);
    let summary = lines(summary, (room / 6.3) as usize, if title.len() > 1 { 1 } else { 2 });
    let rows = (title.len() + summary.len()) as f64;
    let mut y = at.y + (card.height - 16.0 * rows) / 2.0 + 12.0;
    let sorts = [(&title, (13, 600, ink.of("ink"))), (&summary, (12, 400, ink.of("ink-2")))];
    for (part, font) in sorts {
        for line in part {
            write_text(svg, line, (Point { x: at.x + 52.0, y }, "start"), font);
            y += 16.0;
        }
    }
}

fn write_text(
    svg: &mut String,
    words: &str,
    (at, anchor): (Point, &str),
    (size, weight, fill): (u32, u32, &str),
) {
    let _ = write!(
        svg,
        "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\" text-anchor=\"{anchor}\">{}</text>",
        at.x,
        at.y,
        escaped(words)
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;
    use crate::scenario::{file, svg};

    #[test]
    fn a_picture_shows_every_card_and_opens_as_the_scenario() {
        for lang in Lang::ALL {
            for sample in Sample::ALL {
                let scenario = sample.scenario();
                let Picture { svg, size } = draw(lang, &scenario, Tone::Light, Inside::Scenario);
                let cards = scenario.workflow.activities.len();
                assert_eq!(svg.matches("stroke-linecap").count(), cards);
                assert_eq!(svg.matches("<path").count(), cards + 2 * scenario.workflow.transitions.len());
                assert!(size.width > 500.0 && size.height >= 120.0, "{size:?}");
                assert_eq!(file::open(svg.as_bytes()), Ok(scenario));
            }
        }
    }

    #[test]
    fn whatever_is_written_stays_words() {
        let mut scenario = Sample::SideBySide.scenario();
        let evil = "</text><script>alert(1)</script>\" onload=\"x\u{0}";
        scenario.name = evil.into();
        scenario.workflow.activities[0].label = evil.into();
        scenario.workflow.notes = vec![Note::new(evil, (i32::MIN, i32::MAX))];
        let Picture { svg, .. } = draw(Lang::En, &scenario, Tone::Dark, Inside::Scenario);
        assert!(!svg.contains("<script") && !svg.contains(" onload=\"") && !svg.contains('\0'), "{svg}");
        assert_eq!(file::open(svg.as_bytes()), Ok(scenario));
    }

    #[test]
    fn nothing_inside_unless_asked_for_and_nothing_drawn_is_a_picture_too() {
        let mut scenario = Sample::Birthday.scenario();
        scenario.workflow = Workflow::default();
        let picture = draw(Lang::Sv, &scenario, Tone::Light, Inside::Nothing);
        assert_eq!(picture.size, LEAST);
        assert!(svg::scenario_in(picture.svg.as_bytes()).is_err());
    }
}
