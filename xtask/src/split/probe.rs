//! A copy of a module that notes each function it enters.

use anyhow::Result;
use walrus::ir::{Call, Const, Value};
use walrus::{Module, ValType};

use super::replaced;

/// The module, in which each function first says its place.
pub(super) fn probed(mut module: Module) -> Result<Vec<u8>> {
    let ty = module.types.add(&[ValType::I32], &[]);
    let (entered, _) = module.add_import_func("probe", "entered", ty);
    for (id, function) in module.funcs.iter_local_mut() {
        let place = i32::try_from(id.index())?;
        let mut body = function.builder_mut().func_body();
        body.instr_at(0, Const { value: Value::I32(place) }).instr_at(1, Call { func: entered });
    }
    Ok(module.emit_wasm())
}

/// The bindings that keep the places in `globalThis.entered`.
pub(super) fn with_probe(script: &str) -> Result<String> {
    replaced(
        script,
        "const imports = __wbg_get_imports();",
        "const imports = __wbg_get_imports();\n    globalThis.entered = new Set();\n    \
         imports.probe = { entered: (place) => globalThis.entered.add(place) };",
        2,
    )
}
