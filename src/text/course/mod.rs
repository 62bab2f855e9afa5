//! The sentences around a course; what the course itself says comes with it.

pub mod certificate;
pub mod finding;
pub mod home;
pub mod panel;
pub mod progress;
pub mod words;

use super::Lang;
use super::format::{counted, number};

/// How much there is in a course: its pieces, how long they take, and its items by skill.
pub fn summary(lang: Lang, lessons: usize, minutes: u32, skills: &[(&str, usize)]) -> String {
    let skills: Vec<_> = skills.iter().map(|(skill, items)| format!("{skill} {items}")).collect();
    let (skills, minutes) = (skills.join(", "), number(lang, minutes.into()));
    match lang {
        Lang::En => format!(
            "{}, {minutes} minutes. Items: {skills}.",
            counted(lang, lessons as u64, "lesson", "lessons")
        ),
        Lang::Sv => format!(
            "{}, {minutes} minuter. Uppgifter: {skills}.",
            counted(lang, lessons as u64, "lektion", "lektioner")
        ),
    }
}
