//! Paints the frames of a film on a canvas that nobody sees: the drawing, what travels over it, and the figures.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::inks::Inks;
use super::painter::Painter;
use crate::scene::cues::Cues;
use crate::scene::film::{FRAME, Film, Page, STAGE, Side};
use crate::scene::frame::frame;
use crate::text::film;

/// How long tokens are on their way and a cue is seen, in milliseconds of the film: as on the page.
const TRAVEL_MILLIS: f64 = 520.0;
const CUE_MILLIS: f64 = 700.0;
/// Left and right of everything that is written.
const MARGIN: f64 = 24.0;
/// Where the counts of the delivery activities begin.
const SIDES: f64 = 508.0;
/// Where the line of the time lies, and how thick it is.
const LINE: (f64, f64) = (650.0, 6.0);

/// What paints the frames.
pub(crate) struct FilmPainter {
    film: Rc<Film>,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// What travels, by itself: where a card lies over it, it is taken away again.
    layer: HtmlCanvasElement,
    painter: Painter,
    backdrop: HtmlImageElement,
    cues: Cues,
    inks: Inks,
}

impl FilmPainter {
    /// Makes ready; none where the browser has no canvas.
    pub(crate) fn new(film: Rc<Film>, backdrop: HtmlImageElement) -> Option<Self> {
        let canvas = canvas()?;
        canvas.set_width(FRAME.width as u32);
        canvas.set_height(FRAME.height as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        let (layer, inks) = (self::canvas()?, Inks::plain());
        let most = film.run.record().passages.iter().filter_map(|passage| passage.count).max().unwrap_or(0);
        let painter =
            Painter::apart(layer.clone(), &film.layout, inks.clone(), most, (film.lang, film.scale()))?;
        let cues = Cues::of(&film.run, &film.scenario);
        Some(Self { film, canvas, context, layer, painter, backdrop, cues, inks })
    }

    /// What it paints on.
    pub(crate) fn canvas(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// Paints the frame after so many milliseconds.
    pub(crate) fn paint(&mut self, millis: f64) {
        let film = self.film.clone();
        let moment = film.moment_at(millis);
        // At the end the clock rests, and what is still on its way arrives.
        let moving = film.run.plan().start + film.span_of(millis);
        let tokens = frame(&film.run, &film.layout, moving, film.span_of(TRAVEL_MILLIS));
        self.painter.paint(&film.layout, &tokens, &self.cues.frame(moving, film.span_of(CUE_MILLIS)));
        let context = &self.context;
        context.set_fill_style_str(&self.inks.paper);
        context.fill_rect(0.0, 0.0, FRAME.width, FRAME.height);
        self.stage();
        self.page(&film.page(moment));
    }

    /// The drawing and what travels over it, in the middle of its room.
    fn stage(&self) {
        let (size, scale) = (self.film.layout.size, self.film.scale());
        let (width, height) = (size.width * scale, size.height * scale);
        let x = STAGE.x + (STAGE.width - width) / 2.0;
        let y = STAGE.y + (STAGE.height - height) / 2.0;
        let context = &self.context;
        // What cannot be drawn is left out; the figures are there all the same.
        let _ = context.draw_image_with_html_image_element_and_dw_and_dh(&self.backdrop, x, y, width, height);
        let _ = context.draw_image_with_html_canvas_element_and_dw_and_dh(&self.layer, x, y, width, height);
    }

    fn page(&self, page: &Page) {
        let (text, quiet) = (&self.inks.text, &self.inks.hue(crate::scene::branch::Hue::Neutral).full);
        let right = FRAME.width - MARGIN;
        self.write(&page.title, (MARGIN, 42.0), (600, 22), text, FRAME.width - 240.0);
        self.write_to(film::of(self.film.lang).made_by, (right, 42.0), (400, 16), quiet);
        let width = (FRAME.width - MARGIN) / page.sides.len().max(1) as f64;
        for (place, side) in page.sides.iter().enumerate() {
            self.side(side, MARGIN + width * place as f64, width - MARGIN);
        }
        self.write(&page.date, (MARGIN, 694.0), (600, 20), text, 600.0);
        self.write_to(&page.week, (right, 694.0), (400, 18), quiet);
        let (context, (y, thick)) = (&self.context, LINE);
        let whole = FRAME.width - 2.0 * MARGIN;
        for (width, colour) in
            [(whole, &self.inks.hue(crate::scene::branch::Hue::Neutral).soft), (whole * page.share, text)]
        {
            context.set_fill_style_str(colour);
            context.fill_rect(MARGIN, y, width, thick);
        }
    }

    fn side(&self, side: &Side, x: f64, width: f64) {
        let (ink, text) = (self.inks.hue(side.hue), &self.inks.text);
        self.context.set_fill_style_str(&ink.full);
        self.context.fill_rect(x, SIDES, width, 3.0);
        self.write(&side.name, (x, SIDES + 28.0), (600, 16), &ink.full, width);
        self.write(&side.made, (x, SIDES + 78.0), (700, 46), &ink.full, width);
        let beside = x + self.context.measure_text(&side.made).map_or(0.0, |made| made.width()) + 12.0;
        self.write(&side.headline, (beside, SIDES + 78.0), (400, 17), text, x + width - beside);
        self.write(&side.rows, (x, SIDES + 110.0), (400, 16), text, width);
    }

    /// Writes from a point to the right, narrower where there is not enough room.
    fn write(&self, words: &str, at: (f64, f64), (weight, size): (u32, u32), colour: &str, most: f64) {
        let context = &self.context;
        context.set_font(&format!("{weight} {size}px {}", self.inks.font));
        context.set_text_align("left");
        context.set_fill_style_str(colour);
        let _ = context.fill_text_with_max_width(words, at.0, at.1, most);
    }

    /// Writes up to a point.
    fn write_to(&self, words: &str, at: (f64, f64), (weight, size): (u32, u32), colour: &str) {
        let context = &self.context;
        context.set_font(&format!("{weight} {size}px {}", self.inks.font));
        context.set_text_align("right");
        context.set_fill_style_str(colour);
        let _ = context.fill_text(words, at.0, at.1);
    }
}

fn canvas() -> Option<HtmlCanvasElement> {
    web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()
}
