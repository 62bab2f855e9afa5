//! The name of this tab, by which its work is told from that of others. A tab that is loaded again has the same; a copy of it has another.

use js_sys::Math;
use web_sys::Storage;

const KEY: &str = "delivery-lab/tab";

/// The name that this tab had before it was loaded again, or a new one. It is taken away from where it lies, because a tab
/// that is copied takes a copy of what lies there along; [`hand_on`] puts it back.
pub(super) fn name() -> String {
    let before = session().and_then(|session| session.get_item(KEY).ok().flatten());
    take_away();
    // A new name needs to be unlike those of a few other tabs, and no secret.
    before
        .filter(|name| is_name(name))
        .unwrap_or_else(|| format!("{:08x}", (Math::random() * 4_294_967_296.0) as u64))
}

/// The page is left: the next one in this tab shall have the name.
pub(super) fn hand_on(name: &str) {
    if let Some(session) = session() {
        // Where that is refused, the next page of this tab is a new tab.
        let _ = session.set_item(KEY, name);
    }
}

/// The page came back as it was.
pub(super) fn take_away() {
    if let Some(session) = session() {
        let _ = session.remove_item(KEY);
    }
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

fn is_name(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|sign| sign.is_ascii_hexdigit())
}
