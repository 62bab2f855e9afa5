//! Tables of words: structs of fixed texts, declared once and translated field by field.

use super::Pack;

/// Fixed texts that a pack translates one by one.
pub trait Translate {
    /// The same texts in the language of a pack.
    fn translated(&self, pack: &'static Pack) -> Self;
}

impl Translate for &'static str {
    fn translated(&self, pack: &'static Pack) -> Self {
        pack.say(self)
    }
}

impl<T: Translate, const N: usize> Translate for [T; N] {
    fn translated(&self, pack: &'static Pack) -> Self {
        self.each_ref().map(|one| one.translated(pack))
    }
}

/// For tables only: their translation is made once and kept, so the row is kept as well.
impl<T: Translate> Translate for &'static [T] {
    fn translated(&self, pack: &'static Pack) -> Self {
        let row: Vec<T> = self.iter().map(|one| one.translated(pack)).collect();
        Vec::leak(row)
    }
}

impl<A: Translate, B: Translate> Translate for (A, B) {
    fn translated(&self, pack: &'static Pack) -> Self {
        (self.0.translated(pack), self.1.translated(pack))
    }
}

impl<A: Translate, B: Translate, C: Translate> Translate for (A, B, C) {
    fn translated(&self, pack: &'static Pack) -> Self {
        (self.0.translated(pack), self.1.translated(pack), self.2.translated(pack))
    }
}

/// Declares tables of words, and how a pack translates them: field by field, none forgotten.
///
/// `pub run: &'static str as "verb"` says in which sense a text is meant that elsewhere means something else.
macro_rules! words {
    ($($(#[$about:meta])* $sight:vis struct $name:ident {
        $($(#[$said:meta])* $shown:vis $field:ident: $kind:ty $(as $sense:literal)?),+ $(,)?
    })+) => {$(
        $(#[$about])*
        $sight struct $name {
            $($(#[$said])* $shown $field: $kind),+
        }

        impl $crate::text::lang::Translate for $name {
            fn translated(&self, pack: &'static $crate::text::lang::Pack) -> Self {
                Self { $($field: $crate::text::lang::words!(@one self.$field, pack $(, $sense)?)),+ }
            }
        }
    )+};
    (@one $text:expr, $pack:ident) => { $crate::text::lang::Translate::translated(&$text, $pack) };
    (@one $text:expr, $pack:ident, $sense:literal) => { $pack.say_as($sense, $text) };
}
pub(in crate::text) use words;
