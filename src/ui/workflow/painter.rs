//! Paints tokens and cues on a canvas over the drawing, and leaves out where the cards are: they seem to lie above.
//! A canvas within the drawing would have all of the drawing painted anew with each frame.

use std::f64::consts::TAU;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use super::inks::{Ink, Inks};
use crate::scene::branch::Hue;
use crate::scene::cues::{Cue, CueKind};
use crate::scene::frame::Token;
use crate::scene::layout::Layout;
use crate::scene::rect::Rect;
use crate::scene::route::Point;
use crate::text::Lang;
use crate::text::format::number;

/// The radius of a token that carries nobody, and of the one that carries the most.
const LEAST: f64 = 5.0;
const MOST: f64 = 19.0;
/// The height of the numbers, and about how wide a sign of them is.
const TYPE: f64 = 11.0;
const SIGN: f64 = 6.6;
/// How much of a cue's time the movement takes, and when it begins to fade.
const MOVED: f64 = 0.35;
const FADES: f64 = 0.75;
/// How round the corners of a card are, as in the style sheet.
const ROUND: f64 = 10.0;
/// How far a cue at the edge of a card reaches.
const REACH: f64 = 34.0;

/// What paints.
pub(super) struct Painter {
    context: CanvasRenderingContext2d,
    canvas: HtmlCanvasElement,
    /// What the canvas lies in: as large as the whole drawing.
    whole: Option<Element>,
    /// Dots of the canvas for each unit of the drawing.
    dots: f64,
    /// The part of the drawing that the canvas covers: not more than can be seen at once.
    view: Rect,
    inks: Inks,
    lang: Lang,
    /// For each transition, the colour of what it leads to.
    hues: Vec<Hue>,
    /// The most recipients that cross a transition at once.
    most: u64,
    is_blank: bool,
}

