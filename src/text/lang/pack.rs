//! A pack: the English messages of the lab with their translations, and how the language writes numbers and dates.
//!
//! A pack of a code is the same for every lab on a page, so it is kept once, for as long as the page lives, and labs
//! in several languages stand side by side.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use serde::Deserialize;

use super::marks::Marks;
use super::{Tongue, Translate};

/// The largest pack that is read, in bytes.
pub const LARGEST: usize = 4 << 20;

static PACKS: [OnceLock<Pack>; Tongue::ALL.len()] = [const { OnceLock::new() }; Tongue::ALL.len()];

/// A language that has come.
#[derive(Debug)]
pub struct Pack {
    messages: BTreeMap<String, String>,
    marks: Marks,
    words: Mutex<Vec<Kept>>,
}

/// A table of words that was translated: which one, and what came of it.
type Kept = ((TypeId, usize), &'static (dyn Any + Send + Sync));

/// What the file of a pack holds.
#[derive(Deserialize)]
struct File {
    lang: String,
    marks: Marks,
    messages: BTreeMap<String, String>,
}

/// The text is no pack of the language that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// The pack of a language, once it has come.
pub fn of(tongue: Tongue) -> Option<&'static Pack> {
    PACKS[tongue as usize].get()
}

/// Takes in the file of a pack. One that came before stays.
///
/// # Errors
///
/// Where the text is no pack, or that of another language.
pub fn take(tongue: Tongue, json: &str) -> Result<(), Unreadable> {
    if of(tongue).is_some() {
        return Ok(());
    }
    // Another thread may have been first; its pack is the same.
    let _ = PACKS[tongue as usize].set(read(tongue, json)?);
    Ok(())
}

/// Reads the file of a pack.
///
/// # Errors
///
/// Where the text is no pack, or that of another language.
pub fn read(tongue: Tongue, json: &str) -> Result<Pack, Unreadable> {
    if json.len() > LARGEST {
        return Err(Unreadable);
    }
    let file: File = serde_json::from_str(json).map_err(|_| Unreadable)?;
    if file.lang != tongue.code() {
        return Err(Unreadable);
    }
    Ok(Pack { messages: file.messages, marks: file.marks, words: Mutex::default() })
}

impl Pack {
    /// The translation of an English message; the message itself where there is none.
    pub fn say(&'static self, en: &'static str) -> &'static str {
        self.find(en).unwrap_or(en)
    }

    /// The same for a message that means something else elsewhere: `Run [verb]`.
    pub fn say_as(&'static self, sense: &str, en: &'static str) -> &'static str {
        self.find(&format!("{en} [{sense}]")).unwrap_or_else(|| self.say(en))
    }

    /// The translation of a message.
    pub fn find(&'static self, en: &str) -> Option<&'static str> {
        self.messages.get(en).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// How the language writes numbers, dates and lists.
    pub const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// A table of words in this language, translated at the first call and kept.
    pub fn words<T>(&'static self, en: &'static T) -> &'static T
    where
        T: Translate + Send + Sync + 'static,
    {
        // Two tables of one type at one address are one table.
        let key = (TypeId::of::<T>(), std::ptr::from_ref(en).addr());
        let mut kept = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|(known, _)| *known == key).and_then(|(_, table)| table.downcast_ref());
        if let Some(table) = found {
            return table;
        }
        let table: &'static T = Box::leak(Box::new(en.translated(self)));
        kept.push((key, table));
        table
    }
}
