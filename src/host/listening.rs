//! A listener on the window as a value: it listens while it is held.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, Window};

/// Calls a function each time something happens to the window.
pub(super) struct Listening {
    window: Option<Window>,
    kind: &'static str,
    listener: Closure<dyn FnMut(Event)>,
}

impl Listening {
    /// Starts to listen for events of a kind.
    pub(super) fn start(kind: &'static str, hear: impl FnMut(Event) + 'static) -> Self {
        let listener = Closure::<dyn FnMut(Event)>::new(hear);
        let window = web_sys::window();
        if let Some(window) = &window {
            let _ = window.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
        }
        Self { window, kind, listener }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = &self.window {
            let listener = self.listener.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.kind, listener);
        }
    }
}
