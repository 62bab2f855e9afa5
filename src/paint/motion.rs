//! Whether the person wants to see things move.

use wasm_bindgen::JsCast as _;

/// Whether the device asks for reduced motion; then the lab shows the same in steps.
pub fn is_unwanted() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.unchecked_ref::<web_sys::MediaQueryList>().matches())
}
