//! Scrolls just as far as needed to show something.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

/// Brings the first element inside `parent` that `selector` names into view; nothing where there is none.
pub fn reveal(parent: &NodeRef, selector: &str) {
    scroll(parent, selector, ScrollLogicalPosition::Nearest);
}

/// The same, with what follows it: to the top of the view.
pub fn reveal_from(parent: &NodeRef, selector: &str) {
    scroll(parent, selector, ScrollLogicalPosition::Start);
}

fn scroll(parent: &NodeRef, selector: &str, block: ScrollLogicalPosition) {
    let found = parent.cast::<Element>().and_then(|parent| parent.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let options = ScrollIntoViewOptions::new();
        options.set_block(block);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
