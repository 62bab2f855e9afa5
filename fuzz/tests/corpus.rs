//! Every input that libFuzzer has found worth keeping, and every one that once broke something, tried again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may give up")]

use std::fs;
use std::path::{Path, PathBuf};

use delivery_lab_fuzz::target::{ALL, Target};

/// The most that all of them may be together: they are in the repository of everybody.
const MOST_FILES: usize = 400;
const MOST_BYTES: usize = 1 << 20;

/// The inputs of a target, in the order of their names.
fn inputs(target: &Target) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn every_input_is_still_taken_or_refused() {
    for target in &ALL {
        let inputs = inputs(target);
        assert!(inputs.len() > 5, "{} has {} inputs", target.name, inputs.len());
        for (path, bytes) in inputs {
            // Said first, so that a failure names its file.
            println!("{}", path.display());
            (target.body)(&bytes);
        }
    }
}

#[test]
fn the_inputs_are_few_and_small() {
    let all: Vec<_> = ALL.iter().flat_map(inputs).collect();
    let bytes: usize = all.iter().map(|(_, bytes)| bytes.len()).sum();
    assert!(all.len() <= MOST_FILES && bytes <= MOST_BYTES, "{} files, {bytes} bytes", all.len());
}

#[test]
fn every_target_has_its_file_for_libfuzzer() {
    let manifest = include_str!("../Cargo.toml");
    for target in &ALL {
        let path = format!("fuzz_targets/{}.rs", target.name);
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).exists(), "{path}");
        assert!(manifest.contains(&format!("name = \"{}\"\npath = \"{path}\"", target.name)), "{path}");
    }
    assert_eq!(manifest.matches("required-features = [\"libfuzzer\"]").count(), ALL.len());
}
