//! What a part needs in order to be measured: the steps it announces, the browser, and the scripts that drive it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::bench::results::{self, Results};
use crate::progress::Steps;
use crate::run;
use crate::server::{self, Site};

/// Handed from part to part.
pub(crate) struct Rig {
    pub(crate) steps: Steps,
    /// None where no part needs one.
    pub(crate) browser: Option<PathBuf>,
    pub(crate) is_quick: bool,
}

impl Rig {
    /// Gathers pages, opens them by the script of that name, and reads what it measured.
    pub(crate) fn drive(
        &mut self,
        name: &str,
        pages: fn() -> Result<PathBuf>,
        place: fn(&mut Command, PathBuf) -> Result<()>,
    ) -> Result<Results> {
        let folder = self.steps.run("gathering the pages", pages)?;
        let mut node = self.driver(name)?;
        self.measured(move || {
            place(&mut node, folder)?;
            told(&mut node)
        })
    }

    /// The step that measures.
    pub(crate) fn measured<T>(&mut self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.steps.run("measuring; the machine should do nothing else", work)
    }

    /// The script that drives the browser.
    pub(crate) fn driver(&self, name: &str) -> Result<Command> {
        let browser = self.browser.as_deref().context("no browser was looked for")?;
        Ok(driver(name, browser, self.is_quick))
    }
}

fn driver(name: &str, browser: &Path, is_quick: bool) -> Command {
    let mut node = run::program("node");
    node.arg(format!("bench/drive/{name}.mjs")).env("CHROMIUM", browser);
    node.env("QUICK", if is_quick { "1" } else { "" });
    node
}

/// Serves a folder and tells the driver its address.
pub(crate) fn served(node: &mut Command, folder: PathBuf) -> Result<()> {
    let listener = server::listen(0)?;
    node.env("BASE_URL", server::url_of(&listener)?);
    server::serve_behind(listener, Site { root: folder, reload: None });
    Ok(())
}

/// What the driver measured.
pub(crate) fn told(node: &mut Command) -> Result<Results> {
    results::read(&line(node)?)
}

/// The driver's last line.
pub(crate) fn line(node: &mut Command) -> Result<String> {
    run::last_line(node).context("the measurement did not come to its end")
}
