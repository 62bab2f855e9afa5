//! How much room a panel has, followed as it changes.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use crate::scene::layout::Size;

/// A width and a height in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Room {
    width: i32,
    height: i32,
}

impl Room {
    /// How wide it is, in pixels.
    pub(in crate::ui) fn width(self) -> i32 {
        self.width
    }

    /// The room as the layout takes it.
    pub(in crate::ui) fn size(self) -> Size {
        Size { width: self.width.into(), height: self.height.into() }
    }
}

/// The room inside an element; before it is known, that of a common screen.
#[hook]
pub(in crate::ui) fn use_room(node: &NodeRef) -> Room {
    let room = use_state_eq(|| Room { width: 960, height: 300 });
    let setter = room.setter();
    let node = node.clone();
    use_effect_with((), move |()| {
        let element = node.cast::<Element>();
        let measured = element.clone();
        let measure = move || {
            let Some(element) = &measured else { return };
            let (width, height) = (element.client_width(), element.client_height());
            // An element that is not shown has no room, and what it had before is as good a guess as any.
            if width > 0 && height > 0 {
                setter.set(Room { width, height });
            }
        };
        measure();
        let on_change = Closure::<dyn Fn()>::new(measure);
        let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(on_change);
        }
    });
    *room
}
