//! What a first visit came to, as Markdown tables, and against what was aimed at.

use std::fmt::Write as _;

use anyhow::Result;

use super::facts::{Facts, verdict};
use super::results::{Results, Series};

const PAGES: [(&str, &str); 5] = [
    ("lab", "Delivery Lab"),
    ("modeler", "bpmn-js, modeler"),
    ("viewer", "bpmn-js, viewer"),
    ("flow", "React Flow"),
    ("floor", "one button"),
];
/// Whom the lab should be ahead of.
const RIVALS: [&str; 3] = ["modeler", "viewer", "flow"];
/// What is measured: its field, its heading, and how many decimals it is shown with.
const COLUMNS: [(&str, &str, usize); 7] = [
    ("paint", "first contentful paint, ms", 0),
    ("seen", "something meaningful, ms", 0),
    (READY, "interactive, ms", 0),
    ("blocked", "blocked until interactive, ms", 0),
    ("early", "transferred until interactive, KB", 1),
    ("all", "transferred in all, KB", 1),
    ("requests", "requests", 0),
];
const READY: &str = "ready";
const WORKLOADS: [(&str, &str); 2] =
    [(SLOW, "slow 4G, processor 4 × slower"), ("full", "this machine at full speed")];
const SLOW: &str = "slow";
/// What is transferred: its field and its heading.
const KINDS: [(&str, &str); 6] = [
    ("html", "HTML"),
    ("scripts", "scripts"),
    ("styles", "styles"),
    ("wasm", "wasm"),
    ("others", "fonts and others"),
    ("kept", "afterwards, for use without a network"),
];

/// The whole report.
pub(super) fn of(results: &Results, facts: &Facts) -> Result<String> {
    let mut text = String::new();
    writeln!(
        text,
        "{}, each a first visit in a fresh browser context of 1440 × 900 pixels. Load of the machine before and \
         after: {}.\n\n\
         All come from one server on this machine, over HTTP/1.1, compressed by gzip at its best and never kept. \
         Slow 4G is 150 ms for each request, 1.6 Mbit/s down and 750 kbit/s up, as Chromium's developer tools \
         emulate them. Delivery Lab is its release site with the first scenario; the others are bundles with their \
         styles, made by esbuild for production, and draw a diagram of as many activities: bpmn-js with \
         bpmn-js-token-simulation, once as its modeler and once as its viewer, and React Flow with controls and map. \
         Something meaningful is the drawing, or Delivery Lab's outline of it that stands until the lab is there; the \
         outline has no text, so a browser does not call it contentful. A page is interactive when it has shown its \
         answer to a click of the mouse, tried as soon as there is something to click: Delivery Lab plays, the others \
         select an activity. Blocked is what tasks take beyond 50 ms each until then. KB are 1,000 bytes with \
         headers. *one button* is what the measurement itself costs; in brackets how many times that of Delivery Lab.\n",
        facts.preamble(results),
        results.load,
    )?;
    let headings: Vec<&str> = COLUMNS.iter().map(|(_, heading, _)| *heading).collect();
    writeln!(
        text,
        "| conditions | page | {} |\n|---|---{}|",
        headings.join(" | "),
        "|--:".repeat(COLUMNS.len())
    )?;
    for (workload, name) in WORKLOADS {
        let lab = results.of(workload, "lab");
        for (who, shown) in PAGES {
            if let Some(series) = results.of(workload, who) {
                row(&mut text, (name, shown), series, lab.filter(|_| RIVALS.contains(&who)))?;
            }
        }
    }
    sizes(&mut text, results)?;
    verdicts(&mut text, results)?;
    Ok(text)
}

