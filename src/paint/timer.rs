//! A timer as a value: it waits while it is held and is taken back when it is dropped.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Calls a function after some time, once or again and again.
pub struct Timer {
    number: Option<i32>,
    // Held for the browser, which calls it.
    _act: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `act` once, after this many milliseconds.
    pub fn after(millis: i32, act: impl FnMut() + 'static) -> Self {
        let act = Closure::<dyn FnMut()>::new(act);
        let ask = |window: web_sys::Window| {
            let act = act.as_ref().unchecked_ref();
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act, millis).ok()
        };
        Self { number: web_sys::window().and_then(ask), _act: act }
    }

    /// Calls `act` each time this many milliseconds have passed.
    pub fn every(millis: i32, act: impl FnMut() + 'static) -> Self {
        let act = Closure::<dyn FnMut()>::new(act);
        let ask = |window: web_sys::Window| {
            let act = act.as_ref().unchecked_ref();
            window.set_interval_with_callback_and_timeout_and_arguments_0(act, millis).ok()
        };
        Self { number: web_sys::window().and_then(ask), _act: act }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(number), Some(window)) = (self.number.take(), web_sys::window()) {
            // The browser keeps one list for both kinds.
            window.clear_timeout_with_handle(number);
        }
    }
}
