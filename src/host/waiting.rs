//! Promises of reports of a run that is still under way, settled when it is over.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

use super::exchange;
use crate::app::state::AppState;
use crate::scenario::Scenario;
use crate::text;

/// The promises given and not yet settled.
#[derive(Default)]
pub(super) struct Promises {
    given: RefCell<Vec<Promised>>,
}

/// One of them.
pub(super) struct Promised {
    scenario: Rc<Scenario>,
    /// Whether the player is to be put to the end first.
    pub(super) plays_to_end: bool,
    resolve: Function,
    reject: Function,
}

impl Promises {
    /// A promise of the report of the scenario's run.
    pub(super) fn give(&self, scenario: &Rc<Scenario>, plays_to_end: bool) -> Promise {
        Promise::new(&mut |resolve, reject| {
            let scenario = scenario.clone();
            self.given.borrow_mut().push(Promised { scenario, plays_to_end, resolve, reject });
        })
    }

    /// Takes those that can be settled now: all, unless the run they wait for is under way.
    pub(super) fn due(&self, state: &AppState) -> Vec<Promised> {
        let is_due = |one: &mut Promised| !(state.running.is_some() && one.is_of(state));
        self.given.borrow_mut().extract_if(.., is_due).collect()
    }

    /// Breaks all promises.
    pub(super) fn break_all(&self, why: &str) {
        let given = self.given.take();
        for one in given {
            one.refuse(&exchange::error(why));
        }
    }
}

impl Promised {
    /// Whether it is about the present scenario.
    fn is_of(&self, state: &AppState) -> bool {
        Rc::ptr_eq(&self.scenario, state.scenario())
    }

    /// Whether the run it waited for has come to an outcome.
    pub(super) fn is_kept(&self, state: &AppState) -> bool {
        self.is_of(state) && !state.is_cancelled()
    }

    /// Keeps it with what the run came to.
    pub(super) fn keep(self, report: Result<JsValue, JsValue>) {
        match report {
            Ok(report) => {
                let _ = self.resolve.call1(&JsValue::NULL, &report);
            }
            Err(why) => self.refuse(&why),
        }
    }

    /// Breaks it, as the run was cancelled or replaced.
    pub(super) fn break_off(self, state: &AppState) {
        self.refuse(&exchange::error(text::running::of(state.view.lang).host_cancelled));
    }

    fn refuse(&self, why: &JsValue) {
        let _ = self.reject.call1(&JsValue::NULL, why);
    }
}
