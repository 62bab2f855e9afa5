//! The options of the element, the page's address and the host's messages: one table for all three.

use serde::{Deserialize, Serialize};

use crate::scenario::samples::Sample;
use crate::scenario::{MAX_SEED, MAX_WEEKS};
use crate::text::Lang;

/// What the page shows most of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The workflow and its settings.
    Build,
    /// The workflow and the comparison.
    #[default]
    Play,
    /// The delivery list and the logs.
    Compare,
    /// The guided tour beside the player.
    Lesson,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device asks.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// Whether the work is kept on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It is not meant to be: the page around shows a scenario of its own.
    #[default]
    Off,
    /// It is not meant to be: nothing may be kept on this device, and whoever opened the page keeps what matters.
    Elsewhere,
    /// It is.
    On,
    /// It is meant to be, and the browser refuses.
    Refused,
}

/// The options that concern the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `sample`: the built-in scenario to open.
    pub sample: Option<Sample>,
    /// `mode`.
    pub mode: Option<Mode>,
    /// `weeks`: how many weeks to simulate.
    pub weeks: Option<u32>,
    /// `seed`.
    pub seed: Option<u64>,
    /// `lang`.
    pub lang: Option<Lang>,
    /// The language of the page around, taken where neither an option nor an earlier visit chose one.
    pub page_lang: Option<Lang>,
    /// `theme`.
    pub theme: Option<Theme>,
    /// The address of the page to which links to a scenario lead.
    pub site: String,
    /// Whether the work is kept on this device.
    pub keeping: Keeping,
    /// `readonly`: the scenario may not be changed.
    pub readonly: bool,
    /// `autoplay`: the player starts by itself; off by default.
    pub autoplay: bool,
    /// `controls`: whether the transport is shown.
    pub controls: Option<bool>,
    /// `lesson`: the piece of the course to open; `tour` is the short tour.
    pub lesson: Option<String>,
    /// `keep`: off where nothing may be read from this device or kept on it, as on a shared one.
    pub keep: Option<bool>,
}

impl Mode {
    /// All modes, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Build, Self::Play, Self::Compare, Self::Lesson];

    /// The name used as an option.
    pub fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Play => "play",
            Self::Compare => "compare",
            Self::Lesson => "lesson",
        }
    }
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    /// The name used as an option.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

impl Options {
    /// The names of the options that `set` understands.
    pub const NAMES: [&'static str; 11] = [
        "sample", "mode", "weeks", "seed", "lang", "theme", "readonly", "autoplay", "controls", "lesson",
        "keep",
    ];

    /// The text that stands for an option left out; none where leaving it out changes nothing.
    pub fn default_of(name: &str) -> Option<&'static str> {
        match name {
            "theme" => Some("auto"),
            "readonly" | "autoplay" => Some("false"),
            "controls" | "keep" => Some("true"),
            _ => None,
        }
    }

    /// Sets one option from its text; tells whether name and value are known. A wrong value changes nothing.
    pub fn set(&mut self, name: &str, value: &str) -> bool {
        let value = value.trim();
        match name {
            "sample" => put(&mut self.sample, Sample::named(value)),
            "mode" => put(&mut self.mode, Mode::ALL.into_iter().find(|mode| mode.name() == value)),
            "weeks" => {
                put(&mut self.weeks, value.parse().ok().filter(|weeks| (1..=MAX_WEEKS).contains(weeks)))
            }
            "seed" => put(&mut self.seed, value.parse().ok().filter(|seed| *seed <= MAX_SEED)),
            "lang" => put(&mut self.lang, Lang::from_code(value)),
            "theme" => put(&mut self.theme, Theme::ALL.into_iter().find(|theme| theme.name() == value)),
            "readonly" => switch(value).map(|on| self.readonly = on).is_some(),
            "autoplay" => switch(value).map(|on| self.autoplay = on).is_some(),
            "controls" => put(&mut self.controls, switch(value)),
            "keep" => put(&mut self.keep, switch(value)),
            "lesson" if is_name(value) => {
                self.lesson = Some(value.to_owned());
                self.mode.get_or_insert(Mode::Lesson);
                true
            }
            _ => false,
        }
    }
}

fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_known = value.is_some();
    if is_known {
        *place = value;
    }
    is_known
}

/// An attribute that is there is on, as in HTML, unless its value says off.
fn switch(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "" | "true" | "1" | "yes" | "on" => Some(true),
        "false" | "0" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// Whether a text can be the name of a lesson: short, and nothing but small letters, digits and hyphens.
fn is_name(value: &str) -> bool {
    let is_sign = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
    !value.is_empty() && value.len() <= 64 && value.bytes().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values_are_taken_and_others_change_nothing() {
        let mut options = Options::default();
        for (name, value) in [
            ("sample", "birthday"),
            ("mode", "compare"),
            ("weeks", "12"),
            ("readonly", ""),
            ("controls", "off"),
            ("keep", "off"),
        ] {
            assert!(options.set(name, value), "{name}");
        }
        let before = options.clone();
        for (name, value) in
            [("sample", "x"), ("weeks", "0"), ("weeks", "521"), ("seed", "-1"), ("colour", "red")]
        {
            assert!(!options.set(name, value), "{name}");
        }
        assert_eq!(options, before);
        assert_eq!(
            (options.sample, options.weeks, options.controls, options.keep),
            (Some(Sample::Birthday), Some(12), Some(false), Some(false))
        );
    }
}
