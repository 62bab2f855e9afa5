//! One's own lessons on the device: drafts under their ids, kept as one JSON text, hostile until parsed.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

/// The most lessons that are kept.
pub const MOST: usize = 50;
/// The longest text that is kept for all of them, in bytes.
pub const MAX_BYTES: usize = 2_000_000;
const FORMAT: &str = "delivery-lab/lessons";

/// A lesson on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its file.
    pub text: Rc<str>,
}

/// What is known of the lessons on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// The lessons, the one written last first.
    pub kept: Rc<Vec<Kept>>,
    /// What was deleted last, to be brought back.
    pub deleted: Option<Kept>,
    /// Why the last wish was not fulfilled.
    pub problem: Option<DraftsProblem>,
    /// Whether they are there only until the page is closed.
    pub is_fleeting: bool,
}

/// Why lessons cannot be read or kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftsProblem {
    /// There is no more room.
    Full,
    /// What is on the device is no list of lessons; it was put aside.
    Unreadable,
}

/// A wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftWish {
    /// Only to read them.
    Read,
    /// A lesson, in place of the one of its id.
    Keep(Kept),
    /// The lesson of this id is no more.
    Delete(String),
}

/// What a wish comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftsChanged {
    /// The lessons then.
    pub kept: Vec<Kept>,
    /// The text to be kept then; none where it stays as it is.
    pub text: Option<String>,
    /// Why the wish was not fulfilled, if it was not.
    pub problem: Option<DraftsProblem>,
    /// Whether they are there only until the page is closed.
    pub is_fleeting: bool,
}

#[derive(Default, Serialize, Deserialize)]
struct Shelf {
    format: String,
    lessons: Vec<Kept>,
}

impl Drafts {
    /// Takes in what became of them.
    pub(super) fn take(&mut self, changed: DraftsChanged) {
        (self.kept, self.problem, self.is_fleeting) =
            (Rc::new(changed.kept), changed.problem, changed.is_fleeting);
    }
}

/// Fulfils a wish with the text that is kept, if any is.
pub fn change(stored: Option<&str>, wish: &DraftWish) -> DraftsChanged {
    let read =
        stored.map(|text| serde_json::from_str::<Shelf>(text).ok().filter(|shelf| shelf.format == FORMAT));
    let is_unreadable = matches!(read, Some(None));
    let before = read.flatten().unwrap_or_default().lessons;
    let mut lessons = before.clone();
    match wish {
        DraftWish::Read => {}
        DraftWish::Keep(kept) => {
            lessons.retain(|one| one.id != kept.id);
            lessons.insert(0, kept.clone());
        }
        DraftWish::Delete(id) => lessons.retain(|one| one.id != *id),
    }
    let shelf = Shelf { format: FORMAT.to_owned(), lessons };
    let text = serde_json::to_string(&shelf).unwrap_or_default();
    let is_full = shelf.lessons.len() > MOST || text.len() > MAX_BYTES;
    let kept = if is_full { before } else { shelf.lessons };
    let is_same = *wish == DraftWish::Read || is_full;
    let problem = match (is_full, is_unreadable) {
        (true, _) => Some(DraftsProblem::Full),
        (_, true) => Some(DraftsProblem::Unreadable),
        _ => None,
    };
    DraftsChanged { kept, text: (!is_same).then_some(text), problem, is_fleeting: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(id: &str, text: &str) -> Kept {
        Kept { id: id.into(), title: id.to_uppercase(), text: text.into() }
    }

    #[test]
    fn the_lesson_written_last_comes_first_and_none_is_lost() {
        let one = change(None, &DraftWish::Keep(kept("a", "1"))).text.unwrap();
        let two = change(Some(&one), &DraftWish::Keep(kept("b", "2"))).text.unwrap();
        let three = change(Some(&two), &DraftWish::Keep(kept("a", "3")));
        assert_eq!(three.kept, [kept("a", "3"), kept("b", "2")]);
        let less = change(three.text.as_deref(), &DraftWish::Delete("a".into()));
        assert_eq!(less.kept, [kept("b", "2")]);
        let full = change(less.text.as_deref(), &DraftWish::Keep(kept("c", &"x".repeat(MAX_BYTES))));
        assert_eq!(
            (full.problem, full.kept, full.text),
            (Some(DraftsProblem::Full), vec![kept("b", "2")], None)
        );
        assert_eq!(change(Some("{}"), &DraftWish::Read).problem, Some(DraftsProblem::Unreadable));
    }
}
