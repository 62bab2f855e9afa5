//! What the pointer does on the canvas: it chooses, drags, draws a lasso or a transition, pans, and two fingers zoom.

use std::rc::Rc;

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::desk::{Desk, Mode};
use super::drag::{Drag, Resize};
use super::lasso::Lasso;
use super::relink::Relink;
use crate::app::action::Action;
use crate::app::adding::Adding;
use crate::app::selection::Selection;
use crate::paint::timer::Timer;
use crate::scene::branch::Place;
use crate::scene::canvas::Hit;
use crate::scene::route::Point;

/// A pointer that moves less than this presses in place, in pixels; a finger is less exact.
const STILL: f64 = 4.0;
const STILL_TOUCH: f64 = 9.0;
/// How long a finger rests for what a click on the right does elsewhere, in milliseconds.
const HOLD_MILLIS: i32 = 500;

/// What is under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    Ground,
    Card(Place),
    Note(usize),
    Link(usize),
    /// An output of an activity, by its name in the file.
    Port(Place, Rc<str>),
    /// The corner by which a note is resized.
    Corner(usize),
    /// An end of the chosen transition.
    Grip(Relink),
}

/// A button or finger that is down and has not moved.
#[derive(Debug)]
pub(super) struct Press {
    at: Point,
    on: Target,
    is_touch: bool,
    /// Whether what is pressed is added to what is chosen.
    adds: bool,
    /// Whether the drawing is moved whatever is pressed.
    pans: bool,
}

/// What is going on.
#[derive(Debug, Default)]
pub(super) enum Gesture {
    #[default]
    None,
    Press(Press),
    Pan(Point),
    Pinch,
    Lasso(Lasso),
    Drag(Drag),
    Resize(Resize),
    /// A transition is being drawn with the button held.
    Link,
}

impl Desk {
    /// Where an event is on the canvas.
    pub(super) fn at(&self, event: &MouseEvent) -> Point {
        let rect = self.nodes.svg.cast::<Element>().map(|svg| svg.get_bounding_client_rect());
        let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
        Point { x: f64::from(event.client_x()) - left, y: f64::from(event.client_y()) - top }
    }

    pub(super) fn target(&self, event: &Event, at: Point) -> Target {
        let element = event.target_dyn_into::<Element>();
        let named = |name: &str| {
            let found = element.as_ref()?.closest(&format!("[{name}]")).ok()??;
            Some((found.get_attribute(name)?, found))
        };
        let number = |name: &str| named(name)?.0.parse::<usize>().ok();
        if let (Some(number), Some((end, _))) = (number("data-grip"), named("data-end")) {
            return Target::Grip(Relink { number, is_start: end == "start" });
        }
        if let (Some((output, _)), Some(place)) =
            (named("data-port"), number("data-of").or(number("data-place")))
        {
            return Target::Port(place, output.into());
        }
        if let Some(note) = number("data-corner") {
            return Target::Corner(note);
        }
        if let Some(place) = number("data-place") {
            return Target::Card(place);
        }
        match self.now().canvas.hit(self.camera().world_from_screen(at)) {
            Hit::Card(place) => Target::Card(place),
            Hit::Link(link) => Target::Link(link),
            Hit::Note(note) => Target::Note(note),
            Hit::Nothing => Target::Ground,
        }
    }

    pub(super) fn pressed(self: &Rc<Self>, event: &PointerEvent) {
        let at = self.at(event);
        self.pointer.set(at);
        let is_touch = event.pointer_type() == "touch";
        if is_touch {
            let mut fingers = self.fingers.borrow_mut();
            fingers.retain(|(finger, _)| *finger != event.pointer_id());
            fingers.push((event.pointer_id(), at));
            if fingers.len() == 2 {
                drop(fingers);
                self.abort();
                self.gesture.replace(Gesture::Pinch);
                return;
            }
        }
        if event.button() > 1 || !matches!(*self.gesture.borrow(), Gesture::None) {
            return;
        }
        let pans = event.button() == 1 || self.space.get().is_some();
        if pans {
            // Else the browser scrolls by itself.
            event.prevent_default();
        }
        let on = self.target(event, at);
        let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
        if is_touch
            && self.mode() == Mode::Rest
            && let Target::Card(_) | Target::Note(_) = on
        {
            let (desk, held) = (Rc::downgrade(self), on.clone());
            let hold = Timer::after(HOLD_MILLIS, move || {
                if let Some(desk) = desk.upgrade() {
                    // What is chosen alone has its pad.
                    desk.gesture.replace(Gesture::None);
                    desk.choose(&held, false);
                }
            });
            self.hold.replace(Some(hold));
        }
        self.gesture.replace(Gesture::Press(Press { at, on, is_touch, adds, pans }));
    }

