//! Binds a compiled wasm module to JavaScript and makes it smaller and faster. Knows nothing of what is in it.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{order, run, setup, site, workspace};

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

/// Replaces a wasm file by wasm-opt's version of it, once; `scratch` keeps track.
pub(crate) fn optimise(wasm: &Path, scratch: &Path) -> Result<()> {
    let name = wasm.file_stem().unwrap_or_default().to_string_lossy();
    let marker = scratch.join(format!("{name}.optimised"));
    if is_current(&marker, wasm) {
        return Ok(());
    }
    let out = scratch.join(format!("{name}.wasm"));
    // What is called once is not put where it is called, unless it is very short, and what is worked out twice is not kept: gzip makes
    // less of fewer, longer functions (338 and 319 KB of the same first part) and of more variables.
    let small = ["-Oz", "--one-caller-inline-max-function-size=20", "--skip-pass=local-cse"];
    run_optimiser(wasm, &out, &small)?;
    // Twice, the second time with like functions beside each other: 260 and 251 KB of the same first part, 1,391
    // and 1,225 KB of the last.
    let ordered = order::named(&read(&out)?)?;
    fs::write(wasm, ordered).with_context(|| cannot_write(wasm))?;
    run_optimiser(wasm, &out, &[&small[..], &["--reorder-functions-by-name"]].concat())?;
    fs::rename(&out, wasm).with_context(|| format!("{} cannot be replaced", workspace::shown(wasm)))?;
    fs::write(&marker, "").with_context(|| cannot_write(&marker))
}

fn run_optimiser(wasm: &Path, out: &Path, how: &[&str]) -> Result<()> {
    let mut node = run::program("node");
    node.arg(setup::node_tool("binaryen/bin/wasm-opt")?).arg(wasm).arg("-o").arg(out);
    run::to_end(node.args(how).args(FEATURES)).context("wasm-opt could not optimise the page")
}

fn read(wasm: &Path) -> Result<Vec<u8>> {
    fs::read(wasm).with_context(|| format!("{} cannot be read", workspace::shown(wasm)))
}

fn cannot_write(file: &Path) -> String {
    format!("{} cannot be written", workspace::shown(file))
}

/// Whether `made` is newer than its source and than this tool, which may now make it differently.
fn is_current(made: &Path, source: &Path) -> bool {
    let tool = std::env::current_exe();
    setup::is_newer(made, source) && tool.is_ok_and(|tool| setup::is_newer(made, &tool))
}
