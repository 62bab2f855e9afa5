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

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use self::facts::Facts;
use self::results::Results;
use crate::page::{self, Flavour};
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
        let mut node = driver("engine", &browser, is_quick);
        node.env("NATIVE", &program);
        served(&mut node, build::site_folder())?;
        told(&mut node)
    })?;
    let table = steps.run("writing the table", || table::of(&results, &facts::gather(&RIVALS)?))?;
    println!("\n{table}");
    Ok(())
}

/// A measurement of the release page beside its rivals.
struct Beside {
    /// The name of the script that drives the browser.
    driver: &'static str,
    /// The packages whose versions are told.
    rivals: &'static [&'static str],
    /// Fills the folder of the pages.
    pages: fn() -> Result<PathBuf>,
    /// Tells the driver where the pages are.
    place: fn(&mut Command, PathBuf) -> Result<()>,
    /// Writes the report.
    table: fn(&Results, &Facts) -> Result<String>,
}

impl Beside {
    fn run(&self, is_quick: bool) -> Result<()> {
        let mut steps = Steps::new(page::step_count(Flavour::Release) + 4);
        let browser = steps.run("finding Node.js, its packages and Chromium", || {
            setup::node_packages()?;
            chromium::find_or_install()
        })?;
        page::make(Flavour::Release, &mut steps)?;
        let folder = steps.run("gathering the pages", self.pages)?;
        let results = steps.run("measuring; the machine should do nothing else", || {
            let mut node = driver(self.driver, &browser, is_quick);
            (self.place)(&mut node, folder)?;
            told(&mut node)
        })?;
        let table =
            steps.run("writing the table", || (self.table)(&results, &facts::gather(self.rivals)?))?;
        println!("\n{table}");
        Ok(())
    }
}

/// The script that drives the browser.
fn driver(name: &str, browser: &Path, is_quick: bool) -> Command {
    let mut node = run::program("node");
    node.arg(format!("bench/drive/{name}.mjs")).env("CHROMIUM", browser);
    node.env("QUICK", if is_quick { "1" } else { "" });
    node
}

/// Serves a folder and tells the driver its address.
fn served(node: &mut Command, folder: PathBuf) -> Result<()> {
    let listener = server::listen(0)?;
    node.env("BASE_URL", server::url_of(&listener)?);
    server::serve_behind(listener, Site { root: folder, reload: None });
    Ok(())
}

/// What the driver measured.
fn told(node: &mut Command) -> Result<Results> {
    let line = run::last_line(node).context("the measurement did not come to its end")?;
    results::read(&line)
}
