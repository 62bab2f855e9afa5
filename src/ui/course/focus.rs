//! Keeps the focus in the lesson: what was pressed is often gone once it has done its work.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::ui::widgets::after_paint::after_paint;

/// Where the focus goes within the lesson when it was lost, the first that is there: what is to be done with a locked
/// prediction, what was said to the answer, the hints, the heading.
const IN_LESSON: [&str; 4] = [".locked + .row button", ".said:not(:empty)", ".hints", "h2"];
/// Where it goes once the lesson is closed or waits.
const BEYOND: [&str; 3] = [".lesson h2", ".away button", ".course h2"];

/// Gives the focus a place in the lesson whenever `stage` changes and what had it is gone. The panel's end counts too.
#[hook]
pub(super) fn use_kept_focus<T: PartialEq + 'static>(stage: T, body: &NodeRef) {
    let lab = body.clone();
    use_effect_with(stage, {
        let body = body.clone();
        move |_| {
            if let Some(body) = body.cast::<Element>() {
                after_paint(move || restore(&body, &IN_LESSON));
            }
        }
    });
    use_effect_with((), move |()| {
        let lab = lab.cast::<Element>().and_then(|body| body.closest(".lab").ok().flatten());
        move || {
            if let Some(lab) = lab {
                after_paint(move || restore(&lab, &BEYOND));
            }
        }
    });
}

/// Gives the focus to the first of these within `room`, unless something of the lab that can be used has it.
fn restore(room: &Element, places: &[&str]) {
    let Some(lab) = room.closest(".lab").ok().flatten() else { return };
    let find = |within: &Element, what: &str| within.query_selector(what).ok().flatten();
    if find(&lab, ":focus:not(:disabled)").is_some() {
        return;
    }
    let found = places.iter().find_map(|place| find(room, place));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
