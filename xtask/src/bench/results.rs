//! Reads what a driver measured: the rounds of every contestant in every workload.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// What took part in every measurement of a kind: its field, and what people call it.
const TOOLS: [(&str, &str); 4] =
    [("chromium", "Chromium"), ("node", "Node.js"), ("valgrind", "Valgrind"), ("lighthouse", "Lighthouse")];

/// All measurements of one run of a driver.
pub(crate) struct Results {
    /// As the driver told it, to be kept.
    pub(crate) raw: Value,
    /// The workloads in the order they were measured.
    pub(crate) workloads: Vec<String>,
    series: BTreeMap<(String, String), Series>,
}

/// The rounds of one contestant in one workload.
#[derive(Default)]
pub(crate) struct Series {
    rounds: Vec<Value>,
}

/// Reads the driver's last line.
pub(crate) fn read(line: &str) -> Result<Results> {
    Results::of_value(serde_json::from_str(line).context("the driver's last line is no JSON")?)
}

impl Results {
    /// Reads what a driver told.
    pub(crate) fn of_value(raw: Value) -> Result<Self> {
        let (mut series, mut workloads) = (BTreeMap::new(), Vec::new());
        for told in raw["results"].as_array().context("the driver measured nothing")? {
            let word = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
            let rounds = told["rounds"].as_array().cloned().unwrap_or_default();
            let workload = word("workload");
            if !workloads.contains(&workload) {
                workloads.push(workload.clone());
            }
            series.insert((workload, word("who")), Series { rounds });
        }
        Ok(Self { raw, workloads, series })
    }

    /// The rounds of a contestant, if it was measured in that workload.
    pub(crate) fn of(&self, workload: &str, who: &str) -> Option<&Series> {
        self.series.get(&(workload.to_owned(), who.to_owned()))
    }

    /// The programs it was measured with and their versions.
    pub(crate) fn tools(&self) -> String {
        let named = TOOLS.iter().filter_map(|(key, name)| {
            Some(format!("{name} {}", self.raw[*key].as_str()?.trim_start_matches('v')))
        });
        named.collect::<Vec<_>>().join(", ")
    }

    /// The load average of the machine before and after, where the driver looked.
    pub(crate) fn load(&self) -> Option<String> {
        let load = |when: &str| Some(format!("{:.1}", self.raw["load"][when].as_f64()?));
        Some(format!("{}, {}", load("before")?, load("after")?))
    }

    /// How often was measured, as a sentence begins with it.
    pub(crate) fn rounds(&self) -> String {
        let counts = || self.series.values().map(|series| series.rounds.len());
        match (counts().min().unwrap_or(0), counts().max().unwrap_or(0)) {
            (_, 1) => "One round".to_owned(),
            (least, most) if least == most => format!("Medians of {most} interleaved rounds"),
            (least, most) => format!("Medians of {least} to {most} interleaved rounds"),
        }
    }
}

impl Series {
    /// The median over the rounds of the sum of these fields; none where every round failed.
    pub(crate) fn median(&self, fields: &[&str]) -> Option<f64> {
        quantile(&self.sums(fields), 2)
    }

    /// Half the distance between the quartiles, as it is written behind a median; empty where all are the same, and
    /// where fewer than three rounds say nothing of it.
    pub(crate) fn spread(&self, fields: &[&str], decimals: usize) -> String {
        let sums = self.sums(fields);
        match quantile(&sums, 1).zip(quantile(&sums, 3)) {
            Some((low, high)) if sums.len() > 2 && high > low => {
                format!(" ± {:.decimals$}", (high - low) / 2.0)
            }
            _ => String::new(),
        }
    }

    /// The least over the rounds: what the machine does where nothing else disturbs it.
    pub(crate) fn least(&self, fields: &[&str]) -> Option<f64> {
        self.sums(fields).into_iter().reduce(f64::min)
    }

    /// The sum of these fields in every round that did not fail.
    pub(crate) fn sums(&self, fields: &[&str]) -> Vec<f64> {
        let sum = |round: &Value| fields.iter().map(|field| round[field].as_f64()).sum::<Option<f64>>();
        self.rounds.iter().filter_map(sum).collect()
    }

    /// The largest value of a field over the rounds.
    pub(crate) fn most(&self, field: &str) -> Option<f64> {
        self.sums(&[field]).into_iter().reduce(f64::max)
    }

    /// A whole number of the outcome, which is the same in every round.
    pub(crate) fn outcome(&self, field: &str) -> Option<u64> {
        self.rounds.iter().find_map(|round| round["outcome"][field].as_u64())
    }

    /// The run's fingerprint.
    pub(crate) fn fingerprint(&self) -> Option<&str> {
        self.rounds.iter().find_map(|round| round["outcome"]["fingerprint"].as_str())
    }

    /// The texts of a list in the first round that has it.
    pub(crate) fn words(&self, field: &str) -> impl Iterator<Item = &str> {
        let list = self.rounds.iter().find_map(|round| round[field].as_array());
        list.into_iter().flatten().filter_map(Value::as_str)
    }

    /// Why a round failed, where one did.
    pub(crate) fn failure(&self) -> Option<&str> {
        self.rounds.iter().find_map(|round| round["failed"].as_str())
    }
}

/// The value that this many quarters of the others are below, between two of them where none is.
fn quantile(values: &[f64], quarters: usize) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = sorted.len().checked_sub(1)? * quarters;
    let (low, rest) = (place / 4, (place % 4) as f64 / 4.0);
    let high = sorted.get(low + 1).unwrap_or(&sorted[low]);
    Some(sorted[low] * (1.0 - rest) + high * rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_leave_failed_rounds_out() {
        let line = r#"{"chromium":"1","node":"v2","results":[{"workload":"Y1","who":"a","rounds":
            [{"run":3,"prepare":1},{"failed":"out of memory"},{"run":1,"prepare":1},{"run":9,"prepare":1}]}]}"#;
        let results = read(line).unwrap();
        let series = results.of("Y1", "a").unwrap();
        assert_eq!(series.median(&["prepare", "run"]), Some(4.0));
        assert_eq!(series.least(&["prepare", "run"]), Some(2.0));
        assert_eq!((series.most("run"), series.failure()), (Some(9.0), Some("out of memory")));
        assert!(results.of("Y1", "b").is_none());
        assert_eq!(results.tools(), "Chromium 1, Node.js 2");
        assert_eq!((results.rounds().as_str(), results.load()), ("Medians of 4 interleaved rounds", None));
    }

    #[test]
    fn quantiles_lie_between_their_neighbours() {
        assert_eq!(quantile(&[], 2), None);
        assert_eq!(quantile(&[2.0, 1.0], 2), Some(1.5));
        assert_eq!(
            [1, 2, 3].map(|quarters| quantile(&[5.0, 1.0, 4.0, 2.0, 3.0], quarters)),
            [Some(2.0), Some(3.0), Some(4.0)]
        );
        assert_eq!(quantile(&[7.0], 3), Some(7.0));
    }

    #[test]
    fn a_spread_takes_three_rounds() {
        let of = |rounds: &str| {
            let line = format!(r#"{{"results":[{{"workload":"w","who":"a","rounds":[{rounds}]}}]}}"#);
            read(&line).unwrap().of("w", "a").unwrap().spread(&["run"], 1)
        };
        assert_eq!(of(r#"{"run":1},{"run":2}"#), "");
        assert_eq!(of(r#"{"run":2},{"run":2},{"run":2}"#), "");
        assert_eq!(of(r#"{"run":1},{"run":2},{"run":3}"#), " ± 0.5");
    }
}
