//! The tests of the core from outside: rules of the house, goldens, properties, hostile files, the schema.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may give up")]

mod assumptions;
mod cli;
mod course;
mod damaged;
mod delivering;
mod drawn;
mod embedding;
mod findings;
mod fingerprint;
mod flow;
mod golden;
mod golden_file;
mod hostile;
mod house;
mod lang;
mod learners;
mod life;
mod options;
mod packages;
mod pitfalls;
mod properties;
mod rates;
mod reading;
mod reading_properties;
mod recurrence;
mod rows;
mod schema;
mod seek;
mod stability;
mod swedish;
mod targeting;
mod targeting_findings;
mod text_format;
mod time_zones;
