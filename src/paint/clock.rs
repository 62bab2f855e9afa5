//! The only wall clock of the page, and whether its reader wants things still.

/// Milliseconds of a steady clock; 0 where there is none.
pub fn now_millis() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Whether the person asked their device for less motion.
pub fn wants_stillness() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
