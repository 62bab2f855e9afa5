//! Parts a wasm module in two: what a first visit runs, and the rest, which is fetched while the reader looks.
//!
//! What a first visit runs is not guessed: a copy of the module notes each stretch of instructions it enters
//! (`stretch.rs`) while Chromium opens the page and plays (`probe.rs`, `walk.mjs`). Of a function that was entered, what
//! was never reached becomes a function of its own (`cold.rs`). The first module keeps what was entered. Each other
//! function is a stub there, which calls it through the table, and waits for the rest where it is not there yet
//! (`first.rs`). The rest has their bodies, and takes memory, table and what it calls from the first (`rest.rs`). Data
//! goes with the code that can reach it (`objects.rs`, `data.rs`).

mod cold;
mod data;
mod first;
mod live;
mod objects;
mod probe;
mod rest;
mod stretch;
mod table;
mod weight;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use walrus::{ElementItems, ElementKind, FunctionKind, Module, TableId};

use self::first::Offered;
use self::objects::Objects;
use crate::server::{self, Site};
use crate::{chromium, run, site, workspace};

/// Functions by their place in the module as it was read: both readings of it number them alike.
type Places = BTreeSet<usize>;

/// The script beside the bindings that fetches the rest.
const LOADER: &str = include_str!("rest.js");

/// The site's files that hold the second part; the loader asks for the wasm by this name.
pub(crate) const REST: &str = "delivery_lab_rest.wasm";

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
    let entered = walk(&whole, &script, module, bound, scratch, gather)?;
    let objects = Objects::of(&read(compiled)?)?;
    let parted = parted(&whole, &entered, Some(&objects))?;
    write(&bound.join(REST), &parted.rest)?;
    let script = with_loader(&script)?;
    write(&glue, script.as_bytes())?;
    write(&wasm, &parted.first)?;
    write(&loader, loader_for(&parted.offered)?.as_bytes())
}

/// A module in two parts.
struct Parted {
    first: Vec<u8>,
    rest: Vec<u8>,
    /// What the rest takes from the table of the first.
    offered: Offered,
}

/// The two modules that together do what the whole one does. Without objects, all data is in the first.
fn parted(whole: &[u8], entered: &[bool], objects: Option<&Objects>) -> Result<Parted> {
    // Both readings number functions alike, also those that are made of runs.
    let (mut first, mut second) = (parse(whole)?, parse(whole)?);
    let warm = cold::moved_out(&mut first, entered)?;
    cold::moved_out(&mut second, entered)?;
    let stubs = first::hollow(&mut first, &warm)?;
    let pieces = objects.map_or_else(|| Ok(Vec::new()), |objects| data::take_out(&mut first, objects))?;
    let (rest, wanted) = rest::made(second, &warm, &stubs, pieces)?;
    let offered = first::offer(&mut first, &wanted)?;
    Ok(Parted { first: first.emit_wasm(), rest, offered })
}

/// Which stretches a first visit enters, by their numbers.
fn walk(
    whole: &[u8],
    script: &str,
    module: &str,
    bound: &Path,
    scratch: &Path,
    gather: impl Fn(&Path, &Path) -> Result<()>,
) -> Result<Vec<bool>> {
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
    node.arg("xtask/src/split/walk.mjs").env("BASE_URL", url).env("CHROMIUM", chromium::find_or_install()?);
    let line = run::last_line(&mut node).context("the page could not be walked through")?;
    let numbers: Vec<usize> =
        serde_json::from_str(&line).context("the walk through the page said no list")?;
    if numbers.len() < 10_000 {
        bail!("the walk through the page entered only {} stretches; did it open?", numbers.len());
    }
    let mut entered = vec![false; stretch::of_module(&parse(whole)?).iter().map(|(_, own)| own.len()).sum()];
    for number in numbers {
        *entered.get_mut(number).context("the walk was through another module")? = true;
    }
    Ok(entered)
}

/// A module without what the linker kept, which says nothing of what becomes of it here.
fn parse(wasm: &[u8]) -> Result<Module> {
    let mut module = Module::from_buffer(wasm).context("the wasm cannot be read")?;
    for name in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(name);
    }
    Ok(module)
}

/// The table that indirect calls go through.
fn table_of(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("the wasm has no table of functions")
}

/// The functions that stay in the first module whatever the walk says: those without a body in the wasm, and those
/// that a segment names in a way that is not followed here.
fn is_movable(module: &Module) -> impl Fn(walrus::FunctionId) -> bool + use<> {
    let table = module.tables.main_function_table().ok().flatten();
    let mut fixed: BTreeSet<walrus::FunctionId> = module.start.into_iter().collect();
    for element in module.elements.iter() {
        let is_followed =
            matches!(&element.kind, ElementKind::Active { table: own, .. } if Some(*own) == table);
        if let ElementItems::Functions(functions) = &element.items
            && !is_followed
        {
            fixed.extend(functions);
        }
    }
    let local = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
    let movable: BTreeSet<_> = local.map(walrus::Function::id).filter(|id| !fixed.contains(id)).collect();
    move |id| movable.contains(&id)
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
        "import {{ firstIsHere, withRest }} from \"./rest.js\";\n{told}\nexport {{ restIsHere }} from \"./rest.js\";\n"
    ))
}

/// The loader, which knows where in the table the rest finds what it takes.
fn loader_for(offered: &Offered) -> Result<String> {
    let place = format!("const OFFERED = {{ begin: {}, count: {} }};", offered.begin, offered.count);
    replaced(LOADER, "const OFFERED = { begin: 0, count: 0 };", &place, 1)
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
