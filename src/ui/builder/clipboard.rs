//! Copying, cutting and pasting by the browser's own events, so that tabs of the lab exchange activities.

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::selection::Selection;
use crate::scenario::Scenario;
use crate::ui::shared::Shared;

/// Where these events mean the text and not the drawing.
const TEXTS: &str =
    "input, textarea, select, [contenteditable], dialog, .inspector, .coach, .notices, .findings";
const PLAIN: &str = "text/plain";

/// What the lab's element does on `copy`, `cut` and `paste`.
#[derive(Clone, Debug, PartialEq)]
pub struct Handlers {
    /// Puts what is chosen on the clipboard.
    pub copy: Callback<Event>,
    /// The same, and takes it out.
    pub cut: Callback<Event>,
    /// Puts in what the clipboard holds.
    pub paste: Callback<Event>,
}

impl Handlers {
    /// Handlers for what is chosen in a scenario.
    pub fn new(
        scenario: &Shared<Scenario>,
        selection: &Selection,
        readonly: bool,
        send: &Callback<Action>,
    ) -> Self {
        let put = |takes_out: bool| {
            let (scenario, selection, send) = (scenario.clone(), selection.clone(), send.clone());
            Callback::from(move |event: Event| {
                let Some(data) = data(&event) else { return };
                let Some(text) = selection.clipping(&scenario).map(|clipping| clipping.write()) else {
                    return;
                };
                if data.set_data(PLAIN, &text).is_ok() {
                    event.prevent_default();
                    send.emit(Action::Copied(text.into()));
                    if takes_out {
                        send.emit(Action::Remove);
                    }
                }
            })
        };
        let take = send.clone();
        let paste = Callback::from(move |event: Event| {
            let Some(data) = data(&event).filter(|_| !readonly) else { return };
            let text = data.get_data(PLAIN).unwrap_or_default();
            if !text.trim().is_empty() {
                event.prevent_default();
                take.emit(Action::Paste { text: Some(text.into()), at: None });
            }
        });
        Self { copy: put(false), cut: put(!readonly), paste }
    }
}

/// The data of an event that is meant for the drawing.
fn data(event: &Event) -> Option<web_sys::DataTransfer> {
    let element = event.target_dyn_into::<Element>();
    let is_text = element.and_then(|element| element.closest(TEXTS).ok().flatten()).is_some();
    if is_text || event.default_prevented() {
        return None;
    }
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()
}
