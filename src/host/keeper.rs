//! Keeps the work on this device: at most twice a second, and at once when the page is left.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::storage;
use crate::ui::store::Store;

/// The shortest time between two savings, in milliseconds.
const PAUSE_MILLIS: i32 = 500;

/// Saves what it was last given. Dropping it saves the rest and takes its timer and listener away.
pub(super) struct Keeper {
    /// What is to be saved, already rendered once, so that it can be shown again.
    waiting: RefCell<Option<Rc<Store>>>,
    timer: Cell<Option<i32>>,
    save: Closure<dyn Fn()>,
    /// Called with whether saving worked, each time that this changes.
    on_turn: Box<dyn Fn(bool)>,
    works: Cell<bool>,
}

impl Keeper {
    /// A keeper with nothing to do yet.
    pub(super) fn new(on_turn: impl Fn(bool) + 'static) -> Rc<Self> {
        let keeper = Rc::new_cyclic(|weak: &Weak<Self>| {
            let weak = weak.clone();
            let save = move || {
                if let Some(keeper) = weak.upgrade() {
                    keeper.flush();
                }
            };
            Self {
                waiting: RefCell::default(),
                timer: Cell::default(),
                save: Closure::new(save),
                on_turn: Box::new(on_turn),
                works: Cell::new(true),
            }
        });
        if let Some(window) = web_sys::window() {
            let _ = window.add_event_listener_with_callback("pagehide", keeper.save.as_ref().unchecked_ref());
        }
        keeper
    }

    /// Saves this soon, unless something newer comes.
    pub(super) fn keep(&self, store: Rc<Store>) {
        self.waiting.replace(Some(store));
        if self.timer.get().is_none()
            && let Some(window) = web_sys::window()
        {
            let save = self.save.as_ref().unchecked_ref();
            let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(save, PAUSE_MILLIS);
            self.timer.set(timer.ok());
        }
    }

    /// Saves at once what waits to be saved, and says so where it cannot be saved, or can be again.
    pub(super) fn flush(&self) {
        let is_due = self.waiting.borrow().is_some();
        let works = self.save_waiting();
        if is_due && self.works.replace(works) != works {
            (self.on_turn)(works);
        }
    }

    /// Saves at once what waits to be saved; tells whether nothing was lost.
    pub(super) fn save_waiting(&self) -> bool {
        if let (Some(timer), Some(window)) = (self.timer.take(), web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
        let Some(store) = self.waiting.take() else { return true };
        storage::keep(&store.state.to_keep())
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.save_waiting();
        if let Some(window) = web_sys::window() {
            let listener = self.save.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback("pagehide", listener);
        }
    }
}
