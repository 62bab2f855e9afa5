//! Dragging cards and notes, and resizing notes: written into the drawing frame by frame, one edit at the end.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::desk::Desk;
use super::face::way;
use super::gesture::Target;
use crate::scenario::edit::Edit;
use crate::scene::branch::Place;
use crate::scene::canvas::{GRID, Rect};
use crate::scene::guides::{Line, snap};
use crate::scene::route::Point;

/// Within so many pixels a card snaps into line with another.
const REACH: f64 = 6.0;
/// The least size of a note.
const LEAST_NOTE: (i32, i32) = (80, 40);

/// Cards and notes that are dragged.
#[derive(Debug)]
pub(super) struct Drag {
    places: Vec<Place>,
    notes: Vec<usize>,
    start: Point,
    bounds: Rect,
    others: Vec<Rect>,
    by: (i32, i32),
    /// What moves, with the corner it had.
    moving: Vec<(Lifted, Point)>,
    /// The transitions that were written to, with the `d` they had.
    ways: BTreeMap<usize, (Lifted, String, Option<Element>)>,
}

impl Drag {
    /// Begins to drag what is chosen, or what is pressed where that was not.
    pub(super) fn new(desk: &Desk, on: &Target, start: Point) -> Self {
        let now = desk.now();
        let (mut places, mut notes) = (desk.chosen_places(), now.selection.notes().to_vec());
        match on {
            Target::Card(place) if !places.contains(place) => (places, notes) = (vec![*place], Vec::new()),
            Target::Note(note) if !notes.contains(note) => (places, notes) = (Vec::new(), vec![*note]),
            _ => {}
        }
        let canvas = &now.canvas;
        let rests = canvas.cards.iter().enumerate().filter(|(place, _)| !places.contains(place));
        let moving = |selector: String, rect: Option<&Rect>| {
            let rect = rect?;
            Some((Lifted::new(desk, desk.find(&selector)?, true)?, Point { x: rect.x, y: rect.y }))
        };
        let cards = places
            .iter()
            .filter_map(|place| moving(format!("[data-place='{place}']"), canvas.cards.get(*place)));
        let sheets =
            notes.iter().filter_map(|note| moving(format!("[data-note='{note}']"), canvas.notes.get(*note)));
        let moving = cards.chain(sheets).collect();
        desk.mark("data-dragging", true);
        Self {
            start,
            bounds: canvas.bounds_of(&places, &notes).unwrap_or_default(),
            others: rests.map(|(_, rect)| *rect).collect(),
            by: (0, 0),
            moving,
            ways: BTreeMap::new(),
            places,
            notes,
        }
    }

    /// Writes where everything is at the moment.
    pub(super) fn write(&mut self, desk: &Desk) {
        let at = desk.world_pointer();
        let (x, y) = ((at.x - self.start.x).round(), (at.y - self.start.y).round());
        let snapped = snap(self.bounds.moved(x, y), &self.others, REACH / desk.camera().zoom);
        let by = (x as i32 + snapped.by.0, y as i32 + snapped.by.1);
        draw_guides(desk, &snapped.lines);
        if by == self.by {
            return;
        }
        self.by = by;
        for (lifted, corner) in &self.moving {
            let (x, y) = (corner.x + f64::from(by.0), corner.y + f64::from(by.1));
            let _ = lifted.copy.set_attribute("transform", &format!("translate({x} {y})"));
        }
        let now = desk.now();
        // Those that had stepped aside before may stand again as they were.
        for (lifted, before, _) in self.ways.values() {
            let _ = lifted.copy.set_attribute("d", before);
        }
        for (link, route) in now.canvas.moved(&now.scenario.workflow, &self.places, by) {
            if !self.ways.contains_key(&link)
                && let Some(element) = desk.find(&format!("[data-link='{link}']"))
            {
                let before = element.get_attribute("d").unwrap_or_default();
                let Some(lifted) = Lifted::new(desk, element, false) else { continue };
                let name = desk.find(&format!("[data-name='{link}']"));
                if let Some(name) = &name {
                    let _ = name.set_attribute("data-away", "");
                }
                self.ways.insert(link, (lifted, before, name));
            }
            if let Some((lifted, ..)) = self.ways.get(&link) {
                let _ = lifted.copy.set_attribute("d", &way(&route));
            }
        }
    }

    /// Puts everything back to where it was rendered.
    pub(super) fn restore(&self, desk: &Desk) {
        draw_guides(desk, &[]);
        for (lifted, _) in &self.moving {
            lifted.lay_back();
        }
        for (lifted, _, name) in self.ways.values() {
            lifted.lay_back();
            if let Some(name) = name {
                let _ = name.remove_attribute("data-away");
            }
        }
    }

    /// Moves what was dragged, in one edit. What was written is taken back first, so that the rendering that
    /// follows finds what it left.
    pub(super) fn release(mut self, desk: &Desk) {
        self.write(desk);
        self.restore(desk);
        if self.by != (0, 0) {
            move_by(desk, &self.places, &self.notes, self.by);
        }
    }
}

