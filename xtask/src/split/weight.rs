//! About how many bytes an instruction takes in a module.

use walrus::ir::{Instr, Value};

/// The bytes of an instruction, without those of the instructions inside it.
pub(super) fn of(instr: &Instr) -> usize {
    match instr {
        Instr::Block(_) | Instr::Loop(_) | Instr::Call(_) => 3,
        Instr::IfElse(_) | Instr::CallIndirect(_) => 4,
        Instr::BrTable(table) => 3 + table.blocks.len(),
        Instr::Const(constant) => 1 + of_value(&constant.value),
        Instr::Load(load) => 2 + of_unsigned(load.arg.offset),
        Instr::Store(store) => 2 + of_unsigned(store.arg.offset),
        Instr::LocalGet(_) | Instr::LocalSet(_) | Instr::LocalTee(_) | Instr::Br(_) | Instr::BrIf(_) => 2,
        Instr::MemoryCopy(_) | Instr::MemoryFill(_) => 4,
        _ => 1,
    }
}

fn of_value(value: &Value) -> usize {
    match value {
        Value::I32(value) => of_signed(i64::from(*value)),
        Value::I64(value) => of_signed(*value),
        Value::F32(_) => 4,
        Value::F64(_) => 8,
        Value::V128(_) => 16,
    }
}

/// The bytes of a number, seven bits each, one of which is its sign.
fn of_signed(value: i64) -> usize {
    let bits = 65 - if value < 0 { value.leading_ones() } else { value.leading_zeros() };
    bits.div_ceil(7) as usize
}

fn of_unsigned(value: u64) -> usize {
    (64 - value.leading_zeros()).div_ceil(7).max(1) as usize
}
