//! The Valgrind that counts instructions, where it runs at all: on Linux.

use std::path::PathBuf;

use anyhow::Result;

use crate::tool::Tool;

const VALGRIND: Tool = Tool {
    name: "Valgrind",
    variable: "VALGRIND",
    programs: &["valgrind"],
    mac: &[],
    package: "valgrind",
    home: "https://valgrind.org",
};

/// Its path; it is installed where it is missing and that is ours to do.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    VALGRIND.find_or_install()
}
