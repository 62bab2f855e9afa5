//! What the engine's workloads take in instructions, and against what was aimed at.

use std::fmt::Write as _;

use anyhow::Result;

use crate::bench::aims::{Aim, Section};
use crate::bench::results::{Results, Series};
use crate::sizes::grouped;

/// The workloads, as they are shown.
pub(crate) const WORKLOADS: [(&str, &str); 2] = [("Y1", "Y1: 10,000 × 52"), ("Y2", "Y2: 1,000,000 × 52")];
pub(crate) const KINDS: [&str; 2] = ["recurring", "incremental"];
/// How many times as many as drawing alone a year may take.
const MOST: f64 = 4.0;

/// The whole section.
pub(crate) fn of(results: &Results) -> Result<Section> {
    let mut text = format!(
        "The native engine under Callgrind, which counts every instruction: what else the machine does at the time \
         changes nothing. {} *people* is reading the scenario and making the recipients, *run* the whole year, *read* \
         the delivery list, all traffic and the totals at a random moment of it. *floor* draws one key a message and \
         counts.\n\n\
         | workload | contestant | people | run | run, a recipient and week | run, a message | read at a moment |\n\
         |---|---|--:|--:|--:|--:|--:|\n",
        sameness(results)
    );
    for (workload, name) in WORKLOADS {
        for who in KINDS {
            if let Some(series) = results.of(workload, who) {
                row(&mut text, name, who, series)?;
            }
        }
        if let Some((floor, each)) = results
            .of(workload, "floor")
            .and_then(|floor| Some((floor.median(&["floor"])?, each(floor, "floor", "work")?)))
        {
            writeln!(text, "| {name} | floor | | {} | {each:.1} | {each:.1} | |", grouped(floor as u64))?;
        }
    }
    if let Some((series, all)) = events(results) {
        let each = series.outcome("events").map(|events| all / events as f64);
        let each = each.map(|each| format!("{each:.0} an event")).unwrap_or_default();
        writeln!(text, "| events | engine | | {} | {each} | | |", grouped(all as u64))?;
    }
    Ok(Section { text, aims: aims(results) })
}

fn row(text: &mut String, name: &str, who: &str, series: &Series) -> Result<()> {
    let whole = |value: Option<f64>| value.map(|value| grouped(value as u64)).unwrap_or_default();
    let short = |value: Option<f64>| value.map(|value| format!("{value:.1}")).unwrap_or_default();
    let run = series.median(&["run"]);
    let message = run.zip(series.outcome("messages")).map(|(run, messages)| run / messages as f64);
    let read = series.median(&["seek"]).zip(series.median(&["seeks"])).map(|(all, seeks)| all / seeks);
    writeln!(
        text,
        "| {name} | {who} | {} | {} | {} | {} | {} |",
        whole(series.median(&["prepare"])),
        whole(run),
        short(week(series)),
        short(message),
        whole(read)
    )?;
    Ok(())
}

/// The instructions of a year for each recipient and week.
pub(crate) fn week(series: &Series) -> Option<f64> {
    each(series, "run", "work")
}

/// The instructions of the floor for each message it draws.
pub(crate) fn floor(results: &Results, workload: &str) -> Option<f64> {
    each(results.of(workload, "floor")?, "floor", "work")
}

fn each(series: &Series, field: &str, of: &str) -> Option<f64> {
    Some(series.median(&[field])? / series.median(&[of])?)
}

fn events(results: &Results) -> Option<(&Series, f64)> {
    let series = results.of("events", "engine")?;
    Some((series, series.median(&["events"])?))
}

/// Whether the rounds counted the same.
fn sameness(results: &Results) -> String {
    let all = WORKLOADS.iter().flat_map(|(workload, _)| KINDS.map(|who| results.of(workload, who)));
    let runs: Vec<Vec<f64>> = all.flatten().map(|series| series.sums(&["run"])).collect();
    let apart = runs.iter().filter_map(|rounds| {
        let (least, most) =
            rounds.iter().fold((f64::MAX, 0.0), |(least, most), run| (run.min(least), run.max(most)));
        (rounds.len() > 1).then(|| (most - least) / least)
    });
    match apart.reduce(f64::max) {
        None => "Counted once.".to_owned(),
        Some(0.0) => "Counted twice, and the same each time.".to_owned(),
        Some(apart) => format!("Counted twice, at most {:.4} % apart.", apart * 100.0),
    }
}

/// How near a year comes to drawing alone.
fn aims(results: &Results) -> Vec<Aim> {
    let mut aims = Vec::new();
    for (workload, _) in WORKLOADS {
        for who in KINDS {
            let run = results.of(workload, who).and_then(week);
            if let Some((run, floor)) = run.zip(floor(results, workload)) {
                let what = format!("{workload} {who}: run against the floor: ≤ {MOST} ×");
                let times = run / floor;
                aims.push(Aim::new(what, format!("{times:.2} ×"), times <= MOST));
            }
        }
    }
    aims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{grid, results::read};

    fn report(run: u32, again: u32) -> String {
        let line = format!(
            r#"{{"results":[
            {{"workload":"Y1","who":"recurring","rounds":[
                {{"prepare":4000,"run":{run},"seek":300,"seeks":3,"work":1000,"outcome":{{"messages":800}}}},
                {{"prepare":4000,"run":{again},"seek":300,"seeks":3,"work":1000}}]}},
            {{"workload":"Y1","who":"floor","rounds":[{{"floor":10000,"work":1000}}]}},
            {{"workload":"events","who":"engine","rounds":[{{"events":5000,"outcome":{{"events":10}}}}]}}]}}"#
        );
        of(&read(&line).unwrap()).unwrap().whole()
    }

    #[test]
    fn what_is_counted_is_shared_out() {
        let text = report(20_000, 20_000);
        assert!(text.contains("| Y1: 10,000 × 52 | recurring | 4,000 | 20,000 | 20.0 | 25.0 | 100 |"));
        assert!(text.contains("| floor | | 10,000 | 10.0 | 10.0 | |"));
        assert!(text.contains("| events | engine | | 5,000 | 500 an event | | |"));
        grid::assert_even(&text);
    }

    #[test]
    fn a_run_far_above_the_floor_is_said_and_so_are_counts_that_differ() {
        assert!(report(20_000, 20_000).contains("≤ 4 × | 2.00 × | met |"));
        assert!(report(50_000, 50_000).contains("≤ 4 × | 5.00 × | **missed** |"));
        assert!(report(20_000, 20_000).contains("twice, and the same each time"));
        assert!(report(20_000, 20_002).contains("at most 0.0100 % apart"));
    }
}
