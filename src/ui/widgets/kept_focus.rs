//! Finds a place for the focus where what had it is gone.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, MouseEvent, SvgElement};
use yew::{Callback, TargetCast as _};

use super::after_paint::after_paint;

/// A moment later, once what was asked for is drawn: gives the focus to the first of `places` within `room`, unless
/// something of the lab that can be used has it, or the page around a frame.
pub fn keep_focus(room: &Element, places: &'static [&'static str]) {
    let room = room.clone();
    after_paint(move || give_focus(&room, places));
}

/// The same for a button that goes, or can no longer be pressed, once it was.
pub fn keep_focus_after(event: &MouseEvent, places: &'static [&'static str]) {
    keep_focus_around(event, ".lab", places);
}

/// A click on such a button, that asks for an action.
pub fn click_away<A: Clone + 'static>(
    send: &Callback<A>,
    places: &'static [&'static str],
    action: A,
) -> Callback<MouseEvent> {
    send.reform(move |event: MouseEvent| {
        keep_focus_after(&event, places);
        action.clone()
    })
}

/// The same within the nearest element around the button that the selector `room` names, as long as that is there.
pub fn keep_focus_around(event: &MouseEvent, room: &str, places: &'static [&'static str]) {
    let Some(pressed) = event.target_dyn_into::<Element>() else { return };
    let button = pressed.closest("button").ok().flatten().unwrap_or(pressed);
    let Some(room) = button.closest(room).ok().flatten() else { return };
    after_paint(move || {
        // Some browsers give a button that is clicked no focus: while it stays, there is none to keep.
        if !button.is_connected() || button.matches(":disabled").unwrap_or(false) {
            give_focus(&room, places);
        }
    });
}

fn give_focus(room: &Element, places: &[&str]) {
    let find = |within: &Element, what: &str| within.query_selector(what).ok().flatten();
    let Some(lab) = room.closest(".lab").ok().flatten() else { return };
    let is_read = lab.owner_document().is_some_and(|document| document.has_focus().unwrap_or(false));
    if !is_read || find(&lab, ":focus:not(:disabled)").is_some() {
        return;
    }
    let found = places.iter().find_map(|place| find(room, place));
    // A card of the drawing is SVG, everything else HTML.
    let _ = match found.map(Element::dyn_into::<SvgElement>) {
        Some(Ok(card)) => card.focus(),
        Some(Err(element)) => element.dyn_into::<HtmlElement>().map_or(Ok(()), |element| element.focus()),
        None => Ok(()),
    };
}
