//! The first module: what a first visit runs, and a stub for each function that it may call besides.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use walrus::ir::Instr;
use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module, RefType, TableId, TypeId, ValType,
};

use super::{Places, is_movable, table_of};

/// What the rest must put where.
pub(super) struct Stubs {
    /// The slot of the table through which a stub calls, by the place of the function.
    pub(super) slots: BTreeMap<usize, u64>,
}

/// The functions that the rest takes from the first module, by the name under which it takes them and their place.
pub(super) type Wanted = BTreeMap<String, usize>;

/// Empties all functions but the warm ones. A stub makes sure that the rest is there, and calls the function in its
/// slot of the table.
pub(super) fn hollow(module: &mut Module, warm: &Places) -> Result<Stubs> {
    let (table, is_movable) = (table_of(module)?, is_movable(module));
    let begin = module.tables.get(table).initial;
    let cold: Vec<FunctionId> = module
        .funcs
        .iter()
        .map(walrus::Function::id)
        .filter(|id| is_movable(*id) && !warm.contains(&id.index()))
        .collect();
    // Before what nothing uses is removed: the rest may use what is used nowhere here any more.
    offer_state(module);
    let sure = sure_function(module, table)?;
    for (id, slot) in cold.iter().zip(begin..) {
        let stub = stub(module, *id, sure, table, slot)?;
        module.funcs.get_mut(*id).kind = FunctionKind::Local(stub);
    }
    walrus::passes::gc::run(module);

    // Only now is it known which stubs anybody can call; they get the slots.
    let present: BTreeSet<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let left: Vec<FunctionId> = cold.into_iter().filter(|id| present.contains(id)).collect();
    let mut slots = BTreeMap::new();
    for (id, slot) in left.iter().zip(begin..) {
        let stub = stub(module, *id, sure, table, slot)?;
        module.funcs.get_mut(*id).kind = FunctionKind::Local(stub);
        slots.insert(id.index(), slot);
    }
    let grown = module.tables.get_mut(table);
    grown.initial = begin + left.len() as u64;
    grown.maximum = grown.maximum.map(|most| most.max(grown.initial));
    Ok(Stubs { slots })
}

/// Exports the functions that the rest takes.
pub(super) fn offer(module: &mut Module, wanted: &Wanted) {
    let by_place: BTreeMap<usize, FunctionId> =
        module.funcs.iter().map(|each| (each.id().index(), each.id())).collect();
    for (name, place) in wanted {
        if let Some(id) = by_place.get(place) {
            module.exports.add(name, *id);
        }
    }
}

/// Exports memory, tables and globals, under the names by which the rest takes them.
fn offer_state(module: &mut Module) {
    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for id in memories {
        module.exports.add(&name("m", id.index()), id);
    }
    for id in tables {
        module.exports.add(&name("t", id.index()), id);
    }
    for id in globals {
        module.exports.add(&name("g", id.index()), id);
    }
}

/// The name by which the first module gives something to the rest.
pub(super) fn name(kind: &str, place: usize) -> String {
    format!("{kind}{place}")
}

/// `(slot) -> slot`, after the rest has been asked for where the slot is still empty.
fn sure_function(module: &mut Module, table: TableId) -> Result<FunctionId> {
    let nothing = module.types.add(&[], &[]);
    let (load, _) = module.add_import_func("rest", "load", nothing);
    let slot = module.locals.add(ValType::I32);
    let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
    builder
        .func_body()
        .local_get(slot)
        .table_get(table)
        .ref_is_null()
        .if_else(
            None,
            |then| {
                then.call(load);
            },
            |_| {},
        )
        .local_get(slot);
    let id = builder.finish(vec![slot], &mut module.funcs);
    debug_assert_eq!(module.tables.get(table).element_ty, RefType::FUNCREF);
    Ok(id)
}

fn stub(
    module: &mut Module,
    id: FunctionId,
    sure: FunctionId,
    table: TableId,
    slot: u64,
) -> Result<LocalFunction> {
    let ty: TypeId = module.funcs.get(id).ty();
    let (params, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
    let args: Vec<_> = params.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    for arg in &args {
        body.local_get(*arg);
    }
    let slot = i32::try_from(slot).context("the table is too long")?;
    body.i32_const(slot).call(sure).instr(Instr::CallIndirect(walrus::ir::CallIndirect { ty, table }));
    Ok(builder.local_func(args))
}
