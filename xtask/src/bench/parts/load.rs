//! Gathers the release site and the pages of its rivals, and loads all of them in Chromium.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::rig::Rig;
use crate::bench::results::Results;
use crate::page::Flavour;
use crate::{run, site, workspace};

/// The rivals' pages: each is bundled with what it imports, and lies in a folder of its own.
const BUNDLED: [&str; 3] = ["modeler", "viewer", "flow"];
pub(crate) const RIVALS: [&str; 4] = ["bpmn-js", "bpmn-js-token-simulation", "@xyflow/react", "react"];

/// Measures a first visit beside one to pages that many use.
pub(crate) fn measure(rig: &mut Rig) -> Result<Results> {
    // The driver serves by itself: it must compress, and count what it sends.
    rig.drive("load", pages, |node, folder| {
        node.env("FOLDER", folder);
        Ok(())
    })
}

/// Fills the served folder.
fn pages() -> Result<PathBuf> {
    let folder = workspace::target().join("bench-load-site");
    site::empty(&folder)?;
    site::copy_tree(&Flavour::Release.site_folder(), &folder.join("lab"))?;
    let from = workspace::at("bench/load");
    site::copy_file(&from.join("floor.html"), &folder.join("floor/index.html"))?;
    for name in BUNDLED {
        bundle(&from, name, &folder.join(name))?;
    }
    Ok(folder)
}

fn bundle(from: &Path, name: &str, to: &Path) -> Result<()> {
    site::copy_file(&from.join("index.html"), &to.join("index.html"))?;
    let mut node = run::program("node");
    node.arg("bench/drive/bundle.mjs").arg(from.join(name).with_extension("mjs")).arg(to.join("page.js"));
    run::to_end(&mut node)
        .with_context(|| format!("the page {name} could not be bundled; esbuild's message is above"))
}
