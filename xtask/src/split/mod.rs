//! Parts a wasm module by when its code is needed: to open the page, to play, to do what most do next, or later.
//!
//! When something is needed is not guessed: a copy of the module notes each stretch of instructions it enters
//! (`stretch.rs`) while Chromium opens the page and plays (`probe.rs`, `walk.mjs`). Each instruction gets the level of
//! the part it goes into (`level.rs`). Of a function that is needed early, what is needed later becomes a function of its
//! own (`cold.rs`). In each part the functions of later ones are stubs, which call through the table, and wait where the
//! other part is not there yet (`stub.rs`); memory, table and what it calls of earlier parts it takes from those
//! (`piece.rs`). Data goes with the code that can reach it (`objects.rs`, `data.rs`).

mod cold;
mod data;
mod level;
mod live;
mod objects;
mod piece;
mod probe;
mod stretch;
mod stub;
mod table;
mod weight;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use walrus::Module;

use self::objects::Objects;
use self::piece::Piece;
use crate::server::{self, Site};
use crate::{chromium, run, setup, site, workspace};

/// The script beside the bindings that fetches the later parts.
const LOADER: &str = include_str!("rest.js");

/// The script that walks through the page.
const WALK: &str = "xtask/src/split/walk.mjs";

/// The site's files that hold the later parts, in their order; the loader asks for them by these names.
pub(crate) const LATER: [&str; 3] =
    ["delivery_lab_soon.wasm", "delivery_lab_next.wasm", "delivery_lab_rest.wasm"];

/// Has the module bound anew where the walk through the page has changed since it was parted.
pub(crate) fn forget_old(bound: &Path) -> Result<()> {
    let loader = bound.join("rest.js");
    let is_old = loader.exists() && !setup::is_newer(&loader, &workspace::at(WALK));
    if is_old { site::remove(bound) } else { Ok(()) }
}

/// Parts the bound module in `bound`, which was `compiled` with its relocations. `gather` makes a site of a folder of
/// bindings, to be walked through.
pub(crate) fn part(
    compiled: &Path,
    bound: &Path,
    module: &str,
    scratch: &Path,
    gather: impl Fn(&Path, &Path) -> Result<()>,
) -> Result<()> {
    let (wasm, glue) = (bound.join(format!("{module}_bg.wasm")), bound.join(format!("{module}.js")));
    // Binding begins with an empty folder, so where the loader is, this was done.
    let loader = bound.join("rest.js");
    if loader.exists() {
        return Ok(());
    }
    let whole = read(&wasm)?;
    let script = fs::read_to_string(&glue).with_context(|| cannot_read(&glue))?;
    let walks = walk(&whole, &script, module, bound, scratch, gather)?;
    let objects = Objects::of(&read(compiled)?)?;
    let mut parts = parted(&whole, &walks, Some(&objects))?.into_iter();
    let first = parts.next().context("there is no part")?;
    for (name, part) in LATER.iter().zip(parts) {
        write(&bound.join(name), &part)?;
    }
    let script = with_loader(&script)?;
    write(&glue, script.as_bytes())?;
    write(&wasm, &first)?;
    write(&loader, LOADER.as_bytes())
}

/// The modules that together do what the whole one does: one for each walk, and one for what none of them entered.
fn parted(whole: &[u8], walks: &[Vec<bool>], objects: Option<&Objects>) -> Result<Vec<Vec<u8>>> {
    let last = u32::try_from(walks.len())?;
    let mut parts = Vec::new();
    for level in 0..=last {
        // Each reading numbers functions alike, also those that are made of runs.
        let mut module = parse(whole)?;
        level::mark(&mut module, walks)?;
        (1..=last).rev().try_for_each(|level| cold::move_out_from(&mut module, level))?;
        parts.push(Piece::of(module, level, last)?);
    }
    let taken: BTreeSet<usize> = parts.iter().flat_map(Piece::taken).collect();
    let begin = parts.first().map_or(0, Piece::slots);
    let slots: BTreeMap<usize, u64> = taken.into_iter().zip(begin..).collect();
    parts.iter_mut().try_for_each(|part| part.know(&slots))?;
    let mut modules: Vec<Module> = parts.into_iter().map(|part| part.module).collect();
    data::share(&mut modules, objects)?;
    Ok(modules.iter_mut().map(Module::emit_wasm).collect())
}

