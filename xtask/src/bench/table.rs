//! The results as one Markdown table: what was measured, what it came to, what was aimed at.

use std::fmt::Write as _;

use anyhow::Result;

use super::facts::{Facts, verdict};
use super::fit;
use super::results::{Results, Series};
use crate::sizes::grouped;

/// Making the people, running, and reading the figures of every delivery: what a person waits for.
const WHOLE: [&str; 3] = ["prepare", "run", "seek"];
const NAMES: [(&str, &str); 4] = [
    ("Y1", "Y1: 10,000 × 52"),
    ("200,000 × 52", "200,000 × 52"),
    ("Y2", "Y2: 1,000,000 × 52"),
    ("Y3", "Y3: 1,000,000 × 520"),
];
const CONTESTANTS: [&str; 8] = [
    "recurring, native",
    "recurring, wasm",
    "incremental, native",
    "incremental, wasm",
    "floor, native",
    "floor, wasm",
    "sql.js",
    "duckdb-wasm",
];

/// The whole report.
pub(crate) fn of(results: &Results, facts: &Facts) -> Result<String> {
    let mut text = String::new();
    head(&mut text, results, facts)?;
    writeln!(
        text,
        "| workload | contestant | deliveries | messages | tracking rows | people, ms | run, ms: median (least) | read at a moment, ms: mean (most) | messages a second | against the lab as wasm | wasm memory, MiB |"
    )?;
    writeln!(text, "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")?;
    for (workload, name) in NAMES {
        for who in CONTESTANTS {
            if let Some(series) = results.of(workload, who) {
                row(&mut text, results, workload, name, who, series)?;
            }
        }
    }
    events(&mut text, results)?;
    growth(&mut text, results)?;
    aims(&mut text, results)?;
    Ok(text)
}

fn head(text: &mut String, results: &Results, facts: &Facts) -> Result<()> {
    writeln!(
        text,
        "{}. Load of \
         the machine before and after: {} (every contestant uses one core, so a load beyond {} disturbs).\n\n\
         The lab and both databases do the same: make the recipients, then each week select, leave out who opted \
         out or is in quarantine, send, fail or retry, count errors and put addresses in quarantine or release them, \
         open (but not in text format), click, opt out; at the end read the figures of every delivery. The databases \
         do the recurring year and store every row of broadLog and tracking; the lab draws the rows again when \
         somebody looks. They draw with other numbers, so their counts differ by some hundredths. *incremental* has a \
         history of one day, so that each week finds everybody again and its messages are as many. *floor* draws \
         one key a message and counts. *read* is the delivery list, all traffic and the totals at a random moment \
         of the finished run (databases: the figures of all deliveries at the end). Ratios compare people + run + \
         read, those of the floor run alone.\n",
        facts.preamble(results),
        results.load,
        facts.cores,
    )?;
    Ok(())
}

fn row(
    text: &mut String,
    results: &Results,
    workload: &str,
    name: &str,
    who: &str,
    series: &Series,
) -> Result<()> {
    let Some(run) = series.median(&["run"]) else {
        writeln!(text, "| {name} | {who} | failed: {} |||||||||", series.failure().unwrap_or("unknown"))?;
        return Ok(());
    };
    let is_floor = who.starts_with("floor");
    let fields: &[&str] = if is_floor { &["run"] } else { &WHOLE };
    let lab = results.of(workload, "recurring, wasm").and_then(|lab| lab.median(fields));
    let ratio = series.median(fields).zip(lab).map(|(theirs, ours)| format!("{:.2} ×", theirs / ours));
    let messages = series.outcome("messages");
    let read = series.median(&["seek"]).map(|mean| match series.median(&["seekMost"]) {
        Some(most) => format!("{mean:.4} ({most:.2})"),
        None => format!("{mean:.1}"),
    });
    let rate = messages.map(|messages| format!("{:.1} M", messages as f64 / run / 1_000.0));
    let memory = series.most("memory").map(|bytes| format!("{:.0}", bytes / 1_048_576.0));
    let cells = [
        series.outcome("deliveries").map(grouped),
        messages.map(grouped),
        series.outcome("tracking").map(grouped),
        series.median(&["prepare"]).map(|ms| format!("{ms:.1}")),
        Some(format!("{run:.1} ({:.1})", series.least(&["run"]).unwrap_or(run))),
        read,
        rate,
        ratio,
        memory,
    ];
    let cells: Vec<String> = cells.into_iter().map(Option::unwrap_or_default).collect();
    writeln!(text, "| {name} | {who} | {} |", cells.join(" | "))?;
    Ok(())
}

fn events(text: &mut String, results: &Results) -> Result<()> {
    for who in ["engine, native", "engine, wasm", "simjs"] {
        let Some(series) = results.of("events", who) else { continue };
        let (Some(run), Some(events)) = (series.median(&["run"]), series.outcome("events")) else { continue };
        let lab = results.of("events", "engine, wasm").and_then(|lab| lab.median(&["run"])).unwrap_or(run);
        let rate = events as f64 / run / 1_000.0;
        writeln!(
            text,
            "| events | {who} | | {} events | | | {run:.1} ({:.1}) | | {rate:.2} M events | {:.2} × | |",
            grouped(events),
            series.least(&["run"]).unwrap_or(run),
            run / lab
        )?;
    }
    Ok(())
}

