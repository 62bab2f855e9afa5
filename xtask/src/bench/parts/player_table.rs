//! What playing came to, and against what was aimed at.

use anyhow::Result;

use crate::bench::aims::{Aim, Section};
use crate::bench::grid::{Column, Grid};
use crate::bench::results::Results;

pub(crate) const PLAYERS: [(&str, &str); 3] =
    [("lab", "Delivery Lab"), (RIVAL, "bpmn-js-token-simulation"), ("floor", "one box")];
const COLUMNS: [Column; 4] = [
    Column::new(BUSY, "main thread for each frame, ms", 1),
    Column::new("slow", "frame interval, 95th percentile, ms", 1),
    Column::new("rate", "frames a second", 1),
    Column::new("longest", "longest task over 50 ms, ms", 1).alone(),
];
/// The main thread's time for each frame.
pub(crate) const BUSY: &str = "busy";
pub(crate) const RIVAL: &str = "tokens";
pub(crate) const WORKLOADS: [(&str, &str); 8] = [
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

/// The whole section.
pub(crate) fn of(results: &Results) -> Result<Section> {
    let grid = Grid {
        head: ("workload", "player"),
        workloads: &WORKLOADS,
        contestants: &PLAYERS,
        rivals: &[RIVAL],
        columns: &COLUMNS,
    };
    let text = format!(
        "{}, each on a fresh page of 1440 × 900 pixels.\n\n\
         Both play the same drawing with about three tokens on every transition. Delivery Lab simulates 24 launches a \
         day, plays a week a second and is measured with everything around its drawing (counts on the transitions, \
         comparison, timeline); its tokens carry the numbers of those who cross, and those out of sight are not \
         painted. In bpmn-js-token-simulation a token that arrives sets out anew. *one box* is what the measurement \
         itself costs. Each frame's main thread is the time of all tasks of the page, painting included; in brackets \
         how many times that of Delivery Lab.\n\n{}",
        results.rounds(),
        grid.table(results)?,
    );
    Ok(Section { text, aims: aims(results) })
}

/// Whether the lab needs no more than the rival, and plays at sixty frames a second.
fn aims(results: &Results) -> Vec<Aim> {
    let mut aims = Vec::new();
    for (workload, name) in WORKLOADS {
        let median = |who: &str, field: &str| results.of(workload, who)?.median(&[field]);
        if let Some((ours, theirs)) = median("lab", BUSY).zip(median(RIVAL, BUSY)) {
            let what = format!("{name}: main thread: no more than the rival");
            aims.push(Aim::beside(what, (ours, theirs), 1, f64::le));
        }
        if let Some((rate, longest)) = median("lab", "rate").zip(median("lab", "longest"))
            && workload == MANY.0
        {
            let what = format!("{name}: {} frames a second and no long task", MANY.1);
            let measured = format!("{rate:.1}, longest {longest:.0} ms");
            aims.push(Aim::new(what, measured, rate >= MANY.1 && longest == 0.0));
        }
        if let Some(slow) = median("lab", "slow") {
            let what = format!("{name}: plays at 60 frames a second");
            aims.push(Aim::new(what, format!("{slow:.1} ms"), slow <= FRAME));
        }
    }
    aims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{grid, results::read};

    #[test]
    fn misses_are_said_and_ratios_are_the_rivals() {
        let report = |ours: f64| {
            let line = format!(
                r#"{{"chromium":"1","node":"2","results":[
                {{"workload":"1995 at 1","who":"lab","rounds":[{{"busy":{ours},"slow":16.7,"rate":60,"longest":0}}]}},
                {{"workload":"1995 at 1","who":"tokens","rounds":[{{"busy":4,"slow":33.4,"rate":30,"longest":80}}]}}]}}"#
            );
            of(&read(&line).unwrap()).unwrap().whole()
        };
        assert!(report(2.0).contains(
            "| 1,995 tokens | bpmn-js-token-simulation | 4.0 (2.00 ×) | 33.4 (2.00 ×) | 30.0 (0.50 ×) | 80.0 |"
        ));
        assert!(report(2.0).contains("2.0 against 4.0 | met |") && report(2.0).contains("16.7 ms | met |"));
        assert!(report(2.0).contains("no long task | 60.0, longest 0 ms | met |"));
        grid::assert_even(&report(2.0));
        assert!(report(8.0).contains("8.0 against 4.0 | **missed** |"));
    }
}
