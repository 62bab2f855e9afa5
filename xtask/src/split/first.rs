//! The first module: what a first visit runs, and a stub for each function that this calls besides.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use walrus::ir::{Call, Instr, InstrLocId};
use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, LocalFunction, Module, RefType, TableId, TypeId, ValType,
};

use super::{Places, is_movable, stretch, table, table_of};

/// What the rest must put where.
pub(super) struct Stubs {
    /// The slot of the table through which a stub calls, by the place of the function.
    pub(super) slots: BTreeMap<usize, u64>,
}

/// The slots of the table from which the rest takes the functions of the first module.
pub(super) struct Offered {
    pub(super) begin: u64,
    pub(super) count: usize,
}

/// Empties all functions but the warm ones. A stub makes sure that the rest is there, and calls the function in its
/// slot of the table. Slots of functions that are not here stay empty; who calls through the table makes sure, too.
pub(super) fn hollow(module: &mut Module, warm: &Places) -> Result<Stubs> {
    let (table, is_movable) = (table_of(module)?, is_movable(module));
    let begin = module.tables.get(table).initial;
    let filled = table::taken_out(module, table)?;
    table::fill(
        module,
        table,
        filled.into_iter().filter(|(_, id)| !is_movable(*id) || warm.contains(&id.index())),
    )?;
    let cold: Vec<FunctionId> = module
        .funcs
        .iter()
        .map(walrus::Function::id)
        .filter(|id| is_movable(*id) && !warm.contains(&id.index()))
        .collect();
    // Before what nothing uses is removed: the rest may use what is used nowhere here any more.
    offer_state(module);
    let sure = sure_function(module, table)?;
    make_sure(module, table, sure, &cold);
    for (id, slot) in cold.iter().zip(begin..) {
        let stub = stub(module, *id, sure, table, slot)?;
        module.funcs.get_mut(*id).kind = FunctionKind::Local(stub);
    }
    remove_unused(module, warm);

    // Only now is it known which stubs anybody can call; they get the slots.
    let present: BTreeSet<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
    let left: Vec<FunctionId> = cold.into_iter().filter(|id| present.contains(id)).collect();
    let mut slots = BTreeMap::new();
    for (id, slot) in left.iter().zip(begin..) {
        let stub = stub(module, *id, sure, table, slot)?;
        module.funcs.get_mut(*id).kind = FunctionKind::Local(stub);
        slots.insert(id.index(), slot);
    }
    grow(module, table, left.len());
    Ok(Stubs { slots })
}

/// Puts the functions that the rest takes, named by their places, at the end of the table. As exports they would need
/// thousands of names.
pub(super) fn offer(module: &mut Module, wanted: &[usize]) -> Result<Offered> {
    let by_place: BTreeMap<usize, FunctionId> =
        module.funcs.iter().map(|each| (each.id().index(), each.id())).collect();
    let table = table_of(module)?;
    let begin = module.tables.get(table).initial;
    let taken = wanted.iter().map(|place| by_place.get(place).copied());
    let taken: Option<Vec<FunctionId>> = taken.collect();
    let taken = taken.context("the rest takes a function that is not in the first module")?;
    table::fill(module, table, (begin..).zip(taken))?;
    grow(module, table, wanted.len());
    module.exports.add("functions", table);
    Ok(Offered { begin, count: wanted.len() })
}

/// Gives a table more slots.
fn grow(module: &mut Module, table: TableId, by: usize) {
    let grown = module.tables.get_mut(table);
    grown.initial += by as u64;
    grown.maximum = grown.maximum.map(|most| most.max(grown.initial));
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

/// Removes what nobody can call. What is warm may be called by the rest.
fn remove_unused(module: &mut Module, warm: &Places) {
    let warm: Vec<FunctionId> =
        module.funcs.iter().map(walrus::Function::id).filter(|id| warm.contains(&id.index())).collect();
    let kept: Vec<_> = warm
        .into_iter()
        .enumerate()
        .map(|(number, id)| module.exports.add(&name("kept", number), id))
        .collect();
    walrus::passes::gc::run(module);
    kept.into_iter().for_each(|id| module.exports.delete(id));
}

/// Calls through the table ask for the rest where the slot is still empty.
fn make_sure(module: &mut Module, table: TableId, sure: FunctionId, cold: &[FunctionId]) {
    let cold: BTreeSet<FunctionId> = cold.iter().copied().collect();
    for (id, function) in module.funcs.iter_local_mut() {
        if id == sure || cold.contains(&id) {
            continue;
        }
        let mut waiting = vec![function.entry_block()];
        while let Some(seq) = waiting.pop() {
            let instrs = &mut function.block_mut(seq).instrs;
            waiting.extend(instrs.iter().flat_map(|(instr, _)| stretch::inner_of(instr)));
            let calls: Vec<usize> = (0..instrs.len())
                .filter(|place| matches!(&instrs[*place].0, Instr::CallIndirect(call) if call.table == table))
                .collect();
            for place in calls.into_iter().rev() {
                instrs.insert(place, (Call { func: sure }.into(), InstrLocId::default()));
            }
        }
    }
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
