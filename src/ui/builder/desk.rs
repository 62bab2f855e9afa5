//! The desk: what the canvas knows between two renderings, and what is written into it frame by frame.
//!
//! The camera, a drag and a transition that is being drawn live here and not in the store, so that a frame renders
//! nothing anew: it writes a few attributes.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, Node, SvgElement};
use yew::prelude::*;

use super::connect::{Aim, Connecting};
use super::edge::Dwell;
use super::face::Faces;
use super::gesture::Gesture;
use super::scenery::Scenery;
use crate::app::action::Action;
use crate::app::selection::Selection;
use crate::paint::repaint::Repaint;
use crate::paint::timer::Timer;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scene::branch::Place;
use crate::scene::camera::Camera;
use crate::scene::canvas::{Canvas, Rect};
use crate::scene::layout::Size;
use crate::scene::ports::Stub;
use crate::scene::route::Point;
use crate::text::Lang;
use crate::ui::shared::Shared;
use crate::ui::widgets::after_paint::after_paint;

/// Below this zoom the second line of the cards could not be read.
const FAR: f64 = 0.55;
/// Below this zoom a drawing is opened at its full size instead.
const LEGIBLE: f64 = 0.5;
/// How much room an output that leads nowhere takes with its name, in world units.
const STUB: f64 = 110.0;

/// What the canvas is used for at the moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Mode {
    /// Choosing and dragging.
    #[default]
    Rest,
    /// A transition is being drawn.
    Connecting(Connecting),
    /// The label of this activity is being edited.
    Renaming(Rc<str>),
    /// The text of this note is being edited.
    Writing(usize),
    /// What is chosen is moved by buttons.
    Shifting,
    /// The chosen note is resized by buttons.
    Sizing,
}

/// What the last rendering was made from.
#[derive(Clone)]
pub(super) struct Now {
    pub(super) scenario: Shared<Scenario>,
    pub(super) canvas: Rc<Canvas>,
    pub(super) faces: Rc<Faces>,
    pub(super) selection: Selection,
    pub(super) lang: Lang,
    pub(super) readonly: bool,
    pub(super) send: Callback<Action>,
}

/// The elements that are written to.
#[derive(Clone, Default)]
pub(super) struct Nodes {
    pub(super) stage: NodeRef,
    pub(super) svg: NodeRef,
    pub(super) world: NodeRef,
    /// Over the drawing, in its coordinates: what moves.
    pub(super) lift: NodeRef,
    pub(super) lasso: NodeRef,
    pub(super) guides: NodeRef,
    pub(super) rubber: NodeRef,
    pub(super) pad: NodeRef,
    pub(super) field: NodeRef,
    pub(super) tip: NodeRef,
    pub(super) minimap: NodeRef,
    pub(super) percent: NodeRef,
}

impl Nodes {
    /// How much of the stage's end the inspector lies over, in pixels, as the styles say.
    fn covered(&self) -> f64 {
        let stage = self.stage.cast::<Element>();
        let style = stage.and_then(|stage| web_sys::window()?.get_computed_style(&stage).ok()?);
        let length = style.and_then(|style| style.get_property_value("--covered").ok()).unwrap_or_default();
        length.trim().trim_end_matches("px").parse().unwrap_or(0.0)
    }
}

/// Through these the desk has the component rendered.
#[derive(Clone)]
pub(super) struct Setters {
    pub(super) mode: UseStateSetter<Mode>,
    pub(super) aim: UseStateSetter<Option<Aim>>,
    pub(super) over: UseStateSetter<Option<Place>>,
}

