//! Pixels and the clock: the only places that read wall time or draw by hand.

pub mod clock;
pub mod hidden;
pub mod motion;
pub mod recorder;
pub mod repaint;
pub mod runner;
pub mod sound;
pub mod ticker;
pub mod timer;
pub mod work;
