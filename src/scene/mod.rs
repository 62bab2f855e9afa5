//! What is to be seen, still without pixels: places of activities, ways of transitions, the playhead.

pub mod branch;
pub mod frame;
pub mod layout;
pub mod playhead;
pub mod ports;
pub mod route;
pub mod stops;
pub mod timeline;
