//! The only wall clock of the page.

use chrono::NaiveDate;

/// Milliseconds of a steady clock; 0 where there is none.
pub fn now_millis() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// The day it is where the reader is; outside a browser the first day that there is.
pub fn today() -> NaiveDate {
    #[cfg(target_arch = "wasm32")]
    {
        let now = js_sys::Date::new_0();
        let year = i32::try_from(now.get_full_year()).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    NaiveDate::default()
}
