//! Compiles the measured engine and gathers the pages that run it and its rivals.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::{run, setup, site, wasm, workspace};

const PACKAGE: &str = "delivery-lab-bench";
const MODULE: &str = "delivery_lab_bench";
/// As the command line and the page for readers are compiled; profiles of their own, so that no build overwrites
/// another.
const NATIVE_PROFILE: &str = "measure";
const WASM_PROFILE: &str = "measure-web";

/// What the rivals' pages load, copied from node_modules: nothing comes over the network.
const VENDORED: [(&str, &str); 7] = [
    ("sql.js/dist/sql-wasm.js", "sql.js"),
    ("sql.js/dist/sql-wasm.wasm", "sql.js"),
    ("@duckdb/duckdb-wasm/dist/duckdb-browser.mjs", "duckdb"),
    ("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js", "duckdb"),
    ("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm", "duckdb"),
    ("simjs/sim.js", "simjs"),
    ("tslib/tslib.es6.mjs", "tslib"),
];
/// Packages of many modules that name each other.
const VENDORED_TREES: [(&str, &str); 2] =
    [("apache-arrow", "apache-arrow"), ("flatbuffers/mjs", "flatbuffers/mjs")];

/// The folder that is served while measuring.
pub(crate) fn site_folder() -> PathBuf {
    workspace::target().join("bench-site")
}

/// The program that measures natively.
pub(crate) fn native() -> Result<PathBuf> {
    compile(NATIVE_PROFILE, &["--bin", "bench-engine"])?;
    let name = format!("bench-engine{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace::target().join(NATIVE_PROFILE).join(name))
}

/// The wasm as rustc makes it.
pub(crate) fn wasm() -> Result<PathBuf> {
    compile(WASM_PROFILE, &["--lib", "--target", setup::WASM])?;
    Ok(workspace::target().join(setup::WASM).join(WASM_PROFILE).join(format!("{MODULE}.wasm")))
}

/// Fills the served folder.
pub(crate) fn pages(compiled: &Path) -> Result<()> {
    let scratch = workspace::target().join("bench");
    let bound = scratch.join("bound");
    wasm::bind(compiled, MODULE, &bound, true)?;
    wasm::optimise(&bound.join(format!("{MODULE}_bg.wasm")), &scratch)?;
    let folder = site_folder();
    site::empty(&folder)?;
    site::copy_tree(&workspace::at("bench/page"), &folder)?;
    site::copy_tree(&bound, &folder.join("bound"))?;
    for (from, to) in VENDORED {
        let from = setup::node_tool(from)?;
        let name = from.file_name().context("a vendored file has a name")?;
        let to = folder.join("vendor").join(to);
        fs::create_dir_all(&to).with_context(|| format!("{} cannot be made", workspace::shown(&to)))?;
        fs::copy(&from, to.join(name))
            .with_context(|| format!("{} cannot be copied", workspace::shown(&from)))?;
    }
    for (from, to) in VENDORED_TREES {
        site::copy_tree(&setup::node_tool(from)?, &folder.join("vendor").join(to))?;
    }
    Ok(())
}

fn compile(profile: &str, what: &[&str]) -> Result<()> {
    let mut cargo = run::cargo();
    cargo.args(["build", "--package", PACKAGE, "--locked", "--profile", profile]).args(what);
    run::to_end(&mut cargo).context("what is measured does not compile; the compiler's message is above")
}
