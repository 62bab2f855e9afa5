//! The canvas by keys: along the transitions, editing, moving, connecting, and how large the drawing is.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::desk::{Desk, Mode};
use super::drag;
use super::relink::Relink;
use crate::app::action::Action;
use crate::app::selection::Selection;
use crate::scene::branch::Place;
use crate::scene::layout::Way;
use crate::ui::widgets::after_paint::after_paint;

/// How much larger the drawing is after one press.
pub(super) const ZOOM: f64 = 1.25;
/// How many steps of the grid Shift makes of one, while what is chosen is moved or resized by arrow keys.
const FAR_STEP: i32 = 5;
/// What in the inspector can take the focus.
const FIRST_FIELD: &str =
    ".inspector :is(input, select, textarea, button, [tabindex='0']):not([disabled], [tabindex='-1'])";

impl Desk {
    /// A key on the canvas. What it means nothing for is left to others.
    pub(super) fn key(self: &Rc<Self>, event: &KeyboardEvent, has_single_keys: bool) {
        if event.default_prevented() || is_typing(event) {
            return;
        }
        if event.ctrl_key() || event.meta_key() {
            // Those are in the table of commands, or the browser's.
            return;
        }
        let key = event.key();
        let is_done = if event.alt_key() {
            self.shifted(&key, event.shift_key())
        } else if let Mode::Connecting(_) = self.mode() {
            self.connecting_key(&key)
        } else {
            self.plain(&key, event) || has_single_keys && self.single(event)
        };
        if is_done {
            event.prevent_default();
            // The page has keys of its own.
            event.stop_propagation();
        }
    }

    /// With Alt, arrows move what is chosen; with Shift as well they resize a note. Where nothing is chosen they are
    /// the browser's: Alt and an arrow go back to the page before.
    fn shifted(&self, key: &str, has_shift: bool) -> bool {
        let Some((x, y)) = direction(key) else { return false };
        let now = self.now();
        if now.readonly || now.selection.activities().is_empty() && now.selection.notes().is_empty() {
            return false;
        }
        let is_note = now.selection.activities().is_empty() && now.selection.notes().len() == 1;
        if is_note && has_shift {
            drag::resize_chosen(self, (x, y))
        } else {
            drag::step(self, (x, y))
        }
        true
    }

    fn connecting_key(&self, key: &str) -> bool {
        let now = self.now();
        let Mode::Connecting(drawn) = self.mode() else { return false };
        let aimed = self.aim.borrow().as_ref().and_then(|aim| aim.place);
        let here = aimed.or_else(|| self.free_end(&drawn));
        match (key, way(key)) {
            (_, Some(way)) => {
                if let Some(place) = here.and_then(|here| now.canvas.neighbor(here, way)) {
                    self.point_at(place);
                    self.write_connecting();
                }
            }
            ("Enter", _) => self.connect(),
            ("c", _) => self.next_output(),
            ("Escape", _) => {
                self.abort();
                self.set_mode(Mode::Rest);
                self.focus_canvas();
            }
            _ => return false,
        }
        true
    }

    fn plain(self: &Rc<Self>, key: &str, event: &KeyboardEvent) -> bool {
        let now = self.now();
        let is_shifting = self.mode() == Mode::Shifting;
        let is_placing = is_shifting || self.mode() == Mode::Sizing;
        match (key, direction(key)) {
            (_, Some((x, y))) if is_shifting => {
                let far = if event.shift_key() { FAR_STEP } else { 1 };
                drag::step(self, (x * far, y * far));
            }
            (_, Some((x, y))) if self.mode() == Mode::Sizing => {
                let far = if event.shift_key() { FAR_STEP } else { 1 };
                drag::resize_chosen(self, (x * far, y * far));
            }
            (_, Some(_)) => return self.go(event),
            ("Home" | "End", _) => return self.go(event),
            ("Escape", _) => {
                let was_shifting = is_placing.then(|| self.set_mode(Mode::Rest)).is_some();
                return self.abort() || was_shifting;
            }
            ("Enter", _) if is_placing => self.set_mode(Mode::Rest),
            ("Enter", _) => self.open_settings(event, now.readonly),
            ("F2", _) if !now.readonly => self.edit_text(event),
            ("Delete" | "Backspace", _) if !now.readonly && !now.selection.is_empty() => {
                self.focus_canvas();
                self.send(Action::Remove);
            }
            (" ", _) => {
                if self.space.get().is_none() {
                    self.space.set(Some(false));
                }
            }
            _ => return false,
        }
        true
    }

