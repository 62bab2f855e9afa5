//! Random workflows for years, and what they came to together.

use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use clap::Args;
use delivery_lab_fuzz::caught::caught;
use delivery_lab_fuzz::soak::{self, Soaked};
use delivery_lab_fuzz::stock::Stock;

use crate::{Common, keep};

/// What to run.
#[derive(Clone, Debug, Args)]
pub(crate) struct Options {
    /// How many workflows.
    #[arg(long, default_value_t = 10_000)]
    workflows: u64,
    /// How many weeks each runs.
    #[arg(long, default_value_t = 104)]
    weeks: u32,
    /// How many workflows are passed over first.
    #[arg(long, default_value_t = 0)]
    from: u64,
    #[command(flatten)]
    common: Common,
}

/// What all came to so far.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    ran: u64,
    refused: u64,
    cut_short: u64,
    broken: u64,
    tasks: u64,
    crossings: u64,
    deliveries: u64,
    messages: u64,
    left_out: u64,
    tracking: u64,
    /// The fingerprints added up, so that the order in which threads end does not matter.
    fingerprint: u64,
}

impl Sum {
    fn add(&mut self, one: &Soaked) {
        self.ran += 1;
        self.refused += one.refused;
        self.cut_short += u64::from(one.cut_short);
        self.tasks += one.account.tasks;
        self.crossings += one.account.crossings;
        self.deliveries += one.account.deliveries;
        self.messages += one.account.messages;
        self.left_out += one.account.left_out;
        self.tracking += one.account.tracking;
        self.fingerprint = self.fingerprint.wrapping_add(one.fingerprint);
    }

    fn print(&self, weeks: u32, began: Instant) {
        println!(
            "{} workflows of {weeks} weeks in {} s ({} drafts could not run, {} were cut short by a limit): \
             {} tasks, {} crossings, {} deliveries, {} messages, {} left out, {} tracking rows; \
             fingerprint {:016x}; {} broke something",
            self.ran,
            began.elapsed().as_secs(),
            self.refused,
            self.cut_short,
            self.tasks,
            self.crossings,
            self.deliveries,
            self.messages,
            self.left_out,
            self.tracking,
            self.fingerprint,
            self.broken,
        );
    }
}

/// Runs them all; tells whether every account is in order.
pub(crate) fn run(options: &Options, began: Instant) -> bool {
    let sum = Mutex::new(Sum::default());
    thread::scope(|scope| {
        for number in 0..options.common.threads {
            let sum = &sum;
            scope.spawn(move || work(options, number, sum, began));
        }
    });
    let sum = sum.into_inner().unwrap_or_else(PoisonError::into_inner);
    sum.print(options.weeks, began);
    sum.broken == 0
}

/// The workflows of one thread: every `threads`-th one.
fn work(options: &Options, number: u64, sum: &Mutex<Sum>, began: Instant) {
    let Common { seed, threads, stock, into } = &options.common;
    let stock = Stock::read(stock);
    let mut case = options.from + number;
    while case < options.from + options.workflows {
        let (file, refused) = soak::draw(&stock, *seed, case, options.weeks);
        let outcome = caught(|| soak::soak(&file, *seed, case)).and_then(|soaked| soaked);
        let mut sum = sum.lock().unwrap_or_else(PoisonError::into_inner);
        match outcome {
            Ok(soaked) => sum.add(&Soaked { refused, ..soaked }),
            Err(said) => {
                sum.broken += 1;
                keep(into, &format!("soak-{seed}-{case}"), &file, &said);
            }
        }
        if (sum.ran + sum.broken).is_multiple_of(1_000) {
            sum.print(options.weeks, began);
        }
        drop(sum);
        case += threads;
    }
}
