//! Makes the page: compiles it to wasm, binds it to JavaScript, and gathers the site.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::address::Address;
use crate::progress::Steps;
use crate::{npm, offline, run, setup, single, site, split, wasm, workspace};

/// The name of the page's JavaScript module and, with `_bg.wasm`, of its wasm file.
pub(crate) const MODULE: &str = "delivery_lab";

/// Which build of the page is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Flavour {
    /// Quick to compile and quick enough to run: for work and for the browser tests.
    Page,
    /// Small and as fast as it gets: for readers.
    Release,
    /// The same for the tests, which leave alone what is to be published.
    Checked,
}

impl Flavour {
    /// The folder that holds the finished site.
    pub(crate) fn site_folder(self) -> PathBuf {
        match self {
            Self::Page => workspace::target().join("site"),
            Self::Release => workspace::at("dist/site"),
            Self::Checked => workspace::target().join("checked/site"),
        }
    }

    /// The folder that holds the npm package.
    pub(crate) fn npm_folder(self) -> PathBuf {
        match self {
            Self::Page => workspace::target().join("npm"),
            Self::Release => workspace::at("dist/npm"),
            Self::Checked => workspace::target().join("checked/npm"),
        }
    }

    /// The folder that holds the packages for learning platforms.
    pub(crate) fn packages_folder(self) -> PathBuf {
        match self {
            Self::Page => workspace::target().join("packages"),
            Self::Release => workspace::at("dist"),
            Self::Checked => workspace::target().join("checked"),
        }
    }

    /// Whether it is as readers get it: small, and in parts.
    fn is_for_readers(self) -> bool {
        self != Self::Page
    }

    fn profile(self) -> &'static str {
        if self.is_for_readers() { "web" } else { "page" }
    }

    fn scratch(self) -> PathBuf {
        workspace::target().join("xtask").join(self.profile())
    }
}

/// How many steps [`make`] announces.
pub(crate) fn step_count(flavour: Flavour) -> usize {
    if flavour.is_for_readers() { 6 } else { 4 }
}

/// Does all that is missing between a clone and a site that can be served.
pub(crate) fn make(flavour: Flavour, steps: &mut Steps) -> Result<()> {
    make_for(flavour, None, steps)
}

/// The same for a site that will be at this address.
pub(crate) fn make_for(flavour: Flavour, address: Option<&Address>, steps: &mut Steps) -> Result<()> {
    steps.run("checking the tools", check_tools)?;
    let compiled = steps.run("compiling the page", || compile(flavour))?;
    let bound = flavour.scratch().join("bound");
    if flavour.is_for_readers() {
        split::forget_old(&bound)?;
    }
    steps.run("writing the JavaScript bindings", || {
        wasm::bind(&compiled, MODULE, &bound, flavour.is_for_readers())
    })?;
    if flavour.is_for_readers() {
        steps.run("parting it by what a first visit runs", || {
            split::part(&compiled, &bound, MODULE, &flavour.scratch(), |bound, to| {
                site::gather(bound, to, None, false)
            })
        })?;
        steps.run("making the parts small", || {
            wasm::optimise(&bound.join(format!("{MODULE}_bg.wasm")), &flavour.scratch())?;
            split::LATER.iter().try_for_each(|name| wasm::optimise(&bound.join(name), &flavour.scratch()))
        })?;
    }
    steps.run("gathering the site", || gather(&bound, flavour, address))
}

/// Puts the site and the package together. What lists the files of the site comes last.
fn gather(bound: &Path, flavour: Flavour, address: Option<&Address>) -> Result<()> {
    let folder = flavour.site_folder();
    site::gather(bound, &folder, address, flavour.is_for_readers())?;
    npm::write(&folder, &flavour.npm_folder())?;
    single::write(&folder, &flavour.scratch(), if flavour.is_for_readers() { 9 } else { 0 })?;
    if flavour.is_for_readers() {
        return offline::write(&folder).map(|_| ());
    }
    // A page that is worked on must never come from a cache.
    offline::switch_off(&folder)
}

fn check_tools() -> Result<()> {
    check_bindgen_version()?;
    setup::wasm_target()?;
    setup::node_packages()
}

/// The bindings must be written by the version that the page was compiled with.
fn check_bindgen_version() -> Result<()> {
    let text = fs::read_to_string(workspace::at("Cargo.lock"))
        .context("Cargo.lock cannot be read; restore it from the repository")?;
    let page = locked_version(&text, "wasm-bindgen");
    let tool = locked_version(&text, "wasm-bindgen-cli-support");
    if page.is_none() || page != tool {
        bail!(
            "Cargo.lock has wasm-bindgen {} but wasm-bindgen-cli-support {}; they must be the same.\n  \
             Write the same version in Cargo.toml and in xtask/Cargo.toml.",
            page.unwrap_or("nowhere"),
            tool.unwrap_or("nowhere")
        );
    }
    Ok(())
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn compile(flavour: Flavour) -> Result<PathBuf> {
    let profile = flavour.profile();
    let mut cargo = run::cargo();
    cargo.args(["build", "--package", "delivery-lab", "--lib", "--locked"]);
    cargo.args(["--target", setup::WASM, "--profile", profile]);
    if flavour.is_for_readers() {
        cargo.arg("--config").arg(format!("target.{}.rustflags={:?}", setup::WASM, release_flags()));
    }
    run::to_end(&mut cargo).context("the page does not compile; the compiler's message is above")?;
    Ok(workspace::target().join(setup::WASM).join(profile).join(format!("{MODULE}.wasm")))
}

/// What the compiler is told besides what is in .cargo/config.toml.
fn release_flags() -> Vec<String> {
    // How the wasm is parted rests on what the linker keeps.
    let mut flags = vec![String::from("-Clink-arg=--emit-relocs")];
    // Where packages lie on this machine is in messages of faults; it makes them longer, and each machine's wasm another.
    let packages = run::cargo_home().join("registry/src");
    let folders =
        fs::read_dir(packages).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    flags.extend(folders.map(|folder| format!("--remap-path-prefix={}/=", folder.display())));
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n";
        assert_eq!(locked_version(lock, "a"), Some("1.0.0"));
        assert_eq!(locked_version(lock, "b"), None);
    }

    #[test]
    fn the_bindings_fit_the_page() {
        check_bindgen_version().unwrap();
    }
}
