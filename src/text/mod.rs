//! Every sentence shown to a person, in every language; nothing below or above words anything.
//!
//! One file per area. Where a sentence is missing in a language, the program does not compile.

pub mod about;
pub mod activity;
pub mod builder;
pub mod cli;
pub mod coach;
pub mod comparison;
pub mod condition;
pub mod course;
pub mod deliveries;
pub mod enriched;
pub mod explain;
pub mod fan;
pub mod film;
pub mod finding;
pub mod format;
pub mod gallery;
pub mod host;
pub mod import;
pub mod indicator;
pub mod inspector;
pub mod instructor;
pub mod journal;
pub mod label;
pub mod logs;
pub mod narration;
pub mod notice;
pub mod paging;
pub mod person;
pub mod reference;
pub mod reports;
pub mod rows;
pub mod running;
pub mod schedule;
pub mod sections;
pub mod share;
pub mod shell;
pub mod stepping;
pub mod stimulus;
pub mod technical;
pub mod told;
pub mod transcript;
pub mod transport;
pub mod variants;
pub mod weeks;
pub mod workflow;

/// A language of the page and of the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English, the default.
    #[default]
    En,
    /// Swedish.
    Sv,
}

impl Lang {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Sv];

    /// The code for `lang` attributes and options: `en`, `sv`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sv => "sv",
        }
    }

    /// The language of a code such as `sv`, `sv-SE` or `sv_SE.UTF-8`; none for any other language.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.trim().split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The one of two values that is in this language.
    pub const fn pick<T: Copy>(self, en: T, sv: T) -> T {
        match self {
            Self::En => en,
            Self::Sv => sv,
        }
    }

    /// The name of the language in the language itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Sv => "Svenska",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_with_region_and_encoding() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
        assert_eq!(Lang::from_code("sv-SE"), Some(Lang::Sv));
        assert_eq!(Lang::from_code("sv_SE.UTF-8"), Some(Lang::Sv));
        assert_eq!(Lang::from_code("EN-gb"), Some(Lang::En));
        assert_eq!(Lang::from_code("svx"), None);
        assert_eq!(Lang::from_code("C"), None);
        assert_eq!(Lang::from_code(""), None);
    }
}
