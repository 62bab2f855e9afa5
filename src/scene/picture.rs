//! The workflow as a picture: one SVG that needs nothing besides itself, with the scenario inside if wanted.

mod fitted;
mod ink;
mod strip;

use std::fmt::Write as _;

pub use self::fitted::fitted;
pub(super) use self::ink::Ink;
pub use self::ink::{Tone, colour};
pub use self::strip::strip;
use super::activity_icon;
use super::branch::Hue;
use super::canvas::{Canvas, Rect};
use super::layout::Size;
use super::lettering::{Lines, NOTE_PADDING, TEXT_LEFT, baselines, first_baseline, note_lines, output_name};
use super::ports::Stub;
use super::route::{Point, Route};
use crate::scenario::activity::ActivityKind;
use crate::scenario::note::Note;
use crate::scenario::svg::{escaped, metadata};
use crate::scenario::{Scenario, wire};
use crate::text::{self, Lang};

/// Around the drawing.
const MARGIN: f64 = 24.0;
/// Beside a card, for an output that leads nowhere.
const STUB_ROOM: f64 = 120.0;
/// An empty workflow has a picture too.
const LEAST: Size = Size { width: 240.0, height: 120.0 };
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
    let (ink, canvas) = (Ink { tone }, Canvas::of(workflow));
    let (from, size) = extent(&canvas);
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
    for (route, output) in canvas.routes.iter().zip(&canvas.outputs) {
        if let Some(route) = route {
            let name = output.as_ref().map(|output| text::activity::ports::output(lang, output));
            write_transition(&mut svg, ink, route, &name.unwrap_or_default());
        }
    }
    for stub in &canvas.stubs {
        write_stub(&mut svg, ink, lang, stub);
    }
    for ((one, card), hue) in workflow.activities.iter().zip(&canvas.cards).zip(&canvas.hues) {
        let title = text::workflow::title(lang, one);
        let lines = Lines::of(&title, &text::workflow::summary(lang, scenario, one));
        write_card(&mut svg, ink, card, (one.settings.kind(), *hue), &lines);
    }
    svg.push_str("</svg>\n");
    Picture { svg, size }
}

/// The corner from which the picture begins, and its size.
fn extent(canvas: &Canvas) -> (Point, Size) {
    let stubs = canvas.stubs.iter().map(|stub| Rect {
        x: stub.from.x,
        y: stub.from.y,
        width: STUB_ROOM,
        height: 0.0,
    });
    let all = stubs.fold(canvas.bounds(), |all, stub| all.union(&stub));
    let size = Size {
        width: (all.width + 2.0 * MARGIN).max(LEAST.width),
        height: (all.height + 2.0 * MARGIN).max(LEAST.height),
    };
    (Point { x: all.x - MARGIN, y: all.y - MARGIN }, size)
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
        let name = output_name(output);
        write_text(svg, &name, (Point { x, y: y - 4.0 }, anchor), (11.5, 500, ink.of("ink-2")));
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
    let name = output_name(&name);
    write_text(svg, &name, (Point { x: x + 34.0, y: y + 4.0 }, "start"), (11.5, 500, ink.of("warn")));
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
    for (line, down) in note_lines(&note.text, note.width.into(), note.height.into()) {
        let at = Point { x: f64::from(note.x) + NOTE_PADDING, y: f64::from(note.y) + down };
        write_text(svg, &line, (at, "start"), (13.0, 400, ink.of("ink")));
    }
}

fn write_card(svg: &mut String, ink: Ink, card: &Rect, (kind, hue): (ActivityKind, Hue), lines: &Lines) {
    let is_inert = matches!(kind, ActivityKind::Script | ActivityKind::Outside);
    let (fill, dashes) = if is_inert { ("sunk", " stroke-dasharray=\"4 3\"") } else { ("card", "") };
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"10\" fill=\"{}\" stroke=\"{}\"{dashes}/>",
        card.x,
        card.y,
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
        "<rect x=\"{0}\" y=\"{1}\" width=\"30\" height=\"30\" rx=\"8\" fill=\"{2}\"/><path transform=\"translate({3} {4})\" d=\"{5}\" fill=\"none\" stroke=\"{6}\" stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
        card.x + 8.0,
        card.y + 17.0,
        ink.of(tile),
        card.x + 13.0,
        card.y + 22.0,
        activity_icon::path(kind),
        ink.of(stroke)
    );
    let at = |down: usize| (Point { x: card.x + TEXT_LEFT, y: card.y + down as f64 }, "start");
    let count = lines.below.len();
    write_text(svg, &lines.first, at(first_baseline(count)), (13.0, 600, ink.of("ink")));
    for (line, down) in lines.below.iter().zip(baselines(count)) {
        write_text(svg, line, at(down), (11.5, 400, ink.of("ink-2")));
    }
}

fn write_text(
    svg: &mut String,
    words: &str,
    (at, anchor): (Point, &str),
    (size, weight, fill): (f64, u32, &str),
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
    use crate::scenario::{Workflow, file, svg};

    #[test]
    fn a_picture_shows_every_card_and_opens_as_the_scenario() {
        for lang in Lang::WRITTEN {
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
        // Control characters, which nobody sees, are left out when it is opened.
        let plain = evil.replace('\0', "");
        scenario.name = plain.clone();
        scenario.workflow.activities[0].label = plain.clone();
        scenario.workflow.notes[0].text = plain;
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
