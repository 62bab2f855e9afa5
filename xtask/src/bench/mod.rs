//! Builds what is measured, measures it in Chromium and natively, and prints one Markdown table.

mod build;
pub(crate) mod canvas;
mod canvas_table;
mod facts;
mod fit;
pub(crate) mod load;
mod load_table;
pub(crate) mod player;
mod player_table;
mod results;
mod table;

use anyhow::{Context as _, Result};

use crate::progress::Steps;
use crate::server::{self, Site};
use crate::{chromium, run, setup};

const RIVALS: [&str; 3] = ["sql.js", "@duckdb/duckdb-wasm", "simjs"];

/// Measures the engine beside what one would otherwise use.
pub(crate) fn engine(is_quick: bool) -> Result<()> {
    let mut steps = Steps::new(6);
    let browser = steps.run("finding Node.js, its packages and Chromium", || {
        setup::node_packages()?;
        setup::wasm_target()?;
        chromium::find_or_install()
    })?;
    let program = steps.run("compiling the engine for this machine", build::native)?;
    let compiled = steps.run("compiling the engine to wasm", build::wasm)?;
    steps.run("optimising the wasm and gathering the pages", || build::pages(&compiled))?;
    let results = steps.run("measuring; the machine should do nothing else", || {
        let listener = server::listen(0)?;
        let url = server::url_of(&listener)?;
        server::serve_behind(listener, Site { root: build::site_folder(), reload: None });
        let mut node = run::program("node");
        node.arg("bench/drive/engine.mjs").env("BASE_URL", url).env("CHROMIUM", &browser);
        node.env("NATIVE", &program).env("QUICK", if is_quick { "1" } else { "" });
        let line = run::last_line(&mut node).context("the measurement did not come to its end")?;
        results::read(&line)
    })?;
    let table = steps.run("writing the table", || table::of(&results, &facts::gather(&RIVALS)?))?;
    println!("\n{table}");
    Ok(())
}
