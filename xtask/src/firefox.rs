//! The Firefox in which the ways of embedding are tried once more.

use std::path::PathBuf;

use anyhow::Result;

use crate::browser::Browser;

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    mac: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
    home: "https://www.mozilla.org/firefox",
};

/// Its path; it is installed where it is missing and that is ours to do. None on a person's machine that has no Firefox: the
/// tests in it are then skipped, and say so. Where `CI` is set nothing is skipped.
pub(crate) fn find() -> Result<Option<PathBuf>> {
    if std::env::var_os("CI").is_some() { FIREFOX.find_or_install().map(Some) } else { FIREFOX.if_possible() }
}
