//! Finds what the build needs, installs what is missing, and otherwise says what to install.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context as _, Result, bail};

use crate::{run, workspace};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile for the browser.
pub(crate) fn wasm_target() -> Result<()> {
    // Two that install it at a time hinder each other.
    static INSTALLING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
    if has_wasm_target() {
        return Ok(());
    }
    if !run::exists("rustup") {
        bail!(
            "Rust's {WASM} target is not installed, and rustup is not here to install it.\n  \
             Install Rust by rustup (https://rustup.rs) and run this again, or install your system's \
             package for the target (Debian: libstd-rust-dev-wasm32)."
        );
    }
    println!("      installing Rust's {WASM} target");
    run::to_end(run::program("rustup").args(["target", "add", WASM])).with_context(|| {
        format!(
            "the {WASM} target could not be installed; check the network, then run `rustup target add {WASM}`"
        )
    })
}

/// Makes sure that the packages of package-lock.json are in node_modules.
pub(crate) fn node_packages() -> Result<()> {
    for tool in ["node", "npm"] {
        if !run::exists(tool) {
            bail!(
                "{tool} was not found.\n  Install Node.js 20 or later, which brings npm \
                 (https://nodejs.org, or on Debian: apt-get install nodejs npm), and run this again."
            );
        }
    }
    let lock = workspace::at("package-lock.json");
    if is_newer(&workspace::at("node_modules/.package-lock.json"), &lock) {
        return Ok(());
    }
    println!("      installing the packages of package-lock.json");
    let mut npm = run::program("npm");
    npm.args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::to_end(&mut npm)
        .context("the node packages could not be installed; check the network, then run `npm ci`")
}

/// The entry of a tool installed by npm.
pub(crate) fn node_tool(path: &str) -> Result<PathBuf> {
    let tool = workspace::at("node_modules").join(path);
    if !tool.exists() {
        bail!(
            "{} is missing although npm has run.\n  Remove the folder node_modules and run this again.",
            workspace::shown(&tool)
        );
    }
    Ok(tool)
}

/// Whether `made` exists and is at least as new as `source`.
pub(crate) fn is_newer(made: &Path, source: &Path) -> bool {
    match (modified(made), modified(source)) {
        (Some(made), Some(source)) => made >= source,
        _ => false,
    }
}

fn has_wasm_target() -> bool {
    let mut rustc = run::program(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let libraries = run::first_line(rustc.args(["--print", "target-libdir", "--target", WASM]));
    libraries.is_some_and(|folder| Path::new(&folder).is_dir())
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_never_new_enough() {
        let (here, nowhere) = (workspace::at("Cargo.toml"), workspace::at("no such file"));
        assert!(is_newer(&here, &here));
        assert!(!is_newer(&nowhere, &here));
        assert!(!is_newer(&here, &nowhere));
    }
}
