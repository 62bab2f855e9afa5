//! One part of a module: the functions of its level, stubs for those of later parts, imports of those of earlier ones.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use walrus::{
    ElementItems, ElementKind, ExportId, FunctionId, FunctionKind, GlobalKind, ImportKind, ImportedFunction,
    Module, TableId,
};

use super::level::{self, Level};
use super::{stub, table};

/// Under which name what earlier parts have is given to later ones.
const BEFORE: &str = "before";

/// A part whose functions do not know yet in which slots of the table those of other parts are.
pub(super) struct Piece {
    pub(super) module: Module,
    level: Level,
    table: TableId,
    /// Asks for later parts; the last has none.
    sure: Option<FunctionId>,
    /// The functions of this part.
    own: BTreeSet<FunctionId>,
    /// Those of later parts that it calls.
    later: BTreeSet<FunctionId>,
    /// Those of earlier parts that it calls.
    earlier: BTreeSet<FunctionId>,
}

impl Piece {
    /// Makes a part of the whole module, of which `last` is the number of the last part.
    pub(super) fn of(mut module: Module, level: Level, last: Level) -> Result<Self> {
        let table = module.tables.main_function_table()?.context("the wasm has no table of functions")?;
        let levels = levels(&module, table);
        let is_own = |id: &FunctionId| levels.get(id).is_some_and(|own| *own == level);
        let of = |is_wanted: &dyn Fn(Level) -> bool| -> Vec<FunctionId> {
            levels.iter().filter(|(_, level)| is_wanted(**level)).map(|(id, _)| *id).collect()
        };
        let (own, later, earlier) = (of(&|own| own == level), of(&|own| own > level), of(&|own| own < level));

        let filled = table::taken_out(&mut module, table)?;
        table::fill(&mut module, table, filled.into_iter().filter(|(_, id)| is_own(id)))?;
        if level == 0 {
            offer_state(&mut module);
        } else {
            take_state(&mut module, table);
            take_functions(&mut module, &earlier);
        }
        let sure = (level < last).then(|| stub::sure_function(&mut module, table));
        if let Some(sure) = sure {
            stub::make_sure(&mut module, table, sure, &own);
            for id in &later {
                let stub = stub::stub(&mut module, *id, sure, table, 0)?;
                module.funcs.get_mut(*id).kind = FunctionKind::Local(stub);
            }
        }
        remove_unused(&mut module, &own, table);

        let present: BTreeSet<FunctionId> = module.funcs.iter().map(walrus::Function::id).collect();
        let present = |ids: Vec<FunctionId>| ids.into_iter().filter(|id| present.contains(id)).collect();
        Ok(Self {
            level,
            table,
            sure,
            own: present(own),
            later: present(later),
            earlier: present(earlier),
            module,
        })
    }

    /// How many slots the table has before those of functions that parts take from each other.
    pub(super) fn slots(&self) -> u64 {
        self.module.tables.get(self.table).initial
    }

    /// The places of the functions that it takes from other parts.
    pub(super) fn taken(&self) -> impl Iterator<Item = usize> {
        self.later.iter().chain(&self.earlier).map(|id| id.index())
    }

    /// Tells the functions where those of other parts are, by their places, and puts its own where others look for them.
    pub(super) fn know(&mut self, slots: &BTreeMap<usize, u64>) -> Result<()> {
        let slot = |id: &FunctionId| slots.get(&id.index()).copied();
        if let Some(sure) = self.sure {
            for id in &self.later {
                let slot = slot(id).context("a function has no slot")?;
                let stub = stub::stub(&mut self.module, *id, sure, self.table, slot)?;
                self.module.funcs.get_mut(*id).kind = FunctionKind::Local(stub);
            }
        }
        for import in self.module.imports.iter_mut().filter(|import| import.module == BEFORE) {
            if let ImportKind::Function(id) = import.kind {
                import.name = slot(&id).context("a function has no slot")?.to_string();
            }
        }
        let own: BTreeMap<u64, FunctionId> =
            self.own.iter().filter_map(|id| Some((slot(id)?, *id))).collect();
        table::fill(&mut self.module, self.table, own)?;
        if self.level == 0 {
            let table = self.module.tables.get_mut(self.table);
            table.initial += slots.len() as u64;
            table.maximum = table.maximum.map(|most| most.max(table.initial));
            self.module.exports.add("functions", self.table);
        }
        Ok(())
    }
}

/// The levels of all functions that have a body. Those that a segment names in a way that is not followed are needed at
/// once, and so is the one that begins.
fn levels(module: &Module, table: TableId) -> BTreeMap<FunctionId, Level> {
    let mut levels: BTreeMap<FunctionId, Level> =
        module.funcs.iter_local().map(|(id, function)| (id, level::of_function(function))).collect();
    let mut fixed: Vec<FunctionId> = module.start.into_iter().collect();
    for element in module.elements.iter() {
        let is_followed = matches!(&element.kind, ElementKind::Active { table: own, .. } if *own == table);
        if let (ElementItems::Functions(functions), false) = (&element.items, is_followed) {
            fixed.extend(functions);
        }
    }
    for id in fixed {
        levels.entry(id).and_modify(|level| *level = 0);
    }
    levels
}

/// Exports memory, tables and globals.
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

/// Takes memory, tables and globals from the first part, and nothing that only the first part does.
fn take_state(module: &mut Module, functions: TableId) {
    let exports: Vec<ExportId> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;
    let others = module
        .elements
        .iter()
        .filter(|element| !matches!(&element.kind, ElementKind::Active { table, .. } if *table == functions));
    let others: Vec<_> = others.map(walrus::Element::id).collect();
    for id in others {
        module.elements.delete(id);
        for table in module.tables.iter_mut() {
            table.elem_segments.remove(&id);
        }
    }

    let memories: Vec<_> = module.memories.iter().map(walrus::Memory::id).collect();
    for id in memories {
        let import = module.imports.add(BEFORE, &name("m", id.index()), id);
        module.memories.get_mut(id).import = Some(import);
    }
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        let import = module.imports.add(BEFORE, &name("t", id.index()), id);
        let table = module.tables.get_mut(id);
        table.init = None;
        table.import = Some(import);
        // The first part's has more slots; an import need only be long enough.
        table.maximum = None;
    }
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        let import = module.imports.add(BEFORE, &name("g", id.index()), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

fn take_functions(module: &mut Module, earlier: &[FunctionId]) {
    for id in earlier {
        let ty = module.funcs.get(*id).ty();
        let import = module.imports.add(BEFORE, &name("f", id.index()), *id);
        module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
}

fn name(kind: &str, place: usize) -> String {
    format!("{kind}{place}")
}

/// Removes what nobody can call; its own functions other parts may call, by the table.
fn remove_unused(module: &mut Module, own: &[FunctionId], table: TableId) {
    let functions = own.iter().map(|id| module.exports.add(&name("kept", id.index()), *id));
    let mut kept: Vec<_> = functions.collect();
    kept.push(module.exports.add("kept", table));
    walrus::passes::gc::run(module);
    kept.into_iter().for_each(|id| module.exports.delete(id));
}