/// What the walk prints: the numbers of the stretches that were entered by the end of each of its walks.
#[derive(Deserialize)]
struct Walked {
    opening: Vec<usize>,
    playing: Vec<usize>,
    looking: Vec<usize>,
}

/// Which stretches were entered when the page had opened, when it had been played, and when most had been done that is done
/// next.
fn walk(
    whole: &[u8],
    script: &str,
    module: &str,
    bound: &Path,
    scratch: &Path,
    gather: impl Fn(&Path, &Path) -> Result<()>,
) -> Result<[Vec<bool>; LATER.len()]> {
    let (probed, walked) = (scratch.join("probed"), scratch.join("walked"));
    site::empty(&probed)?;
    site::copy_tree(bound, &probed)?;
    write(&probed.join(format!("{module}_bg.wasm")), &probe::probed(parse(whole)?)?)?;
    write(&probed.join(format!("{module}.js")), probe::with_probe(script)?.as_bytes())?;
    gather(&probed, &walked)?;

    let listener = server::listen(0)?;
    let url = server::url_of(&listener)?;
    server::serve_behind(listener, Site { root: walked, reload: None });
    let mut node = run::program("node");
    node.arg(WALK).env("BASE_URL", url).env("CHROMIUM", chromium::find_or_install()?);
    let line = run::last_line(&mut node).context("the page could not be walked through")?;
    let walked: Walked = serde_json::from_str(&line).context("the walk through the page said no lists")?;
    if walked.opening.len() < 10_000 {
        bail!("the walk through the page entered only {} stretches; did it open?", walked.opening.len());
    }
    let count = stretch::of_module(&parse(whole)?).iter().map(|(_, own)| own.len()).sum();
    let entered = |numbers: Vec<usize>| {
        let numbers: BTreeSet<usize> = numbers.into_iter().collect();
        (0..count).map(|number| numbers.contains(&number)).collect()
    };
    Ok([walked.opening, walked.playing, walked.looking].map(entered))
}

/// A module without what the linker kept, which says nothing of what becomes of it here.
fn parse(wasm: &[u8]) -> Result<Module> {
    let mut module = Module::from_buffer(wasm).context("the wasm cannot be read")?;
    for name in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(name);
    }
    Ok(module)
}

/// The bindings with the loader in them.
fn with_loader(script: &str) -> Result<String> {
    let opened = replaced(
        script,
        "const imports = __wbg_get_imports();",
        "const imports = withRest(__wbg_get_imports());",
        2,
    )?;
    let told = replaced(
        &opened,
        "return __wbg_finalize_init(instance, module);",
        "firstIsHere(instance);\n    return __wbg_finalize_init(instance, module);",
        2,
    )?;
    Ok(format!(
        "import {{ firstIsHere, withRest }} from \"./rest.js\";\n{told}\nexport {{ laterParts }} from \"./rest.js\";\n"
    ))
}

/// The script with a passage replaced, which must be there as often as expected.
fn replaced(script: &str, passage: &str, by: &str, times: usize) -> Result<String> {
    let found = script.matches(passage).count();
    if found != times {
        bail!("a script has `{passage}` {found} times and not {times}; has wasm-bindgen changed?");
    }
    Ok(script.replace(passage, by))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| cannot_read(path))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", workspace::shown(path)))
}

fn cannot_read(path: &Path) -> String {
    format!("{} cannot be read", workspace::shown(path))
}

#[cfg(test)]
mod tests;
