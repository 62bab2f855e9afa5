//! What is to be seen, still without pixels: places of activities, ways of transitions, the playhead.

pub mod activity_icon;
pub mod branch;
pub mod frame;
pub mod layout;
pub mod picture;
pub mod playhead;
pub mod ports;
pub mod qr;
pub mod route;
pub mod stops;
pub mod timeline;
