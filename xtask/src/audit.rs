//! Checks without the network what the lab is made of: licences, lock files, where packages come from, scripts that
//! run at installation. What is known to be unsafe is in lists that need a network; `SECURITY.md` says who asks them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::licences::SHIPPED;
use crate::packages_used::{self, Package};
use crate::spdx::Licence;
use crate::{workflows, workspace};

/// Licences of what only builds, tests and measures, besides those of what is passed on.
const TOOLS: [&str; 8] = [
    "Unlicense",
    "CC0-1.0",
    "CC0",
    "MPL-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "Unicode-DFS-2016",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
];

/// Packages of npm whose licence is in none of the lists, and why they may be used.
const READ_BY_HAND: [(&str, &str); 4] = [
    ("bpmn-js", "MIT with a logo that must stay; a peer that is measured, never passed on"),
    ("json-bignum", "MIT by its file; behind a peer that is measured, never passed on"),
    ("parse-cache-control", "BSD-3-Clause by its file; behind Lighthouse, never passed on"),
    ("rulr", "MIT by its file; behind a validator of the tests, never passed on"),
];

/// Packages of which two incompatible versions in one page would break it or double its size.
const ONE_VERSION: [&str; 10] = [
    "base64ct",
    "chrono",
    "js-sys",
    "miniz_oxide",
    "roaring",
    "serde",
    "serde_json",
    "wasm-bindgen",
    "web-sys",
    "yew",
];

/// Packages of npm that may run a script when they are installed.
const MAY_INSTALL: [&str; 1] = ["esbuild"];

/// The manifest of the package that is published.
const PUBLISHED: &str = "www/npm/package.json";

/// Everything that is wrong, or nothing.
pub(crate) fn run() -> Result<()> {
    let mut wrong = Vec::new();
    wrong.extend(licences(&packages_used::all()?, &[&SHIPPED[..], &TOOLS].concat()));
    wrong.extend(licences(&packages_used::in_the_wasm()?, &SHIPPED));
    wrong.extend(cargo_lock(&read("Cargo.lock")?));
    let (manifest, lock) = (json("package.json")?, json("package-lock.json")?);
    wrong.extend(npm_lock(&manifest, &lock));
    if workspace::at(PUBLISHED).exists() {
        wrong.extend(published(&json(PUBLISHED)?));
    }
    wrong.extend(workflows::check()?);
    wrong.sort();
    wrong.dedup();
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("what the lab is made of is not as it should be:\n  {}", wrong.join("\n  "))
}

/// Packages whose licence allows no choice among these.
fn licences(packages: &[Package], may_have: &[&str]) -> Vec<String> {
    let is_wrong = |package: &&Package| {
        let read = Licence::read(&package.licence).ok();
        read.and_then(|licence| licence.chosen(may_have)).is_none()
    };
    let told = |package: &Package| {
        format!(
            "{} {} has the licence `{}`, which is not allowed here",
            package.name, package.version, package.licence
        )
    };
    packages.iter().filter(is_wrong).map(told).collect()
}

/// Packages of Cargo.lock that come from elsewhere than the registry, or in two versions where one must do.
fn cargo_lock(lock: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for block in lock.split("[[package]]").skip(1) {
        let field = |name: &str| {
            block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \"")?.strip_suffix('"'))
        };
        let name = field("name").unwrap_or("a package without a name");
        versions.entry(name).or_default().insert(field("version").unwrap_or_default());
        match field("source") {
            Some(source) if !source.starts_with("registry+https://") => {
                wrong.push(format!("{name} comes from {source} and not from the registry"));
            }
            Some(_) if field("checksum").is_none() => {
                wrong.push(format!("{name} has no checksum in Cargo.lock"));
            }
            _ => {}
        }
    }
    if versions.is_empty() {
        wrong.push("Cargo.lock names no package".to_owned());
    }
    for name in ONE_VERSION {
        if let Some(several) = versions.get(name).filter(|several| several.len() > 1) {
            let several: Vec<&str> = several.iter().copied().collect();
            wrong.push(format!("{name} is there in {} versions: {}", several.len(), several.join(", ")));
        }
    }
    wrong
}

/// What is wrong with the lock file of npm, or does not fit the manifest beside it.
fn npm_lock(manifest: &Value, lock: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for group in ["dependencies", "devDependencies", "optionalDependencies"] {
        if manifest.get(group) != lock["packages"][""].get(group) {
            wrong.push(format!("package-lock.json has other {group} than package.json; run `npm install`"));
        }
    }
    let packages = lock["packages"].as_object().into_iter().flatten();
    for (place, package) in packages.filter(|(place, _)| !place.is_empty()) {
        let name = place.rsplit_once("node_modules/").map_or(place.as_str(), |(_, name)| name);
        wrong.extend(npm_package(name, package));
    }
    wrong
}

