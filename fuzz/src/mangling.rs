//! Mangled scenarios by the million.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use delivery_lab_fuzz::caught::caught;
use delivery_lab_fuzz::mangle::{self, Dice};
use delivery_lab_fuzz::stock::Stock;
use delivery_lab_fuzz::trial::{Verdict, try_text};

use crate::{Common, busy, keep};

/// A case that takes longer than this is told.
const SLOW: Duration = Duration::from_secs(5);

/// What to try.
#[derive(Clone, Debug, Args)]
pub(crate) struct Options {
    /// How many cases.
    #[arg(long, default_value_t = 100_000)]
    cases: u64,
    #[command(flatten)]
    common: Common,
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

/// Tries them all; tells whether nothing broke and nothing was slow.
pub(crate) fn run(options: &Options, began: Instant) -> bool {
    let tally = Tally::default();
    thread::scope(|scope| {
        for number in 0..options.common.threads {
            let tally = &tally;
            scope.spawn(move || work(options, number, tally, began));
        }
    });
    let count = |count: &AtomicU64| count.load(Ordering::Relaxed);
    println!(
        "{} cases in {} s: {} unreadable, {} refused with findings, {} ran ({} of them cut short by a limit), {} slower than {} s, {} broke something",
        options.cases,
        began.elapsed().as_secs(),
        count(&tally.unreadable),
        count(&tally.refused),
        count(&tally.ran),
        count(&tally.cut_short),
        count(&tally.slow),
        SLOW.as_secs(),
        count(&tally.broken),
    );
    count(&tally.broken) + count(&tally.slow) == 0
}

/// The cases of one thread: every `threads`-th one.
fn work(options: &Options, number: u64, tally: &Tally, began: Instant) {
    let Common { seed, threads, stock, into } = &options.common;
    let stock = Stock::read(stock);
    let mut case = number;
    while case < options.cases {
        let text = mangle::mangled(&stock, &mut Dice::new(*seed, case));
        let start = busy(began);
        let counter = match caught(|| try_text(&text)) {
            Ok(Verdict::Unreadable) => &tally.unreadable,
            Ok(Verdict::Refused) => &tally.refused,
            Ok(Verdict::Ran { cut_short }) => {
                tally.cut_short.fetch_add(u64::from(cut_short), Ordering::Relaxed);
                &tally.ran
            }
            Err(said) => {
                keep(into, &format!("{seed}-{case}"), &text, &said);
                &tally.broken
            }
        };
        counter.fetch_add(1, Ordering::Relaxed);
        let taken = busy(began).saturating_sub(start);
        if taken > SLOW {
            tally.slow.fetch_add(1, Ordering::Relaxed);
            keep(into, &format!("{seed}-{case}"), &text, &format!("took {} ms", taken.as_millis()));
        }
        if number == 0 && (case / threads).is_multiple_of(250_000) {
            println!("{case} of {} cases, {} s", options.cases, began.elapsed().as_secs());
        }
        case += threads;
    }
}