    fn single(self: &Rc<Self>, event: &KeyboardEvent) -> bool {
        let now = self.now();
        match event.key().as_str() {
            "+" | "=" => self.zoom(ZOOM),
            "-" | "_" => self.zoom(1.0 / ZOOM),
            "0" => self.full_size(),
            "!" => self.fit(),
            "c" | "C" if !now.readonly && now.selection.only_transition().is_some() => {
                let again = |number| Relink { number, is_start: event.shift_key() };
                if let Some(again) = now.selection.only_transition().map(again) {
                    self.begin_relinking(again, true);
                }
            }
            "l" | "L" => self.next_transition(self.here(event)),
            "c" | "C" if !now.readonly => match self.here(event) {
                Some(place) => self.connect_from(place, true),
                None => return false,
            },
            "m" | "M" if !now.canvas.notes.is_empty() => {
                let last = now.selection.notes().last().map_or(0, |note| note + 1);
                let next = last % now.canvas.notes.len();
                self.send(Action::Select(Selection::of([], [next])));
                self.focus_note(next);
            }
            _ => return false,
        }
        true
    }

    /// The space bar was let go: where it moved nothing, it chooses what has the focus.
    pub(super) fn key_up(&self, event: &KeyboardEvent) {
        if event.key() == " "
            && let Some(has_moved) = self.space.take()
            && !has_moved
            && let Some(place) = self.here(event)
        {
            self.choose(&super::gesture::Target::Card(place), event.ctrl_key() || event.shift_key());
        }
    }

    /// Goes to another card and chooses it.
    fn go(&self, event: &KeyboardEvent) -> bool {
        let now = self.now();
        let graph = now.canvas.graph();
        let to = match (event.key().as_str(), way(&event.key())) {
            (_, Some(way)) => match self.here(event) {
                Some(here) => now.canvas.neighbor(here, way),
                None => Some(0),
            },
            ("Home", _) => graph.branches().first().and_then(|branch| branch.first().copied()),
            _ => graph.branches().last().and_then(|branch| branch.last().copied()),
        };
        let Some((to, face)) = to.and_then(|to| Some((to, now.faces.cards.get(to)?))) else { return false };
        let adds = event.shift_key() && !now.selection.has(&face.name);
        let selection =
            if adds { now.selection.toggled(&face.name) } else { Selection::activity(face.name.clone()) };
        self.send(Action::Select(selection));
        self.focus_card(to);
        true
    }

    /// The card that has the focus, else the one chosen last.
    fn here(&self, event: &KeyboardEvent) -> Option<Place> {
        let number = |element: Element| {
            element.closest("[data-place]").ok()??.get_attribute("data-place")?.parse().ok()
        };
        event.target_dyn_into::<Element>().and_then(number).or_else(|| self.chosen_places().last().copied())
    }

    /// Chooses the card that has the focus and goes to its settings; a note is written.
    fn open_settings(self: &Rc<Self>, event: &KeyboardEvent, readonly: bool) {
        if let Some(note) = focused_note(event) {
            if !readonly {
                self.set_mode(Mode::Writing(note));
            }
            return;
        }
        let now = self.now();
        let Some(face) = self.here(event).and_then(|place| now.faces.cards.get(place)) else { return };
        self.send(Action::ChooseActivity(Some(face.name.clone())));
        let stage = self.nodes.stage.clone();
        after_paint(move || {
            let lab = stage.cast::<Element>().and_then(|stage| stage.closest(".lab").ok().flatten());
            let field = lab.and_then(|lab| lab.query_selector(FIRST_FIELD).ok().flatten());
            if let Some(field) =
                field.and_then(|field| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(field).ok())
            {
                let _ = field.focus();
            }
        });
    }

    fn edit_text(&self, event: &KeyboardEvent) {
        if let Some(note) = focused_note(event) {
            return self.set_mode(Mode::Writing(note));
        }
        let now = self.now();
        if let Some(face) = self.here(event).and_then(|place| now.faces.cards.get(place)) {
            self.set_mode(Mode::Renaming(face.name.clone()));
        }
    }
}

fn focused_note(event: &KeyboardEvent) -> Option<usize> {
    let element = event.target_dyn_into::<Element>()?;
    element.closest("[data-note]").ok()??.get_attribute("data-note")?.parse().ok()
}

/// Whether the key goes into a field or presses a button.
fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target_dyn_into::<Element>();
    let is_field = |element: Element| element.closest("input, textarea, select").ok().flatten().is_some();
    let is_press = matches!(event.key().as_str(), "Enter" | " ");
    let is_button = |element: Element| is_press && element.closest("button").ok().flatten().is_some();
    element.clone().is_some_and(is_field) || element.is_some_and(is_button)
}

fn direction(key: &str) -> Option<(i32, i32)> {
    match key {
        "ArrowLeft" => Some((-1, 0)),
        "ArrowRight" => Some((1, 0)),
        "ArrowUp" => Some((0, -1)),
        "ArrowDown" => Some((0, 1)),
        _ => None,
    }
}

fn way(key: &str) -> Option<Way> {
    match key {
        "ArrowLeft" => Some(Way::Left),
        "ArrowRight" => Some(Way::Right),
        "ArrowUp" => Some(Way::Up),
        "ArrowDown" => Some(Way::Down),
        _ => None,
    }
}