impl Painter {
    /// A painter for a canvas; none where the browser has none.
    pub(super) fn new(
        canvas: HtmlCanvasElement,
        layout: &Layout,
        inks: Inks,
        most: u64,
        lang: Lang,
    ) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        let hues = hues(layout);
        let window = web_sys::window()?;
        let dots = window.device_pixel_ratio().clamp(1.0, 3.0);
        let screen = |length: Result<JsValue, JsValue>| length.ok().and_then(|length| length.as_f64());
        let width = layout.size.width.min(screen(window.inner_width())?);
        let height = layout.size.height.min(screen(window.inner_height())?);
        canvas.set_width((width * dots) as u32);
        canvas.set_height((height * dots) as u32);
        for (name, length) in [("inline-size", width), ("block-size", height)] {
            canvas.style().set_property(name, &format!("{length}px")).ok()?;
        }
        let view = Rect { x: 0.0, y: 0.0, width, height };
        let whole = Some(canvas.parent_element()?);
        let most = most.max(1);
        let mut painter = Self { context, canvas, whole, dots, view, inks, lang, hues, most, is_blank: true };
        painter.follow(layout);
        Some(painter)
    }

    /// A painter for a canvas by itself that shows the whole drawing, at this scale.
    pub(super) fn apart(
        canvas: HtmlCanvasElement,
        layout: &Layout,
        inks: Inks,
        most: u64,
        (lang, dots): (Lang, f64),
    ) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        let (width, height) = (layout.size.width, layout.size.height);
        canvas.set_width((width * dots) as u32);
        canvas.set_height((height * dots) as u32);
        let view = Rect { x: 0.0, y: 0.0, width, height };
        let (hues, most) = (hues(layout), most.max(1));
        Some(Self { context, canvas, whole: None, dots, view, inks, lang, hues, most, is_blank: true })
    }

    /// Lays the canvas over what is in sight of the drawing, where not all of it is.
    fn follow(&mut self, layout: &Layout) {
        let Some(whole) = &self.whole else { return };
        let seen = whole.get_bounding_client_rect();
        // A drawing that is shrunk has its edges nearer than its own measure says.
        let scale = (seen.width() / layout.size.width).max(f64::MIN_POSITIVE);
        let beyond =
            |edge: f64, whole: f64, part: f64| (-edge / scale).clamp(0.0, (whole - part).max(0.0)).round();
        let x = beyond(seen.left(), layout.size.width, self.view.width);
        let y = beyond(seen.top(), layout.size.height, self.view.height);
        if (x, y) != (self.view.x, self.view.y) {
            (self.view.x, self.view.y) = (x, y);
            let _ = self.canvas.style().set_property("translate", &format!("{x}px {y}px"));
        }
    }

    /// Takes other colours from now on.
    pub(super) fn take(&mut self, inks: Inks) {
        self.inks = inks;
    }

    /// Paints a moment in place of the one before.
    pub(super) fn paint(&mut self, layout: &Layout, tokens: &[Token], cues: &[(Cue, f64)]) {
        let is_blank = tokens.is_empty() && cues.is_empty();
        if is_blank && self.is_blank {
            return;
        }
        self.is_blank = is_blank;
        self.follow(layout);
        let (context, Rect { x, y, width, height }) = (&self.context, self.view);
        let _ = context.set_transform(self.dots, 0.0, 0.0, self.dots, -x * self.dots, -y * self.dots);
        context.clear_rect(x, y, width, height);
        let edges = self.view.inflated(REACH);
        context.set_font(&format!("700 {TYPE}px {}", self.inks.font));
        context.set_text_align("center");
        context.set_text_baseline("middle");
        context.set_line_join("round");
        for (cue, passed) in cues {
            self.cue(layout, cue, *passed);
        }
        context.set_global_alpha(1.0);
        // One colour after the other, so that it is set a few times and not for each.
        for hue in [Hue::Neutral, Hue::Recurring, Hue::Continuous] {
            let own = |token: &&Token| {
                self.hues.get(token.link).is_some_and(|one| *one == hue) && edges.contains(token.at)
            };
            self.tokens(self.inks.hue(hue), tokens.iter().filter(own));
        }
        self.cut(layout);
    }

    /// Takes away what lies over a card.
    fn cut(&self, layout: &Layout) {
        let context = &self.context;
        let (width, height) = (layout.card.width, layout.card.height);
        context.begin_path();
        for card in &layout.cards {
            let place = Rect { x: card.x, y: card.y, width, height };
            if place.intersects(&self.view) {
                let _ = context.round_rect_with_f64(card.x, card.y, width, height, ROUND);
            }
        }
        let _ = context.set_global_composite_operation("destination-out");
        context.fill();
        let _ = context.set_global_composite_operation("source-over");
    }

    fn tokens<'t>(&self, ink: &Ink, tokens: impl Iterator<Item = &'t Token> + Clone) {
        let context = &self.context;
        context.set_fill_style_str(&ink.full);
        context.set_stroke_style_str(&self.inks.paper);
        context.set_line_width(2.0);
        context.begin_path();
        for Token { at, count, .. } in tokens.clone() {
            let radius = self.radius(*count);
            context.move_to(at.x + radius, at.y);
            let _ = context.arc(at.x, at.y, radius, 0.0, TAU);
        }
        context.stroke();
        context.fill();
        context.set_line_width(4.0);
        for Token { at, count, crossings, .. } in tokens {
            let label = match count {
                Some(count) => number(self.lang, *count),
                None if *crossings > 1 => format!("× {crossings}"),
                None => continue,
            };
            let radius = self.radius(*count);
            if label.chars().count() as f64 * SIGN <= 2.0 * radius - 2.0 {
                context.set_fill_style_str(&ink.on);
                let _ = context.fill_text(&label, at.x, at.y + 0.5);
            } else {
                self.beside(&label, &ink.full, Point { x: at.x, y: at.y + radius + 9.0 });
            }
        }
    }

    /// A number that can be read on whatever is behind it.
    fn beside(&self, label: &str, colour: &str, at: Point) {
        let _ = self.context.stroke_text(label, at.x, at.y);
        self.context.set_fill_style_str(colour);
        let _ = self.context.fill_text(label, at.x, at.y);
    }

    /// The area grows with the count, from the least that is seen to that of the most that cross at once.
    fn radius(&self, count: Option<u64>) -> f64 {
        let share = count.unwrap_or(0) as f64 / self.most as f64;
        (LEAST * LEAST + (MOST * MOST - LEAST * LEAST) * share.min(1.0)).sqrt()
    }

    fn cue(&self, layout: &Layout, cue: &Cue, passed: f64) {
        let Some(card) = layout.cards.get(cue.place) else { return };
        let ink = match cue.kind {
            CueKind::Overlap => self.inks.warning(),
            _ => layout.hues.get(cue.place).map_or(self.inks.hue(Hue::Neutral), |hue| self.inks.hue(*hue)),
        };
        let (moved, context) = (eased((passed / MOVED).min(1.0)), &self.context);
        context.set_global_alpha(((1.0 - passed) / (1.0 - FADES)).clamp(0.0, 1.0));
        context.set_fill_style_str(&ink.soft);
        context.set_stroke_style_str(&ink.full);
        context.set_line_width(1.5);
        let (width, height) = (layout.card.width, layout.card.height);
        let beside = layout.beside(cue.place, REACH);
        let (edge, away) = if beside.is_below { (card.y + height, 1.0) } else { (card.y, -1.0) };
        // Where two cards share little room, one's cue lies to the left and the other's to the right.
        let is_tight = beside.room < REACH;
        let middle = card.x + width / 2.0 - if is_tight { away * width / 4.0 } else { 0.0 };
        let away = if is_tight { away * beside.room / REACH } else { away };
        let amount = number(self.lang, cue.amount);
        let (label, at) = match cue.kind {
            CueKind::Created => {
                let y = edge + away * (34.0 * moved - 14.0);
                self.sheet(Point { x: middle, y }, 0.6 + 0.4 * moved);
                (format!("+{amount}"), Point { x: middle + 32.0, y: edge + away * 20.0 })
            }
            CueKind::Appended => {
                let (from, label) = if is_tight { (-12.0, 36.0) } else { (-26.0, 46.0) };
                for row in 0..3_u8 {
                    let row = f64::from(row);
                    let shift = (1.0 - eased((moved * 1.6 - row * 0.3).clamp(0.0, 1.0))) * from;
                    context.begin_path();
                    let y = edge + away * (8.0 + row * 6.0);
                    context.move_to(middle - 22.0 + shift, y);
                    context.line_to(middle + 22.0 + shift, y);
                    context.set_line_width(3.0);
                    context.stroke();
                }
                (format!("+{amount}"), Point { x: middle + label, y: edge + away * 14.0 })
            }
            CueKind::Forked => {
                let (x, y) = (4.0 + 18.0 * moved, edge + away * 24.0);
                context.begin_path();
                for side in [-1.0, 1.0] {
                    context.move_to(middle, edge);
                    context.line_to(middle + side * x, y - away * 9.0);
                }
                context.stroke();
                self.sheet(Point { x: middle - x, y }, 0.85);
                self.sheet(Point { x: middle + x, y }, 1.0);
                (format!("+{amount}"), Point { x: middle + x + 30.0, y })
            }
            CueKind::NobodyNew => {
                let at = Point { x: card.x + width, y: card.y + height / 2.0 };
                self.ring(at, 10.0 + 5.0 * (1.0 - moved));
                context.begin_path();
                context.move_to(at.x - 6.5, at.y + 6.5);
                context.line_to(at.x + 6.5, at.y - 6.5);
                context.stroke();
                let times = if cue.amount > 1 { format!("0 × {amount}") } else { "0".to_owned() };
                (times, Point { x: at.x + 4.0, y: at.y - 20.0 })
            }
            CueKind::Overlap => {
                let at = Point { x: card.x + width - 14.0, y: card.y };
                self.ring(Point { x: at.x - 5.0 * moved, y: at.y }, 8.0);
                self.ring(Point { x: at.x + 5.0 * moved, y: at.y }, 8.0);
                (format!("× {}", number(self.lang, cue.amount + 1)), Point { x: at.x, y: at.y - 17.0 })
            }
        };
        context.set_stroke_style_str(&self.inks.paper);
        context.set_line_width(4.0);
        self.beside(&label, &ink.full, at);
    }

    /// A small sheet with two lines: a delivery.
    fn sheet(&self, middle: Point, scale: f64) {
        let (width, height) = (28.0 * scale, 19.0 * scale);
        let (left, top) = (middle.x - width / 2.0, middle.y - height / 2.0);
        let context = &self.context;
        context.begin_path();
        let _ = context.round_rect_with_f64(left, top, width, height, 4.0 * scale);
        context.fill();
        context.stroke();
        context.begin_path();
        for line in [0.38, 0.66] {
            context.move_to(left + 5.0 * scale, top + line * height);
            context.line_to(left + width - 5.0 * scale, top + line * height);
        }
        context.stroke();
    }

    fn ring(&self, middle: Point, radius: f64) {
        self.context.begin_path();
        let _ = self.context.arc(middle.x, middle.y, radius, 0.0, TAU);
        self.context.fill();
        self.context.stroke();
    }
}

/// For each transition, the colour of what it leads to.
fn hues(layout: &Layout) -> Vec<Hue> {
    let hue = |ends: &Option<(usize, usize)>| {
        ends.and_then(|(_, to)| layout.hues.get(to)).copied().unwrap_or(Hue::Neutral)
    };
    layout.graph().ends().iter().map(hue).collect()
}

/// Quick at first, then calm: the easing of everything that moves in the lab.
fn eased(share: f64) -> f64 {
    1.0 - (1.0 - share).powi(3)
}
