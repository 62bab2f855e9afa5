//! Which locals of a function are still read after a place in it.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use walrus::ir::{Instr, InstrSeqId};
use walrus::{LocalFunction, LocalId};

/// Locals, by their numbers in [`Live`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Locals(Vec<u64>);

impl Locals {
    fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    fn remove(&mut self, number: usize) {
        self.0[number / 64] &= !(1 << (number % 64));
    }

    /// Adds those of another set.
    fn extend(&mut self, others: &Self) {
        self.0.iter_mut().zip(&others.0).for_each(|(own, other)| *own |= other);
    }

    fn has(&self, number: usize) -> bool {
        self.0[number / 64] & (1 << (number % 64)) != 0
    }
}

/// The places of a function and the locals that are read after each before they are written.
pub(super) struct Live<'a> {
    function: &'a LocalFunction,
    /// The locals that the function names, in the order in which they first stand there.
    named: Vec<LocalId>,
    numbers: BTreeMap<LocalId, usize>,
    /// What is read after a jump to a label.
    at_label: BTreeMap<InstrSeqId, Locals>,
    /// What is read from each place on at which a stretch begins, and at the end of each sequence.
    from: BTreeMap<(InstrSeqId, usize), Locals>,
}

impl<'a> Live<'a> {
    /// Looks through a function. Fails at instructions that neither rustc nor wasm-bindgen write.
    pub(super) fn of(function: &'a LocalFunction) -> Result<Self> {
        let mut live = Self {
            function,
            named: Vec::new(),
            numbers: BTreeMap::new(),
            at_label: BTreeMap::new(),
            from: BTreeMap::new(),
        };
        live.number(function.entry_block());
        let none = Locals(vec![0; live.named.len().div_ceil(64)]);
        live.at_label.insert(function.entry_block(), none.clone());
        live.before(function.entry_block(), none)?;
        Ok(live)
    }

    /// The locals that are read from a place on: the beginning of a stretch, or the end of a sequence.
    pub(super) fn from(&self, seq: InstrSeqId, place: usize) -> Vec<LocalId> {
        self.from.get(&(seq, place)).map_or_else(Vec::new, |locals| self.ids(locals))
    }

    /// The locals that are read after a jump to the label of a sequence.
    pub(super) fn at_label(&self, seq: InstrSeqId) -> Vec<LocalId> {
        self.at_label.get(&seq).map_or_else(Vec::new, |locals| self.ids(locals))
    }

    fn ids(&self, locals: &Locals) -> Vec<LocalId> {
        self.named.iter().enumerate().filter(|(number, _)| locals.has(*number)).map(|(_, id)| *id).collect()
    }

    fn number(&mut self, seq: InstrSeqId) {
        for (instr, _) in &self.function.block(seq).instrs {
            if let Some(local) = local_of(instr) {
                let next = self.named.len();
                if *self.numbers.entry(local).or_insert(next) == next {
                    self.named.push(local);
                }
            }
            super::stretch::inner_of(instr).into_iter().for_each(|inner| self.number(inner));
        }
    }

    /// What is read from the beginning of a sequence on, where `after` is read after it.
    fn before(&mut self, seq: InstrSeqId, after: Locals) -> Result<Locals> {
        let instrs = &self.function.block(seq).instrs;
        let mut live = after;
        self.from.insert((seq, instrs.len()), live.clone());
        for (place, (instr, _)) in instrs.iter().enumerate().rev() {
            match instr {
                Instr::LocalGet(get) => live.insert(self.numbers[&get.local]),
                Instr::LocalSet(set) => live.remove(self.numbers[&set.local]),
                Instr::LocalTee(tee) => live.remove(self.numbers[&tee.local]),
                Instr::Br(br) => live = self.at_label[&br.block].clone(),
                Instr::BrIf(br) => {
                    // What follows begins a stretch.
                    self.from.insert((seq, place + 1), live.clone());
                    live.extend(&self.at_label[&br.block]);
                }
                Instr::BrTable(table) => {
                    live = self.at_label[&table.default].clone();
                    table.blocks.iter().for_each(|block| live.extend(&self.at_label[block]));
                }
                Instr::Return(_) | Instr::Unreachable(_) => live.0.fill(0),
                Instr::Block(block) => {
                    self.from.insert((seq, place + 1), live.clone());
                    self.at_label.insert(block.seq, live.clone());
                    live = self.before(block.seq, live)?;
                }
                Instr::IfElse(either) => {
                    self.from.insert((seq, place + 1), live.clone());
                    let [yes, no] = [either.consequent, either.alternative].map(|arm| {
                        self.at_label.insert(arm, live.clone());
                        self.before(arm, live.clone())
                    });
                    live = yes?;
                    live.extend(&no?);
                }
                Instr::Loop(looped) => {
                    self.from.insert((seq, place + 1), live.clone());
                    live = self.before_loop(looped.seq, live)?;
                }
                other if jumps(other) => bail!("an instruction is not foreseen: {other:?}"),
                _ => {}
            }
        }
        self.from.insert((seq, 0), live.clone());
        Ok(live)
    }

    /// The same for a loop, to whose beginning its own instructions may jump.
    fn before_loop(&mut self, seq: InstrSeqId, after: Locals) -> Result<Locals> {
        let mut known = Locals(vec![0; after.0.len()]);
        loop {
            self.at_label.insert(seq, known.clone());
            let found = self.before(seq, after.clone())?;
            let mut both = known.clone();
            both.extend(&found);
            if both == known {
                return Ok(found);
            }
            known = both;
        }
    }
}

/// The local that an instruction names.
pub(super) fn local_of(instr: &Instr) -> Option<LocalId> {
    match instr {
        Instr::LocalGet(get) => Some(get.local),
        Instr::LocalSet(set) => Some(set.local),
        Instr::LocalTee(tee) => Some(tee.local),
        _ => None,
    }
}

/// Whether an instruction leads elsewhere in a way that is not followed here.
fn jumps(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::BrOnNull(_)
            | Instr::BrOnNonNull(_)
            | Instr::BrOnCast(_)
            | Instr::BrOnCastFail(_)
            | Instr::TryTable(_)
            | Instr::Try(_)
            | Instr::Throw(_)
            | Instr::ThrowRef(_)
            | Instr::Rethrow(_)
            | Instr::ReturnCall(_)
            | Instr::ReturnCallIndirect(_)
            | Instr::ReturnCallRef(_)
    )
}
