//! The second module: the bodies of the functions that are not in the first, and the data that only they reach.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use walrus::{FunctionId, FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module};

use super::data::{self, Piece};
use super::first::{Stubs, name};
use super::{Places, is_movable, table, table_of};

/// The second module, and the places of the functions it takes from the first.
pub(super) fn made(
    mut module: Module,
    warm: &Places,
    stubs: &Stubs,
    pieces: Vec<Piece>,
) -> Result<(Vec<u8>, Vec<usize>)> {
    let is_movable = is_movable(&module);
    let is_own = move |id: FunctionId| is_movable(id) && !warm.contains(&id.index());
    let names: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    names.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;

    fill_table(&mut module, &is_own, stubs)?;
    take_functions(&mut module, &is_own);
    take_memory(&mut module)?;
    take_tables(&mut module);
    take_globals(&mut module);
    walrus::passes::gc::run(&mut module);
    let memory = module.memories.iter().next().map(walrus::Memory::id);
    if let Some(memory) = memory {
        data::put(&mut module, memory, pieces);
    }

    // They are called by their numbers: what gives them knows them by these.
    let mut wanted = Vec::new();
    for import in module.imports.iter_mut().filter(|import| import.module == FIRST) {
        if let ImportKind::Function(id) = import.kind {
            import.name = wanted.len().to_string();
            wanted.push(id.index());
        }
    }
    Ok((module.emit_wasm(), wanted))
}

/// Under which name the first module is given to the second.
const FIRST: &str = "first";

/// Puts the functions into the slots of their stubs, and into those where the whole module has them.
fn fill_table(module: &mut Module, is_own: &impl Fn(FunctionId) -> bool, stubs: &Stubs) -> Result<()> {
    let table = table_of(module)?;
    let mut filled = table::taken_out(module, table)?;
    filled.retain(|_, id| is_own(*id));
    // What fills other tables is the first module's.
    let others: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in others {
        module.elements.delete(id);
        module.tables.iter_mut().for_each(|table| {
            table.elem_segments.remove(&id);
        });
    }
    let by_place: BTreeMap<usize, FunctionId> =
        module.funcs.iter().map(|each| (each.id().index(), each.id())).collect();
    for (place, slot) in &stubs.slots {
        if let Some(id) = by_place.get(place) {
            filled.insert(*slot, *id);
        }
    }
    table::fill(module, table, filled)
}

fn take_functions(module: &mut Module, is_own: &impl Fn(FunctionId) -> bool) {
    let foreign: Vec<_> = module
        .funcs
        .iter()
        .filter(|each| matches!(each.kind, FunctionKind::Local(_)) && !is_own(each.id()))
        .map(|each| (each.id(), each.ty()))
        .collect();
    for (id, ty) in foreign {
        let import = module.imports.add(FIRST, &name("f", id.index()), id);
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
}

fn take_memory(module: &mut Module) -> Result<()> {
    if module.data.iter().any(walrus::Data::is_passive) {
        bail!("the wasm has data that is put into memory later; that is not foreseen");
    }
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    segments.into_iter().for_each(|id| module.data.delete(id));
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let import = module.imports.add(FIRST, &name("m", id.index()), id);
        let memory = module.memories.get_mut(id);
        memory.data_segments.clear();
        memory.import = Some(import);
    }
    Ok(())
}

fn take_tables(module: &mut Module) {
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        let import = module.imports.add(FIRST, &name("t", id.index()), id);
        let table = module.tables.get_mut(id);
        table.init = None;
        table.import = Some(import);
        // The first module's has grown by the slots of its stubs; an import need only be long enough.
        table.maximum = None;
    }
}

fn take_globals(module: &mut Module) {
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        let import = module.imports.add(FIRST, &name("g", id.index()), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}
