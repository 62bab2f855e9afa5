//! Keeps the work on this device: at most twice a second, and at once when the page is left. Hears when another tab keeps its own.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::desk::Kept;
use super::listening::Listening;
use super::storage;
use crate::app::other_tabs::Found;
use crate::ui::store::Store;

/// The shortest time between two savings, in milliseconds.
const PAUSE_MILLIS: i32 = 500;

/// What there is to say about what is kept.
pub(super) enum Turn {
    /// From now on the work is kept, or it is not.
    Works(bool),
    /// Another tab has kept other work.
    Other(Found),
}

/// Saves what it was last given. Dropping it saves the rest and takes its timer and listeners away.
pub(super) struct Keeper {
    /// What is to be saved, already rendered once, so that it can be shown again.
    waiting: RefCell<Option<Rc<Store>>>,
    timer: Cell<Option<i32>>,
    save: Closure<dyn Fn()>,
    tell: Box<dyn Fn(Turn)>,
    works: Cell<bool>,
    _listening: [Listening; 3],
}

impl Keeper {
    /// A keeper with nothing to do yet.
    pub(super) fn new(tell: impl Fn(Turn) + 'static) -> Rc<Self> {
        Rc::new_cyclic(|weak: &Weak<Self>| {
            let calling = |act: fn(&Self)| {
                let weak = weak.clone();
                move || {
                    if let Some(keeper) = weak.upgrade() {
                        act(&keeper);
                    }
                }
            };
            let (flush, leave, look) = (calling(Self::flush), calling(Self::leave), calling(Self::look));
            let come_back = calling(|keeper| {
                storage::come_back();
                keeper.look();
            });
            Self {
                waiting: RefCell::default(),
                timer: Cell::default(),
                save: Closure::new(flush),
                tell: Box::new(tell),
                works: Cell::new(true),
                _listening: [
                    Listening::start("pagehide", move |_| leave()),
                    Listening::start("pageshow", move |_| come_back()),
                    // The browser tells every other tab what one has kept.
                    Listening::start("storage", move |_| look()),
                ],
            }
        })
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

    /// Saves at once what waits to be saved, and says so where it cannot be saved, or can be again, or another tab has saved.
    fn flush(&self) {
        let Some(kept) = self.save_now() else { return };
        let works = kept != Kept::Refused;
        if self.works.replace(works) != works {
            (self.tell)(Turn::Works(works));
        }
        if let Kept::Beside(work) = kept {
            self.tell_of_other(work, true);
        }
    }

    fn leave(&self) {
        self.flush();
        storage::leave();
    }

    fn look(&self) {
        if let Some(work) = storage::look_for_other_tabs() {
            self.tell_of_other(work, false);
        }
    }

    fn tell_of_other(&self, work: String, is_newest: bool) {
        (self.tell)(Turn::Other(Found { work: work.into(), is_newest }));
    }

    /// Saves at once what waits to be saved; tells whether nothing was lost.
    pub(super) fn save_waiting(&self) -> bool {
        self.save_now().unwrap_or(if self.works.get() { Kept::Here } else { Kept::Refused }) != Kept::Refused
    }

    fn save_now(&self) -> Option<Kept> {
        if let (Some(timer), Some(window)) = (self.timer.take(), web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
        let store = self.waiting.take()?;
        Some(storage::keep(&store.state.to_keep()))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.save_now();
    }
}
