//! Opens, checks, runs and reads mangled scenarios by the million; says which one broke something.

// Stands outside the core, and says how long a case takes.
#![expect(clippy::disallowed_methods, reason = "only the core reads no clock")]

mod corpus;
mod mangle;
mod trial;

use std::cell::Cell;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Parser;

use corpus::Corpus;
use mangle::Dice;
use trial::{Verdict, try_text};

/// What to try.
#[derive(Clone, Debug, Parser)]
#[command(name = "fuzz", about = "Tries mangled scenarios; prints what they came to")]
struct Options {
    /// How many cases.
    #[arg(long, default_value_t = 100_000)]
    cases: u64,
    /// Where the dice begin.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many threads.
    #[arg(long, default_value_t = 2)]
    threads: u64,
    /// A folder of scenario files to mangle besides the samples.
    #[arg(long, default_value = "tests/golden")]
    corpus: PathBuf,
    /// Where a case that broke something is written.
    #[arg(long, default_value = "target/fuzz-found")]
    into: PathBuf,
}

/// How often each outcome was met.
#[derive(Debug, Default)]
struct Tally {
    unreadable: AtomicU64,
    refused: AtomicU64,
    ran: AtomicU64,
    cut_short: AtomicU64,
    broken: AtomicU64,
    slow: AtomicU64,
}

thread_local! {
    /// Whether this thread is inside what is tried.
    static IS_TRYING: Cell<bool> = const { Cell::new(false) };
}

fn main() -> ExitCode {
    let options = Options::parse();
    // A panic of what is tried is an outcome to be counted, so its message must not fill the screen.
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !IS_TRYING.get() {
            usual(panic);
        }
    }));
    let began = Instant::now();
    let tally = Tally::default();
    thread::scope(|scope| {
        for number in 0..options.threads {
            let (options, tally) = (&options, &tally);
            scope.spawn(move || work(options, number, tally, began));
        }
    });
    let count = |count: &AtomicU64| count.load(Ordering::Relaxed);
    println!(
        "{} cases in {} s: {} unreadable, {} refused with findings, {} ran ({} of them cut short by a limit), {} slower than 5 s, {} broke something",
        options.cases,
        began.elapsed().as_secs(),
        count(&tally.unreadable),
        count(&tally.refused),
        count(&tally.ran),
        count(&tally.cut_short),
        count(&tally.slow),
        count(&tally.broken),
    );
    if count(&tally.broken) + count(&tally.slow) == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The cases of one thread: every `threads`-th one.
fn work(options: &Options, number: u64, tally: &Tally, began: Instant) {
    let corpus = Corpus::read(&options.corpus);
    let mut case = number;
    while case < options.cases {
        let text = mangle::mangled(&corpus, &mut Dice::new(options.seed, case));
        let start = busy(began);
        IS_TRYING.set(true);
        let verdict = std::panic::catch_unwind(|| try_text(&text));
        IS_TRYING.set(false);
        let counter = match verdict {
            Ok(Verdict::Unreadable) => &tally.unreadable,
            Ok(Verdict::Refused) => &tally.refused,
            Ok(Verdict::Ran { cut_short }) => {
                tally.cut_short.fetch_add(u64::from(cut_short), Ordering::Relaxed);
                &tally.ran
            }
            Err(panic) => {
                keep(options, case, &text, &said(&*panic));
                &tally.broken
            }
        };
        counter.fetch_add(1, Ordering::Relaxed);
        let taken = busy(began).saturating_sub(start);
        if taken > Duration::from_secs(5) {
            tally.slow.fetch_add(1, Ordering::Relaxed);
            keep(options, case, &text, &format!("took {} ms", taken.as_millis()));
        }
        if number == 0 && (case / options.threads).is_multiple_of(250_000) {
            println!("{case} of {} cases, {} s", options.cases, began.elapsed().as_secs());
        }
        case += options.threads;
    }
}

/// How long this thread has been busy: on Linux the time it had a processor, so that a full machine makes no case
/// slow; elsewhere the time since the beginning.
fn busy(began: Instant) -> Duration {
    let had = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = had.and_then(|had| had.split_ascii_whitespace().next()?.parse().ok());
    nanos.map_or_else(|| began.elapsed(), Duration::from_nanos)
}

fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

/// Writes a case down, so that it can be looked at and made into a test.
fn keep(options: &Options, case: u64, text: &[u8], why: &str) {
    let path = options.into.join(format!("{}-{case}.lab.json", options.seed));
    let written = std::fs::create_dir_all(&options.into).and_then(|()| std::fs::write(&path, text));
    match written {
        Ok(()) => println!("case {case}: {why}; kept in {}", path.display()),
        Err(error) => println!("case {case}: {why}; could not be kept: {error}"),
    }
}
