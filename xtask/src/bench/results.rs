//! Reads what the driver measured.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// All measurements of one run of the driver.
pub(crate) struct Results {
    pub(crate) chromium: String,
    pub(crate) node: String,
    /// The load average before and after.
    pub(crate) load: String,
    series: BTreeMap<(String, String), Series>,
    /// The workloads in the order they were measured.
    pub(crate) workloads: Vec<String>,
}

/// The rounds of one contestant in one workload.
#[derive(Default)]
pub(crate) struct Series {
    rounds: Vec<Value>,
}

/// Reads the driver's last line.
pub(crate) fn read(line: &str) -> Result<Results> {
    let value: Value = serde_json::from_str(line).context("the driver's last line is no JSON")?;
    let text = |key: &str| value[key].as_str().unwrap_or("unknown").to_owned();
    let mut results = Results {
        chromium: text("chromium"),
        node: text("node"),
        load: ["before", "after"].map(|when| value["load"][when].as_f64()).map(shown_load).join(" and "),
        series: BTreeMap::new(),
        workloads: Vec::new(),
    };
    for series in value["results"].as_array().context("the driver measured nothing")? {
        let word = |key: &str| series[key].as_str().unwrap_or_default().to_owned();
        let rounds = series["rounds"].as_array().cloned().unwrap_or_default();
        let workload = word("workload");
        if !results.workloads.contains(&workload) {
            results.workloads.push(workload.clone());
        }
        results.series.insert((workload, word("who")), Series { rounds });
    }
    Ok(results)
}

impl Results {
    /// The rounds of a contestant, if it was measured in that workload.
    pub(crate) fn of(&self, workload: &str, who: &str) -> Option<&Series> {
        self.series.get(&(workload.to_owned(), who.to_owned()))
    }
}

impl Series {
    /// The median over the rounds of the sum of these fields; none where every round failed.
    pub(crate) fn median(&self, fields: &[&str]) -> Option<f64> {
        median(self.sums(fields).collect())
    }

    /// The least over the rounds: what the machine does where nothing else disturbs it.
    pub(crate) fn least(&self, fields: &[&str]) -> Option<f64> {
        self.sums(fields).reduce(f64::min)
    }

    fn sums(&self, fields: &[&str]) -> impl Iterator<Item = f64> {
        self.rounds
            .iter()
            .filter_map(|round| fields.iter().map(|field| round[field].as_f64()).sum::<Option<f64>>())
    }

    /// The largest value of a field over the rounds.
    pub(crate) fn most(&self, field: &str) -> Option<f64> {
        self.rounds.iter().filter_map(|round| round[field].as_f64()).reduce(f64::max)
    }

    /// A whole number of the outcome, which is the same in every round.
    pub(crate) fn outcome(&self, field: &str) -> Option<u64> {
        self.rounds.iter().find_map(|round| round["outcome"][field].as_u64())
    }

    /// The run's fingerprint.
    pub(crate) fn fingerprint(&self) -> Option<&str> {
        self.rounds.iter().find_map(|round| round["outcome"]["fingerprint"].as_str())
    }

    /// Why a round failed, where one did.
    pub(crate) fn failure(&self) -> Option<&str> {
        self.rounds.iter().find_map(|round| round["failed"].as_str())
    }
}

fn shown_load(load: Option<f64>) -> String {
    load.map_or_else(|| "unknown".to_owned(), |load| format!("{load:.1}"))
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        even if even.is_multiple_of(2) => Some((values[middle - 1] + values[middle]) / 2.0),
        _ => Some(values[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_leave_failed_rounds_out() {
        let line = r#"{"chromium":"1","results":[{"workload":"Y1","who":"a","rounds":
            [{"run":3,"prepare":1},{"failed":"out of memory"},{"run":1,"prepare":1},{"run":9,"prepare":1}]}]}"#;
        let results = read(line).unwrap();
        let series = results.of("Y1", "a").unwrap();
        assert_eq!(series.median(&["prepare", "run"]), Some(4.0));
        assert_eq!(series.least(&["prepare", "run"]), Some(2.0));
        assert_eq!((series.most("run"), series.failure()), (Some(9.0), Some("out of memory")));
        assert!(results.of("Y1", "b").is_none() && median(vec![]).is_none());
        assert_eq!(median(vec![1.0, 2.0]), Some(1.5));
    }
}
