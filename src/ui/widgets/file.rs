//! Reads a file that a person chose, up to a limit, without sending it anywhere.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{File, FileReader};

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchProblem {
    /// It is larger than was allowed; nothing of it was read.
    TooLarge,
    /// The browser could not read it: it is gone, a folder, or not allowed.
    Unreadable,
}

/// Reads `file` and hands over its bytes; nothing where it is larger than `limit` or cannot be read.
pub fn read_file(file: &File, limit: usize, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    fetch_file(file, limit, |fetched| done(fetched.ok()));
}

/// Reads `file` and hands over its bytes, or why they are not there.
pub fn fetch_file(file: &File, limit: usize, done: impl FnOnce(Result<Vec<u8>, FetchProblem>) + 'static) {
    if file.size() > limit as f64 {
        return done(Err(FetchProblem::TooLarge));
    }
    let Ok(reader) = FileReader::new() else { return done(Err(FetchProblem::Unreadable)) };
    let source = reader.clone();
    let loaded = Closure::once_into_js(move || {
        let bytes = source.result().ok().filter(|result| !result.is_null());
        let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec());
        done(bytes.ok_or(FetchProblem::Unreadable));
    });
    // The browser calls it once, whether the reading ended well or not, and then lets it go.
    reader.set_onloadend(Some(loaded.unchecked_ref()));
    let _ = reader.read_as_array_buffer(file);
}
