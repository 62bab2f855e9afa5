//! A frame loop as a value: it runs while it is held and stops when it is dropped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::clock::steady;

type Frame = Closure<dyn FnMut(f64)>;

/// Calls a function once a frame with the time of the frame in milliseconds.
pub struct Ticker {
    request: Rc<Cell<Option<i32>>>,
    // The closure holds itself through this cell; dropping the ticker empties it.
    frame: Rc<RefCell<Option<Frame>>>,
}

impl Ticker {
    /// Starts the loop.
    pub fn start(mut draw: impl FnMut(f64) + 'static) -> Self {
        let request = Rc::new(Cell::new(None));
        let frame: Rc<RefCell<Option<Frame>>> = Rc::default();
        let again = (Rc::downgrade(&frame), request.clone());
        *frame.borrow_mut() = Some(Closure::new(move |now_millis| {
            draw(steady(now_millis));
            if let Some(frame) = again.0.upgrade()
                && again.1.get().is_some()
            {
                again.1.set(ask(&frame));
            }
        }));
        request.set(ask(&frame));
        Self { request, frame }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let (Some(request), Some(window)) = (self.request.take(), web_sys::window()) {
            let _ = window.cancel_animation_frame(request);
        }
        // Safe within its own call: the binding keeps a closure alive until the call has returned.
        self.frame.take();
    }
}

fn ask(frame: &Rc<RefCell<Option<Frame>>>) -> Option<i32> {
    let frame = frame.try_borrow().ok()?;
    web_sys::window()?.request_animation_frame(frame.as_ref()?.as_ref().unchecked_ref()).ok()
}
