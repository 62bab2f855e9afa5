//! Values to and from the page's JavaScript: plain objects by way of JSON, errors as sentences.

use js_sys::{Error, JSON, JsString};
use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue};

/// A plain object of the same content. Numbers must be such that JavaScript holds them exactly.
pub fn to_plain(value: &impl Serialize) -> JsValue {
    let text = serde_json::to_string(value).unwrap_or_default();
    JSON::parse(&text).unwrap_or(JsValue::NULL)
}

/// The JSON text of a value: a text is taken as it is, anything else is written as JSON.
///
/// None for what JSON cannot hold, such as a function or a circle.
pub fn json_of(value: &JsValue) -> Option<String> {
    if let Some(text) = value.as_string() {
        return Some(text);
    }
    // `stringify` gives undefined, not a text, for a function or undefined.
    JSON::stringify(value).ok()?.dyn_into::<JsString>().ok()?.as_string()
}

/// A JavaScript `Error` with this sentence.
pub fn error(sentence: &str) -> JsValue {
    Error::new(sentence).into()
}
