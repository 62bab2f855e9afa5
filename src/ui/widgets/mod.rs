//! Small parts that several panels use.

pub mod dialog;
pub mod file;
pub mod kind_mark;
pub mod pager;
pub mod paging;
pub mod reveal;
pub mod table;
