//! The trainer's side rendered without a browser.
