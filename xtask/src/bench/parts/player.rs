//! Gathers the release page and a rival, and plays in both in Chromium.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::rig::{Rig, served};
use crate::bench::results::Results;
use crate::page::Flavour;
use crate::{run, setup, site, workspace};

/// What the rival's page loads, copied from node_modules.
const VENDORED: [&str; 3] = [
    "bpmn-js/dist/assets/diagram-js.css",
    "bpmn-js/dist/assets/bpmn-js.css",
    "bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css",
];
/// What is shared with the measurement of the canvas.
const SHARED: [&str; 2] = ["drawing.mjs", "seen.mjs"];
/// The page that is bundled: it comes as modules without addresses.
const BUNDLED: &str = "tokens.mjs";
pub(crate) const RIVALS: [&str; 2] = ["bpmn-js", "bpmn-js-token-simulation"];

/// Measures the player beside one that many use.
pub(crate) fn measure(rig: &mut Rig) -> Result<Results> {
    rig.drive("player", pages, served)
}

/// Fills the served folder.
fn pages() -> Result<PathBuf> {
    let folder = workspace::target().join("bench-player-site");
    site::empty(&folder)?;
    site::copy_tree(&workspace::at("bench/player"), &folder)?;
    site::copy_tree(&Flavour::Release.site_folder(), &folder.join("lab"))?;
    for name in SHARED {
        copy(workspace::at("bench/canvas").join(name), folder.join(name))?;
    }
    let vendor = folder.join("vendor");
    fs::create_dir_all(&vendor).with_context(|| format!("{} cannot be made", workspace::shown(&vendor)))?;
    for from in VENDORED {
        let from = setup::node_tool(from)?;
        let name = from.file_name().context("a vendored file has a name")?.to_owned();
        copy(from, vendor.join(name))?;
    }
    let mut node = run::program("node");
    node.arg("bench/drive/bundle.mjs")
        .arg(workspace::at("bench/player").join(BUNDLED))
        .arg(folder.join(BUNDLED));
    run::to_end(&mut node).context("the rival's page could not be bundled; esbuild's message is above")?;
    Ok(folder)
}

fn copy(from: PathBuf, to: PathBuf) -> Result<()> {
    fs::copy(&from, to).with_context(|| format!("{} cannot be copied", workspace::shown(&from)))?;
    Ok(())
}