/// Something of the drawing that is out of sight while a copy of it moves on the sheet above: the drawing itself
/// then stays as it was rendered, and need not be painted again in each frame.
#[derive(Debug)]
struct Lifted {
    original: Element,
    copy: Element,
}

impl Lifted {
    /// Lifts an element, above what is lifted already or below it.
    fn new(desk: &Desk, original: Element, is_above: bool) -> Option<Self> {
        let sheet = desk.nodes.lift.cast::<Element>()?;
        let copy: Element = original.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        for name in ["data-off", "data-place", "data-note", "data-link", "data-activity", "tabindex"] {
            let _ = copy.remove_attribute(name);
        }
        if is_above {
            // What is dragged is chosen by that, which is rendered only later.
            let _ = copy.set_attribute("aria-pressed", "true");
        }
        let below = if is_above { None } else { sheet.first_child() };
        sheet.insert_before(&copy, below.as_ref()).ok()?;
        let _ = original.set_attribute("data-lifted", "");
        Some(Self { original, copy })
    }

    fn lay_back(&self) {
        self.copy.remove();
        let _ = self.original.remove_attribute("data-lifted");
    }
}

/// Moves activities and notes.
pub(super) fn move_by(desk: &Desk, places: &[Place], notes: &[usize], (by_x, by_y): (i32, i32)) {
    let faces = desk.now().faces;
    let names = places.iter().filter_map(|place| Some(faces.cards.get(*place)?.name.to_string()));
    let activities: Vec<String> = names.collect();
    if !activities.is_empty() || !notes.is_empty() {
        desk.edit(Edit::Move { activities, notes: notes.to_vec(), by_x, by_y });
    }
}

/// Moves what is chosen by steps of the grid.
pub(super) fn step(desk: &Desk, (x, y): (i32, i32)) {
    let notes = desk.now().selection.notes().to_vec();
    move_by(desk, &desk.chosen_places(), &notes, (x * GRID, y * GRID));
}

fn draw_guides(desk: &Desk, lines: &[Line]) {
    if let Some(guides) = desk.nodes.guides.cast::<Element>() {
        let line = |line: &Line| format!("M{} {}L{} {}", line.from.x, line.from.y, line.to.x, line.to.y);
        let _ = guides.set_attribute("d", &lines.iter().map(line).collect::<String>());
    }
}

/// A note that is resized by its corner.
#[derive(Debug)]
pub(super) struct Resize {
    note: usize,
    start: Point,
    rect: Rect,
    size: (i32, i32),
    ground: Option<Element>,
}

impl Resize {
    pub(super) fn new(desk: &Desk, note: usize, start: Point) -> Self {
        let rect = desk.now().canvas.notes.get(note).copied().unwrap_or_default();
        let ground = desk.find(&format!("[data-note='{note}'] > .b-note-ground"));
        desk.mark("data-dragging", true);
        Self { note, start, rect, size: (rect.width as i32, rect.height as i32), ground }
    }

    pub(super) fn write(&mut self, desk: &Desk) {
        let at = desk.world_pointer();
        let near = |length: f64, least: i32| ((length / f64::from(GRID)).round() as i32 * GRID).max(least);
        self.size = (
            near(self.rect.width + at.x - self.start.x, LEAST_NOTE.0),
            near(self.rect.height + at.y - self.start.y, LEAST_NOTE.1),
        );
        self.set(self.size);
    }

    fn set(&self, (width, height): (i32, i32)) {
        if let Some(ground) = &self.ground {
            let _ = ground.set_attribute("width", &width.to_string());
            let _ = ground.set_attribute("height", &height.to_string());
        }
    }

    pub(super) fn restore(&self, _: &Desk) {
        self.set((self.rect.width as i32, self.rect.height as i32));
    }

    pub(super) fn release(mut self, desk: &Desk) {
        self.write(desk);
        self.restore(desk);
        resize_to(desk, self.note, self.size);
    }
}

/// Makes the one chosen note wider and taller by steps of the grid.
pub(super) fn resize_chosen(desk: &Desk, (x, y): (i32, i32)) {
    let now = desk.now();
    if let [note] = *now.selection.notes()
        && let Some(rect) = now.canvas.notes.get(note)
    {
        resize_to(desk, note, (rect.width as i32 + x * GRID, rect.height as i32 + y * GRID));
    }
}

/// Gives a note another size, in world units.
pub(super) fn resize_to(desk: &Desk, number: usize, (width, height): (i32, i32)) {
    let now = desk.now();
    let Some(mut note) = now.scenario.workflow.notes.get(number).cloned() else { return };
    (note.width, note.height) =
        (width.max(LEAST_NOTE.0).unsigned_abs(), height.max(LEAST_NOTE.1).unsigned_abs());
    desk.edit(Edit::SetNote { number, note });
}
