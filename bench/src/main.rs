//! The native half of the measurement: reads one job a line, answers each with a line of JSON.
//!
//! Jobs: `year KIND SIZE WEEKS SEEKS` `events WEEKS` and `floor SIZE WEEKS`.

use std::hint::black_box;
use std::io::{BufRead as _, Write as _};
use std::process::ExitCode;
use std::time::Instant;

use delivery_lab_bench::floor;
use delivery_lab_bench::workload::{self, Kind};
use delivery_lab_bench::year::Year;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let answer = answer(&line).unwrap_or_else(|error| json!({ "error": error }));
        if writeln!(out, "{answer}").and_then(|()| out.flush()).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn answer(line: &str) -> Result<Value, String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words[..] {
        ["year", kind, size, weeks, seeks] => {
            year(Kind::named(kind)?, number(size)?, number(weeks)?, number(seeks)?)
        }
        ["events", weeks] => {
            let plan = workload::plan(Kind::Events, 10, number(weeks)?)?;
            let start = now();
            let events = Year::events(&plan);
            Ok(json!({ "run": millis(start), "outcome": { "events": events } }))
        }
        ["floor", size, weeks] => {
            let (size, weeks, start) = (number(size)?, number(weeks)?, now());
            black_box(floor::draw(black_box(size), black_box(weeks)));
            Ok(json!({ "run": millis(start) }))
        }
        _ => Err(format!("`{line}` is no job")),
    }
}

fn year(kind: Kind, size: u32, weeks: u32, seeks: u32) -> Result<Value, String> {
    let start = now();
    let plan = workload::plan(kind, size, weeks)?;
    let prepare = millis(start);
    let start = now();
    let year = Year::run(plan);
    let run = millis(start);
    let mut reads = Vec::new();
    for number in 0..seeks {
        let start = now();
        black_box(year.seek(number));
        reads.push(millis(start));
    }
    let seek = reads.iter().sum::<f64>() / f64::from(seeks.max(1));
    let seek_most = reads.iter().copied().fold(0.0, f64::max);
    let outcome = year.outcome();
    Ok(json!({ "prepare": prepare, "run": run, "seek": seek, "seekMost": seek_most, "outcome": outcome }))
}

fn number(word: &str) -> Result<u32, String> {
    word.parse().map_err(|_| format!("`{word}` is no number"))
}

fn millis(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1_000.0
}

#[allow(clippy::disallowed_methods, reason = "the ban guards the engine; a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}
