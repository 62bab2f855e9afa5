//! Finds an order of a module's functions in which like ones follow each other, so that gzip, which looks back 32 KB only, finds in one
//! what it has just seen in another.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::Result;
use wasm_encoder::{Encode as _, NameMap, NameSection, Section as _};
use wasmparser::{Parser, Payload, TypeRef};

/// What two functions are compared by: stretches of this many bytes.
const STRETCH: usize = 5;
/// A stretch that more functions have says nothing of any of them.
const MOST: usize = 200;
/// Added to what two functions have together, so that the shortest ones do not come first for a byte or two.
const SMALL: f64 = 20.0;

/// The module with names that sort its functions: by them `wasm-opt --reorder-functions-by-name` brings them into the order.
pub(crate) fn named(wasm: &[u8]) -> Result<Vec<u8>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut ranks = vec![0; bodies.len()];
    for (rank, function) in alike(&bodies).into_iter().enumerate() {
        ranks[function] = rank;
    }
    let mut names = NameMap::new();
    for (index, rank) in (imported..).zip(ranks) {
        names.append(index, &format!("{rank:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut named = wasm.to_vec();
    named.push(section.id());
    section.encode(&mut named);
    Ok(named)
}

/// The numbers of the functions, each followed by what is most like it of those that are left, or else by the longest.
fn alike(bodies: &[&[u8]]) -> Vec<usize> {
    let shared = shared_stretches(bodies);
    let mut own: Vec<Vec<usize>> = vec![Vec::new(); bodies.len()];
    for (stretch, functions) in shared.iter().enumerate() {
        functions.iter().for_each(|&function| own[function].push(stretch));
    }
    let mut longest: Vec<usize> = (0..bodies.len()).collect();
    longest.sort_by_key(|&function| Reverse(bodies[function].len()));
    let mut longest = longest.into_iter();
    let mut is_left = vec![true; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = longest.next();
    while let Some(function) = next {
        is_left[function] = false;
        order.push(function);
        let mut together: BTreeMap<usize, usize> = BTreeMap::new();
        for other in
            own[function].iter().flat_map(|&stretch| &shared[stretch]).filter(|&&other| is_left[other])
        {
            *together.entry(*other).or_default() += 1;
        }
        let likeness = |(other, count): (usize, usize)| {
            let all = (bodies[function].len() + bodies[other].len() - count) as f64;
            (count as f64 / (all + SMALL), other)
        };
        let nearest =
            together.into_iter().map(likeness).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        next = nearest.map(|(_, other)| other).or_else(|| longest.find(|&other| is_left[other]));
    }
    order
}

/// For each stretch that some functions have, but not too many, which these are.
fn shared_stretches(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let mut all: Vec<(&[u8], usize)> = bodies
        .iter()
        .enumerate()
        .flat_map(|(function, body)| body.windows(STRETCH).map(move |stretch| (stretch, function)))
        .collect();
    all.sort_unstable();
    all.dedup();
    let alike = all.chunk_by(|one, next| one.0 == next.0).filter(|those| (2..=MOST).contains(&those.len()));
    alike.map(|those| those.iter().map(|(_, function)| *function).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_functions_follow_each_other_and_none_is_lost() {
        let bodies: [&[u8]; 5] = [
            b"once upon a time there was",
            b"0123456789 and nothing else at all",
            b"once upon a time there is",
            b"",
            b"0123456789 and something",
        ];
        assert_eq!(alike(&bodies), [1, 4, 0, 2, 3]);
    }

    #[test]
    fn what_everything_has_makes_nothing_alike() {
        let bodies: Vec<Vec<u8>> =
            (0..=MOST).map(|number| [&b"prologue"[..], &number.to_be_bytes()[6..]].concat()).collect();
        let bodies: Vec<&[u8]> = bodies.iter().map(Vec::as_slice).collect();
        assert_eq!(alike(&bodies), (0..=MOST).collect::<Vec<_>>());
    }

    #[test]
    fn the_names_are_those_of_the_modules_own_functions() {
        let mut module = walrus::Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("env", "given", kind);
        for number in [1, 2] {
            let mut function = walrus::FunctionBuilder::new(&mut module.types, &[], &[walrus::ValType::I32]);
            function.func_body().i32_const(number);
            let function = function.finish(vec![], &mut module.funcs);
            module.exports.add(&format!("f{number}"), function);
        }
        let read = walrus::Module::from_buffer(&named(&module.emit_wasm()).unwrap()).unwrap();
        let names: Vec<_> = read.funcs.iter().map(|function| function.name.as_deref()).collect();
        assert_eq!(names.len(), 3);
        assert_eq!(names[0], None, "{names:?}");
        assert!(names.contains(&Some("000000")) && names.contains(&Some("000001")), "{names:?}");
    }
}
