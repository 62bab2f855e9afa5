//! Leaves the data in the first module that its code can reach, and gives the rest to the other.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Result, bail};
use walrus::ir::{Instr, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, MemoryId, Module};

use super::objects::Objects;

/// Between pieces that are this near to each other it costs less to keep what lies between.
const NEAR: u32 = 10;

/// Bytes and where they go in memory.
pub(super) type Piece = (u32, Vec<u8>);

/// Takes out of a module the data that its code cannot reach.
pub(super) fn take_out(module: &mut Module, objects: &Objects) -> Result<Vec<Piece>> {
    let Some(memory) = module.memories.iter().next().map(walrus::Memory::id) else { return Ok(Vec::new()) };
    let kept = together(&reached(module, objects));
    let mut others = Vec::new();
    let mut own = Vec::new();
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let data = module.data.get(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(begin)), .. } = data.kind else {
            bail!("data is put where it is not known");
        };
        let (near, far) = parted(begin.cast_unsigned(), &data.value, &kept, &objects.ranges);
        own.extend(near);
        others.extend(far);
        module.data.delete(id);
    }
    module.memories.get_mut(memory).data_segments.clear();
    put(module, memory, own);
    Ok(others)
}

/// Adds data to a module.
pub(super) fn put(module: &mut Module, memory: MemoryId, pieces: Vec<Piece>) {
    for (begin, bytes) in pieces {
        let offset = ConstExpr::Value(Value::I32(begin.cast_signed()));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
    }
}

/// The objects that the code of a module can reach.
fn reached(module: &Module, objects: &Objects) -> Vec<Range<u32>> {
    let mut numbers = Numbers::default();
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut numbers, function, function.entry_block());
    }
    let mut waiting: Vec<usize> =
        numbers.0.iter().filter_map(|number| objects.named.get(number)).flatten().copied().collect();
    let mut reached = BTreeSet::new();
    while let Some(object) = waiting.pop() {
        if reached.insert(object) {
            waiting.extend(&objects.held[object]);
        }
    }
    reached.into_iter().map(|object| objects.ranges[object].clone()).collect()
}

/// The numbers in the code that may be addresses.
#[derive(Default)]
struct Numbers(BTreeSet<u32>);

impl Visitor<'_> for Numbers {
    fn visit_instr(&mut self, instr: &Instr, _: &walrus::ir::InstrLocId) {
        match instr {
            Instr::Const(constant) => {
                if let Value::I32(value) = constant.value {
                    self.0.insert(value.cast_unsigned());
                }
            }
            Instr::Load(load) => self.0.extend(u32::try_from(load.arg.offset)),
            Instr::Store(store) => self.0.extend(u32::try_from(store.arg.offset)),
            Instr::LoadSimd(load) => self.0.extend(u32::try_from(load.arg.offset)),
            _ => {}
        }
    }
}

/// Ranges, sorted, of which those that touch or nearly touch are one.
fn together(ranges: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut joined: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if last.end + NEAR >= range.start => last.end = last.end.max(range.end),
            _ => joined.push(range.clone()),
        }
    }
    joined
}

/// The pieces of a segment that are kept, and the others. What belongs to no object is kept, unless it is zero.
fn parted(begin: u32, bytes: &[u8], kept: &[Range<u32>], objects: &[Range<u32>]) -> (Vec<Piece>, Vec<Piece>) {
    let mut is_kept = vec![false; bytes.len()];
    let mut is_owned = vec![false; bytes.len()];
    let within = |range: &Range<u32>| {
        let place = |address: u32| (address.saturating_sub(begin) as usize).min(bytes.len());
        place(range.start)..place(range.end)
    };
    kept.iter().for_each(|range| is_kept[within(range)].fill(true));
    objects.iter().for_each(|range| is_owned[within(range)].fill(true));
    for ((is_kept, is_owned), byte) in is_kept.iter_mut().zip(&is_owned).zip(bytes) {
        *is_kept |= !is_owned && *byte != 0;
    }
    let (mut own, mut others) = (Vec::new(), Vec::new());
    let mut place = 0;
    for run in is_kept.chunk_by(|a, b| a == b) {
        let piece = &bytes[place..place + run.len()];
        let address = begin + u32::try_from(place).unwrap_or(u32::MAX);
        place += run.len();
        let to = if run[0] { &mut own } else { &mut others };
        to.extend(without_zeros(address, piece));
    }
    (own, others)
}

/// A piece without the zeros at its ends, which memory has anyway; nothing of one that is all zeros.
fn without_zeros(address: u32, bytes: &[u8]) -> Option<Piece> {
    let begin = bytes.iter().position(|byte| *byte != 0)?;
    let end = bytes.iter().rposition(|byte| *byte != 0)? + 1;
    Some((address + u32::try_from(begin).ok()?, bytes[begin..end].to_vec()))
}
