//! The command: mangles scenarios by the million, or runs random workflows for years; says which one broke something.

// Stands outside the core, and says how long a case takes.
#![expect(clippy::disallowed_methods, reason = "only the core reads no clock")]

mod mangling;
mod soaking;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand};
use delivery_lab_fuzz::caught;

#[derive(Clone, Debug, Parser)]
#[command(
    name = "fuzz",
    about = "Tries mangled scenarios; prints what they came to",
    args_conflicts_with_subcommands = true
)]
struct Command {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    mangling: mangling::Options,
}

#[derive(Clone, Debug, Subcommand)]
enum What {
    /// Runs random workflows for years, each in every way there is, and keeps account of them
    Soak(soaking::Options),
}

/// What both have.
#[derive(Clone, Debug, Args)]
struct Common {
    /// Where the dice begin.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many threads.
    #[arg(long, default_value_t = 2)]
    threads: u64,
    /// A folder of scenario files to draw from besides the samples.
    #[arg(long, default_value = "tests/golden")]
    stock: PathBuf,
    /// Where a case that broke something is written.
    #[arg(long, default_value = "target/fuzz-found")]
    into: PathBuf,
}

fn main() -> ExitCode {
    let command = Command::parse();
    caught::silence();
    let began = Instant::now();
    let is_sound = match &command.what {
        None => mangling::run(&command.mangling, began),
        Some(What::Soak(options)) => soaking::run(options, began),
    };
    if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How long this thread has been busy: on Linux the time it had a processor, so that a full machine makes no case
/// slow; elsewhere the time since the beginning.
fn busy(began: Instant) -> Duration {
    let had = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = had.and_then(|had| had.split_ascii_whitespace().next()?.parse().ok());
    nanos.map_or_else(|| began.elapsed(), Duration::from_nanos)
}

/// Writes a case down, so that it can be looked at and made into a test.
fn keep(into: &Path, name: &str, text: &[u8], why: &str) {
    let path = into.join(format!("{name}.lab.json"));
    match std::fs::create_dir_all(into).and_then(|()| std::fs::write(&path, text)) {
        Ok(()) => println!("{name}: {why}; kept in {}", path.display()),
        Err(error) => println!("{name}: {why}; could not be kept: {error}"),
    }
}
