//! Glue between the pure store and Yew: the state as a reducible, and requests handed over after each render.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use yew::{Callback, Reducible, UseReducerHandle, hook, use_effect_with, use_mut_ref, use_reducer};

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::reduce::reduce;
use crate::app::state::AppState;

/// How many of the last actions are known by their names.
const NOTED: usize = 24;

/// The store's state as Yew keeps it.
#[derive(Clone, Debug)]
pub struct Store {
    /// The state itself.
    pub state: AppState,
    /// The store after the last action, which a render may not have shown yet.
    newest: Rc<RefCell<Weak<Store>>>,
    /// The names of the last actions, newest last.
    last: Rc<RefCell<VecDeque<&'static str>>>,
}

impl Store {
    /// A store in its first state.
    pub fn new(state: AppState) -> Self {
        Self { state, newest: Rc::default(), last: Rc::default() }
    }

    /// The names of the last actions, newest last: the newest may be the one that was too much. They are without any value.
    pub fn last_actions(&self) -> Vec<&'static str> {
        self.last.try_borrow().map(|last| last.iter().copied().collect()).unwrap_or_default()
    }

    fn note(&self, action: &Action) {
        let mut last = self.last.borrow_mut();
        // The player's steps would drive out everything else.
        if last.back() == Some(&action.name()) {
            return;
        }
        if last.len() >= NOTED {
            last.pop_front();
        }
        last.push_back(action.name());
    }

    /// The store as the last action left it, rendered or not.
    pub fn newest(self: &Rc<Self>) -> Rc<Self> {
        self.newest.borrow().upgrade().unwrap_or_else(|| self.clone())
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.note(&action);
        let state = reduce(&self.state, action);
        let next = Rc::new(Self { state, newest: self.newest.clone(), last: self.last.clone() });
        self.newest.replace(Rc::downgrade(&next));
        next
    }
}

/// The one store of a mounted lab. Requests to the outside go to `outlet` once each, in order, with the
/// state that made them.
#[hook]
pub fn use_store(
    first: impl FnOnce() -> AppState,
    outlet: Callback<(Effect, Rc<Store>)>,
) -> UseReducerHandle<Store> {
    let store = use_reducer(|| Store::new(first()));
    let seen = use_mut_ref(|| 0_u64);
    let newest = store.state.outbox.newest();
    let shown = Rc::new(Store::clone(&store));
    use_effect_with(newest, move |_| {
        let before = seen.replace(shown.state.outbox.newest());
        for (_, effect) in shown.state.outbox.after(before) {
            outlet.emit((effect.clone(), shown.clone()));
        }
    });
    store
}
