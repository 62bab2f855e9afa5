//! The second module: the bodies of the functions that are stubs in the first.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalKind, ImportKind, ImportedFunction,
    Module,
};

use super::first::{Stubs, Wanted, name};
use super::{Places, is_movable, table_of};

/// The second module, and what it takes from the first.
pub(super) fn made(mut module: Module, warm: &Places, stubs: &Stubs) -> Result<(Vec<u8>, Wanted)> {
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

    let mut wanted = Wanted::new();
    for import in module.imports.iter().filter(|import| import.module == FIRST) {
        if let ImportKind::Function(id) = import.kind {
            wanted.insert(import.name.clone(), id.index());
        }
    }
    Ok((module.emit_wasm(), wanted))
}

/// Under which name the first module is given to the second.
const FIRST: &str = "first";

/// Puts the functions into the slots of their stubs, and into those where the whole module has them.
fn fill_table(module: &mut Module, is_own: &impl Fn(FunctionId) -> bool, stubs: &Stubs) -> Result<()> {
    let table = table_of(module)?;
    let mut filled: BTreeMap<u64, FunctionId> = BTreeMap::new();
    let mut emptied = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: own, offset } = &element.kind else { continue };
        emptied.push(element.id());
        let (true, ElementItems::Functions(functions)) = (*own == table, &element.items) else { continue };
        let ConstExpr::Value(Value::I32(begin)) = offset else {
            bail!("the table is filled from a place that is not known");
        };
        let begin = u64::try_from(*begin)?;
        filled.extend((begin..).zip(functions).filter(|(_, id)| is_own(**id)).map(|(slot, id)| (slot, *id)));
    }
    for id in emptied {
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

    for (begin, functions) in runs(filled) {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(begin)?));
        let kind = ElementKind::Active { table, offset };
        let id = module.elements.add(kind, ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    Ok(())
}

/// Slots that follow each other as one.
fn runs(filled: BTreeMap<u64, FunctionId>) -> Vec<(u64, Vec<FunctionId>)> {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (slot, id) in filled {
        match runs.last_mut() {
            Some((begin, run)) if *begin + run.len() as u64 == slot => run.push(id),
            _ => runs.push((slot, vec![id])),
        }
    }
    runs
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
