//! Reads a file that a person chose, up to a limit, without sending it anywhere.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{File, FileReader};

/// Reads `file` and hands over its bytes; nothing where it is larger than `limit` or cannot be read.
pub fn read_file(file: &File, limit: usize, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    if file.size() > limit as f64 {
        return done(None);
    }
    let Ok(reader) = FileReader::new() else { return done(None) };
    let source = reader.clone();
    let loaded = Closure::once_into_js(move || {
        let bytes = source.result().ok().filter(|result| !result.is_null());
        done(bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()));
    });
    // The browser calls it once, whether the reading ended well or not, and then lets it go.
    reader.set_onloadend(Some(loaded.unchecked_ref()));
    let _ = reader.read_as_array_buffer(file);
}
