//! What each option of the element, the page's address and the host's messages takes and does: the table behind the
//! reference for authors and the page that builds embed code. Nothing of it is part of the page itself.

use super::options::{Mode, Options, Theme};
use super::reduce::TOUR;
use crate::scenario::samples::Sample;
use crate::scenario::{MAX_SEED, MAX_WEEKS};
use crate::text::Lang;

/// The options that the element's shell reads by itself: one fetches a file, the other comes before the lab is there.
pub const OF_THE_SHELL: [&str; 2] = ["scenario", "poster"];

/// What can stand for an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A whole number between two, both included.
    Whole(u64, u64),
    /// On or off, as in HTML.
    Switch,
    /// The address of a scenario file.
    Address,
    /// The name of a lesson, or the address of a lesson file.
    Lesson,
}

/// An option as an author needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its name as an attribute and in an address.
    pub name: &'static str,
    /// What it takes.
    pub values: Values,
    /// What stands where it is left out, in a few words.
    pub default: &'static str,
    /// What it does, in a sentence.
    pub does: &'static str,
    /// Whether it acts at once where it changes while the lab runs.
    pub is_live: bool,
}

/// All options, in the order in which authors meet them.
pub fn table() -> Vec<Described> {
    let samples = Sample::ALL.iter().map(|sample| sample.name()).collect();
    let modes = Mode::ALL.iter().map(|mode| mode.name()).collect();
    let themes = Theme::ALL.iter().map(|theme| theme.name()).collect();
    let languages = Lang::OFFERED.iter().map(|lang| lang.code()).collect();
    let always = |name, values, default, does| Described { name, values, default, does, is_live: true };
    vec![
        always(
            "sample",
            Values::OneOf(samples),
            "`side-by-side`, or the reader’s own work on the app page",
            "The built-in scenario to open. The reader’s own work stays as it was.",
        ),
        always(
            "scenario",
            Values::Address,
            "none",
            "A scenario file to fetch and open in place of a sample. `weeks` and `seed` beside it act on it.",
        ),
        always(
            "lesson",
            Values::Lesson,
            "none",
            "The piece of the course to begin, or a lesson file to fetch; `tour` is the short tour. The mode is then `lesson`.",
        ),
        always("mode", Values::OneOf(modes), "`play`", "What the lab shows most of."),
        always(
            "weeks",
            Values::Whole(1, MAX_WEEKS.into()),
            "what the scenario says",
            "How many weeks are simulated.",
        ),
        always(
            "seed",
            Values::Whole(0, MAX_SEED),
            "what the scenario says",
            "The number from which recipients, opens and clicks are drawn. The same scenario and seed give the same year.",
        ),
        always(
            "lang",
            Values::OneOf(languages),
            "the language around the element; in a frame, the reader’s",
            "The language of the lab. All but `en` and `sv` are fetched from beside it.",
        ),
        always(
            "theme",
            Values::OneOf(themes),
            "`auto`",
            "Light, dark or high contrast; `auto` follows the page around it, or the device.",
        ),
        always("readonly", Values::Switch, "off", "The scenario can be played and not be changed."),
        Described {
            is_live: false,
            ..always(
                "autoplay",
                Values::Switch,
                "off",
                "The player starts by itself, once, as the lab opens.",
            )
        },
        always("controls", Values::Switch, "on", "Whether the player’s controls are shown."),
        Described {
            is_live: false,
            ..always(
                "keep",
                Values::Switch,
                "on",
                "Off on shared devices: nothing is read from the device and nothing is kept on it.",
            )
        },
        always(
            "poster",
            Values::Switch,
            "off",
            "A poster stands in place of the lab, which is loaded once somebody starts it.",
        ),
    ]
}

impl Values {
    /// The values as an author reads them, in Markdown.
    pub fn told(&self) -> String {
        match self {
            Self::OneOf(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
            Self::Whole(least, most) => format!("a whole number from {least} to {most}"),
            Self::Switch => "`true` or no value is on, `false` is off".to_owned(),
            Self::Address => "an address of a `.lab.json` file".to_owned(),
            Self::Lesson => format!("`{TOUR}`, a lesson’s name, or an address of a `.lesson.json` file"),
        }
    }

    /// The type of such an option in TypeScript.
    pub fn typed(&self) -> String {
        match self {
            Self::OneOf(words) => {
                words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
            }
            Self::Whole(..) => "number".to_owned(),
            Self::Switch => "boolean".to_owned(),
            Self::Address | Self::Lesson => "string".to_owned(),
        }
    }

    /// One word for the kind, for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::OneOf(_) => "choice",
            Self::Whole(..) => "whole",
            Self::Switch => "switch",
            Self::Address => "address",
            Self::Lesson => "lesson",
        }
    }
}

/// Whether the option is one that [`Options::set`] reads.
pub fn is_set_in_the_store(name: &str) -> bool {
    Options::NAMES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values that the table promises to be taken, and some that it promises not to be.
    fn examples(values: &Values) -> (Vec<String>, Vec<String>) {
        let texts = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        match values {
            Values::OneOf(words) => (texts(words), texts(&["", "nonsense"])),
            Values::Whole(least, most) => (
                vec![least.to_string(), most.to_string()],
                vec![(most + 1).to_string(), "-1".into(), "1.5".into()],
            ),
            Values::Switch => (texts(&["", "true", "false"]), texts(&["perhaps"])),
            Values::Lesson => (texts(&[TOUR, "two-deliveries"]), texts(&["", "A lesson"])),
            Values::Address => (Vec::new(), Vec::new()),
        }
    }

    #[test]
    fn the_table_has_every_option_once() {
        let names: Vec<&str> = table().iter().map(|row| row.name).collect();
        let wanted = Options::NAMES.into_iter().chain(OF_THE_SHELL);
        assert_eq!(names.len(), wanted.clone().count());
        assert!(wanted.clone().all(|name| names.contains(&name)), "{names:?}");
        assert!(OF_THE_SHELL.iter().all(|name| !is_set_in_the_store(name)));
    }

    #[test]
    fn what_the_table_promises_is_what_is_taken() {
        for row in table().iter().filter(|row| is_set_in_the_store(row.name)) {
            let (right, wrong) = examples(&row.values);
            for value in right {
                assert!(Options::default().set(row.name, &value), "{}={value}", row.name);
            }
            for value in wrong {
                assert!(!Options::default().set(row.name, &value), "{}={value}", row.name);
            }
        }
    }

    #[test]
    fn a_default_that_is_a_word_is_the_one_that_comes_back() {
        for row in table() {
            let word = match (Options::default_of(row.name), &row.values) {
                (Some("true"), Values::Switch) => "on".to_owned(),
                (Some("false"), Values::Switch) => "off".to_owned(),
                (Some(word), _) => format!("`{word}`"),
                (None, _) => continue,
            };
            assert_eq!(row.default, word, "{}", row.name);
        }
        assert_eq!(Mode::default().name(), "play");
        assert_eq!(Sample::ALL[0].name(), "side-by-side");
    }
}
