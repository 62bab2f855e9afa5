//! A small module in two parts does what the whole one does, and asks for the rest only when it is needed.

use std::fs;

use walrus::ir::{BinaryOp, Value};
use walrus::{ConstExpr, ElementItems, ElementKind, FunctionBuilder, Module, RefType, ValType};

use super::*;

/// `warm(n)` is n + 1. `mixed(n)` calls a cold function, which calls `warm` and counts in a global, and one by the
/// table. The functions that a first visit enters come with it.
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
    (whole.clone(), entered)
}

/// What a script makes of the two parts.
fn run_in_node(parted: &Parted) -> String {
    let folder = std::env::temp_dir().join(format!("delivery-lab-split-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("first.wasm"), &parted.first).unwrap();
    fs::write(folder.join("rest.wasm"), &parted.rest).unwrap();
    let script = "
        const read = (name) => new WebAssembly.Module(require('fs').readFileSync(`${process.argv[1]}/${name}.wasm`));
        let loads = 0, first;
        const [begin, count] = process.argv.slice(2).map(Number);
        const load = () => {
          loads += 1;
          const taken = { ...first.exports };
          for (let number = 0; number < count; number += 1) taken[number] = first.exports.functions.get(begin + number);
          new WebAssembly.Instance(read('rest'), { first: taken });
        };
        first = new WebAssembly.Instance(read('first'), { rest: { load } });
        const { warm, mixed } = first.exports;
        console.log([warm(4), loads, mixed(4), mixed(4), loads].join(' '));";
    let offered = [parted.offered.begin.to_string(), parted.offered.count.to_string()];
    let said = run::last_line(run::program("node").args(["-e", script]).arg(&folder).args(offered)).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    said
}

#[test]
fn two_parts_do_what_the_whole_does_and_the_rest_comes_once_when_it_is_needed() {
    let (whole, warm) = module();
    let parted = parted(&whole, &warm, None).unwrap();
    // (4 + 1) × 2, and the count: 11, then 12.
    assert_eq!(run_in_node(&parted), "5 0 11 12 1");
}

#[test]
fn a_module_that_is_all_warm_has_no_stub() {
    let (whole, _) = module();
    let all: Places = parse(&whole).unwrap().funcs.iter().map(|each| each.id().index()).collect();
    let mut first = parse(&whole).unwrap();
    assert!(first::hollow(&mut first, &all).unwrap().slots.is_empty());
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
