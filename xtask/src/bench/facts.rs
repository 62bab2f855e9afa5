//! On what was measured: the machine and the versions of everything that took part.

use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::results::Results;
use crate::{run, setup, workspace};

/// What a reader needs to repeat the measurement.
pub(crate) struct Facts {
    pub(crate) commit: String,
    pub(crate) rustc: String,
    pub(crate) processor: String,
    pub(crate) cores: usize,
    /// Names and versions of the rivals' packages.
    pub(crate) rivals: Vec<(&'static str, String)>,
}

#[cfg(test)]
impl Facts {
    /// Facts of no machine, for tests of what is written.
    pub(super) fn made_up(rival: &'static str) -> Self {
        let (commit, rustc, processor) = ("c".into(), "r".into(), "p".into());
        Self { commit, rustc, processor, cores: 2, rivals: vec![(rival, "1".into())] }
    }
}

impl Facts {
    /// The line that a report begins with, as far as what was measured.
    pub(super) fn preamble(&self, results: &Results) -> String {
        let rivals: Vec<String> =
            self.rivals.iter().map(|(name, version)| format!("{name} {version}")).collect();
        format!(
            "Delivery Lab {}, {}, Chromium {}, Node.js {}, {}; {} × {}. Medians of interleaved rounds",
            self.commit,
            self.rustc,
            results.chromium,
            results.node,
            rivals.join(", "),
            self.cores,
            self.processor,
        )
    }
}

/// How a report says whether an aim was reached.
pub(super) const fn verdict(is_met: bool) -> &'static str {
    if is_met { "met" } else { "**missed**" }
}

/// Looks everything up.
pub(crate) fn gather(rivals: &[&'static str]) -> Result<Facts> {
    let unknown = || "unknown".to_owned();
    let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
    let rivals = rivals.iter().map(|&name| version(name).map(|version| (name, version)));
    Ok(Facts {
        commit: run::first_line(run::program("git").args(["describe", "--always", "--dirty"]))
            .unwrap_or_else(unknown),
        rustc: run::first_line(run::program("rustc").arg("--version")).unwrap_or_else(unknown),
        processor: model.map_or_else(unknown, str::to_owned),
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        rivals: rivals.collect::<Result<_>>()?,
    })
}

fn version(package: &str) -> Result<String> {
    let path = setup::node_tool(&format!("{package}/package.json"))?;
    let hint = || format!("{} cannot be read", workspace::shown(&path));
    let json: Value =
        serde_json::from_str(&fs::read_to_string(&path).with_context(hint)?).with_context(hint)?;
    Ok(json["version"].as_str().unwrap_or("unknown").to_owned())
}
