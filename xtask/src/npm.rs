//! Puts the npm package together from the files of the site and those in `www/npm`. Publishes nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::{site, split, workspace};

/// What the package takes from the site; its `parts.js` is its own, as bundlers need it.
const FROM_SITE: [&str; 17] = [
    "breakdown.js",
    "delivery_lab.js",
    "delivery_lab_bg.wasm",
    "element.js",
    "element.d.ts",
    "failing.js",
    "headless.js",
    "headless.d.ts",
    "host.js",
    "host.d.ts",
    "listeners.js",
    "licences.txt",
    "now.js",
    "opening.js",
    "patience.js",
    "style-later.js",
    "style.js",
];
const FOLDERS: [&str; 2] = ["course", "lang"];
/// What only the release has beside the later parts of the wasm: what fetches them.
const LOADER: &str = "rest.js";
/// What stands for the addresses in `www/npm/parts.js`, and the endings of the files that are fetched.
const NO_PARTS: &str = "const PARTS = {};";
const FETCHED: [&str; 2] = ["json", "wasm"];
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
    for name in split::LATER.into_iter().chain([LOADER]).filter(|name| from.join(name).exists()) {
        site::copy_file(&from.join(name), &to.join(name))?;
    }
    let fetched = fetched(to)?;
    site::copy_tree(&workspace::at("www/npm"), to)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        site::copy_file(&workspace::at(licence), &to.join(licence))?;
    }
    // This tool has the version of the workspace, as every package of it.
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    fill(&to.join("package.json"), NO_VERSION, &version)?;
    fill(&to.join("parts.js"), NO_PARTS, &with_addresses(&fetched))
}

/// The files in a folder that are fetched when somebody needs them, by their paths in it.
fn fetched(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in site::files_below(folder)? {
        let below: Vec<_> = file.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy()).collect();
        let is_fetched = file.extension().is_some_and(|end| FETCHED.iter().any(|known| end == *known));
        if is_fetched {
            names.push(below.join("/"));
        }
    }
    Ok(names)
}

fn with_addresses(names: &[String]) -> String {
    let line = |name: &String| format!("  \"{name}\": new URL(\"./{name}\", import.meta.url),\n");
    format!("const PARTS = {{\n{}}};", names.iter().map(line).collect::<String>())
}

/// Replaces a passage of a file that must be there once.
fn fill(file: &Path, empty: &str, full: &str) -> Result<()> {
    let text = filled(&read(file)?, empty, full).with_context(|| workspace::shown(file))?;
    fs::write(file, text).with_context(|| format!("{} cannot be written", workspace::shown(file)))
}

fn filled(text: &str, empty: &str, full: &str) -> Result<String> {
    if text.matches(empty).count() != 1 {
        bail!("`{empty}` must be there once");
    }
    Ok(text.replace(empty, full))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", workspace::shown(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tools_of_npm_have_the_same_version() {
        for manifest in ["package.json", "package-lock.json"] {
            let tools: serde_json::Value =
                serde_json::from_str(&read(&workspace::at(manifest)).unwrap()).unwrap();
            assert_eq!(tools["version"], env!("CARGO_PKG_VERSION"), "{manifest}");
        }
    }

    #[test]
    fn the_manifest_takes_the_version_in_one_place_and_runs_nothing() {
        let manifest = read(&workspace::at("www/npm/package.json")).unwrap();
        let text = filled(&manifest, NO_VERSION, "\"version\": \"1.2.3\"").unwrap();
        let made: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(made["version"], "1.2.3");
        assert!(made.get("scripts").is_none() && made.get("dependencies").is_none());
        assert!(filled("{}", NO_VERSION, "").is_err());
    }

    #[test]
    fn every_file_that_is_fetched_has_its_address_written_out() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-npm-{}", std::process::id()));
        let (from, to) = (folder.join("site"), folder.join("npm"));
        for name in FROM_SITE.iter().chain(&["lang/de.json", "course/text/sv.json", "delivery_lab_rest.wasm"])
        {
            fs::create_dir_all(from.join(name).parent().unwrap()).unwrap();
            fs::write(from.join(name), "{}").unwrap();
        }
        write(&from, &to).unwrap();
        let parts = read(&to.join("parts.js")).unwrap();
        for name in ["delivery_lab_bg.wasm", "delivery_lab_rest.wasm", "lang/de.json", "course/text/sv.json"]
        {
            assert!(
                parts.contains(&format!("\"{name}\": new URL(\"./{name}\", import.meta.url),\n")),
                "{name}"
            );
        }
        assert_eq!(parts.matches(": new URL(").count(), 4);
        fs::remove_dir_all(&folder).unwrap();
    }
}
