//! One drawing in the next frame, however often it is asked for until then.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

/// Draws once in the next frame after it was asked to; dropped, it draws no more.
pub struct Repaint {
    request: Rc<Cell<Option<i32>>>,
    frame: Closure<dyn FnMut(f64)>,
}

impl Repaint {
    /// What is drawn.
    pub fn new(mut draw: impl FnMut() + 'static) -> Self {
        let request = Rc::new(Cell::new(None));
        let done = request.clone();
        let frame = Closure::new(move |_: f64| {
            done.set(None);
            draw();
        });
        Self { request, frame }
    }

    /// Asks for the next frame, unless that was done already.
    pub fn ask(&self) {
        if self.request.get().is_none()
            && let Some(window) = web_sys::window()
        {
            self.request.set(window.request_animation_frame(self.frame.as_ref().unchecked_ref()).ok());
        }
    }
}

impl Drop for Repaint {
    fn drop(&mut self) {
        if let (Some(request), Some(window)) = (self.request.take(), web_sys::window()) {
            let _ = window.cancel_animation_frame(request);
        }
    }
}
