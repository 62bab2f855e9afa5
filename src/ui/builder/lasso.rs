//! The lasso: a rectangle drawn on empty ground that chooses what lies in it.

use web_sys::Element;

use super::desk::Desk;
use crate::app::action::Action;
use crate::app::selection::Selection;
use crate::scene::canvas::Rect;
use crate::scene::route::Point;

/// A lasso that is being drawn.
#[derive(Debug)]
pub(super) struct Lasso {
    start: Point,
    /// Whether what lies in it is added to what is chosen.
    adds: bool,
    /// The cards and notes that are marked as lying in it.
    marked: Vec<Element>,
    within: (Vec<usize>, Vec<usize>),
}

impl Lasso {
    pub(super) fn new(start: Point, adds: bool) -> Self {
        Self { start, adds, marked: Vec::new(), within: Default::default() }
    }

    /// Writes the rectangle, and marks what lies in it.
    pub(super) fn write(&mut self, desk: &Desk) {
        let rect = Rect::between(self.start, desk.world_pointer());
        if let Some(lasso) = desk.nodes.lasso.cast::<Element>() {
            for (name, value) in
                [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)]
            {
                let _ = lasso.set_attribute(name, &format!("{value:.1}"));
            }
        }
        let within = desk.now().canvas.within(rect);
        if within != self.within {
            self.unmark();
            let cards = within.0.iter().map(|place| format!("[data-place='{place}']"));
            let notes = within.1.iter().map(|note| format!("[data-note='{note}']"));
            self.marked = cards.chain(notes).filter_map(|selector| desk.find(&selector)).collect();
            for element in &self.marked {
                let _ = element.set_attribute("data-caught", "");
            }
            self.within = within;
        }
    }

    fn unmark(&self) {
        for element in &self.marked {
            let _ = element.remove_attribute("data-caught");
        }
    }

    /// Takes it away again.
    pub(super) fn clear(&self, desk: &Desk) {
        self.unmark();
        if let Some(lasso) = desk.nodes.lasso.cast::<Element>() {
            let _ = lasso.set_attribute("width", "0");
            let _ = lasso.set_attribute("height", "0");
        }
    }

    /// Chooses what lies in it.
    pub(super) fn release(mut self, desk: &Desk) {
        self.write(desk);
        self.clear(desk);
        let now = desk.now();
        let (places, notes) = &self.within;
        let names = places.iter().filter_map(|place| Some(now.faces.cards.get(*place)?.name.clone()));
        let (mut activities, mut all_notes) = (Vec::new(), Vec::new());
        if self.adds {
            activities.extend(now.selection.activities().iter().cloned());
            all_notes.extend(now.selection.notes().iter().copied());
        }
        for name in names {
            if !activities.contains(&name) {
                activities.push(name);
            }
        }
        for note in notes {
            if !all_notes.contains(note) {
                all_notes.push(*note);
            }
        }
        desk.send(Action::Select(Selection::of(activities, all_notes)));
    }
}
