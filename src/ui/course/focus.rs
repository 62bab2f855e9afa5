//! Keeps the focus in the lesson: what was pressed is often gone once it has done its work.

use web_sys::Element;
use yew::prelude::*;

use crate::ui::widgets::kept_focus::keep_focus;

/// Where the focus goes within the lesson when it was lost, the first that is there: what is to be done with a locked
/// prediction, what was said to the answer, the hints, the heading.
const IN_LESSON: &[&str] = &[".locked + .row button", ".said:not(:empty)", ".hints", "h2"];
/// Where it goes once the lesson is closed or waits.
const BEYOND: &[&str] = &[".lesson h2", ".away button", ".course h2"];

/// Gives the focus a place in the lesson whenever `stage` changes and what had it is gone. The panel's end counts too.
#[hook]
pub(super) fn use_kept_focus<T: PartialEq + 'static>(stage: T, body: &NodeRef) {
    let lab = body.clone();
    use_effect_with(stage, {
        let body = body.clone();
        move |_| {
            if let Some(body) = body.cast::<Element>() {
                keep_focus(&body, IN_LESSON);
            }
        }
    });
    use_effect_with((), move |()| {
        let lab = lab.cast::<Element>().and_then(|body| body.closest(".lab").ok().flatten());
        move || {
            if let Some(lab) = lab {
                keep_focus(&lab, BEYOND);
            }
        }
    });
}
