//! Languages, packs and templates.

use super::*;

#[test]
fn codes_are_read_with_region_and_encoding() {
    for lang in Lang::OFFERED {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
    }
    assert_eq!(Lang::from_code("sv-SE"), Some(Lang::Sv));
    assert_eq!(Lang::from_code("sv_SE.UTF-8"), Some(Lang::Sv));
    assert_eq!(Lang::from_code("EN-gb"), Some(Lang::En));
    assert_eq!(Lang::from_code("de-AT"), Some(Lang::Pack(Tongue::De)));
    assert_eq!(Lang::from_code("svx"), None);
    assert_eq!(Lang::from_code("C"), None);
    assert_eq!(Lang::from_code(""), None);
    assert_eq!(Lang::compiled_from_code("de_DE.UTF-8"), None);
    assert_eq!(Lang::compiled_from_code("sv"), Some(Lang::Sv));
}
