//! Writes document and charts from the kept results, so that what is published can be held against them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::chart::{Chart, Kind, Line, Palette, Plot, Role, Ways};
use super::history::{self, History};
use super::parts::PARTS;
use super::saved::Saved;
use super::{document, summary};
use crate::workspace;

const FOLDER: &str = "docs/bench";
const DOCUMENT: &str = "README.md";
const OVERVIEW: &str = "README.md";
const HEAD: &str = "# What was measured\n\n\
    `cargo xtask bench` measures all of it on a machine that should do nothing else, and writes this page, its charts \
    and [results.json](results.json); a test holds the page against the results. `cargo xtask bench load --write` \
    measures one part anew, `cargo xtask bench --redraw` makes page and charts from the results, and `cargo xtask bench \
    --record` after `cargo xtask build` adds a release to [history.csv](history.csv). A number is a median; ± is half \
    the distance between the quartiles of its rounds. Whether an aim is met is computed.\n\n";

/// Where the results are kept.
pub(super) fn results_file() -> PathBuf {
    workspace::at(FOLDER).join("results.json")
}

/// Where the releases are kept.
pub(super) fn history_file() -> PathBuf {
    workspace::at(FOLDER).join("history.csv")
}

/// Everything that is made of results and history.
struct Made {
    /// The names of the files of the folder and what is in them.
    files: BTreeMap<&'static str, String>,
    /// What the project's README shows.
    summary: String,
}

fn made(saved: &Saved, history: &History) -> Result<Made> {
    let palette = Palette::load()?;
    let measured = const { &PARTS }.iter().filter_map(|part| Some((part, saved.parts.get(part.name)?)));
    let mut charts: Vec<(&str, Chart)> = measured
        .flat_map(|(part, measured)| {
            (part.charts)(&measured.results, &palette).into_iter().map(|chart| (part.name, chart))
        })
        .collect();
    charts.extend(of_releases(history, &palette).into_iter().map(|chart| ("history", chart)));
    let text = format!("{HEAD}{}{}", document::of(saved, &charts)?, document::history(history, &charts)?);
    let summary = summary::of(saved, &charts)?;
    let pictures = charts.into_iter().map(|(_, chart)| (chart.file, chart.svg));
    Ok(Made { files: pictures.chain([(DOCUMENT, text)]).collect(), summary })
}

/// What changed from release to release, once there are two.
fn of_releases(history: &History, palette: &Palette) -> Vec<Chart> {
    let line = |(column, name, role, unit): (&str, &str, Role, f64)| {
        let numbers = (0..).map(f64::from).zip(&history.rows);
        let points = numbers.filter_map(|(place, row)| Some((place, row.number(column)? / unit))).collect();
        Line { name: name.to_owned(), role, points }
    };
    let versions = || history.rows.iter().map(|row| row.version.clone()).collect();
    let sizes = [
        (history::FIRST_VISIT, "a first visit", Role::Ours, 1_000.0),
        (history::ALL_WASM, "all wasm", Role::Second, 1_000.0),
        (history::ONE_FILE, "the one file", Role::Peer, 1_000.0),
    ];
    let speeds = [
        (history::YEAR_SQLJS, "year: sql.js", Role::Ours, 1.0),
        (history::YEAR_DUCKDB, "year: DuckDB", Role::Ours, 1.0),
        (history::DRAG_BPMN, "drag: bpmn-js", Role::Second, 1.0),
        (history::DRAG_FLOW, "drag: React Flow", Role::Second, 1.0),
        (history::PLAY_TOKENS, "play: bpmn-js", Role::Second, 1.0),
        (history::LOAD_VIEWER, "load: viewer", Role::Peer, 1.0),
        (history::LOAD_MODELER, "load: modeler", Role::Peer, 1.0),
        (history::LOAD_FLOW, "load: React Flow", Role::Peer, 1.0),
    ];
    let size = Plot {
        file: "history-size.svg",
        title: "What a release weighs".into(),
        axis: "thousands of bytes; a first visit and all wasm by gzip",
        kind: Kind::Even,
        ways: Ways::Named(versions(), "release"),
        lines: sizes.into_iter().map(line).collect(),
    };
    let speed = Plot {
        file: "history-speed.svg",
        title: "Peers against the lab, from release to release".into(),
        axis: "how many times the lab's time; below 1 the lab loses",
        kind: Kind::Tenfold,
        ways: Ways::Named(versions(), "release"),
        lines: speeds.into_iter().map(line).filter(|line| !line.points.is_empty()).collect(),
    };
    size.draw(palette).into_iter().chain(speed.draw(palette)).collect()
}

/// Writes all of it anew and removes charts that are no longer drawn.
pub(super) fn write() -> Result<()> {
    let Made { files, summary } = made(&Saved::load(&results_file())?, &History::load(&history_file())?)?;
    for stale in drawn()?.into_iter().filter(|name| !files.contains_key(name.as_str())) {
        let path = workspace::at(FOLDER).join(stale);
        fs::remove_file(&path).with_context(|| format!("{} cannot be removed", workspace::shown(&path)))?;
    }
    for (name, text) in &files {
        put(&workspace::at(FOLDER).join(name), text)?;
    }
    let overview = workspace::at(OVERVIEW);
    let text = fs::read_to_string(&overview).context("README.md cannot be read")?;
    if let Some(text) = summary::within(&text, &summary) {
        put(&overview, &text)?;
    }
    println!("{FOLDER}/{DOCUMENT} and {} charts were written.", files.len() - 1);
    Ok(())
}

/// Writes a file and the folder it lies in.
pub(super) fn put(path: &PathBuf, text: &str) -> Result<()> {
    let hint = || format!("{} cannot be written", workspace::shown(path));
    fs::create_dir_all(workspace::at(FOLDER)).with_context(hint)?;
    fs::write(path, text).with_context(hint)
}

/// The charts that lie in the folder.
fn drawn() -> Result<Vec<String>> {
    let Ok(entries) = fs::read_dir(workspace::at(FOLDER)) else { return Ok(Vec::new()) };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let names: Vec<String> = names.collect::<Result<_>>()?;
    Ok(names.into_iter().filter(|name| name.ends_with(".svg")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::history::tests::release;

    #[test]
    fn what_is_published_is_what_the_results_give() {
        let saved = Saved::load(&results_file()).unwrap();
        let Made { files, summary } = made(&saved, &History::load(&history_file()).unwrap()).unwrap();
        for (name, text) in &files {
            let there = fs::read_to_string(workspace::at(FOLDER).join(name)).unwrap_or_default();
            assert!(
                there == *text,
                "{FOLDER}/{name} is not what the results give: cargo xtask bench --redraw"
            );
        }
        for name in drawn().unwrap() {
            assert!(files.contains_key(name.as_str()), "{FOLDER}/{name} is drawn no longer");
        }
        let overview = fs::read_to_string(workspace::at(OVERVIEW)).unwrap();
        let again = summary::within(&overview, &summary);
        assert!(again.is_none_or(|text| text == overview), "README.md is old: cargo xtask bench --redraw");
    }

    #[test]
    fn releases_are_drawn_once_there_are_two() {
        let palette = Palette::load().unwrap();
        let mut history = History { rows: vec![release("0.9", Some(2_000.0))] };
        assert!(of_releases(&history, &palette).is_empty());
        history.add(release("1.0", Some(500.0)));
        let charts = of_releases(&history, &palette);
        assert_eq!(
            charts.iter().map(|chart| chart.file).collect::<Vec<_>>(),
            ["history-size.svg", "history-speed.svg"]
        );
        assert!(charts[0].alt.contains("a first visit: from 2 to 0.5."));
    }
}
