//! Where control can arrive within a function, and so what a first visit can have left out.

use walrus::ir::{Instr, InstrSeqId};
use walrus::{FunctionId, LocalFunction, Module};

/// Instructions of one sequence that follow each other and are entered at the first of them only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The sequence they are in.
    pub(super) seq: InstrSeqId,
    /// The place of the first.
    pub(super) begin: usize,
    /// The place after the last.
    pub(super) end: usize,
}

/// The stretches of all functions that have a body. They are numbered by this order, which is the same in each reading
/// of a module.
pub(super) fn of_module(module: &Module) -> Vec<(FunctionId, Vec<Stretch>)> {
    module.funcs.iter_local().map(|(id, function)| (id, of(function))).collect()
}

/// The stretches of a function. The first is its beginning, unless it is empty.
pub(super) fn of(function: &LocalFunction) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut waiting = vec![function.entry_block()];
    while let Some(seq) = waiting.pop() {
        let instrs = &function.block(seq).instrs;
        let mut begin = 0;
        for (place, (instr, _)) in instrs.iter().enumerate() {
            let inner = inner_of(instr);
            if !inner.is_empty() || matches!(instr, Instr::BrIf(_)) {
                found.push(Stretch { seq, begin, end: place + 1 });
                begin = place + 1;
            }
            waiting.extend(inner);
        }
        if begin < instrs.len() {
            found.push(Stretch { seq, begin, end: instrs.len() });
        }
    }
    found
}

/// The sequences inside an instruction.
pub(super) fn inner_of(instr: &Instr) -> Vec<InstrSeqId> {
    match instr {
        Instr::Block(block) => vec![block.seq],
        Instr::Loop(looped) => vec![looped.seq],
        Instr::IfElse(either) => vec![either.consequent, either.alternative],
        _ => Vec::new(),
    }
}