/// The desk.
pub(super) struct Desk {
    now: RefCell<Now>,
    setters: Setters,
    pub(super) nodes: Nodes,
    mode: RefCell<Mode>,
    pub(super) aim: RefCell<Option<Aim>>,
    pub(super) gesture: RefCell<Gesture>,
    /// Fingers on the canvas, with where they are.
    pub(super) fingers: RefCell<Vec<(i32, Point)>>,
    /// Where the pointer was seen last, on the screen.
    pub(super) pointer: Cell<Point>,
    /// Whether the space bar is held, and whether it has moved the drawing meanwhile.
    pub(super) space: Cell<Option<bool>>,
    pub(super) hold: RefCell<Option<Timer>>,
    camera: Cell<Camera>,
    /// Whether the camera still shows the whole drawing, as it was asked to.
    is_fitted: Cell<bool>,
    room: Cell<Size>,
    /// What the camera and the room were when they were written last; none after a rendering.
    written: Cell<Option<(Camera, Size)>>,
    pub(super) scenery: RefCell<Scenery>,
    repaint: OnceCell<Repaint>,
    /// How long the pointer has been at the edge with something it drags.
    pub(super) edge: Cell<Option<Dwell>>,
}

impl Desk {
    pub(super) fn new(now: Now, setters: Setters) -> Self {
        Self {
            now: RefCell::new(now),
            setters,
            nodes: Nodes::default(),
            mode: RefCell::default(),
            aim: RefCell::default(),
            gesture: RefCell::default(),
            fingers: RefCell::default(),
            pointer: Cell::default(),
            space: Cell::default(),
            hold: RefCell::default(),
            camera: Cell::default(),
            is_fitted: Cell::new(true),
            room: Cell::new(Size { width: 0.0, height: 0.0 }),
            written: Cell::default(),
            scenery: RefCell::default(),
            repaint: OnceCell::new(),
            edge: Cell::default(),
        }
    }

    /// What the last rendering was made from.
    pub(super) fn now(&self) -> Now {
        self.now.borrow().clone()
    }

    /// Is told of a rendering.
    pub(super) fn set_now(&self, now: Now) {
        self.written.set(None);
        self.now.replace(now);
    }

    pub(super) fn mode(&self) -> Mode {
        self.mode.borrow().clone()
    }

    pub(super) fn set_mode(&self, mode: Mode) {
        self.mode.replace(mode.clone());
        self.setters.mode.set(mode);
        self.set_aim(None);
    }

    pub(super) fn set_aim(&self, aim: Option<Aim>) {
        if *self.aim.borrow() != aim {
            self.aim.replace(aim.clone());
            self.setters.aim.set(aim);
        }
    }

    pub(super) fn set_over(&self, over: Option<Place>) {
        self.setters.over.set(over);
    }

    pub(super) fn edit(&self, edit: Edit) {
        self.send(Action::Edit(edit));
    }

    pub(super) fn send(&self, action: Action) {
        let send = self.now.borrow().send.clone();
        send.emit(action);
    }

    // The camera.

    pub(super) fn camera(&self) -> Camera {
        self.camera.get()
    }

    pub(super) fn room(&self) -> Size {
        self.room.get()
    }

    /// Shows the drawing by another camera, in the next frame.
    pub(super) fn look(self: &Rc<Self>, camera: Camera) {
        self.camera.set(camera);
        self.is_fitted.set(false);
        self.ask();
    }

    /// Takes note of the room there is. Until the camera was moved, the drawing is opened in it anew.
    pub(super) fn set_room(self: &Rc<Self>, room: Size) {
        self.room.set(room);
        if self.is_fitted.get() { self.open() } else { self.ask() }
    }

    /// Shows a drawing that was opened: as a whole where it can be read so, else from its beginning on.
    pub(super) fn open(self: &Rc<Self>) {
        let (bounds, room) = (self.bounds(), self.room());
        let whole = Camera::fitted(bounds, room);
        self.look(if whole.zoom < LEGIBLE { Camera::at_full_size(bounds, room) } else { whole });
        self.is_fitted.set(true);
    }

    /// Shows the whole drawing.
    pub(super) fn fit(self: &Rc<Self>) {
        self.look(Camera::fitted(self.bounds(), self.room()));
        self.is_fitted.set(true);
    }

    /// The least rectangle around everything drawn, with the names beside outputs that lead nowhere.
    fn bounds(&self) -> Rect {
        let canvas = self.now.borrow().canvas.clone();
        let stub = |stub: &Stub| Rect { x: stub.from.x, y: stub.from.y, width: STUB, height: 0.0 };
        let stubs = canvas.stubs.iter().map(stub);
        stubs.fold(canvas.bounds(), |bounds, stub| bounds.union(&stub))
    }

