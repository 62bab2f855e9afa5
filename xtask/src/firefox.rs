//! The Firefox in which the ways of embedding are tried once more.

use std::path::PathBuf;

use anyhow::Result;

use crate::tool::Tool;

const FIREFOX: Tool = Tool {
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
    if std::env::var_os("CI").is_some() {
        return FIREFOX.find_or_install().map(Some);
    }
    let found = FIREFOX.if_possible()?;
    if found.is_none() {
        println!(
            "      no Firefox here, so the tests in it are skipped (install one, or name it: \
             FIREFOX=/path/to/firefox cargo xtask test)"
        );
    }
    Ok(found)
}
