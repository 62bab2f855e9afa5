//! The languages: two are compiled in, the others come as packs that map English messages to their translations.
//!
//! Every text is written in English and in Swedish where it is used, so the compiler misses none. In a language of a
//! pack the English text is the key: [`Lang::pick`], [`Lang::words`] and `say!` look it up, and where the pack has
//! no such message, or has not come yet, the English text stands. What concerns numbers, dates and lists is in
//! [`marks`], because this layer also runs where there is no browser to ask.
//!
//! The page has only English compiled in ([`COMPILED`]): nobody shall fetch Swedish who does not read it. There Swedish
//! is a pack as well, made of the same sources, and a test says that it speaks as the sources do.

pub mod marks;
pub mod pack;
mod plural;
mod say;
#[cfg(test)]
pub(crate) mod tests;
mod words;

pub use self::pack::{Pack, Unreadable};
pub use self::plural::Plural;
pub(in crate::text) use self::say::say;
pub use self::say::{Fills, fill, is_plain};
pub use self::words::Translate;
pub(in crate::text) use self::words::words;

/// The languages whose texts are in the program, in the order they are offered: on the page English alone.
pub const COMPILED: &[Lang] = if IS_PAGE { &[Lang::En] } else { &Lang::WRITTEN };

/// Whether this is the page, which fetches Swedish as it fetches other languages.
const IS_PAGE: bool = cfg!(target_family = "wasm");

/// A language of the page; the command line speaks those that are compiled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English, the default.
    #[default]
    En,
    /// Swedish; on the page it comes as a pack.
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
    /// Swedish, which only the page lacks.
    Sv,
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
    pub const ALL: [Self; 8] =
        [Self::Sv, Self::De, Self::Fr, Self::Es, Self::Ja, Self::Long, Self::Mirrored, Self::Hostile];

    /// The code for `lang` attributes and options, and the name of the pack's file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
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
    /// Those that the sources are written in, in the order they are offered.
    pub const WRITTEN: [Self; 2] = [Self::En, Self::Sv];

    /// All that the page offers, in this order.
    pub const OFFERED: [Self; 6] = [
        Self::En,
        Self::Sv,
        Self::Pack(Tongue::De),
        Self::Pack(Tongue::Fr),
        Self::Pack(Tongue::Es),
        Self::Pack(Tongue::Ja),
    ];

    /// All there are, those for tests too; each code is of one alone.
    fn all() -> impl Iterator<Item = Self> {
        let packs = Tongue::ALL.into_iter().filter(|tongue| *tongue != Tongue::Sv).map(Self::Pack);
        Self::WRITTEN.into_iter().chain(packs)
    }

    /// Those that can be shown at this moment: the ones compiled in and the packs that have come.
    pub fn known() -> impl Iterator<Item = Self> {
        Self::all().filter(|lang| lang.is_here())
    }

    /// Which pack it comes as; none where it is compiled in.
    pub const fn tongue(self) -> Option<Tongue> {
        match self {
            Self::En => None,
            Self::Sv if IS_PAGE => Some(Tongue::Sv),
            Self::Sv => None,
            Self::Pack(tongue) => Some(tongue),
        }
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
        Self::all().find(|lang| primary.eq_ignore_ascii_case(lang.code()))
    }

    /// The same of those that are compiled in.
    pub fn compiled_from_code(code: &str) -> Option<Self> {
        Self::from_code(code).filter(|lang| COMPILED.contains(lang))
    }

    /// The name of the language in the language itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Sv | Self::Pack(Tongue::Sv) => "Svenska",
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
        self.tongue().is_none_or(|tongue| pack::of(tongue).is_some())
    }

    /// Which of the texts in the source is its own, or is the one to look up in its pack.
    ///
    /// On the page the answer is known before anybody asks, so what is Swedish in the source is left out of it; that is
    /// why this and what calls it are always inlined.
    #[inline(always)]
    pub const fn wording(self) -> Wording {
        match self {
            Self::Sv if !IS_PAGE => Wording::Sv,
            Self::En | Self::Sv | Self::Pack(_) => Wording::En,
        }
    }

    /// The language that search also looks in: the one that documentation and colleagues are most likely to use. On
    /// the page a reader of English has none but English while nobody has fetched Swedish.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Sv,
            Self::Sv | Self::Pack(_) => Self::En,
        }
    }

    /// The pack of this language, if it is one of a pack and has come.
    pub fn pack(self) -> Option<&'static Pack> {
        self.tongue().and_then(pack::of)
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
    #[inline(always)]
    pub fn pick<T: Translate + Copy>(self, en: T, sv: T) -> T {
        match self.wording() {
            Wording::Sv => sv,
            Wording::En => self.translated(en),
        }
    }

    fn translated<T: Translate + Copy>(self, en: T) -> T {
        self.pack().map_or(en, |pack| en.translated(pack))
    }

    /// The one of two texts of which the English one means something else elsewhere: here, this sense.
    #[inline(always)]
    pub fn pick_as(self, sense: &str, en: &'static str, sv: &'static str) -> &'static str {
        match self.wording() {
            Wording::Sv => sv,
            Wording::En => self.say_as(sense, en),
        }
    }

    fn say_as(self, sense: &str, en: &'static str) -> &'static str {
        self.pack().map_or(en, |pack| pack.say_as(sense, en))
    }

    /// The one of two values as the source has it, not translated: nouns that [`Plural`] takes, marks, numbers.
    #[inline(always)]
    pub const fn either<T: Copy>(self, en: T, sv: T) -> T {
        match self.wording() {
            Wording::En => en,
            Wording::Sv => sv,
        }
    }

    /// The one of two tables of words that is in this language; a pack translates each table once.
    #[inline(always)]
    pub fn words<T>(self, en: &'static T, sv: &'static T) -> &'static T
    where
        T: Translate + Send + Sync + 'static,
    {
        match self.wording() {
            Wording::Sv => sv,
            Wording::En => self.table(en),
        }
    }

    fn table<T: Translate + Send + Sync + 'static>(self, en: &'static T) -> &'static T {
        self.pack().map_or(en, |pack| pack.words(en))
    }
}
