//! Goals in words: what is to be so, and what is said as long as it is not. A trainer may change each of them.

use super::count;
use crate::text::Lang;
use crate::text::format::{number, quoted};

/// The workflow can run, and the check has nothing to say against it.
pub fn runs(lang: Lang, is_clean: bool) -> (String, String) {
    match (lang, is_clean) {
        (Lang::En, true) => (
            "The workflow runs, without errors or warnings".into(),
            "The check still finds something. Read what it says above the drawing.".into(),
        ),
        (Lang::En, false) => (
            "The workflow runs".into(),
            "The workflow cannot run yet. Read what the check says above the drawing.".into(),
        ),
        (Lang::Sv, true) => (
            "Arbetsflödet går att köra, utan fel eller varningar".into(),
            "Kontrollen hittar fortfarande något. Läs vad den säger ovanför ritningen.".into(),
        ),
        (Lang::Sv, false) => (
            "Arbetsflödet går att köra".into(),
            "Arbetsflödet går inte att köra än. Läs vad kontrollen säger ovanför ritningen.".into(),
        ),
    }
}

/// A way leads over these activities.
pub fn leads(lang: Lang, names: &[&str]) -> (String, String) {
    let way = names.join(" → ");
    match lang {
        Lang::En => {
            (format!("A way leads: {way}"), format!("No transitions lead over {way} in this order yet."))
        }
        Lang::Sv => {
            (format!("En väg leder: {way}"), format!("Inga övergångar leder över {way} i den ordningen än."))
        }
    }
}

/// A count of the run comes to this.
pub fn count(lang: Lang, what: usize, of: &str, to: u64) -> (String, String) {
    let (what, to) = (count::name(lang, what), number(lang, to));
    match lang {
        Lang::En => (
            format!("{of}: {to} {what}"),
            format!("The run comes to another number of {what}. Look at {of}."),
        ),
        Lang::Sv => {
            (format!("{of}: {to} {what}"), format!("Körningen ger ett annat antal {what}. Se på {of}."))
        }
    }
}

/// A setting has this value.
pub fn setting(lang: Lang, of: &str, setting: &str, value: &str) -> (String, String) {
    let value = quoted(lang, value);
    match lang {
        Lang::En => (format!("{of}: {setting} is {value}"), format!("{of} has another value for {setting}.")),
        Lang::Sv => {
            (format!("{of}: {setting} är {value}"), format!("{of} har ett annat värde för {setting}."))
        }
    }
}
