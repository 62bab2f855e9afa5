//! Tries something that may panic: the panic is an outcome to be counted, and its message must not fill the screen.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

thread_local! {
    /// Whether this thread is inside what is tried.
    static IS_TRYING: Cell<bool> = const { Cell::new(false) };
}

/// From now on panics of what is tried are silent; others are told as ever.
pub fn silence() {
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        if !IS_TRYING.get() {
            usual(panic);
        }
    }));
}

/// Tries something.
///
/// # Errors
/// What it said as it gave up.
pub fn caught<T>(tried: impl FnOnce() -> T) -> Result<T, String> {
    IS_TRYING.set(true);
    // Whatever was tried is thrown away afterwards, half done or not.
    let outcome = catch_unwind(AssertUnwindSafe(tried));
    IS_TRYING.set(false);
    outcome.map_err(|panic| said(&*panic))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
