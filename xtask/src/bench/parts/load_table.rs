//! What a first visit came to, and against what was aimed at.

use std::fmt::Write as _;

use anyhow::Result;

use crate::bench::aims::{Aim, Section};
use crate::bench::grid::{Column, Grid};
use crate::bench::results::Results;

pub(crate) const PAGES: [(&str, &str); 5] = [
    ("lab", "Delivery Lab"),
    ("modeler", "bpmn-js, modeler"),
    ("viewer", "bpmn-js, viewer"),
    ("flow", "React Flow"),
    ("floor", "one button"),
];
/// Whom the lab should be ahead of.
pub(crate) const RIVALS: [&str; 3] = ["modeler", "viewer", "flow"];
const COLUMNS: [Column; 7] = [
    Column::new("paint", "first contentful paint, ms", 0),
    Column::new("seen", "something meaningful, ms", 0),
    Column::new(READY, "interactive, ms", 0),
    Column::new("blocked", "blocked until interactive, ms", 0),
    Column::new(EARLY, "transferred until interactive, KB", 1),
    Column::new(ALL, "transferred in all, KB", 1),
    Column::new("requests", "requests", 0),
];
pub(crate) const READY: &str = "ready";
pub(crate) const EARLY: &str = "early";
pub(crate) const ALL: &str = "all";
pub(crate) const WORKLOADS: [(&str, &str); 2] =
    [(SLOW, "slow 4G, processor 4 × slower"), ("full", "this machine at full speed")];
pub(crate) const SLOW: &str = "slow";
/// What is transferred: its field and its heading.
const KINDS: [(&str, &str); 6] = [
    ("html", "HTML"),
    ("scripts", "scripts"),
    ("styles", "styles"),
    ("wasm", "wasm"),
    ("others", "fonts and others"),
    ("kept", "afterwards, for use without a network"),
];

/// The whole section.
pub(crate) fn of(results: &Results) -> Result<Section> {
    let grid = Grid {
        head: ("conditions", "page"),
        workloads: &WORKLOADS,
        contestants: &PAGES,
        rivals: &RIVALS,
        columns: &COLUMNS,
    };
    let text = format!(
        "{}, each a first visit in a fresh browser context of 1440 × 900 pixels.\n\n\
         All come from one server on this machine, over HTTP/1.1, compressed by gzip at its best and never kept. \
         Slow 4G is 150 ms for each request, 1.6 Mbit/s down and 750 kbit/s up, as Chromium's developer tools \
         emulate them. Delivery Lab is its release site with the first scenario; the others are bundles with their \
         styles, made by esbuild for production, and draw a diagram of as many activities: bpmn-js with \
         bpmn-js-token-simulation, once as its modeler and once as its viewer, and React Flow with controls and map. \
         Something meaningful is the drawing, or Delivery Lab's outline of it that stands until the lab is there; the \
         outline has no text, so a browser does not call it contentful. A page is interactive when it has shown its \
         answer to a click of the mouse, tried as soon as there is something to click: Delivery Lab plays, the others \
         select an activity. Blocked is what tasks take beyond 50 ms each until then. KB are 1,000 bytes with \
         headers. *one button* is what the measurement itself costs; in brackets how many times that of Delivery \
         Lab.\n\n{}\n{}",
        results.rounds(),
        grid.table(results)?,
        sizes(results)?,
    );
    Ok(Section { text, aims: aims(results) })
}

/// What the transferred consists of; the same under all conditions.
fn sizes(results: &Results) -> Result<String> {
    let mut text = String::new();
    let headings: Vec<&str> = KINDS.iter().map(|(_, heading)| *heading).collect();
    writeln!(text, "| KB of | {} |\n|---{}|", headings.join(" | "), "|--:".repeat(KINDS.len()))?;
    for (who, shown) in PAGES {
        let Some(series) = results.of(SLOW, who) else { continue };
        let cell = |field| series.median(&[field]).map(|value| format!("{value:.1}")).unwrap_or_default();
        let cells: Vec<String> = KINDS.iter().map(|(field, _)| cell(field)).collect();
        writeln!(text, "| {shown} | {} |", cells.join(" | "))?;
    }
    Ok(text)
}

/// Whether the lab answers before each of the others.
fn aims(results: &Results) -> Vec<Aim> {
    let mut aims = Vec::new();
    for (workload, name) in WORKLOADS {
        let median = |who: &str| results.of(workload, who)?.median(&[READY]);
        for (who, shown) in PAGES.iter().filter(|(who, _)| RIVALS.contains(who)) {
            if let Some((ours, theirs)) = median("lab").zip(median(who)) {
                let what = format!("{name}: interactive before {shown}, ms");
                aims.push(Aim::beside(what, (ours, theirs), 0, f64::lt));
            }
        }
    }
    aims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{grid, results::read};

    fn report(ours: f64) -> String {
        let line = format!(
            r#"{{"chromium":"1","node":"2","results":[
            {{"workload":"slow","who":"lab","rounds":[{{"paint":500,"seen":500,"ready":{ours},"blocked":0,"early":300,
                "all":900,"requests":10,"html":1,"scripts":50,"styles":2,"wasm":847,"others":0,"kept":40.04}}]}},
            {{"workload":"slow","who":"viewer","rounds":[{{"paint":750,"seen":1000,"ready":2000,"blocked":60,"early":90,
                "all":90,"requests":3}}]}},
            {{"workload":"slow","who":"flow","rounds":[{{"failed":"no click was answered"}}]}}]}}"#
        );
        of(&read(&line).unwrap()).unwrap().whole()
    }

    #[test]
    fn ratios_are_the_rivals() {
        let line = "| slow 4G, processor 4 × slower | bpmn-js, viewer | 750 (1.50 ×) | 1000 (2.00 ×) | 2000 (2.00 ×) \
                    | 60 | 90.0 (0.30 ×) | 90.0 (0.10 ×) | 3 (0.30 ×) |";
        assert!(report(1_000.0).contains(line));
    }

    #[test]
    fn misses_are_said() {
        assert!(report(1_000.0).contains("before bpmn-js, viewer, ms | 1000 against 2000 | met |"));
        assert!(report(2_500.0).contains("before bpmn-js, viewer, ms | 2500 against 2000 | **missed** |"));
        // Who answers at the same time is not ahead.
        assert!(report(2_000.0).contains("| **missed** |"));
    }

    #[test]
    fn a_failure_fills_its_row_and_has_no_verdict() {
        let text = report(1_000.0);
        assert!(text.contains("| React Flow | failed: no click was answered |||||||\n"));
        assert!(!text.contains("before React Flow"));
    }

    #[test]
    fn tells_what_is_transferred() {
        assert!(report(1_000.0).contains("| Delivery Lab | 1.0 | 50.0 | 2.0 | 847.0 | 0.0 | 40.0 |"));
    }

    #[test]
    fn every_row_has_as_many_cells_as_its_heading() {
        grid::assert_even(&report(1_000.0));
    }
}
