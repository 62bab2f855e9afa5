//! The data of a compiled program goes with the code that can reach it, also by way of other data.

use super::*;
use crate::setup;

/// `warm` reads a text; `cold` finds another by way of a table of texts, and counts in a static; `call` calls a function by
/// the table of functions.
const SOURCE: &str = r#"
#![no_std]
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }
static WARM: &[u8; 24] = b"what is read in any case";
static TEXTS: [&[u8]; 3] = [b"a text behind a table", b"another one behind it", b"and the third of them"];
static COUNT: AtomicU32 = AtomicU32::new(40);
#[unsafe(no_mangle)]
pub extern "C" fn warm(n: usize) -> u32 { u32::from(WARM[n % 24]) }
#[unsafe(no_mangle)]
pub extern "C" fn cold(n: usize) -> u32 { COUNT.fetch_add(1, Relaxed) * 1000 + u32::from(TEXTS[n % 3][n % 21]) }
static CALLED: [extern "C" fn(usize) -> u32; 2] = [warm, cold];
#[unsafe(no_mangle)]
pub extern "C" fn call(which: usize, n: usize) -> u32 { CALLED[which % 2](n) }
"#;

/// The program, with what the linker keeps of its relocations.
fn compiled(name: &str) -> Vec<u8> {
    setup::wasm_target().unwrap();
    let folder = folder(name);
    let (source, wasm) = (folder.join("program.rs"), folder.join("program.wasm"));
    fs::write(&source, SOURCE).unwrap();
    let mut rustc = run::program("rustc");
    rustc.args([
        "--edition=2024",
        "--crate-type=cdylib",
        "--target",
        setup::WASM,
        "-Copt-level=1",
        "-Cpanic=abort",
    ]);
    run::to_end(rustc.args(["-Clink-arg=--emit-relocs", "-o"]).arg(&wasm).arg(&source)).unwrap();
    let bytes = fs::read(&wasm).unwrap();
    site::remove(&folder).unwrap();
    bytes
}

fn has(part: &[u8], text: &str) -> bool {
    part.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn data_goes_with_the_code_that_reaches_it() {
    let whole = compiled("program");
    let module = parse(&whole).unwrap();
    // A visit enters all but `cold`.
    let cold = module.exports.get_func("cold").unwrap();
    let entered: Vec<bool> =
        stretch::of_module(&module).into_iter().flat_map(|(id, own)| vec![id != cold; own.len()]).collect();
    let objects = Objects::of(&whole).unwrap();
    let parts = parted(&whole, &[entered], Some(&objects)).unwrap();
    for (text, is_first) in [
        ("what is read in any case", true),
        ("a text behind a table", false),
        ("and the third of them", false),
    ] {
        assert_eq!([has(&parts[0], text), has(&parts[1], text)], [is_first, !is_first], "{text}");
    }
    let script = "const { warm, cold, call } = first.exports;
        console.log([warm(3), loads, call(1, 4), cold(2), call(0, 5), loads].join(' '));";
    // "t", then the count with a letter of the second and of the third text, then "i".
    assert_eq!(said_by("reach", &parts, script), "116 0 40104 41100 105 1");
}

#[test]
fn without_what_the_linker_keeps_nothing_is_guessed() {
    let mut module = parse(&compiled("other")).unwrap();
    let Err(refused) = Objects::of(&module.emit_wasm()) else { panic!("it was read") };
    assert!(refused.to_string().contains("--emit-relocs"), "{refused}");
}
