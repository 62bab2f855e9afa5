//! A copy of a module that notes each stretch of instructions it enters, in memory that it does not use itself.

use anyhow::{Context as _, Result};
use walrus::ir::{Const, Instr, InstrLocId, MemArg, Store, StoreKind, Value};
use walrus::{ConstExpr, MemoryId, Module, ValType};

use super::{replaced, stretch};

/// The bytes of a page of memory.
const PAGE: usize = 65_536;

/// The module, in which each stretch first sets the byte of its number. Two globals say from where to where they are.
pub(super) fn probed(mut module: Module) -> Result<Vec<u8>> {
    let stretches = stretch::of_module(&module);
    let count: usize = stretches.iter().map(|(_, own)| own.len()).sum();
    let memory = module.memories.iter_mut().next().context("the wasm has no memory")?;
    // What the program has asked for comes after what it begins with.
    let begin = memory.initial * PAGE as u64;
    memory.initial += u64::try_from(count.div_ceil(PAGE))?;
    let memory = memory.id();
    for (name, address) in [("notesBegin", begin), ("notesEnd", begin + count as u64)] {
        let value = ConstExpr::Value(Value::I32(i32::try_from(address)?));
        let global = module.globals.add_local(ValType::I32, false, false, value);
        module.exports.add(name, global);
    }

    let mut number = 0;
    for (id, own) in stretches {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        // From the last to the first, so that the places of those before stay what they are.
        let mut numbered: Vec<_> = (number..).zip(own).collect();
        number += i32::try_from(numbered.len())?;
        numbered.sort_by_key(|(_, stretch)| std::cmp::Reverse(stretch.begin));
        for (number, stretch) in numbered {
            let instrs = &mut function.block_mut(stretch.seq).instrs;
            let note = note(memory, begin, number).map(|instr| (instr, InstrLocId::default()));
            instrs.splice(stretch.begin..stretch.begin, note);
        }
    }
    Ok(module.emit_wasm())
}

fn note(memory: MemoryId, begin: u64, number: i32) -> [Instr; 3] {
    let kind = StoreKind::I32_8 { atomic: false };
    [
        Const { value: Value::I32(number) }.into(),
        Const { value: Value::I32(1) }.into(),
        Store { memory, kind, arg: MemArg { align: 1, offset: begin } }.into(),
    ]
}

/// What gives the numbers that were noted, in JavaScript, of the exports of an instance.
pub(super) const ENTERED: &str = "({ memory, notesBegin, notesEnd }) => [...new Uint8Array(memory.buffer).subarray(notesBegin.value, notesEnd.value).entries()].filter(([, is]) => is).map(([at]) => at)";

/// The bindings that give `globalThis.entered()`: the numbers that were noted.
pub(super) fn with_probe(script: &str) -> Result<String> {
    let passage = "return __wbg_finalize_init(instance, module);";
    let probe = format!("globalThis.entered = () => ({ENTERED})(instance.exports);\n    {passage}");
    replaced(script, passage, &probe, 2)
}
