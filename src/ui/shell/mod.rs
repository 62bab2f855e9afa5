//! The frame of the page: header, and what is wrong or doubtful.

mod activity_icon;
pub mod findings;
pub mod header;
pub mod icon;
