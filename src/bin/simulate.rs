//! The engine without a browser.

fn main() {}
