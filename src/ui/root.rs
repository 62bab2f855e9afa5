//! The root component: the store, and the page of its state.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::drop::use_drop;
use super::opening::{Step, use_opening};
use super::page::page;
use super::shared::Shared;
use super::store::{Store, use_store};
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::options::Options;
use crate::app::state::AppState;

/// What the host gives the root.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The state at the beginning, which is taken out of here: it has a whole run with it.
    pub first: Shared<Cell<Option<AppState>>>,
    /// Whether it is put up step by step, with time in between for what else the browser has to do.
    #[prop_or_default]
    pub in_steps: bool,
    /// Takes requests to the outside.
    #[prop_or_default]
    pub outlet: Callback<(Effect, Rc<Store>)>,
    /// Is given the way to send actions, and each new state, from when all of it is there.
    #[prop_or_default]
    pub bind: Callback<(Callback<Action>, Rc<Store>)>,
}

/// Delivery Lab.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let store = use_store(
        || props.first.take().unwrap_or_else(|| AppState::new(&Options::default(), None)),
        props.outlet.clone(),
    );
    let send = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let step = use_opening(props.in_steps);
    {
        let (bind, send) = (props.bind.clone(), send.clone());
        let bound = Rc::new(Store::clone(&store));
        use_effect(move || {
            if step == Step::Open {
                bind.emit((send, bound));
            }
        });
    }
    let drop = use_drop(store.state.view.readonly, &send);
    page(&store.state, step, &send, &drop)
}
