//! What dragging and opening came to, as one Markdown table, and against what was aimed at.

use std::fmt::Write as _;

use anyhow::Result;

use super::facts::{Facts, verdict};
use super::results::{Results, Series};

const CANVASES: [(&str, &str); 4] =
    [("lab", "Delivery Lab"), ("bpmn", "bpmn-js"), ("flow", "React Flow"), ("floor", "one box")];
/// What is measured: its field, its heading, and whether rivals' numbers are shown as ratios.
const COLUMNS: [(&str, &str); 4] = [
    ("opening", "opening, ms"),
    ("busy", "main thread for each frame of dragging, ms"),
    ("slow", "frame interval while dragging, 95th percentile, ms"),
    ("elements", "elements of the canvas"),
];
const WORKLOADS: [(&str, &str); 4] = [
    ("60 at 1", "60 activities"),
    ("400 at 1", "400 activities"),
    ("60 at 4", "60 activities, processor 4 × slower"),
    ("400 at 4", "400 activities, processor 4 × slower"),
];
/// A frame at sixty a second, in milliseconds, with what a clock may be off.
const FRAME: f64 = 1_000.0 / 60.0 + 0.5;

/// The whole report.
pub(super) fn of(results: &Results, facts: &Facts) -> Result<String> {
    let mut text = String::new();
    writeln!(
        text,
        "{}, each on a fresh \
         page of 1440 × 900 pixels. Load of the machine before and after: {}.\n\n\
         All open the same drawing, each from its own format, and drag the activity in the middle of it by 60 moves \
         of the pointer, sixty a second. Delivery Lab is measured with everything around its canvas (inspector, \
         palette, findings, icons and summaries on the cards), bpmn-js as its modeler, React Flow with its plain \
         nodes, step edges, controls and map. *one box* is what the measurement itself costs. Each frame's main \
         thread is the time of all tasks of the page, painting included; in brackets how many times that of Delivery \
         Lab.\n",
        facts.preamble(results),
        results.load,
    )?;
    let headings: Vec<&str> = COLUMNS.iter().map(|(_, heading)| *heading).collect();
    writeln!(text, "| workload | canvas | {} |\n|---|---|--:|--:|--:|--:|", headings.join(" | "))?;
    for (workload, name) in WORKLOADS {
        let lab = results.of(workload, "lab");
        for (who, shown) in CANVASES {
            if let Some(series) = results.of(workload, who) {
                row(&mut text, (name, shown), series, lab.filter(|_| who != "lab" && who != "floor"))?;
            }
        }
    }
    verdicts(&mut text, results)?;
    Ok(text)
}

fn row(text: &mut String, (name, shown): (&str, &str), series: &Series, lab: Option<&Series>) -> Result<()> {
    if let (None, Some(failure)) = (series.median(&["busy"]), series.failure()) {
        writeln!(text, "| {name} | {shown} | failed: {failure} ||||")?;
        return Ok(());
    }
    let cell = |field: &str| {
        let Some(value) = series.median(&[field]) else { return String::new() };
        let value_shown = if field == "elements" { format!("{value:.0}") } else { format!("{value:.1}") };
        match lab.and_then(|lab| lab.median(&[field])) {
            Some(ours) if ours > 0.0 => format!("{value_shown} ({:.2} ×)", value / ours),
            _ => value_shown,
        }
    };
    let cells: Vec<String> = COLUMNS.iter().map(|(field, _)| cell(field)).collect();
    let failed = series.failure().map(|failure| format!(" (a round failed: {failure})")).unwrap_or_default();
    writeln!(text, "| {name} | {shown}{failed} | {} |", cells.join(" | "))?;
    Ok(())
}

/// For each workload and column, which canvas needs least; and whether the lab drags at sixty frames a second.
fn verdicts(text: &mut String, results: &Results) -> Result<()> {
    writeln!(text, "\n| aim | measured | |\n|---|--:|---|")?;
    for (workload, name) in WORKLOADS {
        let median = |who: &str, field: &str| results.of(workload, who)?.median(&[field]);
        for (field, heading) in COLUMNS {
            let best = ["bpmn", "flow"].iter().filter_map(|who| median(who, field)).reduce(f64::min);
            if let Some((ours, best)) = median("lab", field).zip(best) {
                let is_met = verdict(ours <= best);
                writeln!(
                    text,
                    "| {name}: {heading}: no more than the better rival | {ours:.1} against {best:.1} | {is_met} |"
                )?;
            }
        }
        if let Some(slow) = median("lab", "slow") {
            let is_met = verdict(slow <= FRAME);
            writeln!(text, "| {name}: drags at 60 frames a second | {slow:.1} ms | {is_met} |")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::results::read;

    #[test]
    fn misses_are_said_and_ratios_are_the_rivals() {
        let report = |ours: f64| {
            let line = format!(
                r#"{{"chromium":"1","node":"2","results":[
                {{"workload":"60 at 1","who":"lab","rounds":[{{"busy":{ours},"slow":16.7,"opening":9,"elements":5}}]}},
                {{"workload":"60 at 1","who":"bpmn","rounds":[{{"busy":4,"slow":33.4,"opening":18,"elements":5}}]}},
                {{"workload":"60 at 1","who":"flow","rounds":[{{"failed":"no drag"}}]}}]}}"#
            );
            let facts = Facts::made_up("bpmn-js");
            of(&read(&line).unwrap(), &facts).unwrap()
        };
        assert!(report(2.0).contains(
            "| 60 activities | bpmn-js | 18.0 (2.00 ×) | 4.0 (2.00 ×) | 33.4 (2.00 ×) | 5 (1.00 ×) |"
        ));
        assert!(report(2.0).contains("2.0 against 4.0 | met |") && report(2.0).contains("16.7 ms | met |"));
        assert!(report(8.0).contains("8.0 against 4.0 | **missed** |"));
        assert!(report(2.0).contains("| 60 activities | React Flow | failed: no drag ||||"));
    }
}