    /// Shows the whole drawing once it is rendered anew.
    pub(super) fn fit_soon(self: &Rc<Self>) {
        let desk = Rc::downgrade(self);
        after_paint(move || {
            if let Some(desk) = desk.upgrade() {
                desk.fit();
            }
        });
    }

    /// Shows the drawing at its full size, around what is chosen or in the middle.
    pub(super) fn full_size(self: &Rc<Self>) {
        let middle = self.middle();
        self.look(self.camera().zoomed_at(1.0 / self.camera().zoom, middle));
    }

    /// Shows it this many times larger, around the middle of the room.
    pub(super) fn zoom(self: &Rc<Self>, factor: f64) {
        self.look(self.camera().zoomed_at(factor, self.middle()));
    }

    /// Brings what is chosen into view where not all of it is.
    pub(super) fn reveal_chosen(self: &Rc<Self>) {
        let Some(mut rect) = self.chosen_bounds() else { return };
        let (camera, mut room) = (self.camera(), self.room());
        room.width -= self.nodes.covered();
        if room.width > 0.0 && !camera.view(room).encloses(&rect) {
            rect.width += STUB;
            self.look(camera.showing(rect, room));
        }
    }

    fn middle(&self) -> Point {
        Point { x: self.room().width / 2.0, y: self.room().height / 2.0 }
    }

    /// The point of the drawing where the pointer was seen last.
    pub(super) fn world_pointer(&self) -> Point {
        self.camera().world_from_screen(self.pointer.get())
    }

    /// The places of the chosen activities.
    pub(super) fn chosen_places(&self) -> Vec<Place> {
        let now = self.now.borrow();
        now.selection.activities().iter().filter_map(|name| now.faces.place(name)).collect()
    }

    /// The least rectangle around what is chosen; a transition counts by where its label would stand.
    pub(super) fn chosen_bounds(&self) -> Option<Rect> {
        let places = self.chosen_places();
        let now = self.now.borrow();
        let link = now.selection.only_transition();
        if let Some(Some(route)) = link.and_then(|link| now.canvas.routes.get(link)) {
            let at = route.label_at();
            return Some(Rect { x: at.x - 40.0, y: at.y, width: 80.0, height: 0.0 });
        }
        now.canvas.bounds_of(&places, now.selection.notes())
    }

    // What is written frame by frame.

    /// Has everything written that moves without being rendered, in the next frame.
    pub(super) fn ask(self: &Rc<Self>) {
        let desk = Rc::downgrade(self);
        let repaint = self.repaint.get_or_init(|| {
            Repaint::new(move || {
                if let Some(desk) = desk.upgrade() {
                    desk.scroll_at_edge();
                    desk.write();
                }
            })
        });
        repaint.ask();
    }

    /// Writes it now.
    pub(super) fn write(&self) {
        // Most frames of a drag move nothing else, and whatever is written has to be looked through.
        if self.written.replace(Some((self.camera(), self.room()))) != Some((self.camera(), self.room())) {
            self.write_camera();
        }
        self.write_gesture();
        self.write_connecting();
        if !self.is_dragging() {
            self.write_overlays();
        }
    }

    fn write_camera(&self) {
        let camera = self.camera();
        self.scenery.borrow_mut().write(camera.view(self.room()));
        let transform = camera.transform();
        for layer in [&self.nodes.world, &self.nodes.lift] {
            if let Some(layer) = layer.cast::<Element>() {
                let _ = layer.set_attribute("transform", &transform);
            }
        }
        if let Some(stage) = self.nodes.stage.cast::<HtmlElement>() {
            let style = stage.style();
            let origin = camera.screen_from_world(Point::default());
            for (name, value) in [("--cam-x", origin.x), ("--cam-y", origin.y), ("--cam-z", camera.zoom)] {
                let _ = style.set_property(name, &format!("{value:.4}"));
            }
            let _ = stage.toggle_attribute_with_force("data-far", camera.zoom < FAR);
        }
        if let Some(percent) = self.nodes.percent.cast::<Element>() {
            percent.set_text_content(Some(&format!("{:.0} %", camera.zoom * 100.0)));
        }
        super::minimap::write(self);
    }

