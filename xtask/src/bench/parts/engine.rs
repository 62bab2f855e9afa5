//! Measures the engine, native and in Chromium, beside what one would otherwise use.

use anyhow::Result;

use super::build;
use super::rig::{Rig, served, told};
use crate::bench::results::Results;

pub(crate) const RIVALS: [&str; 3] = ["sql.js", "@duckdb/duckdb-wasm", "simjs"];

/// Compiles the engine twice and runs its years and those of its rivals.
pub(crate) fn measure(rig: &mut Rig) -> Result<Results> {
    let program = rig.steps.run("compiling the engine for this machine", build::native)?;
    let compiled = rig.steps.run("compiling the engine to wasm", build::wasm)?;
    rig.steps.run("optimising the wasm and gathering the pages", || build::pages(&compiled))?;
    let mut node = rig.driver("engine")?;
    rig.measured(|| {
        node.env("NATIVE", &program);
        served(&mut node, build::site_folder())?;
        told(&mut node)
    })
}
