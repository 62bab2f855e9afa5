//! Puts the course into the site: one file with all lessons, and one with the words of each language.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use serde_json::Value;

use crate::workspace;

#[allow(unreachable_pub, reason = "the library has the same file")]
#[path = "../../src/lesson/course/parts.rs"]
mod parts;

/// Joins the files below `from` and writes them to `to`.
pub(crate) fn write(from: &Path, to: &Path) -> Result<()> {
    let head = read(&from.join("course.json"))?;
    let names = parts::names(&head);
    fs::create_dir_all(to.join("text"))?;
    let course = join(&head, &names, &from.join("lessons"), false)?;
    fs::write(to.join("course.json"), course.to_string())?;
    for entry in fs::read_dir(from.join("text"))? {
        let folder = entry?.path();
        let words = join(&read(&folder.join("course.json"))?, &names, &folder, true)?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        fs::write(to.join("text").join(format!("{name}.json")), words.to_string())?;
    }
    Ok(())
}

fn join(head: &Value, names: &[String], folder: &Path, are_words: bool) -> Result<Value> {
    let part = |name: &String| Ok((name.clone(), read(&folder.join(format!("{name}.json")))?));
    let found = names.iter().map(part).collect::<Result<Vec<_>>>()?;
    parts::join(head, found, are_words).map_err(|why| anyhow!("{}: {why}", workspace::shown(folder)))
}

fn read(path: &Path) -> Result<Value> {
    let shown = || workspace::shown(path);
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", shown()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", shown()))
}
