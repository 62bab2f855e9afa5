//! The frame of the page: header, and what is wrong or doubtful.

pub mod findings;
pub mod header;
pub mod icon;
