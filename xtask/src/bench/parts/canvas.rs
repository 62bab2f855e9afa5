//! Gathers the release page and its rivals, and drags and opens in all of them in Chromium.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::rig::{Rig, served};
use crate::bench::results::Results;
use crate::page::Flavour;
use crate::{run, setup, site, workspace};

/// What the rivals' pages load, copied from node_modules.
const VENDORED: [&str; 4] = [
    "bpmn-js/dist/bpmn-modeler.production.min.js",
    "bpmn-js/dist/assets/diagram-js.css",
    "bpmn-js/dist/assets/bpmn-js.css",
    "@xyflow/react/dist/style.css",
];
/// The page that is bundled: React comes as CommonJS only.
const BUNDLED: &str = "flow.mjs";
pub(crate) const RIVALS: [&str; 3] = ["bpmn-js", "@xyflow/react", "react"];

/// Measures the builder's canvas beside two that many use.
pub(crate) fn measure(rig: &mut Rig) -> Result<Results> {
    rig.drive("canvas", pages, served)
}

/// Fills the served folder.
fn pages() -> Result<PathBuf> {
    let folder = workspace::target().join("bench-canvas-site");
    site::empty(&folder)?;
    site::copy_tree(&workspace::at("bench/canvas"), &folder)?;
    site::copy_tree(&Flavour::Release.site_folder(), &folder.join("lab"))?;
    let vendor = folder.join("vendor");
    fs::create_dir_all(&vendor).with_context(|| format!("{} cannot be made", workspace::shown(&vendor)))?;
    for from in VENDORED {
        let from = setup::node_tool(from)?;
        let name = from.file_name().context("a vendored file has a name")?;
        fs::copy(&from, vendor.join(name))
            .with_context(|| format!("{} cannot be copied", workspace::shown(&from)))?;
    }
    let mut node = run::program("node");
    node.arg("bench/drive/bundle.mjs")
        .arg(workspace::at("bench/canvas").join(BUNDLED))
        .arg(folder.join(BUNDLED));
    run::to_end(&mut node).context("React Flow's page could not be bundled; esbuild's message is above")?;
    Ok(folder)
}
