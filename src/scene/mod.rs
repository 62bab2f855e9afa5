//! What is to be seen, still without pixels: places of activities, ways of transitions, the playhead.

pub mod playhead;
