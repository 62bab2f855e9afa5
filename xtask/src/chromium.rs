//! The Chromium that runs the browser tests.

use std::path::PathBuf;

use anyhow::Result;

use crate::tool::Tool;

const CHROMIUM: Tool = Tool {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    mac: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    package: "chromium",
    home: "https://www.google.com/chrome",
};

/// Its path; it is installed where it is missing and that is ours to do.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    CHROMIUM.find_or_install()
}