fn row(text: &mut String, (name, shown): (&str, &str), series: &Series, lab: Option<&Series>) -> Result<()> {
    if let (None, Some(failure)) = (series.median(&[READY]), series.failure()) {
        writeln!(text, "| {name} | {shown} | failed: {failure} {}", "|".repeat(COLUMNS.len()))?;
        return Ok(());
    }
    let cell = |field: &str, decimals: usize| {
        let Some(value) = series.median(&[field]) else { return String::new() };
        match lab.and_then(|lab| lab.median(&[field])) {
            Some(ours) if ours > 0.0 => format!("{value:.decimals$} ({:.2} ×)", value / ours),
            _ => format!("{value:.decimals$}"),
        }
    };
    let cells: Vec<String> = COLUMNS.iter().map(|(field, _, decimals)| cell(field, *decimals)).collect();
    let failed = series.failure().map(|failure| format!(" (a round failed: {failure})")).unwrap_or_default();
    writeln!(text, "| {name} | {shown}{failed} | {} |", cells.join(" | "))?;
    Ok(())
}

/// What the transferred consists of; the same under all conditions.
fn sizes(text: &mut String, results: &Results) -> Result<()> {
    let headings: Vec<&str> = KINDS.iter().map(|(_, heading)| *heading).collect();
    writeln!(text, "\n| KB of | {} |\n|---{}|", headings.join(" | "), "|--:".repeat(KINDS.len()))?;
    for (who, shown) in PAGES {
        let Some(series) = results.of(SLOW, who) else { continue };
        let cell = |field| series.median(&[field]).map(|value| format!("{value:.1}")).unwrap_or_default();
        let cells: Vec<String> = KINDS.iter().map(|(field, _)| cell(field)).collect();
        writeln!(text, "| {shown} | {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// Whether the lab answers before each of the others.
fn verdicts(text: &mut String, results: &Results) -> Result<()> {
    writeln!(text, "\n| aim | measured, ms | |\n|---|--:|---|")?;
    for (workload, name) in WORKLOADS {
        let median = |who: &str| results.of(workload, who)?.median(&[READY]);
        for (who, shown) in PAGES.iter().filter(|(who, _)| RIVALS.contains(who)) {
            if let Some((ours, theirs)) = median("lab").zip(median(who)) {
                let is_met = verdict(ours < theirs);
                writeln!(
                    text,
                    "| {name}: interactive before {shown} | {ours:.0} against {theirs:.0} | {is_met} |"
                )?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::results::read;

    fn report(ours: f64) -> String {
        let line = format!(
            r#"{{"chromium":"1","node":"2","results":[
            {{"workload":"slow","who":"lab","rounds":[{{"paint":500,"seen":500,"ready":{ours},"blocked":0,"early":300,
                "all":900,"requests":10,"html":1,"scripts":50,"styles":2,"wasm":847,"others":0,"kept":40.04}}]}},
            {{"workload":"slow","who":"viewer","rounds":[{{"paint":750,"seen":1000,"ready":2000,"blocked":60,"early":90,
                "all":90,"requests":3}}]}},
            {{"workload":"slow","who":"flow","rounds":[{{"failed":"no click was answered"}}]}}]}}"#
        );
        let facts = Facts::made_up("bpmn-js");
        of(&read(&line).unwrap(), &facts).unwrap()
    }

    #[test]
    fn ratios_are_the_rivals() {
        let line = "| slow 4G, processor 4 × slower | bpmn-js, viewer | 750 (1.50 ×) | 1000 (2.00 ×) | 2000 (2.00 ×) \
                    | 60 | 90.0 (0.30 ×) | 90.0 (0.10 ×) | 3 (0.30 ×) |";
        assert!(report(1_000.0).contains(line));
    }

    #[test]
    fn misses_are_said() {
        assert!(report(1_000.0).contains("before bpmn-js, viewer | 1000 against 2000 | met |"));
        assert!(report(2_500.0).contains("before bpmn-js, viewer | 2500 against 2000 | **missed** |"));
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
        let text = report(1_000.0);
        let mut cells = None;
        for line in text.lines() {
            let here = line.starts_with('|').then(|| line.matches('|').count());
            assert!(cells.is_none() || here.is_none() || cells == here, "{line}");
            cells = here;
        }
    }
}
