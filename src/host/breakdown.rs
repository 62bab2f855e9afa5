//! What happens when the program breaks down: every lab of the page says so calmly, instead of freezing.

use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::rc::{Rc, Weak};
use std::sync::Once;

use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;

thread_local! {
    static LABS: RefCell<Vec<Weak<Lab>>> = const { RefCell::new(Vec::new()) };
}

static HOOK: Once = Once::new();

/// Has the lab told of a breakdown for as long as it lives.
pub(super) fn watch_over(lab: &Rc<Lab>) {
    HOOK.call_once(|| yew::set_custom_panic_hook(Box::new(break_down)));
    LABS.with_borrow_mut(|labs| {
        labs.retain(|lab| lab.strong_count() > 0);
        labs.push(Rc::downgrade(lab));
    });
}

fn break_down(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    tell_of(&brief(info));
}

/// Has every lab say that the program has broken down without a panic: a trap, no memory, too deep a stack. Called from
/// JavaScript, which alone hears of those. A second time does nothing.
#[wasm_bindgen(js_name = breakDown)]
pub fn tell_of(message: &str) {
    // All labs of a page share one program, and with it its end.
    let labs = LABS.with(|labs| labs.try_borrow_mut().map(|mut labs| std::mem::take(&mut *labs)));
    for lab in labs.unwrap_or_default() {
        if let Some(lab) = lab.upgrade() {
            lab.break_down(message);
        }
    }
}

/// The first line of what went wrong, and the file and line where.
fn brief(info: &PanicHookInfo<'_>) -> String {
    let what = info.payload_as_str().and_then(|text| text.lines().next()).unwrap_or_default();
    let place = info.location().map(|place| {
        let file = place.file().rsplit(['/', '\\']).next().unwrap_or_default();
        format!(" ({file}:{})", place.line())
    });
    format!("{what}{}", place.unwrap_or_default())
}
