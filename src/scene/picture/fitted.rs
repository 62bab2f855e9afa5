//! The workflow as a picture with everything where a layout has it, so that tokens can travel over it.

use std::fmt::Write as _;

use super::ink::{Ink, Tone};
use super::{Picture, write_card, write_stub, write_transition};
use crate::scenario::Scenario;
use crate::scenario::svg::escaped;
use crate::scene::layout::Layout;
use crate::scene::lettering::Lines;
use crate::scene::rect::Rect;
use crate::text::{self, Lang};

/// Draws the workflow of a scenario as large as the layout says, without anything inside.
pub fn fitted(lang: Lang, scenario: &Scenario, layout: &Layout, tone: Tone) -> Picture {
    let (ink, size) = (Ink { tone }, layout.size);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\"><title>{2}</title>",
        size.width,
        size.height,
        escaped(&scenario.name)
    );
    let _ = write!(
        svg,
        "<rect width=\"{}\" height=\"{}\" fill=\"{}\"/>",
        size.width,
        size.height,
        ink.of("paper")
    );
    for (route, output) in layout.routes.iter().zip(&layout.outputs) {
        if let Some(route) = route {
            let name = output.as_ref().map(|output| text::activity::ports::output(lang, output));
            write_transition(&mut svg, ink, route, &name.unwrap_or_default());
        }
    }
    for stub in &layout.stubs {
        write_stub(&mut svg, ink, lang, stub);
    }
    for ((one, corner), hue) in scenario.workflow.activities.iter().zip(&layout.cards).zip(&layout.hues) {
        let card = Rect { x: corner.x, y: corner.y, width: layout.card.width, height: layout.card.height };
        let title = text::workflow::title(lang, one);
        let lines = Lines::within(layout.card.width, &title, &text::workflow::summary(lang, scenario, one));
        write_card(&mut svg, ink, &card, (one.settings.kind(), *hue), &lines);
    }
    svg.push_str("</svg>\n");
    Picture { svg, size }
}
