//! The only wall clock of the page.

/// Milliseconds of a steady clock; 0 where there is none.
pub fn now_millis() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
