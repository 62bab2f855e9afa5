//! What is kept on the device, behind functions that may fail: storage is denied in many frames. What the device
//! refuses is kept in memory, so that it is there as long as the page is.

use std::cell::RefCell;
use std::collections::BTreeMap;

const WORK: &str = "delivery-lab/work";
const WORK_ASIDE: &str = "delivery-lab/work.unreadable";
const TEMPLATES: &str = "delivery-lab/templates";
const TEMPLATES_ASIDE: &str = "delivery-lab/templates.unreadable";

thread_local! {
    static MEMORY: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Whether the device may keep something for this page; that it has room is seen when it does.
pub fn is_allowed() -> bool {
    device().is_some()
}

/// Whether the templates are, or would be, there only as long as the page is.
pub fn templates_are_fleeting() -> bool {
    !is_allowed() || MEMORY.with_borrow(|memory| memory.contains_key(TEMPLATES))
}

/// The work that was kept, if any was.
pub fn load() -> Option<String> {
    get(WORK)
}

/// Keeps the work; tells whether the device has it.
pub fn keep(text: &str) -> bool {
    put(WORK, text)
}

/// Puts a text that could not be read aside, so that the next save does not write over it; tells whether
/// that worked.
pub fn keep_aside(text: &str) -> bool {
    put(WORK_ASIDE, text)
}

/// Forgets what was kept; what is aside stays.
pub fn forget() {
    MEMORY.with_borrow_mut(|memory| memory.remove(WORK));
    if let Some(device) = device() {
        let _ = device.remove_item(WORK);
    }
}

/// The templates that were kept, if any were.
pub fn templates() -> Option<String> {
    get(TEMPLATES)
}

/// Keeps the templates; tells whether the device has them.
pub fn keep_templates(text: &str) -> bool {
    put(TEMPLATES, text)
}

/// Puts templates that could not be read aside; tells whether that worked.
pub fn keep_templates_aside(text: &str) -> bool {
    put(TEMPLATES_ASIDE, text)
}

/// What is in memory is newer than what the device has.
fn get(key: &str) -> Option<String> {
    let in_memory = MEMORY.with_borrow(|memory| memory.get(key).cloned());
    in_memory.or_else(|| device()?.get_item(key).ok().flatten())
}

fn put(key: &str, text: &str) -> bool {
    let is_on_device = device().is_some_and(|device| device.set_item(key, text).is_ok());
    MEMORY.with_borrow_mut(|memory| {
        if is_on_device {
            memory.remove(key);
        } else {
            memory.insert(key.to_owned(), text.to_owned());
        }
    });
    is_on_device
}

/// The device's storage; a frame without any throws where the property is read.
fn device() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
