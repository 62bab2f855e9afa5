//! The page around us: what it may call, what it is told, and what is kept on the device.

pub mod announce;
pub mod handle;
pub mod storage;