    pub(super) fn moved(self: &Rc<Self>, event: &PointerEvent) {
        let at = self.at(event);
        let before = self.pointer.replace(at);
        let is_pinch = matches!(*self.gesture.borrow(), Gesture::Pinch);
        if is_pinch {
            return self.pinch(event.pointer_id(), at);
        }
        let begun = match &*self.gesture.borrow() {
            Gesture::Press(press) => {
                let still = if press.is_touch { STILL_TOUCH } else { STILL };
                ((at.x - press.at.x).hypot(at.y - press.at.y) >= still).then(|| self.begin(press))
            }
            _ => None,
        };
        if let Some(begun) = begun {
            self.hold.replace(None);
            self.gesture.replace(begun);
            if let Some(svg) = self.nodes.svg.cast::<Element>() {
                let _ = svg.set_pointer_capture(event.pointer_id());
            }
        }
        let panned = match &mut *self.gesture.borrow_mut() {
            Gesture::Pan(last) => {
                let by = (at.x - last.x, at.y - last.y);
                *last = at;
                Some(by)
            }
            Gesture::None if self.mode() == Mode::Rest => {
                self.hover(event, at);
                return;
            }
            _ => None,
        };
        if let Some((x, y)) = panned {
            if self.space.get().is_some() {
                self.space.set(Some(true));
            }
            self.look(self.camera().panned(x, y));
        } else if before != at {
            self.point();
            self.ask();
        }
    }

    /// What a press becomes once it moves.
    fn begin(&self, press: &Press) -> Gesture {
        let now = self.now();
        let is_drawing = matches!(self.mode(), Mode::Connecting(_));
        let start = self.camera().world_from_screen(press.at);
        let is_chosen = match &press.on {
            Target::Card(place) => {
                now.faces.cards.get(*place).is_some_and(|card| now.selection.has(&card.name))
            }
            Target::Note(note) => now.selection.has_note(*note),
            _ => false,
        };
        let may_drag = !now.readonly && (!press.is_touch || is_chosen) && !press.pans;
        match &press.on {
            _ if is_drawing => Gesture::Link,
            Target::Port(place, output) if may_drag || press.is_touch && !now.readonly => {
                self.begin_connecting(*place, self.output(*place, output), false);
                Gesture::Link
            }
            Target::Grip(again) if !now.readonly && !press.pans => {
                self.begin_relinking(*again, false);
                Gesture::Link
            }
            Target::Card(_) | Target::Note(_) if may_drag => {
                if !is_chosen {
                    self.choose(&press.on, press.adds);
                }
                Gesture::Drag(Drag::new(self, &press.on, start))
            }
            Target::Corner(note) if !now.readonly => Gesture::Resize(Resize::new(self, *note, start)),
            _ if press.is_touch || press.pans => Gesture::Pan(press.at),
            _ if now.readonly => Gesture::Pan(press.at),
            _ => Gesture::Lasso(Lasso::new(start, press.adds)),
        }
    }

    pub(super) fn released(self: &Rc<Self>, event: &PointerEvent) {
        let at = self.at(event);
        self.pointer.set(at);
        self.hold.replace(None);
        self.lift(event.pointer_id());
        let gesture = self.gesture.take();
        self.mark("data-dragging", false);
        match gesture {
            Gesture::Press(press) => self.clicked(&press),
            Gesture::Link => {
                self.point();
                self.connect();
            }
            Gesture::Lasso(lasso) => lasso.release(self),
            Gesture::Drag(drag) => drag.release(self),
            Gesture::Resize(resize) => resize.release(self),
            Gesture::None | Gesture::Pan(_) | Gesture::Pinch => {}
        }
        self.ask();
    }

    fn clicked(&self, press: &Press) {
        match (&press.on, self.mode()) {
            _ if press.pans => {}
            (_, Mode::Connecting(_)) => {
                self.point();
                self.connect();
            }
            (Target::Port(place, output), _) => {
                self.begin_connecting(*place, self.output(*place, output), false);
            }
            (Target::Grip(again), _) => self.begin_relinking(*again, false),
            (Target::Ground, _) if press.adds => {}
            (on, _) => self.choose(on, press.adds),
        }
    }

    /// Chooses what is under the pointer, or lets go of everything.
    pub(super) fn choose(&self, on: &Target, adds: bool) {
        let now = self.now();
        let selection = match on {
            Target::Card(place) | Target::Port(place, _) => {
                let Some(face) = now.faces.cards.get(*place) else { return };
                if adds { now.selection.toggled(&face.name) } else { Selection::activity(face.name.clone()) }
            }
            Target::Note(note) | Target::Corner(note) if adds => now.selection.toggled_note(*note),
            Target::Note(note) | Target::Corner(note) => Selection::of([], [*note]),
            Target::Link(link) | Target::Grip(Relink { number: link, .. }) => Selection::transition(*link),
            Target::Ground => Selection::none(),
        };
        if self.mode() != Mode::Rest {
            self.set_mode(Mode::Rest);
        }
        if selection != now.selection {
            self.send(Action::Select(selection));
        }
    }

