//! Checks a course and its words: every finding a line, and how much there is of what.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::args::{Args, Format};
use super::{DONE, FAULTY, Output, UNREADABLE};
use crate::lesson::course::{Course, Skill, parts, words::CourseWords};
use crate::lesson::judge::key;
use crate::lesson::lint;
use crate::text::course::finding::sentence;
use crate::text::{Lang, cli};

/// For how many tries the key is written: more are not evidence of a skill.
const TRIES: u32 = 3;

/// Checks a course, one file or a folder with a file for each lesson, with its words, and gives the exit code. With
/// JSON asked for it writes the key.
pub(super) fn check(path: &Path, args: &Args, lang: Lang, output: &mut Output<'_>) -> u8 {
    match read(path, &args.words, lang) {
        Ok((course, packs)) => {
            let findings = lint::lint(&course, &packs);
            for finding in &findings {
                output.complain(&sentence(lang, finding));
            }
            if args.format == Format::Json {
                let keys: Vec<_> = key::of_course(&course, TRIES).iter().map(key::Key::to_json).collect();
                output.say(&Value::Array(keys).to_string());
            } else {
                output.say(&summary(lang, &course));
            }
            if findings.is_empty() { DONE } else { FAULTY }
        }
        Err(complaint) => {
            output.complain(&complaint);
            UNREADABLE
        }
    }
}

/// A course and its words by language code. A folder has `course.json`, `lessons/` and, for each language, `text/`;
/// the words in it are read without being named.
///
/// # Errors
/// A sentence that names the file.
pub fn read(
    path: &Path,
    words: &[PathBuf],
    lang: Lang,
) -> Result<(Course, Vec<(String, CourseWords)>), String> {
    let within = |path: &Path, finding| format!("{}: {}", path.display(), sentence(lang, &finding));
    let is_folder = path.is_dir();
    let bytes =
        if is_folder { joined(path, &path.join("lessons"), false, lang)? } else { bytes_of(path, lang)? };
    let course = lint::read(&bytes).map_err(|finding| within(path, finding))?;
    let mut named = words.to_vec();
    if is_folder {
        let found = fs::read_dir(path.join("text")).into_iter().flatten().flatten();
        named.extend(found.map(|entry| entry.path()).filter(|path| path.is_dir()));
        named.sort();
    }
    let mut packs = Vec::new();
    for path in named {
        let bytes = if path.is_dir() { joined(&path, &path, true, lang)? } else { bytes_of(&path, lang)? };
        let words = lint::read_words(&bytes).map_err(|finding| within(&path, finding))?;
        let code = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        packs.push((code.unwrap_or_default(), words));
    }
    Ok((course, packs))
}

/// The files of a folder as one. The words of a language list their lessons as the course does, two folders up.
fn joined(folder: &Path, lessons: &Path, are_words: bool, lang: Lang) -> Result<Vec<u8>, String> {
    let head = value_of(&folder.join("course.json"), lang)?;
    let course = folder.join("../../course.json");
    let names = parts::names(&if are_words { value_of(&course, lang)? } else { head.clone() });
    let part = |name: String| Ok((name.clone(), value_of(&lessons.join(format!("{name}.json")), lang)?));
    let found = names.into_iter().map(part).collect::<Result<Vec<_>, String>>()?;
    let whole = parts::join(&head, found, are_words);
    whole.map(|value| value.to_string().into_bytes()).map_err(|why| format!("{}: {why}", folder.display()))
}

pub(super) fn bytes_of(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| cli::unreadable(lang, &path.display().to_string(), error.kind()))
}

fn value_of(path: &Path, lang: Lang) -> Result<Value, String> {
    let bytes = bytes_of(path, lang)?;
    lint::json(&bytes).map_err(|finding| format!("{}: {}", path.display(), sentence(lang, &finding)))
}

fn summary(lang: Lang, course: &Course) -> String {
    let count = |skill: Skill| course.items().filter(|(_, step)| step.skill == Some(skill)).count();
    let skills = Skill::ALL.map(|skill| (skill.name(), count(skill)));
    let minutes = course.lessons.iter().map(|lesson| lesson.minutes).sum();
    crate::text::course::summary(lang, course.lessons.len(), minutes, &skills)
}
