//! Small parts that several panels use.

pub mod dialog;
pub mod file;
