//! Adds what is built and was measured to the history, as one row.

use std::path::Path;

use anyhow::{Result, bail, ensure};

use super::aims::Aim;
use super::document;
use super::facts::{commit, today};
use super::history::{self, COLUMNS, Row};
use super::parts::{canvas_table, count_table, engine_table, lighthouse, load_table, player_table};
use super::results::Results;
use super::saved::Saved;
use crate::page::Flavour;
use crate::{sizes, workspace};

/// What the release in `dist/` weighs, and what the kept results say of it.
pub(super) fn row(saved: &Saved) -> Result<Row> {
    let quick: Vec<&str> =
        saved.parts.iter().filter(|(_, part)| part.facts.is_quick).map(|(name, _)| name.as_str()).collect();
    if !quick.is_empty() {
        bail!(
            "a quick run says nothing of a release ({}).\n  Run `cargo xtask bench` first.",
            quick.join(", ")
        );
    }
    ensure!(!saved.parts.is_empty(), "nothing was measured.\n  Run `cargo xtask bench` first.");
    let (site, dist) = (Flavour::Release.site_folder(), Flavour::Release.packages_folder());
    let weights = weights(&site, &dist)?;
    let measures = measures(saved)?;
    let number = |name: &str| {
        let mut known = weights.iter().chain(&measures);
        known.find(|(column, _)| *column == name).map(|(_, number)| *number)
    };
    let numbers = COLUMNS.iter().map(|(name, _)| number(name)).collect();
    let commit = commit().unwrap_or_else(|| "unknown".to_owned());
    Ok(Row { date: today(), version: VERSION.to_owned(), commit, numbers })
}

type Numbers = Vec<(&'static str, f64)>;

/// What is published and what it weighs.
fn weights(site: &Path, dist: &Path) -> Result<Numbers> {
    ensure!(site.is_dir(), "{} is not there.\n  Run `cargo xtask build` first.", workspace::shown(site));
    let first = sizes::first_visit(site)?;
    let mut weights: Numbers = [history::FIRST_WASM, "first_scripts", "first_page"]
        .into_iter()
        .zip(&first)
        .map(|(column, (_, bytes))| (column, *bytes as f64))
        .collect();
    weights.push((history::FIRST_VISIT, first.iter().map(|(_, bytes)| *bytes).sum::<u64>() as f64));
    weights.push((history::ALL_WASM, sizes::all_wasm(site)? as f64));
    let one_file = sizes::in_one_file(dist)?.into_iter().find(|(name, _)| *name == crate::single::NAME);
    weights.extend(one_file.map(|(_, bytes)| (history::ONE_FILE, bytes as f64)));
    Ok(weights)
}

/// The figures that stand for what was measured; those of parts that were not measured are missing.
fn measures(saved: &Saved) -> Result<Numbers> {
    let results = |part: &str| saved.parts.get(part).map(|measured| &measured.results);
    let ratio = |part: &str, workload: &str, theirs: &str, ours: &str, fields: &[&str]| {
        let median = |who: &str| results(part)?.of(workload, who)?.median(fields);
        Some(median(theirs)? / median(ours)?)
    };
    let year = |rival| ratio("engine", "Y1", rival, "recurring, wasm", &engine_table::WHOLE);
    let drag = |rival| ratio("canvas", "400 at 1", rival, "lab", &[canvas_table::BUSY]);
    let load = |rival| ratio("load", load_table::SLOW, rival, "lab", &[load_table::READY]);
    let week = |kind| count_table::week(results("count")?.of("Y1", kind)?);
    let least =
        |results: &Results| lighthouse::scores(results).into_iter().map(|score| score.value).reduce(f64::min);
    let aims: Vec<Aim> =
        document::sections(saved)?.into_iter().flat_map(|(_, section)| section.aims).collect();
    let met = aims.iter().filter(|aim| aim.is_met).count();
    let numbers = [
        (history::YEAR_SQLJS, year("sql.js")),
        (history::YEAR_DUCKDB, year("duckdb-wasm")),
        (history::DRAG_BPMN, drag("bpmn")),
        (history::DRAG_FLOW, drag("flow")),
        (
            history::PLAY_TOKENS,
            ratio("player", "501 at 1", player_table::RIVAL, "lab", &[player_table::BUSY]),
        ),
        (history::LOAD_VIEWER, load("viewer")),
        (history::LOAD_MODELER, load("modeler")),
        (history::LOAD_FLOW, load("flow")),
        (history::WEEK_RECURRING, week("recurring")),
        ("week_continuous", week("incremental")),
        ("lighthouse", results("lighthouse").and_then(least)),
        ("aims_met", Some(met as f64)),
        ("aims", Some(aims.len() as f64)),
    ];
    Ok(numbers.into_iter().filter_map(|(name, number)| Some((name, number?))).collect())
}

/// The version of the workspace, which this program shares.
const VERSION: &str = env!("CARGO_PKG_VERSION");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::facts::Facts;
    use crate::bench::results::read;
    use crate::bench::saved::Measured;

    fn saved(is_quick: bool) -> Saved {
        let line = r#"{"results":[
            {"workload":"slow","who":"lab","rounds":[{"ready":4000}]},
            {"workload":"slow","who":"viewer","rounds":[{"ready":1000}]}]}"#;
        let mut saved = Saved::default();
        let measured = Measured { facts: Facts::made_up(is_quick), results: read(line).unwrap() };
        saved.parts.insert("load".to_owned(), measured);
        saved
    }

    #[test]
    fn a_quick_run_is_no_release() {
        assert!(row(&saved(true)).unwrap_err().to_string().contains("quick run"));
        assert!(row(&Saved::default()).unwrap_err().to_string().contains("nothing was measured"));
    }

    #[test]
    fn losses_are_ratios_below_one_and_missed_aims() {
        let measures = measures(&saved(false)).unwrap();
        let known = [(history::LOAD_VIEWER, 0.25), ("aims_met", 0.0), ("aims", 1.0)];
        assert_eq!(measures, known);
    }

    #[test]
    fn every_number_has_a_column() {
        let numbers = measures(&saved(false)).unwrap();
        assert!(numbers.iter().all(|(name, _)| COLUMNS.iter().any(|(column, _)| column == name)));
        let workspace = std::fs::read_to_string(workspace::at("Cargo.toml")).unwrap();
        assert!(workspace.contains(&format!("[workspace.package]\nversion = \"{VERSION}\"")), "{VERSION}");
    }
}