fn npm_package(name: &str, package: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let is_hashed = package["integrity"].as_str().is_some_and(|hash| hash.starts_with("sha512-"));
    if !is_hashed {
        wrong.push(format!("{name} has no sha512 in package-lock.json"));
    }
    let from = package["resolved"].as_str();
    if from.is_some_and(|from| !from.starts_with("https://") || !from.ends_with(".tgz"))
        || package["link"] == true
    {
        wrong.push(format!("{name} does not come from the registry: {}", from.unwrap_or("a link")));
    }
    if package["hasInstallScript"] == true && !MAY_INSTALL.contains(&name) {
        wrong.push(format!("{name} runs a script when it is installed"));
    }
    let licence = package["license"].as_str().unwrap_or("none named");
    let allowed = [&SHIPPED[..], &TOOLS].concat();
    let is_allowed = Licence::read(licence).is_ok_and(|read| read.chosen(&allowed).is_some());
    if !is_allowed && !READ_BY_HAND.iter().any(|(known, _)| *known == name) {
        wrong.push(format!("{name} has the licence `{licence}`, which is not allowed here"));
    }
    wrong
}

/// What is wrong with the manifest of the package that is published: it must bring nothing and run nothing.
pub(crate) fn published(manifest: &Value) -> Vec<String> {
    let groups = [
        "dependencies",
        "peerDependencies",
        "optionalDependencies",
        "bundleDependencies",
        "bundledDependencies",
    ];
    let brings = |group: &&str| {
        manifest[*group].as_object().is_some_and(|inner| !inner.is_empty()) || manifest[*group].is_array()
    };
    let mut wrong: Vec<String> =
        groups.into_iter().filter(brings).map(|group| format!("the published package has {group}")).collect();
    let scripts = manifest["scripts"].as_object().into_iter().flatten();
    let at_install = ["preinstall", "install", "postinstall", "prepare", "prepublish"];
    for (name, _) in scripts.filter(|(name, _)| at_install.contains(&name.as_str())) {
        wrong.push(format!("the published package runs `{name}`"));
    }
    wrong
}

fn read(name: &str) -> Result<String> {
    fs::read_to_string(workspace::at(name))
        .with_context(|| format!("{name} cannot be read; restore it from the repository"))
}

fn json(name: &str) -> Result<Value> {
    serde_json::from_str(&read(name)?).with_context(|| format!("{name} is not JSON"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nothing_is_wrong_with_what_the_lab_is_made_of() {
        run().unwrap();
    }

    fn package(name: &str, licence: &str) -> Package {
        Package {
            name: name.into(),
            version: "1.0.0".into(),
            licence: licence.into(),
            authors: Vec::new(),
            repository: String::new(),
            folder: Default::default(),
            is_foreign: true,
        }
    }

    #[test]
    fn a_licence_outside_the_list_is_told() {
        let packages = [package("a", "MIT OR GPL-3.0-only"), package("b", "GPL-3.0-only"), package("c", "")];
        let wrong = licences(&packages, &SHIPPED);
        assert_eq!(wrong.len(), 2, "{wrong:?}");
        assert!(wrong[0].starts_with("b 1.0.0") && wrong[1].starts_with("c 1.0.0"), "{wrong:?}");
    }

    #[test]
    fn a_lock_file_of_cargo_is_read_package_by_package() {
        let block = |name: &str, version: &str, rest: &str| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n{rest}\n")
        };
        let registry = "source = \"registry+https://registry.example/index\"\n";
        let sum = format!("{registry}checksum = \"00\"");
        let good = [block("own", "0.1.0", ""), block("yew", "0.23.0", &sum)].concat();
        assert_eq!(cargo_lock(&good), Vec::<String>::new());
        let bad = [
            good,
            block("yew", "0.22.0", &sum),
            block("from-git", "1.0.0", "source = \"git+https://forge.example/x\""),
            block("unsummed", "1.0.0", registry),
        ]
        .concat();
        let wrong = cargo_lock(&bad);
        for part in [
            "yew is there in 2 versions: 0.22.0, 0.23.0",
            "from-git comes from git+",
            "unsummed has no checksum",
        ] {
            assert!(wrong.iter().any(|line| line.contains(part)), "{part}: {wrong:?}");
        }
        assert_eq!(wrong.len(), 3);
        assert_eq!(cargo_lock("").len(), 1);
    }

    #[test]
    fn a_lock_file_of_npm_must_fit_and_run_nothing() {
        let manifest = json!({"devDependencies": {"a": "1.0.0"}});
        let lock = |package: Value| json!({"packages": {"": manifest.clone(), "node_modules/a": package}});
        let good = json!({"version": "1.0.0", "integrity": "sha512-x", "license": "MIT"});
        assert_eq!(npm_lock(&manifest, &lock(good.clone())), Vec::<String>::new());
        assert_eq!(npm_lock(&json!({}), &lock(good.clone())).len(), 1);
        for (field, value) in [
            ("integrity", json!("sha1-x")),
            ("resolved", json!("git+ssh://forge.example/a.git")),
            ("hasInstallScript", json!(true)),
            ("license", json!("GPL-3.0-only")),
            ("link", json!(true)),
        ] {
            let mut bad = good.clone();
            bad[field] = value;
            assert_eq!(npm_lock(&manifest, &lock(bad)).len(), 1, "{field}");
        }
    }

    #[test]
    fn a_published_package_brings_and_runs_nothing() {
        let good = json!({"name": "delivery-lab", "dependencies": {}, "scripts": {"test": "node test.mjs"}});
        assert_eq!(published(&good), Vec::<String>::new());
        let bad =
            json!({"dependencies": {"a": "1"}, "bundleDependencies": ["a"], "scripts": {"postinstall": "x"}});
        assert_eq!(published(&bad).len(), 3);
    }
}
