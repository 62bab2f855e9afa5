//! Builds, serves and tests Delivery Lab, installing whatever is missing.

fn main() {}
