//! Names what the compiled wasm is mostly made of.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use walrus::Module;

use crate::workspace;

/// How many contributors are named.
const NAMED: usize = 12;

/// A line for each of the largest contributors, with its share of all instructions.
pub(crate) fn largest(compiled: &Path) -> Result<String> {
    let module = Module::from_file(compiled)
        .with_context(|| format!("{} cannot be read", workspace::shown(compiled)))?;
    let mut shares: BTreeMap<String, u64> = BTreeMap::new();
    for (id, function) in module.funcs.iter_local() {
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        *shares.entry(contributor(&format!("{:#}", rustc_demangle::demangle(name)))).or_default() +=
            function.size();
    }
    let all: u64 = shares.values().sum();
    let mut ranked: Vec<_> = shares.into_iter().collect();
    ranked.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let mut text = String::new();
    for (name, size) in ranked.into_iter().take(NAMED) {
        writeln!(text, "  {:>5.1} %  {name}", 100.0 * size as f64 / all.max(1) as f64)?;
    }
    Ok(text)
}

/// The crate of a function, and of this package the layer too. What a generic type of the standard library was made
/// for is not told: its name alone says why it is there so often.
fn contributor(name: &str) -> String {
    let plain = name.trim_start_matches(['<', '&', '[', '(']).trim_start_matches("mut ");
    let end = plain
        .find(|sign: char| !(sign.is_alphanumeric() || sign == '_' || sign == ':'))
        .unwrap_or(plain.len());
    let parts: Vec<&str> = plain[..end].split("::").filter(|part| !part.is_empty()).take(2).collect();
    match parts.as_slice() {
        [own @ "delivery_lab", layer] => format!("{own}::{layer}"),
        [std @ ("alloc" | "core" | "serde" | "yew"), module] => format!("{std}::{module}"),
        [name, ..] => (*name).to_owned(),
        [] => "without a name".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_its_crate_and_layer() {
        for (name, expected) in [
            ("delivery_lab::ui::root::page", "delivery_lab::ui"),
            (
                "<delivery_lab::ui::board::Board as yew::functional::FunctionProvider>::run",
                "delivery_lab::ui",
            ),
            ("<&mut serde_json::de::Deserializer<R> as serde::Deserializer>::any", "serde_json"),
            ("alloc::collections::btree::map::BTreeMap<K,V>::insert", "alloc::collections"),
            ("__wbindgen_malloc", "__wbindgen_malloc"),
            ("", "without a name"),
        ] {
            assert_eq!(contributor(name), expected, "{name}");
        }
    }
}
