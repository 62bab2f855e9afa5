//! Every sentence shown to a person, in every language; nothing below or above words anything.
//!
//! One file per area. Where a sentence is missing in English or Swedish, the program does not compile; the other
//! languages are packs that translate the English sentences (`lang`).

pub mod about;
pub mod activity;
pub mod builder;
pub mod cli;
pub mod coach;
pub mod comparison;
pub mod condition;
pub mod course;
pub mod deliveries;
pub mod enriched;
pub mod explain;
pub mod fan;
pub mod film;
pub mod finding;
pub mod format;
pub mod gallery;
pub mod host;
pub mod import;
pub mod indicator;
pub mod inspector;
pub mod instructor;
pub mod journal;
pub mod label;
pub mod lang;
pub mod logs;
pub mod narration;
pub mod notice;
pub mod paging;
pub mod person;
pub mod reference;
pub mod reports;
pub mod rows;
pub mod running;
pub mod schedule;
pub mod sections;
pub mod share;
pub mod shell;
pub mod stepping;
pub mod stimulus;
pub mod technical;
pub mod told;
pub mod transcript;
pub mod transport;
pub mod variants;
pub mod weeks;
pub mod workflow;

pub use self::lang::{Lang, Wording};
