//! The packs of languages in `www/lang`: lists the English messages, takes translations in, says what is missing.
//!
//! The pack of Swedish is made anew each time of the Swedish that stands beside the English in the sources. What the
//! sources build by code of its own is translated in the pack by hand, as all is in the other packs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::messages::{self, Message};
use crate::{run, workspace};

/// The languages that come as packs.
const CODES: [&str; 5] = [SWEDISH, "de", "fr", "es", "ja"];

/// The language that the sources have beside English.
const SWEDISH: &str = "sv";

type Texts = BTreeMap<String, String>;

/// Writes the list of messages to `dist/lang`, and what each pack lacks; takes a file of translations into the pack
/// of `code`, if one is given.
pub(crate) fn run(code: Option<&str>, translations: Option<&Path>) -> Result<()> {
    // Read before anything is written: it may be one of the files that are written below.
    let handed_in = translations.map(texts_of).transpose()?.unwrap_or_default();
    let messages = list()?;
    let folder = listed();
    println!("{} messages are listed in {}", messages.len(), workspace::shown(&folder));
    if let Some(code) = code {
        if !CODES.contains(&code) {
            bail!("there is no pack of `{code}`; use {}", CODES.join(", "));
        }
        make(code, handed_in, &messages)?;
    }
    if code != Some(SWEDISH) {
        make(SWEDISH, Texts::new(), &messages)?;
    }
    tell_apart(&messages);
    for code in CODES.into_iter().filter(|code| path(code).exists()) {
        tell(code, &messages, &folder)?;
    }
    Ok(())
}

/// Writes the list of messages: one file to fill in, and one that says where each is from.
pub(crate) fn list() -> Result<Vec<Message>> {
    let (messages, folder) = (messages::list(&workspace::at("src/text")), listed());
    // The folder is not emptied: somebody may be filling in what is missing.
    write(&folder.join("messages.json"), &object(messages.iter().map(|one| (&*one.text, ""))))?;
    write(&folder.join("files.json"), &object(messages.iter().map(|one| (&*one.text, &*one.file))))?;
    Ok(messages)
}

/// Writes a pack anew: what it had and what was handed in, for the messages that there are.
fn make(code: &str, handed_in: Texts, messages: &[Message]) -> Result<()> {
    let mut texts = if path(code).exists() { texts_of(&path(code))? } else { Texts::new() };
    texts.extend(handed_in.into_iter().filter(|(_, text)| !text.is_empty()));
    if code == SWEDISH {
        texts
            .extend(messages.iter().filter_map(|one| Some((one.text.clone(), one.swedish.first()?.clone()))));
    }
    let marks = run::last_line(run::program("node").args(["xtask/src/marks.mjs", code]))
        .context("Intl could not be asked how the language writes numbers and dates")?;
    let kept = messages.iter().filter_map(|one| Some((&*one.text, texts.get(&one.text)?.as_str())));
    let lang = serde_json::to_string(code)?;
    let pack =
        format!("{{\n\"lang\": {lang},\n\"marks\": {},\n\"messages\": {}}}\n", marks.trim(), object(kept));
    write(&path(code), &pack)
}

/// Says which messages the sources have in Swedish in more than one way: a pack has room for one.
fn tell_apart(messages: &[Message]) {
    for one in messages.iter().filter(|one| one.swedish.len() > 1) {
        println!("{}: {:?} is Swedish in several ways: {}", one.file, one.text, one.swedish.join(" / "));
    }
}

/// Says how much of a pack is there, and writes what is not to a file that can be filled in. What it has been filled in
/// with so far stays.
fn tell(code: &str, messages: &[Message], folder: &Path) -> Result<()> {
    let texts = texts_of(&path(code))?;
    let missing: Vec<&str> =
        messages.iter().map(|one| &*one.text).filter(|text| !texts.contains_key(*text)).collect();
    println!("{code}: {} of {} messages", messages.len() - missing.len(), messages.len());
    let file = folder.join(format!("{code}-missing.json"));
    let begun = if file.exists() { texts_of(&file)? } else { Texts::new() };
    if missing.is_empty() {
        return if file.exists() { remove(&file) } else { Ok(()) };
    }
    println!("  the others are in {}", workspace::shown(&file));
    write(&file, &to_fill_in(&missing, &begun))
}

/// The messages that are missing, each with what somebody has written for it so far.
fn to_fill_in(missing: &[&str], begun: &Texts) -> String {
    object(missing.iter().map(|text| (*text, begun.get(*text).map_or("", String::as_str))))
}

fn remove(file: &Path) -> Result<()> {
    fs::remove_file(file).with_context(|| format!("{} cannot be removed", workspace::shown(file)))
}

/// Where the lists are.
fn listed() -> PathBuf {
    workspace::at("dist/lang")
}

fn path(code: &str) -> PathBuf {
    workspace::at("www/lang").join(format!("{code}.json"))
}

/// The translations in a pack, or in a plain object of texts.
fn texts_of(file: &Path) -> Result<Texts> {
    let hint = || format!("{} cannot be read", workspace::shown(file));
    let mut json: Value =
        serde_json::from_str(&fs::read_to_string(file).with_context(hint)?).with_context(hint)?;
    let texts = json.get_mut("messages").filter(|inner| inner.is_object()).map(Value::take).unwrap_or(json);
    serde_json::from_value(texts).with_context(hint)
}

/// A JSON object with a text on each line, in the order given.
fn object<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let mut json = String::from("{");
    for (place, (key, text)) in texts.enumerate() {
        let comma = if place == 0 { "" } else { "," };
        // Writing to a text never fails.
        let _ = write!(json, "{comma}\n{}: {}", quoted(key), quoted(text));
    }
    json + "\n}\n"
}

fn write(file: &Path, text: &str) -> Result<()> {
    let hint = || format!("{} cannot be written", workspace::shown(file));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(hint)?;
    }
    fs::write(file, text).with_context(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_begun_to_translate_stays_in_the_file() {
        let begun =
            Texts::from([("Close".to_owned(), "Chiudi".to_owned()), ("Gone".to_owned(), "Via".to_owned())]);
        let text = to_fill_in(&["Close", "Open"], &begun);
        let made: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
        assert_eq!(made, BTreeMap::from([("Close".into(), "Chiudi".into()), ("Open".into(), String::new())]));
    }
}