    /// Puts the pad beside what is chosen and the field over what is edited, within the canvas.
    fn write_overlays(&self) {
        let (camera, room) = (self.camera(), self.room());
        if let (Some(pad), Some(rect)) = (self.nodes.pad.cast::<HtmlElement>(), self.chosen_bounds()) {
            let size = (f64::from(pad.offset_width()), f64::from(pad.offset_height()));
            let now = self.now.borrow();
            let view = camera.view(room);
            let others = now.canvas.cards.iter().filter(|card| view.intersects(card) && !rect.encloses(card));
            let others: Vec<Rect> = others.map(|card| on_screen(camera, *card)).collect();
            let (x, y) = pad_place(on_screen(camera, rect), &others, room, size);
            let is_seen = view.intersects(&rect.inflated(1.0));
            set_place(&pad, x, y);
            let _ = pad.style().set_property("visibility", if is_seen { "visible" } else { "hidden" });
        }
        let edited = match &*self.mode.borrow() {
            Mode::Renaming(name) => {
                let now = self.now.borrow();
                now.faces.place(name).and_then(|place| now.canvas.cards.get(place).copied())
            }
            Mode::Writing(note) => self.now.borrow().canvas.notes.get(*note).copied(),
            _ => None,
        };
        if let (Some(field), Some(rect)) = (self.nodes.field.cast::<HtmlElement>(), edited) {
            let rect = on_screen(camera, rect);
            set_place(&field, rect.x, rect.y);
            let style = field.style();
            let _ = style.set_property("inline-size", &format!("{:.1}px", rect.width.max(180.0)));
            let _ = style.set_property("--high", &format!("{:.1}px", rect.height));
            let _ = style.set_property("opacity", "1");
        }
    }

    // Focus.

    /// Puts the focus on the card of an activity.
    pub(super) fn focus_card(&self, place: Place) {
        self.focus(&format!("[data-place='{place}']"));
    }

    /// Puts the focus on a note.
    pub(super) fn focus_note(&self, note: usize) {
        self.focus(&format!("[data-note='{note}']"));
    }

    /// Puts the focus where the Tab key would find it, so that it is not lost with a button that goes away.
    pub(super) fn focus_canvas(&self) {
        if let Some(svg) = self.nodes.svg.cast::<Element>() {
            let card = svg.query_selector("[tabindex='0']").ok().flatten();
            focus_without_scroll(card.unwrap_or(svg));
        }
    }

    /// The focus went from the canvas. Where it went nowhere, because what had it was taken away, it comes back.
    pub(super) fn left(self: &Rc<Self>, event: &FocusEvent) {
        let next = event.related_target();
        let next_node = next.as_ref().and_then(|next| next.dyn_ref::<Node>());
        let stage = self.nodes.stage.cast::<Node>();
        if !stage.is_some_and(|stage| next_node.is_some_and(|next| stage.contains(Some(next)))) {
            // Where the space bar is let go elsewhere, nobody here is told.
            self.space.set(None);
        }
        if next.is_some() {
            return;
        }
        let desk = Rc::downgrade(self);
        after_paint(move || {
            let document = web_sys::window().and_then(|window| window.document());
            let is_lost = document.is_some_and(|document| {
                // The focus of another window is none of ours.
                let is_here = document.has_focus().unwrap_or(false);
                is_here && document.active_element().is_none_or(|element| element.tag_name() == "BODY")
            });
            if let Some(desk) = desk.upgrade().filter(|_| is_lost) {
                desk.focus_canvas();
            }
        });
    }

    /// Whether the focus is in the canvas or its tools.
    pub(super) fn has_focus(&self) -> bool {
        let stage = self.nodes.stage.cast::<Element>();
        stage.is_some_and(|stage| stage.matches(":focus-within").unwrap_or(false))
    }

    /// Whether the focus is on a button or a field over the drawing.
    pub(super) fn has_focus_in_tools(&self) -> bool {
        let stage = self.nodes.stage.cast::<Element>();
        let focused =
            stage.and_then(|stage| stage.query_selector(":is(button, input, textarea):focus").ok().flatten());
        focused.is_some()
    }

