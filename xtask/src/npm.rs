//! Puts the npm package together from the files of the site and those in `www/npm`. Publishes nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};

use crate::{site, split, workspace};

/// What the package takes from the site; its `parts.js` is its own, as bundlers need it.
const FROM_SITE: [&str; 10] = [
    "delivery_lab.js",
    "delivery_lab_bg.wasm",
    "element.js",
    "element.d.ts",
    "headless.js",
    "headless.d.ts",
    "host.js",
    "host.d.ts",
    "opening.js",
    "style.js",
];
const FOLDERS: [&str; 2] = ["course", "lang"];
/// What only the release has: the second part of the wasm and what fetches it.
const WHERE_PARTED: [&str; 2] = [split::REST, "rest.js"];
/// The licences of what is in the wasm.
const NOTICES: &str = "licences.txt";
/// What stands for the version in `www/npm/package.json`.
const NO_VERSION: &str = "\"version\": \"0.0.0\"";

/// Fills `to` anew with the package.
pub(crate) fn write(from: &Path, to: &Path) -> Result<()> {
    site::empty(to)?;
    for name in FROM_SITE {
        site::copy_file(&from.join(name), &to.join(name))?;
    }
    for folder in FOLDERS {
        site::copy_tree(&from.join(folder), &to.join(folder))?;
    }
    for name in WHERE_PARTED.into_iter().filter(|name| from.join(name).exists()) {
        site::copy_file(&from.join(name), &to.join(name))?;
    }
    site::copy_file(&from.join(NOTICES), &to.join(NOTICES))?;
    site::copy_tree(&workspace::at("www/npm"), to)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        site::copy_file(&workspace::at(licence), &to.join(licence))?;
    }
    let manifest = to.join("package.json");
    let text = with_version(&read(&manifest)?, &version(&read(&workspace::at("Cargo.toml"))?)?)?;
    fs::write(&manifest, text).with_context(|| format!("{} cannot be written", workspace::shown(&manifest)))
}

fn with_version(manifest: &str, version: &str) -> Result<String> {
    if manifest.matches(NO_VERSION).count() != 1 {
        bail!("www/npm/package.json must have `{NO_VERSION}` once");
    }
    Ok(manifest.replace(NO_VERSION, &format!("\"version\": \"{version}\"")))
}

/// The version of the package in the text of a `Cargo.toml`.
fn version(cargo: &str) -> Result<String> {
    let lines = cargo.lines().skip_while(|line| *line != "[package]");
    let mut versions = lines.filter_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    versions.next().map(str::to_owned).ok_or_else(|| anyhow!("Cargo.toml has no version of the package"))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", workspace::shown(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_and_of_nothing_it_uses() {
        let cargo = "[workspace.package]\nversion = \"9.9.9\"\n\n[package]\nname = \"a\"\nversion = \"1.2.3\"\n\n[dependencies]\nb = \"2\"\n";
        assert_eq!(version(cargo).unwrap(), "1.2.3");
        assert!(version("[workspace]\n").is_err());
        assert!(version(&read(&workspace::at("Cargo.toml")).unwrap()).is_ok());
    }

    #[test]
    fn the_manifest_takes_the_version_in_one_place() {
        let manifest = read(&workspace::at("www/npm/package.json")).unwrap();
        let text = with_version(&manifest, "1.2.3").unwrap();
        let made: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(made["version"], "1.2.3");
        assert!(made.get("scripts").is_none() && made.get("dependencies").is_none());
        assert!(with_version("{}", "1.2.3").is_err());
    }

    #[test]
    fn every_file_that_is_fetched_has_its_address_written_out() {
        let parts = read(&workspace::at("www/npm/parts.js")).unwrap();
        let folder = std::env::temp_dir().join(format!("delivery-lab-parts-{}", std::process::id()));
        crate::course::write(&workspace::at("course"), &folder.join("course")).unwrap();
        site::copy_tree(&workspace::at("www/lang"), &folder.join("lang")).unwrap();
        for file in site::files_below(&folder).unwrap() {
            let name = file.strip_prefix(&folder).unwrap().display().to_string();
            assert!(parts.contains(&format!("\"{name}\": new URL(\"./{name}\", import.meta.url)")), "{name}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
