//! What stands for functions of later parts: calls through the table, after it is sure that they have come.

use anyhow::{Context as _, Result};
use walrus::ir::{Call, CallIndirect, Instr, InstrLocId};
use walrus::{FunctionBuilder, FunctionId, LocalFunction, Module, TableId, ValType};

use super::stretch;

/// `(slot) -> slot`, after the part with the function of this slot has been asked for where the slot is still empty.
pub(super) fn sure_function(module: &mut Module, table: TableId) -> FunctionId {
    let ty = module.types.add(&[ValType::I32], &[]);
    let (load, _) = module.add_import_func("rest", "load", ty);
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
                then.local_get(slot).call(load);
            },
            |_| {},
        )
        .local_get(slot);
    builder.finish(vec![slot], &mut module.funcs)
}

/// A function that calls the one in a slot of the table, as if it were that one.
pub(super) fn stub(
    module: &mut Module,
    id: FunctionId,
    sure: FunctionId,
    table: TableId,
    slot: u64,
) -> Result<LocalFunction> {
    let ty = module.funcs.get(id).ty();
    let (params, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
    let args: Vec<_> = params.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    for arg in &args {
        body.local_get(*arg);
    }
    let slot = i32::try_from(slot).context("the table is too long")?;
    body.i32_const(slot).call(sure).instr(CallIndirect { ty, table });
    Ok(builder.local_func(args))
}

/// Has the calls through the table in some functions ask for a later part where the slot is still empty.
pub(super) fn make_sure(module: &mut Module, table: TableId, sure: FunctionId, callers: &[FunctionId]) {
    for id in callers {
        let function = module.funcs.get_mut(*id).kind.unwrap_local_mut();
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
