//! Compares a text with a file kept beside the tests; `UPDATE_GOLDENS=1` writes the file anew.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// How many lines around the first difference are shown.
const CONTEXT: usize = 6;

/// A path below the root of the repository.
pub(crate) fn path(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// Whether the goldens are to be written instead of compared.
pub(crate) fn is_updating() -> bool {
    std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1")
}

/// Nothing where the file has exactly this text, else what differs, for a person to read.
pub(crate) fn difference(file: &Path, actual: &str) -> Option<String> {
    if is_updating() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, actual).unwrap();
        return None;
    }
    let name = file.file_name().unwrap().to_string_lossy();
    let Ok(expected) = fs::read_to_string(file) else {
        return Some(format!("{name} is missing; UPDATE_GOLDENS=1 writes it:\n{actual}"));
    };
    (expected != actual).then(|| format!("{name} differs:\n{}", first_difference(&expected, actual)))
}

/// The lines around the first difference: `-` was expected, `+` came out.
fn first_difference(expected: &str, actual: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), actual.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let mut text = String::new();
    for line in &old[same.saturating_sub(CONTEXT)..same] {
        writeln!(text, "  {line}").unwrap();
    }
    for (sign, lines) in [('-', &old), ('+', &new)] {
        for line in lines.iter().skip(same).take(CONTEXT) {
            writeln!(text, "{sign} {line}").unwrap();
        }
    }
    writeln!(text, "(line {} of {} and {})", same + 1, old.len(), new.len()).unwrap();
    text
}

#[test]
fn a_difference_is_shown_where_it_begins() {
    let shown = first_difference("a\nb\nc\n", "a\nB\nc\n");
    assert_eq!(shown, "  a\n- b\n- c\n+ B\n+ c\n(line 2 of 3 and 3)\n");
}
