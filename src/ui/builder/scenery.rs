//! Of a large drawing only what is near the view has a shape: what is far from it costs neither layout nor paint.
//!
//! The cards stay in the tree of elements with their names, for whoever reads it without seeing it.

use web_sys::Element;
use yew::NodeRef;

use super::desk::Desk;
use crate::scene::canvas::{Canvas, Rect};

/// How far beyond the view something may be and still has its shape, in world units: more than the longest stub
/// with its name, and enough to come into view while a frame is late.
const MARGIN: f64 = 320.0;

/// What is drawn, with where it is and whether it has its shape.
#[derive(Default)]
pub(super) struct Scenery(Vec<(Element, Rect, bool)>);

impl Scenery {
    /// What the drawing consists of at the moment.
    fn of(world: &NodeRef, canvas: &Canvas) -> Self {
        let Some(world) = world.cast::<Element>() else { return Self::default() };
        let all = |name: &str, rect_of: &dyn Fn(usize) -> Option<Rect>| {
            let found = world.query_selector_all(&format!("[{name}]")).ok();
            let found = (0..found.as_ref().map_or(0, web_sys::NodeList::length))
                .filter_map(|at| wasm_bindgen::JsCast::dyn_into::<Element>(found.as_ref()?.item(at)?).ok());
            let placed = found.filter_map(|element| {
                let rect = rect_of(element.get_attribute(name)?.parse().ok()?)?;
                let is_off = element.has_attribute(OFF);
                Some((element, rect, is_off))
            });
            placed.collect::<Vec<_>>()
        };
        let card = |place: usize| canvas.cards.get(place).copied();
        let link = |link: usize| canvas.bounds_of_way(link);
        let mut scenery = all("data-place", &card);
        scenery.extend(all("data-link", &link));
        scenery.extend(all("data-name", &link));
        Self(scenery)
    }

    /// Gives everything near the view its shape, and takes it from what is not.
    pub(super) fn write(&mut self, view: Rect) {
        let near = view.inflated(MARGIN);
        for (element, rect, is_off) in &mut self.0 {
            if *is_off == near.intersects(rect) {
                *is_off = !*is_off;
                let _ = element.toggle_attribute_with_force(OFF, *is_off);
            }
        }
    }
}

/// Marks what has no shape; the stylesheet takes it away.
const OFF: &str = "data-off";

impl Desk {
    /// Takes note of what was drawn anew, and of what is near the view of it.
    pub(super) fn take_stock(&self) {
        let canvas = self.now().canvas;
        self.scenery.replace(Scenery::of(&self.nodes.world, &canvas));
        self.scenery.borrow_mut().write(self.camera().view(self.room()));
    }
}
