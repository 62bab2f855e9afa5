//! Packs the course for learning platforms: the one file and a manifest, by the command line's own packer.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::{run, single, workspace};

/// The packages, as the command line names them and as their files are called.
const KINDS: [&str; 3] = ["scorm-1.2", "scorm-2004", "cmi5"];

/// Writes a package of each kind with the page of a site into a folder.
pub(crate) fn write(site: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", workspace::shown(to)))?;
    for kind in KINDS {
        let file = to.join(format!("{kind}.zip"));
        let out = fs::File::create(&file)
            .with_context(|| format!("{} cannot be written", workspace::shown(&file)))?;
        let mut simulate = run::cargo();
        simulate.args(["run", "--quiet", "--locked", "--no-default-features", "--bin", "simulate", "--"]);
        simulate.args(["--course", "course", "--package", kind, "--page"]).arg(site.join(single::NAME));
        run::to_end(simulate.stdout(out)).with_context(|| format!("the {kind} package cannot be made"))?;
    }
    Ok(())
}
