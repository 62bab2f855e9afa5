//! Scrolls just as far as needed to show something.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

/// What scrolls in the lab: the work beside the settings or, on narrow screens, both together.
const SCROLLERS: [&str; 2] = [".work", ".panels"];
/// How much stays free above, in pixels: room for the note about a marked row.
const FREE: f64 = 60.0;

/// Brings the first element inside `parent` that `selector` names into view; nothing where there is none.
pub fn reveal(parent: &NodeRef, selector: &str) {
    if let Some(element) = find(parent, selector) {
        nearest(&element);
    }
}

/// The same, with what follows it: as near to the top as the lab can scroll, and never the page around it.
pub fn reveal_from(parent: &NodeRef, selector: &str) {
    let Some(element) = find(parent, selector) else { return };
    nearest(&element);
    for scroller in SCROLLERS.iter().filter_map(|name| element.closest(name).ok().flatten()) {
        let down = element.get_bounding_client_rect().top() - scroller.get_bounding_client_rect().top();
        scroller.set_scroll_top(scroller.scroll_top() + (down - FREE).round() as i32);
    }
}

fn find(parent: &NodeRef, selector: &str) -> Option<Element> {
    parent.cast::<Element>().and_then(|parent| parent.query_selector(selector).ok().flatten())
}

fn nearest(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