    fn focus(&self, selector: &str) {
        let svg = self.nodes.svg.cast::<Element>();
        if let Some(element) = svg.and_then(|svg| svg.query_selector(selector).ok().flatten()) {
            focus_without_scroll(element);
        }
    }

    /// The element of the drawing that a selector names.
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.nodes.world.cast::<Element>()?.query_selector(selector).ok().flatten()
    }

    /// Marks the canvas while something is dragged: tools step back, the grid is shown.
    pub(super) fn mark(&self, name: &str, is_on: bool) {
        if let Some(stage) = self.nodes.stage.cast::<Element>() {
            let _ = stage.toggle_attribute_with_force(name, is_on);
        }
    }
}

fn focus_without_scroll(element: Element) {
    match element.dyn_into::<SvgElement>() {
        Ok(element) => drop(element.focus()),
        Err(element) => drop(element.dyn_into::<HtmlElement>().map(|element| element.focus())),
    }
}

/// A rectangle of the drawing as it is on the screen.
fn on_screen(camera: Camera, rect: Rect) -> Rect {
    let Point { x, y } = camera.screen_from_world(Point { x: rect.x, y: rect.y });
    Rect { x, y, width: rect.width * camera.zoom, height: rect.height * camera.zoom }
}

/// Beside what is chosen, on the side where the least of other cards is covered, and never outside the canvas.
fn pad_place(chosen: Rect, others: &[Rect], room: Size, (width, height): (f64, f64)) -> (f64, f64) {
    const APART: f64 = 10.0;
    const EDGE: f64 = 8.0;
    /// The bars at the lower edge.
    const BARS: f64 = 48.0;
    let last = |room: f64, length: f64| (room - length - EDGE).max(EDGE);
    let within = |x: f64, y: f64| Rect {
        x: x.clamp(EDGE, last(room.width, width)).round(),
        y: y.clamp(EDGE, last(room.height - BARS, height)).round(),
        width,
        height,
    };
    let (left, middle) = (chosen.middle().x - width / 2.0, chosen.middle().y - height / 2.0);
    let (above, below) = (chosen.y - APART - height, chosen.bottom() + APART);
    let places = [
        within(left, below),
        within(left, above),
        within(chosen.x, above),
        within(chosen.right() - width, below),
        within(chosen.x - APART - width, middle),
        within(chosen.right() + 3.0 * APART, middle),
    ];
    let covered = |pad: &Rect| {
        let shared = |other: &Rect| {
            let x = pad.right().min(other.right()) - pad.x.max(other.x);
            let y = pad.bottom().min(other.bottom()) - pad.y.max(other.y);
            x.max(0.0) * y.max(0.0)
        };
        // Worst is to cover what it is about.
        others.iter().map(shared).sum::<f64>() + 8.0 * shared(&chosen)
    };
    // Of places that are as good the first counts.
    let best = places.iter().min_by(|a, b| covered(a).total_cmp(&covered(b)));
    best.map_or((EDGE, EDGE), |pad| (pad.x, pad.y))
}

pub(super) fn set_place(element: &HtmlElement, x: f64, y: f64) {
    let _ = element.style().set_property("translate", &format!("{x:.1}px {y:.1}px"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pad_never_leaves_the_canvas_and_covers_little() {
        let room = Size { width: 600.0, height: 300.0 };
        let card = |x, y| Rect { x, y, width: 200.0, height: 64.0 };
        let pad = (260.0, 40.0);
        let place = |chosen, others: &[Rect]| pad_place(chosen, others, room, pad);
        assert_eq!(place(card(100.0, 50.0), &[]), (70.0, 124.0));
        assert_eq!(place(card(100.0, 220.0), &[]).1, 170.0, "above");
        assert_eq!(place(card(100.0, 100.0), &[card(100.0, 180.0)]).1, 50.0, "not on the card below");
        assert_eq!(place(card(-150.0, 50.0), &[]).0, 8.0);
        assert_eq!(place(card(500.0, 50.0), &[]).0, 332.0);
        let narrow = Size { width: 200.0, height: 60.0 };
        assert_eq!(pad_place(card(0.0, 0.0), &[], narrow, pad), (8.0, 8.0));
    }
}
