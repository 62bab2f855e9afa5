//! Moves what is needed later, or never was, out of the functions that are needed before, into functions of its own.
//!
//! A function is rarely run as a whole: other languages, other activities, what happens when something fails. A run of
//! stretches that are needed later becomes a function, which takes the locals that are read there and gives back those
//! that were written and are read afterwards. Where several ways lead out of it, a number says which was taken.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use walrus::ir::{
    BinaryOp, Binop, Block, Br, BrIf, BrTable, Call, Const, IfElse, Instr, InstrLocId, InstrSeqId,
    InstrSeqType, LocalGet, LocalSet, Return, Unreachable, Value,
};
use walrus::{FunctionBuilder, FunctionId, LocalFunction, LocalId, Module, ModuleTypes, ValType};

use super::level::{self, Level};
use super::live::{Live, local_of};
use super::stretch::{self, Stretch, inner_of};
use super::weight;

/// An instruction, and when it is needed.
type Placed = (Instr, InstrLocId);

/// A way out of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// On to what follows it.
    On,
    /// To the label of a sequence around it.
    To(InstrSeqId),
    /// Out of the function.
    Back,
}

/// A run of stretches that are needed later, and what it shares with what is around it.
struct Run {
    seq: InstrSeqId,
    begin: usize,
    end: usize,
    /// The locals whose values it takes.
    takes: Vec<LocalId>,
    /// The locals whose values it gives back.
    gives: Vec<LocalId>,
    /// The ways out of it, [`Way::On`] last, each with the type of the value that goes with it.
    ways: Vec<(Way, Option<ValType>)>,
    /// When it is needed, as it stands at instructions.
    place: InstrLocId,
}

/// Moves what is needed only at a level or later out of the functions that are needed earlier.
pub(super) fn move_out_from(module: &mut Module, level: Level) -> Result<()> {
    for (id, stretches) in stretch::of_module(module) {
        let function = module.funcs.get(id).kind.unwrap_local();
        let is_cold = |stretch: &Stretch| level::of_stretch(function, stretch) >= level;
        if level::of_function(function) >= level || !stretches.iter().any(is_cold) {
            continue;
        }
        let runs = runs(module, id, stretches, level)?;
        // From the last to the first, so that the places of those before stay what they are.
        for run in runs.into_iter().rev() {
            move_out(module, id, &run)?;
        }
    }
    Ok(())
}

/// The runs of a function that are worth a call, in the order of their places.
fn runs(module: &Module, id: FunctionId, stretches: Vec<Stretch>, level: Level) -> Result<Vec<Run>> {
    let function = module.funcs.get(id).kind.unwrap_local();
    let mut by_seq: BTreeMap<InstrSeqId, Vec<(Stretch, bool)>> = BTreeMap::new();
    for stretch in stretches {
        let is_reached = level::of_stretch(function, &stretch) < level;
        by_seq.entry(stretch.seq).or_default().push((stretch, is_reached));
    }
    let (live, loops) = (Live::of(function)?, loops(function));
    let mut runs = Vec::new();
    let mut waiting = vec![function.entry_block()];
    while let Some(seq) = waiting.pop() {
        for same in by_seq.get(&seq).into_iter().flat_map(|own| own.chunk_by(|a, b| a.1 == b.1)) {
            let (Some((first, is_reached)), Some((last, _))) = (same.first(), same.last()) else { continue };
            if *is_reached {
                let instrs = &function.block(seq).instrs[first.begin..last.end];
                waiting.extend(instrs.iter().flat_map(|(instr, _)| inner_of(instr)));
            } else {
                runs.extend(run(module, function, (&live, &loops), (seq, first.begin, last.end)));
            }
        }
    }
    runs.sort_by_key(|run| (run.seq, run.begin));
    Ok(runs)
}

