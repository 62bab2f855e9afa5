//! When each instruction is needed: the number of the part of the module that it goes into.
//!
//! The number stands where walrus keeps the place of an instruction in the source, and so goes with it wherever it is
//! moved.

use anyhow::{Context as _, Result};
use walrus::ir::InstrLocId;
use walrus::{LocalFunction, Module};

use super::stretch::{self, Stretch};

/// The number of a part; the first is 0.
pub(super) type Level = u32;

/// Marks the instructions of a module: each belongs to the first of the walks that entered its stretch, and to one more
/// part if none did. A walk says of each stretch, by its number, whether it was entered.
pub(super) fn mark(module: &mut Module, walks: &[Vec<bool>]) -> Result<()> {
    let mut number = 0;
    for (id, stretches) in stretch::of_module(module) {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        for stretch in stretches {
            let entered = walks.iter().position(|walk| walk.get(number) == Some(&true));
            let level = level_from(entered.unwrap_or(walks.len()))?;
            let instrs = &mut function.block_mut(stretch.seq).instrs;
            instrs[stretch.begin..stretch.end].iter_mut().for_each(|(_, place)| *place = level);
            number += 1;
        }
    }
    walks.iter().all(|walk| walk.len() == number).then_some(()).context("a walk was through another module")
}

fn level_from(number: usize) -> Result<InstrLocId> {
    Ok(as_place(Level::try_from(number)?))
}

/// A level as it stands at an instruction.
pub(super) fn as_place(level: Level) -> InstrLocId {
    InstrLocId::new(level)
}

/// The level of a stretch.
pub(super) fn of_stretch(function: &LocalFunction, stretch: &Stretch) -> Level {
    of_place(function.block(stretch.seq).instrs[stretch.begin].1)
}

/// The level of a function: that of its beginning.
pub(super) fn of_function(function: &LocalFunction) -> Level {
    function.block(function.entry_block()).instrs.first().map_or(0, |(_, place)| of_place(*place))
}

/// What stands at an instruction that was not marked is needed at once.
pub(super) fn of_place(place: InstrLocId) -> Level {
    if place.is_default() { 0 } else { place.data() }
}
