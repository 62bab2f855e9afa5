//! The results of the last run as a file, so that document and charts can be made anew without measuring.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::facts::Facts;
use super::results::Results;
use crate::workspace;

const FORMAT: &str = "delivery-lab/bench";
const VERSION: u64 = 1;

/// A part that was measured.
pub(crate) struct Measured {
    pub(crate) facts: Facts,
    pub(crate) results: Results,
}

/// Everything that was measured.
#[derive(Default)]
pub(crate) struct Saved {
    /// By the names of the parts.
    pub(crate) parts: BTreeMap<String, Measured>,
    /// Why a part could not be measured, by its name.
    pub(crate) failed: BTreeMap<String, String>,
}

impl Saved {
    /// Reads the file; nothing was measured where there is none.
    pub(crate) fn load(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Ok(Self::default());
        }
        let hint = || format!("{} cannot be read", workspace::shown(path));
        let text = fs::read_to_string(path).with_context(hint)?;
        Self::read(&text).with_context(hint)
    }

    fn read(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text).context("it is no JSON")?;
        if value["format"] != FORMAT || value["version"] != VERSION {
            bail!("it is not of the format {FORMAT}, version {VERSION}");
        }
        let mut saved = Self::default();
        for (name, part) in value["parts"].as_object().into_iter().flatten() {
            let results = Results::of_value(part["results"].clone())?;
            saved.parts.insert(name.clone(), Measured { facts: Facts::of_json(&part["facts"]), results });
        }
        for (name, reason) in value["failed"].as_object().into_iter().flatten() {
            saved.failed.insert(name.clone(), reason.as_str().unwrap_or("unknown").to_owned());
        }
        Ok(saved)
    }

    /// As a file has it: a line for each contestant in each workload, so that a change can be read.
    pub(crate) fn written(&self) -> Result<String> {
        let mut text = format!("{{\n\"format\": \"{FORMAT}\", \"version\": {VERSION},\n\"failed\": ");
        writeln!(text, "{},\n\"parts\": {{", json!(self.failed))?;
        for (at, (name, Measured { facts, results })) in self.parts.iter().enumerate() {
            let comma = if at > 0 { ",\n" } else { "" };
            let mut raw = results.raw.clone();
            let series = raw["results"].take();
            write!(text, "{comma}{}: {{\n\"facts\": {},\n\"results\": {{\n", json!(name), facts.to_json())?;
            for (key, value) in raw.as_object().into_iter().flatten().filter(|(key, _)| *key != "results") {
                writeln!(text, "{}: {value},", json!(key))?;
            }
            let lines: Vec<String> =
                series.as_array().into_iter().flatten().map(|line| rounded(line).to_string()).collect();
            write!(text, "\"results\": [\n{}\n]}}}}", lines.join(",\n"))?;
        }
        text.push_str("\n}\n}\n");
        Ok(text)
    }
}

/// Numbers to a millionth: finer than any clock here, short, and read back as they were written.
fn rounded(value: &Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(rounded).collect(),
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| (key.clone(), rounded(value))).collect())
        }
        Value::Number(number) if number.is_f64() => {
            number.as_f64().map_or_else(|| value.clone(), |exact| json!((exact * 1e6).round() / 1e6))
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::results::read;

    #[test]
    fn what_is_kept_comes_back() {
        let line = r#"{"chromium":"1","load":{"before":1.5,"after":2},"results":[
            {"workload":"w","who":"a","rounds":[{"run":0.10000000149}]},{"workload":"w","who":"b","rounds":[{"failed":"no \"b\""}]}]}"#;
        let mut saved = Saved::default();
        for (name, is_quick) in [("engine", true), ("load", false)] {
            let measured = Measured { facts: Facts::made_up(is_quick), results: read(line).unwrap() };
            saved.parts.insert(name.to_owned(), measured);
        }
        saved.failed.insert("count".to_owned(), "no Valgrind".to_owned());
        let text = saved.written().unwrap();
        assert!(text.contains("\n{\"rounds\":[{\"run\":0.1}],\"who\":\"a\",\"workload\":\"w\"},\n"));
        let again = Saved::read(&text).unwrap();
        assert_eq!(again.written().unwrap(), text);
        assert_eq!(again.parts["load"].results.raw["load"], saved.parts["load"].results.raw["load"]);
        assert!(again.parts["engine"].facts.is_quick && !again.parts["load"].facts.is_quick);
        assert_eq!(again.failed["count"], "no Valgrind");
    }

    #[test]
    fn another_format_is_refused() {
        assert!(Saved::read("{}").is_err() && Saved::read("[").is_err());
        assert!(Saved::read(r#"{"format":"delivery-lab/bench","version":2}"#).is_err());
        assert!(Saved::read(r#"{"format":"delivery-lab/bench","version":1}"#).unwrap().parts.is_empty());
    }
}
