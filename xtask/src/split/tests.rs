//! A module in parts does what the whole one does, and asks for the parts only when they are needed.

use std::fs;
use std::path::PathBuf;

use walrus::ir::{BinaryOp, Value};
use walrus::{ConstExpr, ElementItems, ElementKind, FunctionBuilder, Module, RefType, ValType};

use super::*;

mod data;
mod random;

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("delivery-lab-split-{name}-{}", std::process::id()));
    site::empty(&folder).unwrap();
    folder
}

/// `warm(n)` is n + 1. `mixed(n)` calls a cold function, which calls `warm` and counts in a global, and one by the
/// table. What a first visit enters comes with it.
fn module() -> (Vec<u8>, Vec<bool>) {
    let mut module = Module::default();
    let int = ValType::I32;
    let one = |module: &mut Module, build: &dyn Fn(&mut walrus::InstrSeqBuilder, walrus::LocalId)| {
        let arg = module.locals.add(int);
        let mut builder = FunctionBuilder::new(&mut module.types, &[int], &[int]);
        build(&mut builder.func_body(), arg);
        builder.finish(vec![arg], &mut module.funcs)
    };
    let count = module.globals.add_local(int, true, false, ConstExpr::Value(Value::I32(0)));
    let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
    let memory = module.memories.add_local(false, false, 1, None, None);
    module.exports.add("memory", memory);

    let warm = one(&mut module, &|body, arg| {
        body.local_get(arg).i32_const(1).binop(BinaryOp::I32Add);
    });
    let cold = one(&mut module, &|body, arg| {
        body.global_get(count).i32_const(1).binop(BinaryOp::I32Add).global_set(count);
        body.local_get(arg).call(warm).i32_const(2).binop(BinaryOp::I32Mul);
    });
    let tabled = one(&mut module, &|body, arg| {
        body.local_get(arg).global_get(count).binop(BinaryOp::I32Add);
    });
    let ty = module.funcs.get(tabled).ty();
    let mixed = one(&mut module, &|body, arg| {
        body.local_get(arg).call(cold).i32_const(0).call_indirect(ty, table);
    });
    let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(0)) };
    let element = module.elements.add(kind, ElementItems::Functions(vec![tabled]));
    module.tables.get_mut(table).elem_segments.insert(element);
    module.exports.add("warm", warm);
    module.exports.add("mixed", mixed);
    // As it is read again, functions have other places.
    let whole = module.emit_wasm();
    let read = parse(&whole).unwrap();
    let place = |name: &str| read.exports.get_func(name).unwrap().index();
    let warm = [place("warm"), place("mixed")];
    let entered = stretch::of_module(&read)
        .into_iter()
        .flat_map(|(id, own)| vec![warm.contains(&id.index()); own.len()])
        .collect();
    (whole, entered)
}

/// A script that makes an instance `first` of parts in its folder, counts in `loads` what joins it, and says something.
fn said_by(name: &str, parts: &[Vec<u8>], script: &str) -> String {
    let folder = folder(name);
    for (number, part) in parts.iter().enumerate() {
        fs::write(folder.join(format!("{number}.wasm")), part).unwrap();
    }
    let joined = "
        const read = (number) => new WebAssembly.Module(require('fs').readFileSync(`${process.argv[1]}/${number}.wasm`));
        let loads = 0, first;
        const load = (slot) => {
          while (first.exports.functions.get(slot) === null) {
            loads += 1;
            const before = { ...first.exports };
            const part = read(loads);
            for (const { module, name, kind } of WebAssembly.Module.imports(part)) {
              if (module === 'before' && kind === 'function') before[name] = first.exports.functions.get(Number(name));
            }
            new WebAssembly.Instance(part, { before, rest: { load } });
          }
        };
        first = new WebAssembly.Instance(read(0), { rest: { load } });";
    let said = run::last_line(run::program("node").args(["-e", &format!("{joined}\n{script}")]).arg(&folder))
        .unwrap();
    site::remove(&folder).unwrap();
    said
}

#[test]
fn two_parts_do_what_the_whole_does_and_the_rest_comes_once_when_it_is_needed() {
    let (whole, warm) = module();
    let parts = parted(&whole, &[warm], None).unwrap();
    assert_eq!(parts.len(), 2);
    let script = "const { warm, mixed } = first.exports;
        console.log([warm(4), loads, mixed(4), mixed(4), loads].join(' '));";
    // (4 + 1) × 2, and the count: 11, then 12.
    assert_eq!(said_by("two", &parts, script), "5 0 11 12 1");
}

#[test]
fn three_parts_come_one_after_the_other() {
    let (whole, warm) = module();
    let all = vec![true; warm.len()];
    // The second walk enters everything, so the third part is empty, and nobody asks for it.
    let parts = parted(&whole, &[warm, all], None).unwrap();
    assert_eq!(parts.len(), 3);
    let script = "const { mixed } = first.exports;\nconsole.log([mixed(4), loads].join(' '));";
    assert_eq!(said_by("three", &parts, script), "11 1");
}

#[test]
fn a_walk_through_another_module_is_noticed() {
    let (whole, mut warm) = module();
    warm.push(true);
    assert!(parted(&whole, &[warm], None).is_err());
}

#[test]
fn the_bindings_get_the_loader_and_a_change_in_them_is_noticed() {
    let script =
        "const imports = __wbg_get_imports();\nreturn __wbg_finalize_init(instance, module);\n".repeat(2);
    let made = with_loader(&script).unwrap();
    assert_eq!(made.matches("withRest(__wbg_get_imports())").count(), 2);
    assert_eq!(made.matches("firstIsHere(instance);").count(), 2);
    assert!(with_loader("nothing of it").is_err());
}
