//! Binds a compiled wasm module to JavaScript and makes it smaller and faster. Knows nothing of what is in it.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{run, setup, site, workspace};

/// The features that rustc uses for wasm32-unknown-unknown, and those of .cargo/config.toml; every current browser has
/// them.
const FEATURES: [&str; 8] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Writes `module.js` and `module_bg.wasm` into `bound`, unless they are there and newer than what was compiled.
pub(crate) fn bind(compiled: &Path, module: &str, bound: &Path, without_names: bool) -> Result<()> {
    if is_current(&bound.join(format!("{module}_bg.wasm")), compiled) {
        return Ok(());
    }
    site::empty(bound)?;
    Bindgen::new()
        .input_path(compiled)
        .out_name(module)
        .web(true)?
        .typescript(false)
        .remove_name_section(without_names)
        .generate(bound)
        .with_context(|| format!("{} cannot be bound to JavaScript", workspace::shown(compiled)))
}

/// Replaces the bound wasm by wasm-opt's version of it, once per binding; `scratch` keeps track.
pub(crate) fn optimise(bound: &Path, module: &str, scratch: &Path) -> Result<()> {
    let wasm = bound.join(format!("{module}_bg.wasm"));
    let marker = scratch.join("optimised");
    if is_current(&marker, &wasm) {
        return Ok(());
    }
    let out = scratch.join("optimised.wasm");
    let mut node = run::program("node");
    node.arg(setup::node_tool("binaryen/bin/wasm-opt")?).arg(&wasm).arg("-o").arg(&out);
    // The engine's speed comes before the last kilobytes; rustc has already weighed size per crate.
    run::to_end(node.arg("-O3").args(FEATURES)).context("wasm-opt could not optimise the page")?;
    fs::rename(&out, &wasm).with_context(|| format!("{} cannot be replaced", workspace::shown(&wasm)))?;
    fs::write(&marker, "").with_context(|| format!("{} cannot be written", workspace::shown(&marker)))
}

/// Whether `made` is newer than its source and than this tool, which may now make it differently.
fn is_current(made: &Path, source: &Path) -> bool {
    let tool = std::env::current_exe();
    setup::is_newer(made, source) && tool.is_ok_and(|tool| setup::is_newer(made, &tool))
}