/// The run at a place; none if it is shorter than calling it, or gives back what is not foreseen here.
fn run(
    module: &Module,
    function: &LocalFunction,
    (live, loops): (&Live, &BTreeSet<InstrSeqId>),
    (seq, begin, end): (InstrSeqId, usize, usize),
) -> Option<Run> {
    let instrs = &function.block(seq).instrs;
    let scan = Scan::of(function, &instrs[begin..end]);
    let mut ways = Vec::new();
    for way in scan.ways(function.entry_block()) {
        ways.push((way, value_of(module, function, loops, way)?));
    }
    if !instrs[end - 1].0.following_instructions_are_unreachable() {
        let value =
            if end < instrs.len() { None } else { single(&results(&module.types, function.block(seq).ty))? };
        ways.push((Way::On, value));
    }
    let takes: Vec<_> =
        live.from(seq, begin).into_iter().filter(|local| scan.named.contains(local)).collect();
    let mut read_after = BTreeSet::new();
    for (way, _) in &ways {
        match way {
            Way::On => read_after.extend(live.from(seq, end)),
            Way::To(label) => read_after.extend(live.at_label(*label)),
            Way::Back => {}
        }
    }
    let gives: Vec<_> = scan.written.iter().copied().filter(|local| read_after.contains(local)).collect();
    let call = 24 + 4 * takes.len() + 3 * gives.len() + 6 * ways.len();
    let level = instrs[begin..end].iter().map(|(_, place)| level::of_place(*place)).min()?;
    let place = level::as_place(level);
    (scan.weight > call).then_some(Run { seq, begin, end, takes, gives, ways, place })
}

/// What the instructions of a run name.
#[derive(Default)]
struct Scan {
    named: BTreeSet<LocalId>,
    written: BTreeSet<LocalId>,
    own: BTreeSet<InstrSeqId>,
    jumps: BTreeSet<InstrSeqId>,
    returns: bool,
    /// About how many bytes they are.
    weight: usize,
}

impl Scan {
    fn of(function: &LocalFunction, instrs: &[Placed]) -> Self {
        let mut scan = Self::default();
        scan.add(function, instrs);
        scan
    }

    fn add(&mut self, function: &LocalFunction, instrs: &[Placed]) {
        for (instr, _) in instrs {
            self.weight += weight::of(instr);
            self.named.extend(local_of(instr));
            match instr {
                Instr::LocalSet(set) => drop(self.written.insert(set.local)),
                Instr::LocalTee(tee) => drop(self.written.insert(tee.local)),
                Instr::Return(_) => self.returns = true,
                _ => self.jumps.extend(labels_of(instr)),
            }
            for inner in inner_of(instr) {
                self.own.insert(inner);
                self.add(function, &function.block(inner).instrs);
            }
        }
    }

    /// The ways out, but for going on at the end.
    fn ways(&self, entry: InstrSeqId) -> Vec<Way> {
        let out = self.jumps.difference(&self.own).copied();
        let (back, to): (Vec<_>, Vec<_>) = out.partition(|label| *label == entry);
        let back = (self.returns || !back.is_empty()).then_some(Way::Back);
        to.into_iter().map(Way::To).chain(back).collect()
    }
}

fn labels_of(instr: &Instr) -> Vec<InstrSeqId> {
    match instr {
        Instr::Br(br) => vec![br.block],
        Instr::BrIf(br) => vec![br.block],
        Instr::BrTable(table) => table.blocks.iter().copied().chain([table.default]).collect(),
        _ => Vec::new(),
    }
}

/// The type of the value that goes a way; none if there are several values.
#[expect(clippy::option_option, reason = "no value is not the same as values that are not foreseen")]
fn value_of(
    module: &Module,
    function: &LocalFunction,
    loops: &BTreeSet<InstrSeqId>,
    way: Way,
) -> Option<Option<ValType>> {
    match way {
        Way::Back => single(module.types.results(function.ty())),
        Way::To(label) if loops.contains(&label) => Some(None),
        Way::To(label) => single(&results(&module.types, function.block(label).ty)),
        Way::On => Some(None),
    }
}

#[expect(clippy::option_option, reason = "as above")]
fn single(types: &[ValType]) -> Option<Option<ValType>> {
    (types.len() <= 1).then(|| types.first().copied())
}

/// The sequences whose labels are at their beginnings.
fn loops(function: &LocalFunction) -> BTreeSet<InstrSeqId> {
    let mut loops = BTreeSet::new();
    let mut waiting = vec![function.entry_block()];
    while let Some(seq) = waiting.pop() {
        for (instr, _) in &function.block(seq).instrs {
            if let Instr::Loop(looped) = instr {
                loops.insert(looped.seq);
            }
            waiting.extend(inner_of(instr));
        }
    }
    loops
}

fn results(types: &ModuleTypes, ty: InstrSeqType) -> Vec<ValType> {
    match ty {
        InstrSeqType::Simple(one) => one.into_iter().collect(),
        InstrSeqType::MultiValue(ty) => types.results(ty).to_vec(),
    }
}

