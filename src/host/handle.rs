//! What the element holds of a mounted lab: the methods of the public contract.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use yew::{AppHandle, Callback, Renderer};

use super::{announce, storage};
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::options::Options;
use crate::paint::clock::now_millis;
use crate::ui::root::{Root, RootProps};
use crate::ui::store::Store;

type Bound = Rc<RefCell<Option<(Callback<Action>, Rc<Store>)>>>;

/// A mounted lab.
#[wasm_bindgen]
pub struct LabHandle {
    app: Option<AppHandle<Root>>,
    bound: Bound,
}

/// Mounts a lab into an empty element. `options` is a plain object of texts; `emit(type, detail)` is told
/// what happens.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, options: &JsValue, emit: Function) -> LabHandle {
    let (options, wrong) = read_options(options);
    let bound: Bound = Rc::default();
    let stored = options.sample.is_none().then(storage::load).flatten();
    let outlet = {
        let (bound, emit) = (bound.clone(), emit.clone());
        Callback::from(move |(effect, store): (Effect, Rc<Store>)| {
            if let Some(action) = announce::perform(&effect, &store, &emit) {
                send(&bound, action);
            }
        })
    };
    let bind = {
        let bound = bound.clone();
        Callback::from(move |(send, store): (Callback<Action>, Rc<Store>)| {
            let is_first = bound.borrow().is_none();
            bound.replace(Some((send.clone(), store)));
            if is_first {
                for (name, value) in &wrong {
                    send.emit(Action::SetOption { name: name.clone(), value: value.clone() });
                }
                announce::tell(&emit, "ready", &[]);
            }
        })
    };
    let autoplay = options.autoplay;
    let props = RootProps { options, stored: stored.map(Into::into), outlet, bind };
    let app = Renderer::<Root>::with_root_and_props(root, props).render();
    let handle = LabHandle { app: Some(app), bound };
    if autoplay {
        handle.play();
    }
    handle
}

#[wasm_bindgen]
impl LabHandle {
    /// Starts the player.
    pub fn play(&self) {
        send(&self.bound, Action::Play { now_millis: now_millis() });
    }

    /// Stops the player; tells whether it was playing.
    pub fn pause(&self) -> bool {
        let was_playing =
            self.bound.borrow().as_ref().is_some_and(|(_, store)| store.state.player.head.is_playing());
        send(&self.bound, Action::Pause { now_millis: now_millis() });
        was_playing
    }

    /// Sets an option; nothing where the attribute was taken away.
    #[wasm_bindgen(js_name = setOption)]
    pub fn set_option(&self, name: String, value: Option<String>) {
        if let Some(value) = value {
            send(&self.bound, Action::SetOption { name, value });
        }
    }

    /// Takes the lab out of the page and lets go of everything.
    pub fn dispose(&mut self) {
        self.bound.replace(None);
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Sends an action once the lab is bound; before that there is nobody to send it to.
fn send(bound: &Bound, action: Action) {
    let send = bound.borrow().as_ref().map(|(send, _)| send.clone());
    if let Some(send) = send {
        send.emit(action);
    }
}

/// The options, and those whose name or value is none.
fn read_options(given: &JsValue) -> (Options, Vec<(String, String)>) {
    let mut options = Options::default();
    let mut wrong = Vec::new();
    let Some(object) = given.dyn_ref::<Object>() else { return (options, wrong) };
    for name in Options::NAMES {
        let value = Reflect::get(object, &name.into()).ok().and_then(|value| value.as_string());
        if let Some(value) = value
            && !options.set(name, &value)
        {
            wrong.push((name.to_owned(), value));
        }
    }
    (options, wrong)
}
