//! Small parts that several panels use.

pub mod after_paint;
pub mod dialog;
pub mod figure;
pub mod file;
pub mod kept_focus;
pub mod kind_mark;
pub mod pager;
pub mod paging;
pub mod reveal;
pub mod select;
pub mod table;
pub mod tabs;
