//! What a simulated year of the engine came to, and against what was aimed at.

use std::fmt::Write as _;

use anyhow::Result;

use super::fit;
use crate::bench::aims::{Aim, Section};
use crate::bench::results::{Results, Series};
use crate::sizes::grouped;

/// Making the people, running, and reading the figures of every delivery: what a person waits for.
pub(crate) const WHOLE: [&str; 3] = ["prepare", "run", "seek"];
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

/// The whole section.
pub(crate) fn of(results: &Results) -> Result<Section> {
    let mut text = format!(
        "{}; every contestant uses one core.\n\n\
         The lab and both databases do the same: make the recipients, then each week select, leave out who opted \
         out or is in quarantine, send, fail or retry, count errors and put addresses in quarantine or release them, \
         open (but not in text format), click, opt out; at the end read the figures of every delivery. The databases \
         do the recurring year and store every row of broadLog and tracking; the lab draws the rows again when \
         somebody looks. They draw with other numbers, so their counts differ by some hundredths. *incremental* has a \
         history of one day, so that each week finds everybody again and its messages are as many. *floor* draws \
         one key a message and counts. *read* is the delivery list, all traffic and the totals at a random moment \
         of the finished run (databases: the figures of all deliveries at the end). Ratios compare people + run + \
         read, those of the floor run alone. Behind an aim's measure is, in brackets, that of the least times, which \
         a busy machine disturbs less; the medians decide.\n\n",
        results.rounds(),
    );
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
    Ok(Section { text, aims: aims(results) })
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
        Some(format!(
            "{run:.1}{} ({:.1})",
            series.spread(&["run"], 1),
            series.least(&["run"]).unwrap_or(run)
        )),
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
            "| events | {who} | | {} events | | | {run:.1}{} ({:.1}) | | {rate:.2} M events | {:.2} × | |",
            grouped(events),
            series.spread(&["run"], 1),
            series.least(&["run"]).unwrap_or(run),
            run / lab
        )?;
    }
    Ok(())
}

fn growth(text: &mut String, results: &Results) -> Result<()> {
    for who in ["recurring, native", "recurring, wasm"] {
        let points = fitted(results, who);
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

/// Recipients × runs of every size that was tried for it, and the least milliseconds of each.
pub(crate) fn fitted(results: &Results, who: &str) -> Vec<(f64, f64)> {
    let of = |workload: &String| {
        let (size, weeks) = workload.strip_prefix("fit ")?.split_once(" × ")?;
        let work = size.parse::<f64>().ok()? * weeks.parse::<f64>().ok()?;
        Some((work, results.of(workload, who)?.least(&["run"])?))
    };
    results.workloads.iter().filter_map(of).collect()
}

/// Times by medians, and by the least ones.
type Times = Option<(f64, f64)>;

fn times(results: &Results, workload: &str, who: &str, fields: &[&str]) -> Times {
    let series = results.of(workload, who)?;
    Some((series.median(fields)?, series.least(fields)?))
}

fn over(above: Times, below: Times) -> Times {
    let (above, below) = (above?, below?);
    Some((above.0 / below.0, above.1 / below.1))
}

/// The aim, where it was measured, which is met if the median is.
fn aim(what: String, measured: Times, unit: &str, is_met: impl Fn(f64) -> bool) -> Option<Aim> {
    measured.map(|(value, least)| Aim::new(what, format!("{value:.2} ({least:.2}) {unit}"), is_met(value)))
}

/// What was measured against each aim.
fn aims(results: &Results) -> Vec<Aim> {
    let whole = |workload: &str, who: &str| times(results, workload, who, &WHOLE);
    let lab = whole("Y1", "recurring, wasm");
    let mut aims = vec![
        aim("Y1 against sql.js: ≥ 100 ×".into(), over(whole("Y1", "sql.js"), lab), "×", |x| x >= 100.0),
        aim("Y1 against duckdb-wasm: ≥ 20 ×".into(), over(whole("Y1", "duckdb-wasm"), lab), "×", |x| {
            x >= 20.0
        }),
    ];
    for workload in ["Y1", "Y2", "Y3"] {
        for kind in ["recurring", "incremental"] {
            aims.extend(against_floor(results, workload, kind));
        }
    }
    for (workload, limit) in [("Y1", 5.0), ("Y2", 50.0)] {
        let most = results.of(workload, "recurring, wasm").and_then(|lab| lab.median(&["seekMost"]));
        let most = most.map(|most| (most, most));
        aims.push(aim(
            format!("{workload} slowest read at a moment, wasm: ≤ {limit} ms"),
            most,
            "ms",
            |x| x <= limit,
        ));
    }
    for kind in ["recurring", "incremental"] {
        let memory = results.of("Y3", &format!("{kind}, wasm")).and_then(|lab| lab.most("memory"));
        let mebi = memory.map(|bytes| (bytes / 1_048_576.0, bytes / 1_048_576.0));
        aims.push(aim(format!("Y3 {kind}, wasm memory: < 256 MiB"), mebi, "MiB", |x| x < 256.0));
    }
    aims.into_iter().flatten().chain(agreements(results)).collect()
}

/// How near a run comes to drawing alone, and wasm to native code.
fn against_floor(results: &Results, workload: &str, kind: &str) -> [Option<Aim>; 3] {
    let run = |who: &str| times(results, workload, who, &["run"]);
    let (native, wasm) = (run(&format!("{kind}, native")), run(&format!("{kind}, wasm")));
    let name = format!("{workload} {kind}");
    [
        aim(
            format!("{name}, wasm, against the floor: ≤ 4 ×"),
            over(wasm, run("floor, wasm")),
            "×",
            |x| x <= 4.0,
        ),
        aim(
            format!("{name}, native, against the floor: ≤ 4 ×"),
            over(native, run("floor, native")),
            "×",
            |x| x <= 4.0,
        ),
        aim(format!("{name}, wasm against native: ≤ 2 ×"), over(wasm, native), "×", |x| x <= 2.0),
    ]
}

/// Whether a year came out the same natively and in the browser.
fn agreements(results: &Results) -> impl Iterator<Item = Aim> {
    let years =
        ["Y1", "Y2", "Y3"].into_iter().flat_map(|year| ["recurring", "incremental"].map(|kind| (year, kind)));
    years.filter_map(|(workload, kind)| {
        let print = |place: &str| results.of(workload, &format!("{kind}, {place}"))?.fingerprint();
        let (native, wasm) = print("native").zip(print("wasm"))?;
        let what = format!("{workload} {kind}: native and wasm agree");
        Some(Aim::new(what, format!("{native}, {wasm}"), native == wasm))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{grid, results::read};

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
        let report = |ours| of(&read(&line(ours)).unwrap()).unwrap().whole();
        assert!(report(2).contains("| Y1 against sql.js: ≥ 100 × | 333.67 (333.67) × | met |"));
        assert!(report(99).contains("| Y1 against sql.js: ≥ 100 × | 10.01 (10.01) × | **missed** |"));
        assert!(report(2).contains("| Y1: 10,000 × 52 | duckdb-wasm | failed: no worker |"));
        grid::assert_even(&report(2));
    }
}