/// Makes a function of a run, and puts a call of it where the run was.
fn move_out(module: &mut Module, id: FunctionId, run: &Run) -> Result<()> {
    let moved = Moved::of(module, run);
    let made = moved.function(module, id, run)?;
    let call = moved.call(module, id, run, made);
    let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
    let call = call.into_iter().map(|instr| (instr, run.place));
    function.block_mut(run.seq).instrs.splice(run.begin..run.end, call);
    Ok(())
}

/// The locals through which a run and its call speak, besides those of the function.
struct Moved {
    /// Where a value waits that goes a way, by its type.
    slots: Vec<(ValType, LocalId)>,
    /// Which way was taken, if there are several.
    which: Option<LocalId>,
}

impl Moved {
    fn of(module: &mut Module, run: &Run) -> Self {
        let types: BTreeSet<ValType> = run.ways.iter().filter_map(|(_, value)| *value).collect();
        let slots = types.into_iter().map(|ty| (ty, module.locals.add(ty))).collect();
        let which = (run.ways.len() > 1).then(|| module.locals.add(ValType::I32));
        Self { slots, which }
    }

    fn slot(&self, ty: ValType) -> Option<LocalId> {
        self.slots.iter().find(|(own, _)| *own == ty).map(|(_, local)| *local)
    }

    /// The locals whose values the function gives back, in this order.
    fn given(&self, run: &Run) -> Vec<LocalId> {
        run.gives
            .iter()
            .copied()
            .chain(self.slots.iter().map(|(_, local)| *local))
            .chain(self.which)
            .collect()
    }

    /// Keeps the value that goes a way, and which way it is, and leads to the end.
    fn taken(&self, number: usize, value: Option<ValType>, end: InstrSeqId) -> Result<Vec<Instr>> {
        let mut instrs = Vec::new();
        if let Some(local) = value.and_then(|ty| self.slot(ty)) {
            instrs.push(LocalSet { local }.into());
        }
        if let Some(local) = self.which {
            instrs.push(Const { value: Value::I32(i32::try_from(number)?) }.into());
            instrs.push(LocalSet { local }.into());
        }
        instrs.push(Br { block: end }.into());
        Ok(instrs)
    }

    fn function(&self, module: &mut Module, id: FunctionId, run: &Run) -> Result<FunctionId> {
        let given = self.given(run);
        let at = |instrs: Vec<Instr>| at(instrs, run.place);
        let ty = |local: &LocalId| module.locals.get(*local).ty();
        let (params, results): (Vec<_>, Vec<_>) =
            (run.takes.iter().map(ty).collect(), given.iter().map(ty).collect());
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        let out = builder.dangling_instr_seq(None).id();
        let source = module.funcs.get(id).kind.unwrap_local();

        // The label of a way is a block around those of the ways before it: its end is where the way leads.
        let labels: Vec<(usize, Way, Option<ValType>, InstrSeqId)> = run
            .ways
            .iter()
            .enumerate()
            .filter(|(_, (way, _))| *way != Way::On)
            .map(|(number, (way, value))| (number, *way, *value, builder.dangling_instr_seq(*value).id()))
            .collect();
        let mut copy = Copy {
            source,
            builder: &mut builder,
            entry: source.entry_block(),
            labels: BTreeMap::new(),
            back: None,
        };
        for (_, way, _, label) in &labels {
            match way {
                Way::To(target) => drop(copy.labels.insert(*target, *label)),
                Way::Back | Way::On => copy.back = Some(*label),
            }
        }
        let mut instrs = copy.instrs(&source.block(run.seq).instrs[run.begin..run.end])?;
        if let Some((number, (_, value))) = run.ways.iter().enumerate().find(|(_, (way, _))| *way == Way::On)
        {
            instrs.extend(at(self.taken(number, *value, out)?));
        }
        for (number, _, value, label) in labels {
            append(&mut builder, label, instrs);
            instrs = at(vec![Block { seq: label }.into()]);
            instrs.extend(at(self.taken(number, value, out)?));
        }
        append(&mut builder, out, instrs);
        let body = builder.func_body_id();
        let last = given.into_iter().map(|local| Instr::from(LocalGet { local }));
        append(&mut builder, body, at(std::iter::once(Block { seq: out }.into()).chain(last).collect()));
        Ok(builder.finish(run.takes.clone(), &mut module.funcs))
    }

