//! Puts work off until the browser has had time to draw what was said about it.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Two frames at sixty a second. A timer runs in hidden pages too, where no frame is ever drawn.
const WAIT_MILLIS: i32 = 34;

/// Calls `work` once, a moment later.
pub fn after_paint(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    if let Some(window) = web_sys::window() {
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), WAIT_MILLIS);
    }
}
