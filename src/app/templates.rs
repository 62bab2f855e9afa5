//! One's own templates: scenarios under a name, kept on the device as one JSON text, hostile until parsed.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::other_tabs::OtherWork;
use crate::scenario::Scenario;
use crate::scenario::wire;

/// The most templates that are kept.
pub const MOST: usize = 40;
/// The longest text that is kept for all of them, in bytes; browsers keep about five million signs for a site.
pub const MAX_BYTES: usize = 2_000_000;
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;
const FORMAT: &str = "delivery-lab/templates";

/// A template.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Its name, unlike that of any other.
    pub name: Rc<str>,
    /// The scenario.
    pub scenario: Rc<Scenario>,
}

/// What is known of the templates on this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Templates {
    /// The templates, oldest first.
    pub kept: Rc<Vec<Template>>,
    /// What other tabs worked at, oldest first.
    pub others: Rc<Vec<OtherWork>>,
    /// What was deleted last, to be brought back.
    pub deleted: Option<Template>,
    /// Why the last wish was not fulfilled.
    pub problem: Option<TemplateProblem>,
    /// Whether they are there only until the page is closed.
    pub is_fleeting: bool,
}

/// Why templates cannot be read or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateProblem {
    /// The name is empty.
    NameMissing,
    /// There are as many as are kept.
    TooMany,
    /// All together would be longer than is kept.
    TooLarge,
    /// What is on the device is no list of templates; it was put aside.
    Unreadable,
}

/// A wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateChange {
    /// Only to read them.
    Read,
    /// Another one.
    Add {
        /// Its name; a number is added where the name is taken.
        name: Rc<str>,
        /// The text of the scenario file.
        scenario: Rc<str>,
    },
    /// One less.
    Delete {
        /// Its name.
        name: Rc<str>,
    },
    /// The work of another tab shall be forgotten, which is the host's affair.
    DeleteOther {
        /// The tab.
        tab: Rc<str>,
    },
}

/// The text that is kept.
#[derive(Default, Serialize, Deserialize)]
struct Shelf {
    format: String,
    version: u32,
    templates: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    name: String,
    /// Kept as it is, also where a later version of the lab wrote it and this one cannot open it.
    scenario: Value,
}

/// What a wish comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The templates then.
    pub kept: Vec<Template>,
    /// The text to be kept then; none where it stays as it is.
    pub text: Option<String>,
    /// Why the wish was not fulfilled, if it was not.
    pub problem: Option<TemplateProblem>,
    /// What other tabs worked at, which the host knows.
    pub others: Vec<OtherWork>,
}

/// Fulfils a wish with the text that is kept, if any is.
pub fn change(stored: Option<&str>, wish: &TemplateChange) -> Changed {
    let read = stored.map(serde_json::from_str::<Shelf>);
    let is_unreadable = match &read {
        Some(Ok(shelf)) => shelf.format != FORMAT,
        Some(Err(_)) => true,
        None => false,
    };
    let mut shelf = read.and_then(Result::ok).filter(|_| !is_unreadable).unwrap_or_default();
    let changed = match wish {
        TemplateChange::Read | TemplateChange::DeleteOther { .. } => Ok(false),
        TemplateChange::Add { name, scenario } => add(&mut shelf, name, scenario).map(|()| true),
        TemplateChange::Delete { name } => {
            let before = shelf.templates.len();
            shelf.templates.retain(|entry| entry.name != **name);
            Ok(shelf.templates.len() < before)
        }
    };
    (shelf.format, shelf.version) = (FORMAT.into(), 1);
    let text =
        changed.map(|is_changed| is_changed.then(|| serde_json::to_string(&shelf).unwrap_or_default()));
    let (text, problem) = match text {
        Ok(Some(text)) if text.len() > MAX_BYTES => (None, Some(TemplateProblem::TooLarge)),
        Ok(text) => (text, is_unreadable.then_some(TemplateProblem::Unreadable)),
        Err(problem) => (None, Some(problem)),
    };
    if problem == Some(TemplateProblem::TooLarge) {
        shelf.templates.pop();
    }
    Changed { kept: shelf.templates.iter().filter_map(opened).collect(), text, problem, others: Vec::new() }
}

