//! The whole drawing in small, shown only while not all of it is to be seen; a click goes there.

use std::fmt::Write as _;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::desk::Desk;
use crate::scene::camera::Camera;
use crate::scene::canvas::{Canvas, Rect};
use crate::scene::layout::Size;
use crate::scene::route::Point;

/// Its largest size, in pixels.
const MOST: Size = Size { width: 168.0, height: 104.0 };
/// Around the drawing, in world units.
const MARGIN: f64 = 60.0;

/// The minimap; the desk writes what of the drawing is seen.
pub(super) fn view(desk: &Rc<Desk>, canvas: &Canvas, title: &'static str) -> Html {
    let world = world(canvas);
    let scale = scale(world);
    let mut cards = String::new();
    for card in &canvas.cards {
        let _ = write!(cards, "M{} {}h{}v{}h-{}z", card.x, card.y, card.width, card.height, card.width);
    }
    let mut notes = String::new();
    for note in &canvas.notes {
        let _ = write!(notes, "M{} {}h{}v{}h-{}z", note.x, note.y, note.width, note.height, note.width);
    }
    let go = {
        let desk = desk.clone();
        move |event: &PointerEvent| {
            let Some(map) = desk.nodes.minimap.cast::<Element>() else { return };
            let rect = map.get_bounding_client_rect();
            let (x, y) =
                (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
            let to = Point { x: world.x + x / scale, y: world.y + y / scale };
            desk.look(Camera::centered(to, desk.room(), desk.camera().zoom));
        }
    };
    let onpointerdown = {
        let (go, desk) = (go.clone(), desk.clone());
        Callback::from(move |event: PointerEvent| {
            // Who drags may leave the little map and goes on.
            if let Some(map) = desk.nodes.minimap.cast::<Element>() {
                let _ = map.set_pointer_capture(event.pointer_id());
            }
            go(&event);
        })
    };
    let onpointermove = Callback::from(move |event: PointerEvent| {
        if event.buttons() & 1 == 1 {
            go(&event);
        }
    });
    html! {
        <svg class="b-minimap" ref={desk.nodes.minimap.clone()} role="img" aria-label={title} {onpointerdown} {onpointermove}
            width={format!("{:.0}", world.width * scale)} height={format!("{:.0}", world.height * scale)}
            viewBox={format!("{} {} {} {}", world.x, world.y, world.width, world.height)}>
            <title>{ title }</title>
            <path class="b-minimap-notes" d={notes} />
            <path class="b-minimap-cards" d={cards} />
            <rect class="b-minimap-seen" rx="12" />
        </svg>
    }
}

fn world(canvas: &Canvas) -> Rect {
    canvas.bounds().inflated(MARGIN)
}

fn scale(world: Rect) -> f64 {
    (MOST.width / world.width.max(1.0)).min(MOST.height / world.height.max(1.0))
}

/// Writes what is seen, and shows the minimap only where something is not.
pub(super) fn write(desk: &Desk) {
    let Some(map) = desk.nodes.minimap.cast::<Element>() else { return };
    let bounds = desk.now().canvas.bounds();
    let view = desk.camera().view(desk.room());
    let _ = map.toggle_attribute_with_force("data-shown", !view.encloses(&bounds));
    if let Some(seen) = map.last_element_child() {
        for (name, value) in [("x", view.x), ("y", view.y), ("width", view.width), ("height", view.height)] {
            let _ = seen.set_attribute(name, &format!("{value:.0}"));
        }
    }
}
