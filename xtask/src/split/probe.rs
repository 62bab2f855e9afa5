//! A copy of a module that notes each stretch of instructions it enters, in a memory of its own.

use anyhow::Result;
use walrus::ir::{Const, Instr, InstrLocId, MemArg, Store, StoreKind, Value};
use walrus::{MemoryId, Module};

use super::{replaced, stretch};

/// The bytes of a page of memory.
const PAGE: usize = 65_536;

/// The module, in which each stretch first sets the byte of its number.
pub(super) fn probed(mut module: Module) -> Result<Vec<u8>> {
    let stretches = stretch::of_module(&module);
    let count: usize = stretches.iter().map(|(_, own)| own.len()).sum();
    let pages = u64::try_from(count.div_ceil(PAGE))?;
    let notes = module.memories.add_local(false, false, pages, Some(pages), None);
    module.exports.add("entered", notes);

    let mut number = 0;
    for (id, own) in stretches {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        // From the last to the first, so that the places of those before stay what they are.
        let mut numbered: Vec<_> = (number..).zip(own).collect();
        number += i32::try_from(numbered.len())?;
        numbered.sort_by_key(|(_, stretch)| std::cmp::Reverse(stretch.begin));
        for (number, stretch) in numbered {
            let instrs = &mut function.block_mut(stretch.seq).instrs;
            let note = note(notes, number).map(|instr| (instr, InstrLocId::default()));
            instrs.splice(stretch.begin..stretch.begin, note);
        }
    }
    Ok(module.emit_wasm())
}

fn note(memory: MemoryId, number: i32) -> [Instr; 3] {
    let kind = StoreKind::I32_8 { atomic: false };
    [
        Const { value: Value::I32(number) }.into(),
        Const { value: Value::I32(1) }.into(),
        Store { memory, kind, arg: MemArg { align: 1, offset: 0 } }.into(),
    ]
}

/// The bindings that give `globalThis.entered()`: the numbers that were noted.
pub(super) fn with_probe(script: &str) -> Result<String> {
    replaced(
        script,
        "return __wbg_finalize_init(instance, module);",
        "const notes = instance.exports.entered;\n    \
         globalThis.entered = () => [...new Uint8Array(notes.buffer).entries()].filter(([, is]) => is).map(([at]) => at);\n    \
         return __wbg_finalize_init(instance, module);",
        2,
    )
}
