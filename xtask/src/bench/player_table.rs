//! What playing came to, as one Markdown table, and against what was aimed at.

use std::fmt::Write as _;

use anyhow::Result;

use super::facts::{Facts, verdict};
use super::results::{Results, Series};

const PLAYERS: [(&str, &str); 3] =
    [("lab", "Delivery Lab"), ("tokens", "bpmn-js-token-simulation"), ("floor", "one box")];
/// What is measured: its field and its heading.
const COLUMNS: [(&str, &str); 4] = [
    ("busy", "main thread for each frame, ms"),
    ("slow", "frame interval, 95th percentile, ms"),
    ("rate", "frames a second"),
    ("longest", "longest task over 50 ms, ms"),
];
const WORKLOADS: [(&str, &str); 8] = [
    ("21 at 1", "21 tokens"),
    ("99 at 1", "99 tokens"),
    ("501 at 1", "501 tokens"),
    ("1995 at 1", "1,995 tokens"),
    ("99 at 4", "99 tokens, processor 4 × slower"),
    ("501 at 4", "501 tokens, processor 4 × slower"),
    ("1995 at 4", "1,995 tokens, processor 4 × slower"),
    (ROWS, "a million log rows, a page each frame"),
];
const ROWS: &str = "rows";
/// The workload of the aim for many tokens, and the frames a second that are enough.
const MANY: (&str, f64) = ("1995 at 1", 55.0);
/// A frame at sixty a second, in milliseconds, with what a clock may be off.
const FRAME: f64 = 1_000.0 / 60.0 + 0.5;

/// The whole report.
pub(super) fn of(results: &Results, facts: &Facts) -> Result<String> {
    let mut text = String::new();
    writeln!(
        text,
        "{}, each on a fresh page of 1440 × 900 pixels. Load of the machine before and after: {}.\n\n\
         Both play the same drawing with about three tokens on every transition. Delivery Lab simulates 24 launches a \
         day, plays a week a second and is measured with everything around its drawing (counts on the transitions, \
         comparison, timeline); its tokens carry the numbers of those who cross, and those out of sight are not \
         painted. In bpmn-js-token-simulation a token that arrives sets out anew. *one box* is what the measurement \
         itself costs. Each frame's main thread is the time of all tasks of the page, painting included; in brackets \
         how many times that of Delivery Lab.\n",
        facts.preamble(results),
        results.load,
    )?;
    let headings: Vec<&str> = COLUMNS.iter().map(|(_, heading)| *heading).collect();
    writeln!(text, "| workload | player | {} |\n|---|---|--:|--:|--:|--:|", headings.join(" | "))?;
    for (workload, name) in WORKLOADS {
        let lab = results.of(workload, "lab");
        for (who, shown) in PLAYERS {
            if let Some(series) = results.of(workload, who) {
                row(&mut text, (name, shown), series, lab.filter(|_| who == "tokens"))?;
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
        match lab.filter(|_| field != "longest").and_then(|lab| lab.median(&[field])) {
            Some(ours) if ours > 0.0 => format!("{value:.1} ({:.2} ×)", value / ours),
            _ => format!("{value:.1}"),
        }
    };
    let cells: Vec<String> = COLUMNS.iter().map(|(field, _)| cell(field)).collect();
    let failed = series.failure().map(|failure| format!(" (a round failed: {failure})")).unwrap_or_default();
    writeln!(text, "| {name} | {shown}{failed} | {} |", cells.join(" | "))?;
    Ok(())
}

/// Whether the lab needs less than the rival, and plays at sixty frames a second.
fn verdicts(text: &mut String, results: &Results) -> Result<()> {
    writeln!(text, "\n| aim | measured | |\n|---|--:|---|")?;
    for (workload, name) in WORKLOADS {
        let median = |who: &str, field: &str| results.of(workload, who)?.median(&[field]);
        if let Some((ours, theirs)) = median("lab", "busy").zip(median("tokens", "busy")) {
            let is_met = verdict(ours <= theirs);
            writeln!(
                text,
                "| {name}: main thread: no more than the rival | {ours:.1} against {theirs:.1} | {is_met} |"
            )?;
        }
        if let Some((rate, longest)) = median("lab", "rate").zip(median("lab", "longest"))
            && workload == MANY.0
        {
            let is_met = verdict(rate >= MANY.1 && longest == 0.0);
            writeln!(
                text,
                "| {name}: {} frames a second and no long task | {rate:.1}, longest {longest:.0} ms | {is_met} |",
                MANY.1
            )?;
        }
        if let Some(slow) = median("lab", "slow") {
            let is_met = verdict(slow <= FRAME);
            writeln!(text, "| {name}: plays at 60 frames a second | {slow:.1} ms | {is_met} |")?;
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
                {{"workload":"1995 at 1","who":"lab","rounds":[{{"busy":{ours},"slow":16.7,"rate":60,"longest":0}}]}},
                {{"workload":"1995 at 1","who":"tokens","rounds":[{{"busy":4,"slow":33.4,"rate":30,"longest":80}}]}}]}}"#
            );
            let facts = Facts::made_up("bpmn-js");
            of(&read(&line).unwrap(), &facts).unwrap()
        };
        assert!(report(2.0).contains(
            "| 1,995 tokens | bpmn-js-token-simulation | 4.0 (2.00 ×) | 33.4 (2.00 ×) | 30.0 (0.50 ×) | 80.0 |"
        ));
        assert!(report(2.0).contains("2.0 against 4.0 | met |") && report(2.0).contains("16.7 ms | met |"));
        assert!(report(2.0).contains("no long task | 60.0, longest 0 ms | met |"));
        assert!(report(8.0).contains("8.0 against 4.0 | **missed** |"));
    }
}
