//! libFuzzer tries [`target::lesson`].
#![no_main]

use delivery_lab_fuzz::target;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| target::lesson(bytes));
