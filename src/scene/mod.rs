//! What is to be seen, still without pixels: places of activities, ways of transitions, the playhead.

pub mod activity_icon;
pub mod avoid;
pub mod branch;
pub mod camera;
pub mod canvas;
pub mod chart;
pub mod charts;
pub mod cues;
#[cfg(test)]
mod drawn;
pub mod fan_chart;
pub mod film;
pub mod frame;
pub mod guides;
mod layers;
pub mod layout;
pub mod leading;
pub mod lettering;
pub mod outline;
pub mod picture;
pub mod playhead;
pub mod ports;
pub mod qr;
pub mod rect;
pub mod route;
mod size;
pub mod spot;
pub mod stops;
pub mod tidy;
pub mod timeline;
mod ways;
