//! Goals in words: what is to be so, and what is said as long as it is not. A trainer may change each of them.

use super::count;
use crate::text::Lang;
use crate::text::format::{number, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;

/// The workflow can run, and the check has nothing to say against it.
pub fn runs(lang: Lang, is_clean: bool) -> (String, String) {
    match (lang.wording(), is_clean) {
        (Wording::En, true) => (
            say!(lang, "The workflow runs, without errors or warnings").into(),
            say!(lang, "The check still finds something. Read what it says above the drawing.").into(),
        ),
        (Wording::En, false) => (
            say!(lang, "The workflow runs").into(),
            say!(lang, "The workflow cannot run yet. Read what the check says above the drawing.").into(),
        ),
        (Wording::Sv, true) => (
            "Arbetsflödet går att köra, utan fel eller varningar".into(),
            "Kontrollen hittar fortfarande något. Läs vad den säger ovanför ritningen.".into(),
        ),
        (Wording::Sv, false) => (
            "Arbetsflödet går att köra".into(),
            "Arbetsflödet går inte att köra än. Läs vad kontrollen säger ovanför ritningen.".into(),
        ),
    }
}

/// A way leads over these activities.
pub fn leads(lang: Lang, names: &[&str]) -> (String, String) {
    let way = names.join(" → ");
    match lang.wording() {
        Wording::En => (
            say!(lang, "A way leads: {way}", way),
            say!(lang, "No transitions lead over {way} in this order yet.", way),
        ),
        Wording::Sv => {
            (format!("En väg leder: {way}"), format!("Inga övergångar leder över {way} i den ordningen än."))
        }
    }
}

/// A count of the run comes to this.
pub fn count(lang: Lang, what: usize, of: &str, to: u64) -> (String, String) {
    let (what, to) = (count::name(lang, what), number(lang, to));
    match lang.wording() {
        Wording::En => (
            format!("{of}: {to} {what}"),
            say!(lang, "The run comes to another number of {what}. Look at {of}.", what, of),
        ),
        Wording::Sv => {
            (format!("{of}: {to} {what}"), format!("Körningen ger ett annat antal {what}. Se på {of}."))
        }
    }
}

/// A setting has this value.
pub fn setting(lang: Lang, of: &str, setting: &str, value: &str) -> (String, String) {
    let value = quoted(lang, value);
    match lang.wording() {
        Wording::En => (
            say!(lang, "{of}: {setting} is {value}", of, setting, value),
            say!(lang, "{of} has another value for {setting}.", of, setting),
        ),
        Wording::Sv => {
            (format!("{of}: {setting} är {value}"), format!("{of} har ett annat värde för {setting}."))
        }
    }
}