    /// The call, and the way that was taken.
    fn call(&self, module: &mut Module, id: FunctionId, run: &Run, made: FunctionId) -> Vec<Instr> {
        let builder = module.funcs.get_mut(id).kind.unwrap_local_mut().builder_mut();
        let mut instrs: Vec<Instr> =
            run.takes.iter().map(|local| LocalGet { local: *local }.into()).collect();
        instrs.push(Call { func: made }.into());
        instrs.extend(self.given(run).into_iter().rev().map(|local| Instr::from(LocalSet { local })));
        for (number, (way, value)) in run.ways.iter().enumerate() {
            let mut go: Vec<Instr> = Vec::new();
            go.extend(value.and_then(|ty| self.slot(ty)).map(|local| Instr::from(LocalGet { local })));
            match way {
                Way::On => {}
                Way::To(block) => go.push(Br { block: *block }.into()),
                Way::Back => go.push(Return {}.into()),
            }
            let is_last = number + 1 == run.ways.len();
            let Some(which) = self.which.filter(|_| !is_last) else {
                instrs.extend(go);
                continue;
            };
            instrs.push(LocalGet { local: which }.into());
            instrs.push(Const { value: Value::I32(i32::try_from(number).unwrap_or(i32::MAX)) }.into());
            instrs.push(Binop { op: BinaryOp::I32Eq }.into());
            match (way, value) {
                (Way::To(block), None) => instrs.push(BrIf { block: *block }.into()),
                _ => {
                    let (consequent, alternative) =
                        (builder.dangling_instr_seq(None).id(), builder.dangling_instr_seq(None).id());
                    append(builder, consequent, at(go, run.place));
                    instrs.push(IfElse { consequent, alternative }.into());
                }
            }
        }
        if run.ways.is_empty() {
            instrs.push(Unreachable {}.into());
        }
        instrs
    }
}

/// Copies instructions of a function into another one.
struct Copy<'a> {
    source: &'a LocalFunction,
    builder: &'a mut FunctionBuilder,
    entry: InstrSeqId,
    /// The sequences of the copy, by those of the source.
    labels: BTreeMap<InstrSeqId, InstrSeqId>,
    /// Where a return leads.
    back: Option<InstrSeqId>,
}

impl Copy<'_> {
    fn instrs(&mut self, instrs: &[Placed]) -> Result<Vec<Placed>> {
        instrs.iter().map(|(instr, place)| Ok((self.instr(instr)?, *place))).collect()
    }

    fn instr(&mut self, instr: &Instr) -> Result<Instr> {
        let mut copy = instr.clone();
        match &mut copy {
            Instr::Block(block) => block.seq = self.seq(block.seq)?,
            Instr::Loop(looped) => looped.seq = self.seq(looped.seq)?,
            Instr::IfElse(either) => {
                either.consequent = self.seq(either.consequent)?;
                either.alternative = self.seq(either.alternative)?;
            }
            Instr::Br(br) => br.block = self.label(br.block)?,
            Instr::BrIf(br) => br.block = self.label(br.block)?,
            Instr::BrTable(BrTable { blocks, default }) => {
                for block in blocks.iter_mut() {
                    *block = self.label(*block)?;
                }
                *default = self.label(*default)?;
            }
            Instr::Return(_) => copy = Br { block: self.back.context("a return leads nowhere")? }.into(),
            _ => {}
        }
        Ok(copy)
    }

    fn seq(&mut self, seq: InstrSeqId) -> Result<InstrSeqId> {
        let source = self.source.block(seq);
        let made = self.builder.dangling_instr_seq(source.ty).id();
        self.labels.insert(seq, made);
        let instrs = self.instrs(&source.instrs)?;
        append(self.builder, made, instrs);
        Ok(made)
    }

    fn label(&self, seq: InstrSeqId) -> Result<InstrSeqId> {
        let known = if seq == self.entry { self.back } else { self.labels.get(&seq).copied() };
        known.context("a jump leads nowhere")
    }
}

/// Instructions that all are needed at the same time.
fn at(instrs: Vec<Instr>, place: InstrLocId) -> Vec<Placed> {
    instrs.into_iter().map(|instr| (instr, place)).collect()
}

fn append(builder: &mut FunctionBuilder, seq: InstrSeqId, instrs: Vec<Placed>) {
    builder.instr_seq(seq).instrs_mut().extend(instrs);
}
