//! Gives each part of a module the data that its code can reach.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Result, bail};
use walrus::ir::{Instr, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, MemoryId, Module};

use super::objects::Objects;

/// Between pieces that are this near to each other it costs less to keep what lies between.
const NEAR: u32 = 10;

/// Bytes and where they go in memory.
type Piece = (u32, Vec<u8>);

/// Gives each part of a module the data that its code can reach and no part before it has; the last gets what is left.
/// Without objects the first gets all.
pub(super) fn share(parts: &mut [Module], objects: Option<&Objects>) -> Result<()> {
    let mut left = parts.first().map_or_else(|| Ok(Vec::new()), all)?;
    let last = parts.len().saturating_sub(1);
    for (number, part) in parts.iter_mut().enumerate() {
        let Some(memory) = part.memories.iter().map(walrus::Memory::id).next() else { return Ok(()) };
        let segments: Vec<_> = part.data.iter().map(walrus::Data::id).collect();
        segments.into_iter().for_each(|id| part.data.delete(id));
        part.memories.get_mut(memory).data_segments.clear();
        let pieces = std::mem::take(&mut left);
        match objects.filter(|_| number < last) {
            Some(objects) => {
                let kept = together(&reached(part, objects));
                let mut own = Vec::new();
                for (begin, bytes) in pieces {
                    let (near, far) = parted(begin, &bytes, &kept, &objects.ranges);
                    own.extend(near);
                    left.extend(far);
                }
                put(part, memory, own);
            }
            None => put(part, memory, pieces),
        }
    }
    Ok(())
}

/// The data of a module.
fn all(module: &Module) -> Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    for data in module.data.iter() {
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(begin)), .. } = data.kind else {
            bail!("data is put into memory later, or where it is not known");
        };
        pieces.push((begin.cast_unsigned(), data.value.clone()));
    }
    Ok(pieces)
}

/// Adds data to a module.
fn put(module: &mut Module, memory: MemoryId, pieces: Vec<Piece>) {
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