fn add(shelf: &mut Shelf, name: &str, scenario: &str) -> Result<(), TemplateProblem> {
    let name: String = name.trim().chars().take(LONGEST_NAME).collect();
    if name.is_empty() {
        return Err(TemplateProblem::NameMissing);
    }
    if shelf.templates.len() >= MOST {
        return Err(TemplateProblem::TooMany);
    }
    if scenario.len() > MAX_BYTES {
        return Err(TemplateProblem::TooLarge);
    }
    let is_taken = |name: &str| shelf.templates.iter().any(|entry| entry.name == name);
    let numbered = (2_u32..).map(|number| format!("{name} {number}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name));
    let scenario = serde_json::from_str(scenario).unwrap_or_default();
    shelf.templates.push(Entry { name: free.unwrap_or(name), scenario });
    Ok(())
}

fn opened(entry: &Entry) -> Option<Template> {
    let scenario = wire::open(entry.scenario.to_string().as_bytes()).ok()?;
    Some(Template { name: entry.name.as_str().into(), scenario: Rc::new(scenario) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    fn adding(name: &str) -> TemplateChange {
        TemplateChange::Add { name: name.into(), scenario: wire::save(&Sample::Birthday.scenario()).into() }
    }

    fn names(changed: &Changed) -> Vec<&str> {
        changed.kept.iter().map(|template| &*template.name).collect()
    }

    #[test]
    fn templates_come_go_and_keep_apart_by_their_names() {
        let one = change(None, &adding(" Birthday "));
        assert_eq!((names(&one), one.problem), (vec!["Birthday"], None));
        let two = change(one.text.as_deref(), &adding("Birthday"));
        assert_eq!(names(&two), ["Birthday", "Birthday 2"]);
        assert_eq!(*two.kept[1].scenario, Sample::Birthday.scenario());
        let read = change(two.text.as_deref(), &TemplateChange::Read);
        assert_eq!((&read.kept, &read.text), (&two.kept, &None));
        let less = change(two.text.as_deref(), &TemplateChange::Delete { name: "Birthday".into() });
        assert_eq!(names(&less), ["Birthday 2"]);
        assert_eq!(change(None, &adding("  ")).problem, Some(TemplateProblem::NameMissing));
    }

    #[test]
    fn what_is_full_says_so_and_keeps_what_it_has() {
        let mut text = None;
        for _ in 0..MOST {
            text = change(text.as_deref(), &adding("x")).text;
        }
        let full = change(text.as_deref(), &adding("x"));
        assert_eq!((full.problem, full.text, full.kept.len()), (Some(TemplateProblem::TooMany), None, MOST));
        let mut large = Sample::Birthday.scenario();
        large.name = "n".repeat(MAX_BYTES / 2);
        let add = TemplateChange::Add { name: "large".into(), scenario: wire::save(&large).into() };
        let one = change(None, &add);
        let two = change(one.text.as_deref(), &add);
        assert_eq!((names(&two), two.problem), (vec!["large"], Some(TemplateProblem::TooLarge)));
    }

    #[test]
    fn what_cannot_be_read_is_not_shown_and_what_a_later_version_wrote_stays() {
        for text in ["", "{", "[]", r#"{"format": "x", "version": 1, "templates": []}"#] {
            let read = change(Some(text), &TemplateChange::Read);
            assert_eq!((read.kept.len(), read.problem), (0, Some(TemplateProblem::Unreadable)), "{text}");
            assert_eq!(names(&change(Some(text), &adding("new"))), ["new"]);
        }
        let later = r#"{"format": "delivery-lab/templates", "version": 1, "templates":
            [{"name": "later", "scenario": {"format": "delivery-lab/scenario", "version": 9}}]}"#;
        let changed = change(Some(later), &adding("now"));
        assert_eq!(names(&changed), ["now"]);
        assert!(changed.text.unwrap().contains("\"later\""));
    }
}
