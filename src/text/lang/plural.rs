//! Which form of a noun goes with a number, by the rules that browsers' `Intl.PluralRules` has for these languages.

use super::{Lang, Tongue};

/// The classes of numbers that the languages of the lab tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// One; in French also none.
    One,
    /// All others.
    Other,
    /// Whole millions, which French and Spanish say otherwise: *1 000 000 de messages*.
    Many,
}

impl Plural {
    /// The class of a count.
    pub const fn of(lang: Lang, count: u64) -> Self {
        let is_million = count != 0 && count.is_multiple_of(1_000_000);
        match (lang, count) {
            (Lang::Pack(Tongue::Ja), _) => Self::Other,
            (Lang::Pack(Tongue::Fr), 0) | (_, 1) => Self::One,
            (Lang::Pack(Tongue::Fr | Tongue::Es), _) if is_million => Self::Many,
            _ => Self::Other,
        }
    }

    /// The form for this class from those of a message, `one|other|many`; where there are fewer, the nearest.
    pub fn choose(self, forms: &str) -> &str {
        let mut all = forms.split('|');
        let one = all.next().unwrap_or_default();
        let other = all.next().unwrap_or(one);
        match self {
            Self::One => one,
            Self::Other => other,
            Self::Many => all.next().unwrap_or(other),
        }
    }
}
