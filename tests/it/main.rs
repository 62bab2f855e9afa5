//! The tests of the core from outside: rules of the house, goldens, properties, hostile files, the schema.

mod house;
