//! Programs put together by chance come to the same in parts as they do whole, wherever their walks went.

use walrus::ir::{
    BinaryOp, Binop, Block, Br, BrIf, BrTable, Call, Const, Drop, Instr, InstrLocId, InstrSeqId, LocalGet,
    LocalSet, LocalTee, Loop, Return, Store, StoreKind, Value,
};
use walrus::{FunctionId, LocalId, MemoryId};

use super::*;

/// How many programs there are. Each may call those before it.
const PROGRAMS: u32 = 240;

/// A small source of chance that is the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(sides)).unwrap()
    }
}

/// What a program is written with.
struct Writer<'a> {
    dice: &'a mut Dice,
    builder: FunctionBuilder,
    /// The argument and some more.
    locals: Vec<LocalId>,
    /// Counts down at each turn of a loop.
    fuel: LocalId,
    memory: MemoryId,
    others: &'a [FunctionId],
}

impl Writer<'_> {
    fn local(&mut self) -> LocalId {
        let count = u32::try_from(self.locals.len()).unwrap();
        self.locals[self.dice.roll(count) as usize]
    }

    fn get(&mut self) -> Instr {
        LocalGet { local: self.local() }.into()
    }

    fn number(&mut self, most: u32) -> Instr {
        Const { value: Value::I32(self.dice.roll(most).cast_signed()) }.into()
    }

    fn op(&mut self) -> Instr {
        let ops = [BinaryOp::I32Add, BinaryOp::I32Sub, BinaryOp::I32Mul, BinaryOp::I32Xor, BinaryOp::I32And];
        Binop { op: ops[self.dice.roll(5) as usize] }.into()
    }

    /// Statements that may jump to the labels around them.
    fn statements(&mut self, labels: &[InstrSeqId], depth: u32) -> Vec<Instr> {
        let mut instrs = Vec::new();
        for _ in 0..=self.dice.roll(5) {
            match self.dice.roll(if depth == 0 { 6 } else { 9 }) {
                0 | 1 => {
                    instrs.extend([self.get(), self.number(50), self.op()]);
                    instrs.push(LocalSet { local: self.local() }.into());
                }
                2 => {
                    instrs.extend([self.get(), self.get(), self.op()]);
                    instrs.extend([LocalTee { local: self.local() }.into(), Drop {}.into()]);
                }
                3 => {
                    let kind = StoreKind::I32_8 { atomic: false };
                    let arg = walrus::ir::MemArg { align: 1, offset: u64::from(self.dice.roll(64)) };
                    instrs.extend([
                        self.number(256),
                        self.get(),
                        Store { memory: self.memory, kind, arg }.into(),
                    ]);
                }
                4 => {
                    // Sometimes a value is taken out of the function.
                    instrs.extend(self.condition());
                    let block = labels[self.dice.roll(u32::try_from(labels.len()).unwrap()) as usize];
                    if block == labels[0] {
                        instrs.push(Drop {}.into());
                    } else {
                        instrs.push(BrIf { block }.into());
                    }
                }
                5 => {
                    if let Some(func) = self.others.get(self.dice.roll(40) as usize).copied() {
                        instrs.extend([self.get(), Call { func }.into()]);
                        instrs.push(LocalSet { local: self.local() }.into());
                    }
                }
                6 | 7 => instrs.push(self.block(labels, depth)),
                _ => instrs.push(self.looped(labels, depth)),
            }
        }
        instrs
    }

    /// Some bits of a local.
    fn condition(&mut self) -> Vec<Instr> {
        vec![self.get(), self.number(8), Binop { op: BinaryOp::I32And }.into()]
    }

    /// Statements that may end by a jump, a choice of jumps, or a return.
    fn block(&mut self, labels: &[InstrSeqId], depth: u32) -> Instr {
        let seq = self.builder.dangling_instr_seq(None).id();
        let inner: Vec<InstrSeqId> = labels.iter().copied().chain([seq]).collect();
        let mut instrs = self.statements(&inner, depth - 1);
        let to = |dice: &mut Dice| inner[1 + dice.roll(u32::try_from(inner.len() - 1).unwrap()) as usize];
        match self.dice.roll(6) {
            0 => instrs.push(Br { block: to(self.dice) }.into()),
            1 => {
                let blocks = (0..3).map(|_| to(self.dice)).collect();
                let default = to(self.dice);
                instrs.extend(self.condition());
                instrs.push(BrTable { blocks, default }.into());
            }
            2 => instrs.extend([self.get(), Return {}.into()]),
            // The same by a jump to the label of the function, which takes the value along.
            3 => instrs.extend([self.get(), Br { block: labels[0] }.into()]),
            _ => {}
        }
        self.fill(seq, instrs);
        Block { seq }.into()
    }

    fn looped(&mut self, labels: &[InstrSeqId], depth: u32) -> Instr {
        let seq = self.builder.dangling_instr_seq(None).id();
        let inner: Vec<InstrSeqId> = labels.iter().copied().chain([seq]).collect();
        // Who runs out of fuel returns.
        let out = self.builder.dangling_instr_seq(None).id();
        let fuel = self.fuel;
        let rest: [Instr; 2] = [self.get(), Return {}.into()];
        self.fill(out, [[LocalGet { local: fuel }.into(), BrIf { block: out }.into()], rest].concat());
        let one = Const { value: Value::I32(1) };
        let mut instrs: Vec<Instr> = vec![LocalGet { local: fuel }.into(), one.into()];
        instrs.extend([Binop { op: BinaryOp::I32Sub }.into(), LocalSet { local: fuel }.into()]);
        instrs.push(Block { seq: out }.into());
        instrs.extend(self.statements(&inner, depth - 1));
        instrs.extend(self.condition());
        instrs.push(BrIf { block: seq }.into());
        self.fill(seq, instrs);
        Loop { seq }.into()
    }

    fn fill(&mut self, seq: InstrSeqId, instrs: Vec<Instr>) {
        let mut to = self.builder.instr_seq(seq);
        to.instrs_mut().extend(instrs.into_iter().map(|instr| (instr, InstrLocId::default())));
    }
}

