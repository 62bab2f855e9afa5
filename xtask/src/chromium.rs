//! Finds the Chromium that runs the browser tests, or installs it where that is ours to do.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::run;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The path of a Chromium: named by `CHROMIUM`, found, or installed by apt as root on Debian.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        if named.is_file() {
            return Ok(named);
        }
        bail!("CHROMIUM names {}, which is not a file.\n  Correct it or unset it.", named.display());
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if !may_install() {
        bail!(
            "no Chromium was found (looked for {} on the PATH).\n  Install one (Debian: \
             apt-get install chromium; elsewhere: https://www.google.com/chrome), or name it: \
             CHROMIUM=/path/to/chromium cargo xtask test",
            NAMES.join(", ")
        );
    }
    install()?;
    find().context("apt-get has run but no Chromium is on the PATH; name it by CHROMIUM=/path/to/chromium")
}

fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    first_in(&folders).or_else(|| MAC.iter().map(PathBuf::from).find(|app| app.is_file()))
}

/// The best name wins over the earlier folder.
fn first_in(folders: &[PathBuf]) -> Option<PathBuf> {
    let places = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

fn may_install() -> bool {
    let is_root = run::first_line(run::program("id").arg("-u")).as_deref() == Some("0");
    is_root && Path::new("/etc/debian_version").exists() && run::exists("apt-get")
}

fn install() -> Result<()> {
    println!("      installing Chromium by apt-get");
    let hint = "Chromium could not be installed; check the network, then run \
                `apt-get update && apt-get install -y chromium`";
    run::to_end(run::program("apt-get").arg("update")).context(hint)?;
    let mut apt = run::program("apt-get");
    apt.args(["install", "-y", "--no-install-recommends", "chromium"])
        .env("DEBIAN_FRONTEND", "noninteractive");
    run::to_end(&mut apt).context(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_name_is_taken_wherever_it_lies() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-chromium-{}", std::process::id()));
        let (first, second) = (folder.join("first"), folder.join("second"));
        std::fs::create_dir_all(&first).unwrap();
        std::fs::create_dir_all(&second).unwrap();
        std::fs::write(first.join("google-chrome"), "").unwrap();
        let folders = [first.clone(), second.clone()];
        assert_eq!(first_in(&folders), Some(first.join("google-chrome")));
        std::fs::write(second.join("chromium"), "").unwrap();
        assert_eq!(first_in(&folders), Some(second.join("chromium")));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(first_in(&folders), None);
    }
}
