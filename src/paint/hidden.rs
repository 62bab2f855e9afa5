//! Tells when the page is hidden: another tab, another window, a locked screen.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, VisibilityState};

const KIND: &str = "visibilitychange";

/// Whether nobody sees the page now.
pub fn is_hidden() -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    page.is_some_and(|page| page.visibility_state() == VisibilityState::Hidden)
}

/// Calls a function each time the page becomes hidden, while it is held.
pub struct HiddenWatch {
    document: Option<Document>,
    listener: Closure<dyn FnMut()>,
}

impl HiddenWatch {
    /// Starts to watch.
    pub fn start(mut on_hidden: impl FnMut() + 'static) -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let watched = document.clone();
        let listener = Closure::<dyn FnMut()>::new(move || {
            if watched.as_ref().is_some_and(|page| page.visibility_state() == VisibilityState::Hidden) {
                on_hidden();
            }
        });
        if let Some(document) = &document {
            let _ = document.add_event_listener_with_callback(KIND, listener.as_ref().unchecked_ref());
        }
        Self { document, listener }
    }
}

impl Drop for HiddenWatch {
    fn drop(&mut self) {
        if let Some(document) = &self.document {
            let listener = self.listener.as_ref().unchecked_ref();
            let _ = document.remove_event_listener_with_callback(KIND, listener);
        }
    }
}
