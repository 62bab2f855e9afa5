//! Performs requests of the store: events to the page around us, downloads.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::exchange;
use crate::app::effect::Effect;
use crate::app::reduce::TOUR;
use crate::app::standing::Standing;
use crate::lesson::tour::{Status, Step};
use crate::ui::store::Store;

/// The browser may not have taken a file before its address is gone.
const UNTIL_TAKEN_MILLIS: i32 = 10_000;

/// Performs one request, with the state that made it. Saving, templates, links, pictures, films and CSV files are the lab's.
pub fn perform(effect: &Effect, store: &Rc<Store>, emit: &Function) {
    let state = &store.state;
    match effect {
        Effect::Save
        | Effect::Templates(_)
        | Effect::Drafts(_)
        | Effect::Paint { .. }
        | Effect::CopyLink(_)
        | Effect::Export { .. }
        | Effect::StopExport
        | Effect::Film { .. }
        | Effect::StopFilm => {}
        Effect::Download { name, media_type, text } => {
            // A browser that refuses leaves the work as it was; there is nothing to undo.
            let _ = download(name, media_type, text);
        }
        Effect::DownloadBytes { name, media_type, bytes } => {
            let _ = download_bytes(name, media_type, bytes);
        }
        Effect::Print => {
            // Where printing is not allowed, as in some frames, nothing happens.
            let _ = web_sys::window().map(|window| window.print());
        }
        Effect::Copy(text) => copy(text, |_| ()),
        Effect::Changed => {
            tell(emit, "changed", &[("what", "scenario".into()), ("weeks", state.scenario().weeks.into())]);
        }
        Effect::Ran => {
            let made = state.outcome.log.as_ref().map_or(0, |log| log.record().deliveries.len());
            let fingerprint = state.outcome.log.as_ref().map(|log| log.fingerprint().to_string());
            tell(emit, "run", &[("deliveries", (made as f64).into()), ("fingerprint", fingerprint.into())]);
        }
        // The element fetches it, and hands it over by `courseCame`.
        Effect::WantCourse(lang) => tell(emit, "want-course", &[("lang", lang.code().into())]),
        // Likewise, by `pageCame`.
        Effect::WantPage => tell(emit, "want-page", &[]),
        // Likewise, by `langCame`.
        Effect::WantLang(lang) => tell(emit, "want-lang", &[("lang", lang.code().into())]),
        // An author who looks at a draft is no learner.
        Effect::LessonProgress if state.learning.is_previewing() => {}
        Effect::LessonProgress if state.learning.study.is_some() || state.learning.book().is_some() => {
            let lesson = state.learning.study.as_ref().map_or("", |study| study.lesson.as_str());
            tell_plain(emit, "lesson-progress", &Standing::of(&state.learning, state.scenario(), lesson));
        }
        // Before the course is here nothing is known of it.
        Effect::LessonProgress => {}
        Effect::TourProgress => {
            let is_over = state.tour.status == Status::Completed;
            let (step, steps) = (state.tour.step.place() as f64, Step::ALL.len() as f64);
            let progress = if is_over { 1.0 } else { step / steps };
            let detail = [("lesson", TOUR.into()), ("step", step.into()), ("progress", progress.into())];
            tell(emit, "lesson-progress", &detail);
        }
        Effect::LessonCompleted(standing) => tell_plain(emit, "lesson-completed", &**standing),
        Effect::TourCompleted => tell(emit, "lesson-completed", &[("lesson", TOUR.into())]),
        Effect::Answered(answered) => tell_plain(emit, "lesson-answered", &**answered),
    }
}

/// Tells the page around us something that is written as a plain object.
fn tell_plain(emit: &Function, kind: &str, detail: &impl Serialize) {
    // What a listener of the page throws is the page's affair.
    let _ = emit.call2(&JsValue::NULL, &kind.into(), &exchange::to_plain(detail));
}

/// Tells the page around us; `detail` is a plain object.
pub fn tell(emit: &Function, kind: &str, detail: &[(&str, JsValue)]) {
    let object = Object::new();
    for (name, value) in detail {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    // What a listener of the page throws is the page's affair.
    let _ = emit.call2(&JsValue::NULL, &kind.into(), &object);
}

/// Puts a text on the clipboard and tells whether that worked.
///
/// A browser that refuses, or has no clipboard for pages like this, leaves what was copied in the lab, where a paste
/// finds it.
pub(super) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let window = web_sys::window().map(JsValue::from).unwrap_or_default();
    let promise = member(&window, "navigator")
        .and_then(|navigator| member(&navigator, "clipboard"))
        .and_then(|clipboard| call(&clipboard, "writeText", &text.into()))
        .and_then(|promise| promise.dyn_into::<Promise>());
    let Ok(promise) = promise else { return done(false) };
    let done = Rc::new(Cell::new(Some(done)));
    // The browser calls one of the two, and then lets both go.
    let settled = |is_copied: bool| {
        let done = done.clone();
        Closure::once_into_js(move |_: JsValue| {
            if let Some(done) = done.take() {
                done(is_copied);
            }
        })
    };
    let (copied, refused) = (settled(true), settled(false));
    let _ = member(&promise, "then")
        .and_then(|then| then.dyn_into::<Function>())
        .and_then(|then| then.call2(&promise, &copied, &refused));
}

fn member(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

fn call(of: &JsValue, method: &str, with: &JsValue) -> Result<JsValue, JsValue> {
    member(of, method)?.dyn_into::<Function>()?.call1(of, with)
}

fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(media_type);
    offer(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)?)
}

/// Offers bytes as a file.
pub(super) fn download_bytes(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes).into());
    offer(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &bag)?)
}

/// Offers a file.
pub(super) fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let forget = Closure::once_into_js(move || {
        // An address that cannot be taken back goes with the page.
        let _ = Url::revoke_object_url(&address);
    });
    let forget = forget.unchecked_ref();
    window.set_timeout_with_callback_and_timeout_and_arguments_0(forget, UNTIL_TAKEN_MILLIS)?;
    Ok(())
}
