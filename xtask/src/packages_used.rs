//! Asks cargo which packages are built, and finds those that end up in the wasm.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::{run, setup};

/// The package that becomes the page.
const PAGE: &str = "delivery-lab";

/// A package, as cargo knows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// Its licence expression; empty where it names none.
    pub(crate) licence: String,
    pub(crate) authors: Vec<String>,
    pub(crate) repository: String,
    /// Where its sources lie.
    pub(crate) folder: PathBuf,
    /// Whether it comes from a registry; the others are the workspace's own.
    pub(crate) is_foreign: bool,
}

/// Every package that is compiled on this computer or into the wasm. Fails where Cargo.lock does not fit Cargo.toml.
pub(crate) fn all() -> Result<Vec<Package>> {
    let host = run::host()?;
    let mut found = BTreeSet::new();
    for platform in [host.as_str(), setup::WASM] {
        found.extend(packages(&metadata(platform)?).into_values());
    }
    Ok(found.into_iter().collect())
}

/// The packages whose code is in the wasm, the page's own left out.
pub(crate) fn in_the_wasm() -> Result<Vec<Package>> {
    Ok(reached(&metadata(setup::WASM)?))
}

fn metadata(platform: &str) -> Result<Value> {
    let mut cargo = run::cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked", "--features", "web"]);
    let text = run::last_line(cargo.args(["--filter-platform", platform]))
        .context("cargo cannot say which packages are used; where Cargo.lock is older than Cargo.toml, run `cargo check`")?;
    serde_json::from_str(&text).context("what cargo says of its packages is not JSON")
}

/// The packages by cargo's names for them.
fn packages(metadata: &Value) -> BTreeMap<String, Package> {
    let each = metadata["packages"].as_array().into_iter().flatten();
    each.map(|package| (text(&package["id"]), read(package))).collect()
}

fn read(package: &Value) -> Package {
    let manifest = PathBuf::from(text(&package["manifest_path"]));
    let authors = package["authors"].as_array().into_iter().flatten().map(text).collect();
    Package {
        name: text(&package["name"]),
        version: text(&package["version"]),
        licence: text(&package["license"]),
        authors,
        repository: text(&package["repository"]),
        folder: manifest.parent().map(PathBuf::from).unwrap_or_default(),
        is_foreign: !package["source"].is_null(),
    }
}

/// What the page depends on to run. Macros run while it is compiled and are not part of it.
fn reached(metadata: &Value) -> Vec<Package> {
    let known = packages(metadata);
    let macros: BTreeSet<String> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|package| is_macro(package))
        .map(|package| text(&package["id"]))
        .collect();
    let nodes: BTreeMap<String, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|node| (text(&node["id"]), node))
        .collect();
    let is_page = |package: &Package| package.name == PAGE && !package.is_foreign;
    let mut open: Vec<String> =
        known.iter().filter(|(_, package)| is_page(package)).map(|(id, _)| id.clone()).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if macros.contains(&id) || !seen.insert(id.clone()) {
            continue;
        }
        let edges = nodes.get(&id).and_then(|node| node["deps"].as_array()).into_iter().flatten();
        open.extend(edges.filter(|edge| is_normal(edge)).map(|edge| text(&edge["pkg"])));
    }
    let mut found: Vec<Package> = seen.iter().filter_map(|id| known.get(id)).cloned().collect();
    found.retain(|package| !is_page(package));
    found.sort();
    found
}

fn is_macro(package: &Value) -> bool {
    let mut targets = package["targets"].as_array().into_iter().flatten();
    targets.any(|target| target["kind"].as_array().is_some_and(|kinds| kinds.contains(&"proc-macro".into())))
}

/// Whether a dependency is there for the code itself, not for its tests or its build script.
fn is_normal(edge: &Value) -> bool {
    edge["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn package(name: &str, kind: &str) -> Value {
        json!({
            "id": name, "name": name, "version": "1.0.0", "license": "MIT", "authors": ["A"], "repository": null,
            "manifest_path": format!("/crates/{name}/Cargo.toml"), "targets": [{"kind": [kind]}],
            "source": if name == PAGE { Value::Null } else { "registry+there".into() },
        })
    }

    #[test]
    fn what_runs_is_found_and_what_only_builds_or_tests_is_not() {
        let edge = |name: &str, kind: Value| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let metadata = json!({
            "packages": [
                package(PAGE, "lib"), package("inner", "lib"), package("deep", "lib"), package("macro", "proc-macro"),
                package("of-macro", "lib"), package("test", "lib"), package("builder", "lib"),
            ],
            "resolve": {"nodes": [
                {"id": PAGE, "deps": [edge("inner", Value::Null), edge("macro", Value::Null), edge("test", "dev".into())]},
                {"id": "inner", "deps": [edge("deep", Value::Null), edge("builder", "build".into())]},
                {"id": "deep", "deps": [edge("inner", Value::Null)]},
                {"id": "macro", "deps": [edge("of-macro", Value::Null)]},
            ]},
        });
        let found = reached(&metadata);
        assert_eq!(found.iter().map(|package| package.name.as_str()).collect::<Vec<_>>(), ["deep", "inner"]);
        assert_eq!(found[0].folder, PathBuf::from("/crates/deep"));
    }

    #[test]
    fn the_page_is_made_of_yew_and_not_of_what_its_tests_use() {
        let names: Vec<String> = in_the_wasm().unwrap().into_iter().map(|package| package.name).collect();
        for (name, is_in) in
            [("yew", true), ("serde_json", true), ("proptest", false), ("clap", false), ("syn", false)]
        {
            assert_eq!(names.iter().any(|one| one == name), is_in, "{name}");
        }
    }
}
