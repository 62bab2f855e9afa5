//! Adds up the tests that cargo and Playwright say have passed and failed.

use std::fmt;

/// How many tests passed and failed so far.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Counts {
    passed: u64,
    failed: u64,
}

impl Counts {
    /// Takes in one line of libtest's or Playwright's output; most lines say nothing.
    pub(crate) fn see(&mut self, line: &str) {
        let line = plain(line);
        if let Some(result) = line.strip_prefix("test result: ") {
            let (_, counts) = result.split_once(". ").unwrap_or_default();
            counts.split(';').for_each(|part| self.add(part));
        } else if line.starts_with("  ") {
            self.add(line.split(" (").next().unwrap_or_default());
        }
    }

    fn add(&mut self, part: &str) {
        let Some((number, word)) = part.trim().split_once(' ') else { return };
        let Ok(number) = number.parse::<u64>() else { return };
        match word {
            "passed" | "flaky" => self.passed += number,
            "failed" | "did not run" | "interrupted" => self.failed += number,
            _ => {}
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The line without the escape sequences that colour it.
fn plain(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('m').map_or(part, |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_both_kinds_of_summary() {
        let mut counts = Counts::default();
        for line in [
            "running 3 tests",
            "test base::time::tests::weeks ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.03s",
            "  1 failed",
            "    smoke.spec.mjs:3:1 › 5 passed",
            "\u{1b}[32m  4 passed\u{1b}[39m\u{1b}[2m (3.2s)\u{1b}[22m",
        ] {
            counts.see(line);
        }
        assert_eq!(counts, Counts { passed: 18, failed: 2 });
        assert_eq!(counts.to_string(), "18 passed, 2 failed");
    }
}
