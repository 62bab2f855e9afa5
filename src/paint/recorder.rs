//! Whether the browser can make films.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast as _;
use web_sys::MediaRecorder;

/// The kind of film that is made.
pub const MEDIA_TYPE: &str = "video/webm";

/// The kinds of WebM to ask a recorder for, the best first: where a machine is slow, VP9 keeps more of the frames.
const KINDS: [&str; 2] = ["video/webm;codecs=vp9", MEDIA_TYPE];

/// The kind of WebM that the browser records canvases as. Some have no recorder, and some write other kinds only.
pub fn kind() -> Option<&'static str> {
    let recorder = web_sys::window().and_then(|window| Reflect::get(&window, &"MediaRecorder".into()).ok());
    recorder.filter(|recorder| recorder.is_instance_of::<Function>())?;
    KINDS.into_iter().find(|kind| MediaRecorder::is_type_supported(kind))
}
