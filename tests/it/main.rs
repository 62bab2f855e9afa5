//! The tests of the core from outside: rules of the house, goldens, properties, hostile files, the schema.

mod fingerprint;
mod golden;
mod golden_file;
mod house;
mod schema;