/// A module of programs `p0`, `p1` and so on, from a number to a number.
fn programs() -> Vec<u8> {
    let mut module = Module::default();
    let mut dice = Dice(20_261_130);
    module.tables.add_local(false, 0, None, RefType::FUNCREF);
    let memory = module.memories.add_local(false, false, 1, None, None);
    module.exports.add("memory", memory);
    let int = ValType::I32;
    let mut made = Vec::new();
    for number in 0..PROGRAMS {
        let locals: Vec<LocalId> = (0..5).map(|_| module.locals.add(int)).collect();
        let fuel = module.locals.add(int);
        let builder = FunctionBuilder::new(&mut module.types, &[int], &[int]);
        let mut writer =
            Writer { dice: &mut dice, builder, locals: locals.clone(), fuel, memory, others: &made };
        let body = writer.builder.func_body_id();
        let mut instrs: Vec<Instr> =
            vec![Const { value: Value::I32(6) }.into(), LocalSet { local: fuel }.into()];
        instrs.extend(writer.statements(&[body], 4));
        instrs.extend(locals.iter().map(|local| Instr::from(LocalGet { local: *local })));
        instrs.extend(vec![Instr::from(Binop { op: BinaryOp::I32Add }); 4]);
        writer.fill(body, instrs);
        let id = writer.builder.finish(vec![locals[0]], &mut module.funcs);
        module.exports.add(&format!("p{number}"), id);
        made.push(id);
    }
    module.emit_wasm()
}

/// What a script says of the programs: all they come to, and what they leave in memory.
const ALL: &str = "
    const said = [];
    for (let number = 0; first.exports[`p${number}`]; number += 1) {
      for (let given = -3; given < 40; given += 1) said.push(first.exports[`p${number}`](given));
    }
    const left = new Uint8Array(first.exports.memory.buffer).reduce((sum, byte, at) => (sum * 31 + byte + at) | 0, 7);";

#[test]
fn programs_come_to_the_same_in_parts() {
    let whole = programs();
    // A few are run as a walk runs them: some with one number, more with some others.
    let probed = probe::probed(parse(&whole).unwrap()).unwrap();
    let walk = format!(
        "const call = (numbers, given) => numbers.forEach((number) => first.exports[`p${{number}}`](given));
        const entered = () => ({})(first.exports);
        const numbers = [...Array({PROGRAMS}).keys()];
        call(numbers.filter((number) => number % 3 > 0), 1);
        const opening = entered();
        call(numbers.filter((number) => number % 5 > 0), 6);
        const playing = entered();
        call(numbers.filter((number) => number % 7 > 0), 9);
        console.log(JSON.stringify({{ opening, playing, looking: entered() }}));",
        probe::ENTERED
    );
    let walked: Walked = serde_json::from_str(&said_by("probed", &[probed], &walk)).unwrap();
    let count: usize = stretch::of_module(&parse(&whole).unwrap()).iter().map(|(_, own)| own.len()).sum();
    let walks = [walked.opening, walked.playing, walked.looking].map(|entered| {
        let mut is_entered = vec![false; count];
        entered.iter().for_each(|number| is_entered[*number] = true);
        is_entered
    });
    let of = |walk: &[bool]| walk.iter().filter(|is_entered| **is_entered).count();
    let counts = [0, of(&walks[0]), of(&walks[1]), of(&walks[2]), count];
    assert!(counts.is_sorted_by(|fewer, more| fewer < more), "{counts:?}");

    let parts = parted(&whole, &walks, None).unwrap();
    let moved = parse(&whole).map(|mut module| {
        let before = module.funcs.iter().count();
        level::mark(&mut module, &walks).unwrap();
        [3, 2, 1].iter().for_each(|&level| cold::move_out_from(&mut module, level).unwrap());
        module.funcs.iter().count() - before
    });
    assert!(moved.unwrap() > 50, "too little was moved out for this to say anything");
    let script = format!("{ALL}\nconsole.log(JSON.stringify([said, left]));");
    assert_eq!(said_by("parts", &parts, &script), said_by("whole", &[whole], &script));
}
