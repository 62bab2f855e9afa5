//! Audits the release site by Lighthouse, as its driver does it, and says what each category came to.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value, json};

use super::rig::{self, Rig};
use crate::bench::aims::{Aim, Section};
use crate::bench::results::{Results, Series};
use crate::page::Flavour;
use crate::workspace;

/// The categories that Lighthouse has, as they are shown.
const CATEGORIES: [(&str, &str); 5] = [
    ("performance", "Performance"),
    ("accessibility", "Accessibility"),
    ("best-practices", "Best practices"),
    ("seo", "SEO"),
    ("agentic-browsing", "Agentic browsing"),
];
/// The least that each should come to, of 100.
pub(crate) const AIM: f64 = 95.0;
const DRIVER: &str = "bench/drive/lighthouse.mjs";

/// Runs the audits: the driver prints a line such as `{"performance":0.97,"accessibility":1}`, medians of its rounds.
pub(crate) fn measure(rig: &mut Rig) -> Result<Results> {
    if !workspace::at(DRIVER).is_file() {
        bail!("{DRIVER} is not there");
    }
    let mut node = rig.driver("lighthouse")?;
    let line = rig.measured(|| {
        node.env("FOLDER", Flavour::Release.site_folder());
        rig::served(&mut node, Flavour::Release.site_folder())?;
        rig::line(&mut node)
    })?;
    read(&line)
}

/// The scores as one round, of 100 each; versions and whatever else is said stay beside them.
fn read(line: &str) -> Result<Results> {
    let told: Map<String, Value> =
        serde_json::from_str(line).context("the driver's last line is no object")?;
    let score = |value: &Value| value.as_f64().filter(|score| (0.0..=1.0).contains(score));
    let (scores, mut raw): (Map<_, _>, Map<_, _>) =
        told.into_iter().partition(|(key, value)| key != "runs" && score(value).is_some());
    if scores.is_empty() {
        bail!("the driver told no score: {line}");
    }
    let round: Map<String, Value> =
        scores.iter().filter_map(|(key, value)| Some((key.clone(), json!(score(value)? * 100.0)))).collect();
    raw.insert("results".to_owned(), json!([{ "workload": "site", "who": "lab", "rounds": [round] }]));
    Results::of_value(Value::Object(raw))
}

/// The categories that were audited: their names and their scores.
pub(crate) fn scores(results: &Results) -> Vec<(&'static str, f64)> {
    let Some(series) = results.of("site", "lab") else { return Vec::new() };
    let scored = |(key, name): (&str, &'static str)| Some((name, Series::median(series, &[key])?));
    CATEGORIES.into_iter().filter_map(scored).collect()
}

/// What came out, against what was aimed at.
pub(crate) fn section(results: &Results) -> Result<Section> {
    let how_often = match results.raw["runs"].as_u64() {
        Some(1) => "; one run".to_owned(),
        Some(runs) => format!("; medians of {runs} runs"),
        None => String::new(),
    };
    let mut text = format!("The release site as Lighthouse sees a first visit{how_often}.\n\n");
    text.push_str("| category | score of 100 |\n|---|--:|\n");
    for (name, score) in scores(results) {
        writeln!(text, "| {name} | {score:.0} |")?;
    }
    let aim =
        |(name, score)| Aim::new(format!("{name}: at least {AIM}"), format!("{score:.0}"), score >= AIM);
    Ok(Section { text, aims: scores(results).into_iter().map(aim).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::grid;

    #[test]
    fn scores_are_of_a_hundred_and_misses_are_said() {
        let line = r#"{"lighthouse":"13","runs":1,"performance":0.94,"accessibility":1,"seo":null}"#;
        let results = read(line).unwrap();
        assert_eq!(results.tools(), "Lighthouse 13");
        let text = section(&results).unwrap().whole();
        assert!(text.contains("first visit; one run.") && text.contains("| Performance | 94 |"));
        assert!(text.contains("| Performance: at least 95 | 94 | **missed** |"));
        assert!(text.contains("| Accessibility: at least 95 | 100 | met |") && !text.contains("SEO"));
        grid::assert_even(&text);
    }

    #[test]
    fn no_score_is_no_result() {
        assert!(read(r#"{"error":"no page"}"#).is_err() && read("[]").is_err());
    }
}
