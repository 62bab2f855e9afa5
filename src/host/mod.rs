//! The page around us: what it may call, what it is told, and what is kept on the device.

pub mod announce;
pub mod breakdown;
mod desk;
mod drafts;
pub mod exchange;
mod exporting;
mod filming;
pub mod handle;
pub mod headless;
mod keeper;
mod lab;
mod listening;
mod painting;
mod shelf;
pub mod storage;
mod tab;
mod templates;
mod waiting;
