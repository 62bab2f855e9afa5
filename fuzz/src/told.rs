//! Whatever is refused is refused in words, in every language that is compiled in.

use delivery_lab::text::Lang;
use delivery_lab::text::told::Told;

/// Holds what is said of a problem to be two sentences: what is wrong, and what to do about it.
pub(crate) fn is_told(told: impl Fn(Lang) -> Told) {
    for lang in Lang::WRITTEN {
        let Told { what, remedy } = told(lang);
        assert!(!what.trim().is_empty(), "a problem without words");
        assert!(!remedy.trim().is_empty(), "“{what}”, and not what to do about it");
    }
}