    /// A double click edits the text it hits; on empty ground a new activity is chosen.
    pub(super) fn double_clicked(&self, event: &MouseEvent) {
        let now = self.now();
        let at = self.at(event);
        if now.readonly {
            return;
        }
        match self.target(event, at) {
            Target::Card(place) => {
                if let Some(face) = now.faces.cards.get(place) {
                    self.set_mode(Mode::Renaming(face.name.clone()));
                }
            }
            Target::Note(note) => self.set_mode(Mode::Writing(note)),
            Target::Ground => {
                let at = Some(super::connect::on_grid(self.camera().world_from_screen(at)));
                self.send(Action::Add(Adding { at, after: None }));
            }
            Target::Link(_) | Target::Port(..) | Target::Corner(_) | Target::Grip(_) => {}
        }
    }

    /// Whether a pointer is at work.
    pub(super) fn is_busy(&self) -> bool {
        !matches!(*self.gesture.borrow(), Gesture::None)
    }

    /// Gives up what is going on; whether something was.
    pub(super) fn abort(&self) -> bool {
        self.hold.replace(None);
        self.mark("data-dragging", false);
        match self.gesture.take() {
            Gesture::None | Gesture::Press(_) | Gesture::Pinch => false,
            Gesture::Pan(_) => true,
            Gesture::Lasso(lasso) => {
                lasso.clear(self);
                true
            }
            Gesture::Drag(drag) => {
                drag.restore(self);
                true
            }
            Gesture::Resize(resize) => {
                resize.restore(self);
                true
            }
            Gesture::Link => {
                self.set_mode(Mode::Rest);
                true
            }
        }
    }

    pub(super) fn cancelled(&self, event: &PointerEvent) {
        self.lift(event.pointer_id());
        self.abort();
    }

    fn lift(&self, finger: i32) {
        self.fingers.borrow_mut().retain(|(id, _)| *id != finger);
    }

    /// Two fingers move and zoom the drawing at once.
    fn pinch(self: &Rc<Self>, finger: i32, at: Point) {
        let mut fingers = self.fingers.borrow_mut();
        let spread = |fingers: &[(i32, Point)]| match fingers {
            [(_, a), (_, b), ..] => Some((
                Point { x: f64::midpoint(a.x, b.x), y: f64::midpoint(a.y, b.y) },
                (a.x - b.x).hypot(a.y - b.y),
            )),
            _ => None,
        };
        let before = spread(&fingers);
        if let Some(moved) = fingers.iter_mut().find(|(id, _)| *id == finger) {
            moved.1 = at;
        }
        if let (Some((from, was)), Some((to, is))) = (before, spread(&fingers)) {
            let panned = self.camera().panned(to.x - from.x, to.y - from.y);
            self.look(panned.zoomed_at(is / was.max(1.0), to));
        }
    }

    /// The outputs of the card under the pointer are shown, and transitions can be pointed at.
    fn hover(&self, event: &PointerEvent, at: Point) {
        if event.pointer_type() == "touch" {
            return;
        }
        let on = self.target(event, at);
        self.mark("data-over-link", matches!(on, Target::Link(_)));
        self.set_over(match on {
            Target::Card(place) | Target::Port(place, _) => Some(place),
            _ => None,
        });
    }

    /// How a transition names an output.
    fn output(&self, place: Place, name: &str) -> Option<Rc<str>> {
        let canvas = self.now().canvas;
        let port = canvas.ports_of(place).iter().find(|(output, _)| output.name == *name);
        port.and_then(|(output, _)| super::connect::named(output))
    }

    /// The wheel moves the drawing; with Ctrl, and by two fingers on a touchpad, it zooms at the pointer.
    pub(super) fn wheeled(self: &Rc<Self>, event: &WheelEvent) {
        event.prevent_default();
        let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 16.0 } else { 1.0 };
        let (x, y) = (event.delta_x() * lines, event.delta_y() * lines);
        let camera = if event.ctrl_key() || event.meta_key() {
            self.camera().zoomed_at((-y.clamp(-40.0, 40.0) * 0.008).exp2(), self.at(event))
        } else if event.shift_key() && x == 0.0 {
            self.camera().panned(-y, 0.0)
        } else {
            self.camera().panned(-x, -y)
        };
        self.look(camera);
    }

    /// Whether something is dragged, while the tools over the drawing are out of sight.
    pub(super) fn is_dragging(&self) -> bool {
        matches!(*self.gesture.borrow(), Gesture::Drag(_) | Gesture::Resize(_) | Gesture::Lasso(_))
    }

    /// Writes what is dragged.
    pub(super) fn write_gesture(&self) {
        match &mut *self.gesture.borrow_mut() {
            Gesture::Drag(drag) => drag.write(self),
            Gesture::Lasso(lasso) => lasso.write(self),
            Gesture::Resize(resize) => resize.write(self),
            Gesture::None | Gesture::Press(_) | Gesture::Pan(_) | Gesture::Pinch | Gesture::Link => {}
        }
    }
}