fn growth(text: &mut String, results: &Results) -> Result<()> {
    for who in ["recurring, native", "recurring, wasm"] {
        let fits = results.workloads.iter().filter(|workload| workload.starts_with("fit "));
        let points: Vec<(f64, f64)> = fits
            .filter_map(|workload| {
                let (size, weeks) = workload.strip_prefix("fit ")?.split_once(" × ")?;
                let work = size.parse::<f64>().ok()? * weeks.parse::<f64>().ok()?;
                Some((work, results.of(workload, who)?.least(&["run"])?))
            })
            .collect();
        if let Some(exponent) = fit::exponent(&points) {
            writeln!(
                text,
                "\nCost against recipients × runs, {who}: exponent {exponent:.3} over {} sizes (least times).",
                points.len()
            )?;
        }
    }
    Ok(())
}

/// One line for each aim: what was measured, and whether it is met.
fn aims(text: &mut String, results: &Results) -> Result<()> {
    // Of medians, and of the least times, which a busy machine disturbs less.
    let times = |workload: &str, who: &str, fields: &[&str]| {
        let series = results.of(workload, who)?;
        Some((series.median(fields)?, series.least(fields)?))
    };
    let whole = |workload: &str, who: &str| times(workload, who, &WHOLE);
    let run = |workload: &str, who: &str| times(workload, who, &["run"]);
    let over = |above: Option<(f64, f64)>, below: Option<(f64, f64)>| {
        let (above, below) = (above?, below?);
        Some((above.0 / below.0, above.1 / below.1))
    };
    let alone = |value: Option<f64>| value.map(|value| (value, value));
    writeln!(text, "\n| aim | by medians (by least times) | by medians |\n|---|--:|---|")?;
    let mut aim = |what: String, measured: Option<(f64, f64)>, unit: &str, is_met: &dyn Fn(f64) -> bool| {
        let Some((value, least)) = measured else { return Ok(()) };
        writeln!(text, "| {what} | {value:.2} ({least:.2}) {unit} | {} |", verdict(is_met(value)))
    };
    let lab = whole("Y1", "recurring, wasm");
    aim("Y1 against sql.js: ≥ 100 ×".into(), over(whole("Y1", "sql.js"), lab), "×", &|x| x >= 100.0)?;
    aim("Y1 against duckdb-wasm: ≥ 20 ×".into(), over(whole("Y1", "duckdb-wasm"), lab), "×", &|x| {
        x >= 20.0
    })?;
    for workload in ["Y1", "Y2", "Y3"] {
        for kind in ["recurring", "incremental"] {
            let (native, wasm) = (format!("{kind}, native"), format!("{kind}, wasm"));
            let floor = |place: &str| run(workload, &format!("floor, {place}"));
            let times = over(run(workload, &wasm), floor("wasm"));
            aim(format!("{workload} {kind}, wasm, against the floor: ≤ 4 ×"), times, "×", &|x| x <= 4.0)?;
            let times = over(run(workload, &native), floor("native"));
            aim(format!("{workload} {kind}, native, against the floor: ≤ 4 ×"), times, "×", &|x| {
                x <= 4.0
            })?;
            let times = over(run(workload, &wasm), run(workload, &native));
            aim(format!("{workload} {kind}, wasm against native: ≤ 2 ×"), times, "×", &|x| x <= 2.0)?;
        }
    }
    for (workload, limit) in [("Y1", 5.0), ("Y2", 50.0)] {
        let most = results.of(workload, "recurring, wasm").and_then(|lab| lab.median(&["seekMost"]));
        aim(format!("{workload} slowest read at a moment, wasm: ≤ {limit} ms"), alone(most), "ms", &|x| {
            x <= limit
        })?;
    }
    for kind in ["recurring", "incremental"] {
        let memory = results.of("Y3", &format!("{kind}, wasm")).and_then(|lab| lab.most("memory"));
        let mebi = memory.map(|bytes| bytes / 1_048_576.0);
        aim(format!("Y3 {kind}, wasm memory: < 256 MiB"), alone(mebi), "MiB", &|x| x < 256.0)?;
    }
    for workload in ["Y1", "Y2", "Y3"] {
        for kind in ["recurring", "incremental"] {
            let print = |place: &str| results.of(workload, &format!("{kind}, {place}"))?.fingerprint();
            if let Some((native, wasm)) = print("native").zip(print("wasm")) {
                let agree = verdict(native == wasm);
                writeln!(text, "| {workload} {kind}: native and wasm agree | {native}, {wasm} | {agree} |")?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::results::read;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([7, 999, 1_000, 1_234_567].map(grouped), ["7", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn losses_are_shown_as_well_as_wins() {
        let line = |ours: u32| {
            format!(
                r#"{{"chromium":"1","node":"2","results":[
                {{"workload":"Y1","who":"recurring, wasm","rounds":[{{"prepare":1,"run":{ours},"seek":0,"seekMost":0,
                  "outcome":{{"messages":5000,"fingerprint":"a"}}}}]}},
                {{"workload":"Y1","who":"sql.js","rounds":[{{"prepare":1,"run":1000,"seek":0}}]}},
                {{"workload":"Y1","who":"duckdb-wasm","rounds":[{{"failed":"no worker"}}]}}]}}"#
            )
        };
        let facts = Facts::made_up("sql.js");
        let report = |ours| of(&read(&line(ours)).unwrap(), &facts).unwrap();
        assert!(report(2).contains("| Y1 against sql.js: ≥ 100 × | 333.67 (333.67) × | met |"));
        assert!(report(99).contains("| Y1 against sql.js: ≥ 100 × | 10.01 (10.01) × | **missed** |"));
        assert!(report(2).contains("| Y1: 10,000 × 52 | duckdb-wasm | failed: no worker |"));
    }
}
