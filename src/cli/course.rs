//! Checks a course and its words: every finding a line, and how much there is of what.

use std::fs;
use std::path::{Path, PathBuf};

use super::{DONE, FAULTY, Output, UNREADABLE};
use crate::lesson::course::{Course, Skill};
use crate::lesson::lint;
use crate::text::course::finding::sentence;
use crate::text::{Lang, cli};

/// Checks the course of one file with the words of others, and gives the exit code.
pub(super) fn check(path: &Path, words: &[PathBuf], lang: Lang, output: &mut Output<'_>) -> u8 {
    let read = |path: &Path| {
        fs::read(path).map_err(|error| cli::unreadable(lang, &path.display().to_string(), error.kind()))
    };
    let within = |path: &Path, finding| format!("{}: {}", path.display(), sentence(lang, &finding));
    let course = read(path).and_then(|bytes| lint::read(&bytes).map_err(|finding| within(path, finding)));
    let packs = words.iter().map(|path| {
        let words =
            read(path).and_then(|bytes| lint::read_words(&bytes).map_err(|finding| within(path, finding)))?;
        let code = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        Ok((code.unwrap_or_default(), words))
    });
    let (course, packs) = match (course, packs.collect::<Result<Vec<_>, String>>()) {
        (Ok(course), Ok(packs)) => (course, packs),
        (Err(complaint), _) | (_, Err(complaint)) => {
            output.complain(&complaint);
            return UNREADABLE;
        }
    };
    let findings = lint::lint(&course, &packs);
    for finding in &findings {
        output.complain(&sentence(lang, finding));
    }
    output.say(&summary(lang, &course));
    if findings.is_empty() { DONE } else { FAULTY }
}

fn summary(lang: Lang, course: &Course) -> String {
    let count = |skill: Skill| course.items().filter(|(_, step)| step.skill == Some(skill)).count();
    let skills = Skill::ALL.map(|skill| (skill.name(), count(skill)));
    let minutes = course.lessons.iter().map(|lesson| lesson.minutes).sum();
    crate::text::course::summary(lang, course.lessons.len(), minutes, &skills)
}
