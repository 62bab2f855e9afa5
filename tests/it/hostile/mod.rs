//! What comes from outside and means harm: each input with the outcome it must have. `SECURITY.md` lists them.

mod damage;
mod formulas;
mod inputs;
mod markup;
mod names;

use delivery_lab::text::Lang;
use delivery_lab::text::told::Told;

/// A text that would do harm wherever it is taken for markup, for an attribute or for a script.
const SCRIPT: &str = "</text><script>alert('1')</script><img src=x onerror=alert(1)>\"'&amp;]]>";

/// A refusal says what is wrong, and what to do, in both languages and not at any length; the English sentence has this
/// part.
fn is_told(told: impl Fn(Lang) -> Told, part: &str, of: &str) {
    for lang in Lang::WRITTEN {
        let Told { what, remedy } = told(lang);
        for sentence in [&what, &remedy] {
            assert!(sentence.ends_with('.') && sentence.chars().count() < 500, "{of}: {sentence}");
        }
        assert!(lang != Lang::En || what.contains(part), "{of}: “{what}” does not say “{part}”");
    }
}
