//! libFuzzer tries [`target::scenario`]. Besides bytes it changes what the file says, as `mangle` does, so that it comes
//! further than the first comma.
#![no_main]

use std::sync::OnceLock;

use delivery_lab_fuzz::mangle::{self, Dice};
use delivery_lab_fuzz::stock::Stock;
use delivery_lab_fuzz::target;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// What other activities do and what else is done during a run.
static STOCK: OnceLock<Stock> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| target::scenario(bytes));

fuzz_mutator!(|bytes: &mut [u8], size: usize, most: usize, seed: u32| {
    match mangled(bytes.get(..size).unwrap_or_default(), seed).filter(|text| text.len() <= most) {
        Some(text) => {
            bytes[..text.len()].copy_from_slice(&text);
            text.len()
        }
        None => fuzzer_mutate(bytes, size, most),
    }
});

/// The file with some of what it says changed; none one time in four, and where it is no JSON.
fn mangled(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    if seed.is_multiple_of(4) {
        return None;
    }
    let mut file = serde_json::from_slice(bytes).ok()?;
    let stock =
        STOCK.get_or_init(|| Stock::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/golden").as_ref()));
    mangle::mangle(&mut file, stock, &mut Dice::new(u64::from(seed), 0));
    Some(file.to_string().into_bytes())
}
