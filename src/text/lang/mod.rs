//! The languages: two are compiled in, the others come as packs that map English messages to their translations.
//!
//! Every text is written in English and in Swedish where it is used, so the compiler misses none. In a language of a
//! pack the English text is the key: [`Lang::pick`], [`Lang::words`] and `say!` look it up, and where the pack has
//! no such message, or has not come yet, the English text stands. What concerns numbers, dates and lists is in
//! [`marks`], because this layer also runs where there is no browser to ask.

pub mod marks;
pub mod pack;
mod plural;
mod say;
#[cfg(test)]
mod tests;
mod words;

pub use self::pack::{Pack, Unreadable};
pub use self::plural::Plural;
pub(in crate::text) use self::say::say;
pub use self::say::{Fills, fill, is_plain};
pub use self::words::Translate;
pub(in crate::text) use self::words::words;

/// A language of the page; the command line speaks those that are compiled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English, the default.
    #[default]
    En,
    /// Swedish.
    Sv,
    /// A language that comes as a pack; English until it has come.
    Pack(Tongue),
}

/// A language that a text in the source is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// English, which is also what packs translate.
    En,
    /// Swedish.
    Sv,
}

/// A language that comes as a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Japanese.
    Ja,
    /// English at double length, for tests.
    Long,
    /// English from right to left, for tests.
    Mirrored,
    /// English with what would do harm if it were taken for markup, for tests.
    Hostile,
}

impl Tongue {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 7] =
        [Self::De, Self::Fr, Self::Es, Self::Ja, Self::Long, Self::Mirrored, Self::Hostile];

    /// The code for `lang` attributes and options, and the name of the pack's file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ja => "ja",
            Self::Long => "xl",
            Self::Mirrored => "xr",
            Self::Hostile => "xi",
        }
    }
}

impl Lang {
    /// Those whose texts are compiled in, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Sv];

    /// All that the page offers, in this order.
    pub const OFFERED: [Self; 6] = [
        Self::En,
        Self::Sv,
        Self::Pack(Tongue::De),
        Self::Pack(Tongue::Fr),
        Self::Pack(Tongue::Es),
        Self::Pack(Tongue::Ja),
    ];

    /// Those that can be shown at this moment: the ones compiled in and the packs that have come.
    pub fn known() -> impl Iterator<Item = Self> {
        let packs = Tongue::ALL.into_iter().filter(|tongue| pack::of(*tongue).is_some());
        Self::ALL.into_iter().chain(packs.map(Self::Pack))
    }

    /// The code for `lang` attributes and options: `en`, `sv`, `ja`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sv => "sv",
            Self::Pack(tongue) => tongue.code(),
        }
    }

    /// The language of a code such as `sv`, `de-AT` or `sv_SE.UTF-8`; none for any other language.
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.trim().split(['-', '_', '.', '@']).next()?;
        let packs = Tongue::ALL.into_iter().map(Self::Pack);
        Self::ALL.into_iter().chain(packs).find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The same of those that are compiled in.
    pub fn compiled_from_code(code: &str) -> Option<Self> {
        Self::from_code(code).filter(|lang| Self::ALL.contains(lang))
    }

    /// The name of the language in the language itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Sv => "Svenska",
            Self::Pack(Tongue::De) => "Deutsch",
            Self::Pack(Tongue::Fr) => "Français",
            Self::Pack(Tongue::Es) => "Español",
            Self::Pack(Tongue::Ja) => "日本語",
            Self::Pack(Tongue::Long) => "English, long",
            Self::Pack(Tongue::Mirrored) => "English, mirrored",
            Self::Pack(Tongue::Hostile) => "English, hostile",
        }
    }

    /// Where lines begin, as the attribute `dir` says it.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Pack(Tongue::Mirrored) => "rtl",
            _ => "ltr",
        }
    }

    /// Whether its texts are there to be shown: compiled in, or a pack that has come.
    pub fn is_here(self) -> bool {
        match self {
            Self::En | Self::Sv => true,
            Self::Pack(tongue) => pack::of(tongue).is_some(),
        }
    }

    /// Which of the texts in the source is its own, or is the one to look up in its pack.
    pub const fn wording(self) -> Wording {
        match self {
            Self::Sv => Wording::Sv,
            Self::En | Self::Pack(_) => Wording::En,
        }
    }

    /// The language that search also looks in: the one that documentation and colleagues are most likely to use.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Sv,
            Self::Sv | Self::Pack(_) => Self::En,
        }
    }

    /// The pack of this language, if it is one of a pack and has come.
    pub fn pack(self) -> Option<&'static Pack> {
        match self {
            Self::En | Self::Sv => None,
            Self::Pack(tongue) => pack::of(tongue),
        }
    }

    /// An English text in this language.
    pub fn say(self, en: &'static str) -> &'static str {
        self.pack().map_or(en, |pack| pack.say(en))
    }

    /// A text that begins with a capital, as it stands within a sentence. German nouns keep theirs.
    pub fn within(self, text: &str) -> String {
        if self == Self::Pack(Tongue::De) { text.to_owned() } else { text.to_lowercase() }
    }

    /// The one of two texts, pairs or rows of texts that is in this language.
    pub fn pick<T: Translate + Copy>(self, en: T, sv: T) -> T {
        match (self.wording(), self.pack()) {
            (Wording::Sv, _) => sv,
            (Wording::En, None) => en,
            (Wording::En, Some(pack)) => en.translated(pack),
        }
    }

    /// The one of two texts of which the English one means something else elsewhere: here, this sense.
    pub fn pick_as(self, sense: &str, en: &'static str, sv: &'static str) -> &'static str {
        match (self.wording(), self.pack()) {
            (Wording::Sv, _) => sv,
            (Wording::En, None) => en,
            (Wording::En, Some(pack)) => pack.say_as(sense, en),
        }
    }

    /// The one of two values as the source has it, not translated: nouns that [`Plural`] takes, marks, numbers.
    pub const fn either<T: Copy>(self, en: T, sv: T) -> T {
        match self.wording() {
            Wording::En => en,
            Wording::Sv => sv,
        }
    }

    /// The one of two tables of words that is in this language; a pack translates each table once.
    pub fn words<T>(self, en: &'static T, sv: &'static T) -> &'static T
    where
        T: Translate + Send + Sync + 'static,
    {
        match (self.wording(), self.pack()) {
            (Wording::Sv, _) => sv,
            (Wording::En, None) => en,
            (Wording::En, Some(pack)) => pack.words(en),
        }
    }
}
