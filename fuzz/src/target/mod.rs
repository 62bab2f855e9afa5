//! One body for each parser: bytes in, and nothing may panic, hang or be told without words.
//!
//! libFuzzer calls them (`fuzz_targets/`), and an ordinary test replays what libFuzzer has found (`tests/corpus.rs`).

mod language;
mod lesson;
mod link;
mod message;
mod progress;
mod recipients;
mod scenario;

pub use self::language::language;
pub use self::lesson::lesson;
pub use self::link::link;
pub use self::message::message;
pub use self::progress::progress;
pub use self::recipients::recipients;
pub use self::scenario::scenario;

/// A parser that is tried.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name: that of its file in `fuzz_targets/` and of its folder in `corpus/`.
    pub name: &'static str,
    /// What is done with some bytes.
    pub body: fn(&[u8]),
}

/// All of them.
pub const ALL: [Target; 7] = [
    Target { name: "scenario", body: scenario },
    Target { name: "lesson", body: lesson },
    Target { name: "link", body: link },
    Target { name: "recipients", body: recipients },
    Target { name: "message", body: message },
    Target { name: "progress", body: progress },
    Target { name: "language", body: language },
];

/// A course of a few steps, known to those targets whose input belongs to one.
const COURSE: &[u8] = include_bytes!("../../../tests/course/course.json");
/// Its words.
const WORDS: &[u8] = include_bytes!("../../../tests/course/en.json");
