//! Which function is in which slot of a table.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use walrus::ir::Value;
use walrus::{ConstExpr, ElementItems, ElementKind, FunctionId, Module, TableId};

/// Functions by the slots they are in.
pub(super) type Filled = BTreeMap<u64, FunctionId>;

/// Takes out of a module what fills a table.
pub(super) fn taken_out(module: &mut Module, table: TableId) -> Result<Filled> {
    let mut filled = Filled::new();
    let mut taken = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: own, offset } = &element.kind else { continue };
        let (true, ElementItems::Functions(functions)) = (*own == table, &element.items) else { continue };
        let ConstExpr::Value(Value::I32(begin)) = offset else {
            bail!("the table is filled from a place that is not known");
        };
        filled.extend((u64::try_from(*begin)?..).zip(functions.iter().copied()));
        taken.push(element.id());
    }
    for id in taken {
        module.elements.delete(id);
        module.tables.get_mut(table).elem_segments.remove(&id);
    }
    Ok(filled)
}

/// Fills a table; slots that follow each other are filled as one.
pub(super) fn fill(
    module: &mut Module,
    table: TableId,
    filled: impl IntoIterator<Item = (u64, FunctionId)>,
) -> Result<()> {
    let mut runs: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (slot, id) in filled {
        match runs.last_mut() {
            Some((begin, run)) if *begin + run.len() as u64 == slot => run.push(id),
            _ => runs.push((slot, vec![id])),
        }
    }
    for (begin, functions) in runs {
        let offset = ConstExpr::Value(Value::I32(i32::try_from(begin)?));
        let id =
            module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    Ok(())
}
