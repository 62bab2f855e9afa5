//! Says what is going on and how long it took. Never silent for long.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How long a step may be quiet before a line says that it still works.
const QUIET: Duration = Duration::from_secs(15);

/// Numbered steps, each announced and timed.
pub(crate) struct Steps {
    total: usize,
    begun: usize,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { total, begun: 0 }
    }

    /// Runs one step between its line and its time.
    pub(crate) fn run<T>(&mut self, label: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.begun += 1;
        let number = format!("[{}/{}]", self.begun, self.total);
        println!("{number} {label}…");
        let start = now();
        let outcome = with_sign_of_life(work);
        let took = seconds(start.elapsed());
        match outcome {
            Ok(value) => {
                println!("{number} done, {took}");
                Ok(value)
            }
            Err(error) => {
                println!("{number} failed, {took}");
                Err(error)
            }
        }
    }
}

/// Says what went wrong, and under it why.
pub(crate) fn complain(error: &anyhow::Error) {
    eprintln!("\nerror: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because {cause}");
    }
}

fn with_sign_of_life<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    thread::scope(|scope| {
        let (alive, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            let start = now();
            while ended.recv_timeout(QUIET) == Err(RecvTimeoutError::Timeout) {
                println!("      still working, {}", seconds(start.elapsed()));
            }
        });
        let outcome = work();
        drop(alive);
        outcome
    })
}

/// The clock of the tool; the simulator itself has none.
#[allow(clippy::disallowed_methods, reason = "the ban guards the engine; a build tool may time itself")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// A duration as a person reads it.
pub(crate) fn seconds(span: Duration) -> String {
    match span.as_secs() {
        0..10 => format!("{:.1} s", span.as_secs_f64()),
        whole @ 10..100 => format!("{whole} s"),
        whole => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_durations_for_people() {
        let spelled = [340, 12_000, 99_999, 125_000].map(|millis| seconds(Duration::from_millis(millis)));
        assert_eq!(spelled, ["0.3 s", "12 s", "99 s", "2 min 05 s"]);
    }
}
