//! What *Execute pending task(s) now* does to each activity that waits.
