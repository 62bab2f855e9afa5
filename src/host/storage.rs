//! What is kept on the device, behind functions that may fail: storage is denied in many frames.

const WORK: &str = "delivery-lab/work";
const ASIDE: &str = "delivery-lab/work.unreadable";

/// What was kept, if anything was and storage is allowed.
pub fn load() -> Option<String> {
    storage()?.get_item(WORK).ok().flatten()
}

/// Keeps `text`; tells whether that worked.
pub fn keep(text: &str) -> bool {
    put(WORK, text)
}

/// Puts a text that could not be read aside, so that the next save does not write over it; tells whether
/// that worked.
pub fn keep_aside(text: &str) -> bool {
    put(ASIDE, text)
}

/// Forgets what was kept; what is aside stays.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(WORK);
    }
}

fn put(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

fn storage() -> Option<web_sys::Storage> {
    // A frame without storage throws where the property is read.
    web_sys::window()?.local_storage().ok().flatten()
}
