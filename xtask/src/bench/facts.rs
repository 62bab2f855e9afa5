//! What a reader needs to repeat a measurement: when it was made, on what, and with which versions.

use std::fs;
use std::time::SystemTime;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::{run, setup, workspace};

/// What was measured, when and where.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Facts {
    /// The day it was measured, such as 2026-11-30.
    pub(crate) day: String,
    pub(crate) commit: String,
    pub(crate) rustc: String,
    /// The processor and how many cores it has.
    pub(crate) machine: String,
    /// Names and versions of the rivals' packages.
    pub(crate) rivals: String,
    /// Whether it was a quick run, whose numbers are no more than a sign of life.
    pub(crate) is_quick: bool,
}

impl Facts {
    /// Looks everything up.
    pub(crate) fn gather(rivals: &[&'static str], is_quick: bool) -> Result<Self> {
        let unknown = || "unknown".to_owned();
        let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let rustc = run::first_line(run::program("rustc").arg("--version")).unwrap_or_else(unknown);
        let rivals: Vec<String> =
            rivals.iter().map(|name| Ok(format!("{name} {}", version(name)?))).collect::<Result<_>>()?;
        Ok(Self {
            day: today(),
            commit: commit().unwrap_or_else(unknown),
            rustc: rustc.trim_start_matches("rustc ").split(' ').next().unwrap_or_default().to_owned(),
            machine: format!("{cores} × {}", model.map_or_else(unknown, str::to_owned)),
            rivals: rivals.join(", "),
            is_quick,
        })
    }

    /// As they are kept.
    pub(super) fn to_json(&self) -> Value {
        json!({
            "day": self.day, "commit": self.commit, "rustc": self.rustc, "machine": self.machine,
            "rivals": self.rivals, "quick": self.is_quick,
        })
    }

    /// As they were kept.
    pub(super) fn of_json(value: &Value) -> Self {
        let text = |key: &str| value[key].as_str().unwrap_or("unknown").to_owned();
        Self {
            day: text("day"),
            commit: text("commit"),
            rustc: text("rustc"),
            machine: text("machine"),
            rivals: text("rivals"),
            is_quick: value["quick"].as_bool().unwrap_or(true),
        }
    }

    /// Facts of no machine, for tests of what is written.
    #[cfg(test)]
    pub(super) fn made_up(is_quick: bool) -> Self {
        let json = json!({ "day": "2026-11-30", "commit": "c0ffee", "rustc": "1", "machine": "2 × p", "rivals": "r 1" });
        Self { is_quick, ..Self::of_json(&json) }
    }
}

/// The commit that is checked out; it says so where files differ from it, other than those that are written here.
pub(super) fn commit() -> Option<String> {
    let commit = run::first_line(run::program("git").args(["describe", "--always"]))?;
    let mut changed = run::program("git");
    changed.args(["status", "--porcelain", "--", ".", ":(exclude)docs/bench", ":(exclude)README.md"]);
    let is_dirty = run::first_line(&mut changed).is_none_or(|line| !line.is_empty());
    Some(if is_dirty { format!("{commit}-dirty") } else { commit })
}

fn version(package: &str) -> Result<String> {
    let path = setup::node_tool(&format!("{package}/package.json"))?;
    let hint = || format!("{} cannot be read", workspace::shown(&path));
    let json: Value =
        serde_json::from_str(&fs::read_to_string(&path).with_context(hint)?).with_context(hint)?;
    Ok(json["version"].as_str().unwrap_or("unknown").to_owned())
}

/// The day it is, in UTC.
#[allow(clippy::disallowed_methods, reason = "the ban guards the engine; a measurement has a date")]
pub(super) fn today() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    date(since.as_secs() / 86_400)
}

/// The date of the day of this number since 1970-01-01. Years are counted from March, so that a leap day is their last.
fn date(days: u64) -> String {
    let since_march_0 = days + 719_468;
    let (era, day_of_era) = (since_march_0 / 146_097, since_march_0 % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_know_leap_years() {
        let dates = [0, 59, 11_016, 11_017, 20_512, 20_787].map(date);
        assert_eq!(
            dates,
            ["1970-01-01", "1970-03-01", "2000-02-29", "2000-03-01", "2026-02-28", "2026-11-30"]
        );
    }

    #[test]
    fn what_is_kept_comes_back() {
        for is_quick in [false, true] {
            let facts = Facts::made_up(is_quick);
            assert_eq!(Facts::of_json(&facts.to_json()), facts);
        }
    }
}
