//! Tries the parsers with libFuzzer: builds its targets with the counters it needs, by flags that stable Rust has, and
//! runs one or all of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::{corpus, run, workspace};

/// What tells libFuzzer which ways an input took, and what was compared with what.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";
/// The longest input, in bytes.
const LONGEST: usize = 1 << 16;
/// An input that takes longer, in seconds, or more memory, in megabytes, is a fault.
const SLOWEST: u32 = 25;
const MOST_MEMORY: u32 = 2_048;
/// Where the words come from that the files are made of.
const SCHEMAS: [&str; 2] = ["www/schema/scenario-2.schema.json", "www/schema/course-1.schema.json"];

/// What to try, for how long, and whether what was found is to be kept in the repository.
pub(crate) fn run(target: Option<&str>, seconds: u32, keeps: bool) -> Result<()> {
    let names = names()?;
    let chosen: Vec<&String> =
        names.iter().filter(|name| target.is_none_or(|wanted| wanted == *name)).collect();
    if chosen.is_empty() {
        bail!("there is no target of that name; there are {}", names.join(", "));
    }
    let folder = build(&chosen)?;
    let words = words()?;
    for name in chosen {
        println!("\n{name}, for {seconds} s");
        let found = workspace::target().join("fuzz-corpus").join(name);
        let kept = workspace::at("fuzz/corpus").join(name);
        let faults = workspace::target().join("fuzz-found").join(name);
        for folder in [&found, &kept, &faults] {
            fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", workspace::shown(folder)))?;
        }
        let mut fuzzer = libfuzzer(&folder.join(name));
        fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-dict={}", words.display()));
        fuzzer.arg(format!("-artifact_prefix={}/", faults.display())).arg("-print_final_stats=1");
        // What is new goes into the first folder; the other is only read.
        run::to_end(fuzzer.arg(&found).arg(&kept)).with_context(|| {
            format!(
                "{name} broke on the input in {}.\n  Mend it, and keep the input in fuzz/corpus/{name}",
                workspace::shown(&faults)
            )
        })?;
        if keeps {
            corpus::keep(&mut libfuzzer(&folder.join(name)), &kept, &found)?;
        }
    }
    Ok(())
}

/// A target with what holds however it runs.
fn libfuzzer(program: &Path) -> Command {
    let mut fuzzer = run::program(program);
    fuzzer.arg(format!("-max_len={LONGEST}")).arg(format!("-timeout={SLOWEST}"));
    fuzzer.arg(format!("-rss_limit_mb={MOST_MEMORY}"));
    fuzzer
}

/// The names of all targets: those of their files.
fn names() -> Result<Vec<String>> {
    let folder = workspace::at("fuzz/fuzz_targets");
    let entries = fs::read_dir(&folder).context("fuzz/fuzz_targets cannot be listed")?;
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| Some(entry.path().file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    Ok(names)
}

/// Builds some targets; gives the folder they are in.
fn build(names: &[&String]) -> Result<PathBuf> {
    let host = run::host()?;
    let mut cargo = run::cargo();
    // For a named platform, so that these flags are not those of build scripts, and the folder is one of its own.
    cargo.args(["build", "--package", "delivery-lab-fuzz", "--features", "libfuzzer", "--locked"]);
    // Not all programs of the package: what is no target has no libFuzzer to tell its counts to.
    for name in names {
        cargo.args(["--bin", name]);
    }
    cargo.args(["--profile", "fuzz", "--target", &host]).env("RUSTFLAGS", FLAGS);
    run::to_end(&mut cargo)
        .context("the targets cannot be built.\n  libFuzzer is compiled with them and needs a compiler of C++ (Debian: apt-get install g++)")?;
    Ok(workspace::target().join(host).join("fuzz"))
}

/// A file with the words that the schemas know, so that they need not be guessed letter by letter.
fn words() -> Result<PathBuf> {
    let mut words = BTreeSet::new();
    for schema in SCHEMAS {
        let text =
            fs::read_to_string(workspace::at(schema)).with_context(|| format!("{schema} cannot be read"))?;
        collect(&serde_json::from_str(&text).with_context(|| format!("{schema} is not JSON"))?, &mut words);
    }
    let lines: String = words.iter().map(|word| format!("\"\\\"{word}\\\"\"\n")).collect();
    let file = workspace::target().join("fuzz-words.dict");
    fs::write(&file, lines).with_context(|| format!("{} cannot be written", workspace::shown(&file)))?;
    Ok(file)
}

/// The names of fields and the words among values.
fn collect(schema: &Value, words: &mut BTreeSet<String>) {
    let is_plain = |word: &str| word.len() < 40 && word.bytes().all(|sign| sign.is_ascii_alphanumeric());
    match schema {
        Value::Object(fields) => {
            if let Some(properties) = fields.get("properties").and_then(Value::as_object) {
                words.extend(properties.keys().filter(|word| is_plain(word)).cloned());
            }
            for name in ["const", "enum"] {
                let values = fields.get(name).into_iter();
                let values = values
                    .flat_map(|value| value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice));
                words.extend(
                    values.filter_map(Value::as_str).filter(|word| is_plain(word)).map(str::to_owned),
                );
            }
            fields.values().for_each(|value| collect(value, words));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_known_and_the_words_are_those_of_the_files() {
        let names = names().unwrap();
        assert!(names.len() >= 7 && names.contains(&"scenario".to_owned()), "{names:?}");
        let mut words = BTreeSet::new();
        for schema in SCHEMAS {
            let text = fs::read_to_string(workspace::at(schema)).unwrap();
            collect(&serde_json::from_str(&text).unwrap(), &mut words);
        }
        for word in ["recurringDelivery", "weeks", "historyDays", "lessons"] {
            assert!(words.contains(word), "{word} is not among {} words", words.len());
        }
    }
}
