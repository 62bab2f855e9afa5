//! What dragging and opening came to, and against what was aimed at.

use anyhow::Result;

use crate::bench::aims::{Aim, Section};
use crate::bench::grid::{Column, Grid};
use crate::bench::results::Results;

pub(crate) const CANVASES: [(&str, &str); 4] =
    [("lab", "Delivery Lab"), ("bpmn", "bpmn-js"), ("flow", "React Flow"), ("floor", "one box")];
pub(crate) const COLUMNS: [Column; 4] = [
    Column::new(OPENING, "opening, ms", 1),
    Column::new(BUSY, "main thread for each frame of dragging, ms", 1),
    Column::new("slow", "frame interval while dragging, 95th percentile, ms", 1),
    Column::new("elements", "elements of the canvas", 0),
];
/// How long opening takes.
pub(crate) const OPENING: &str = "opening";
/// The main thread's time for each frame.
pub(crate) const BUSY: &str = "busy";
pub(crate) const RIVALS: [&str; 2] = ["bpmn", "flow"];
pub(crate) const WORKLOADS: [(&str, &str); 4] = [
    ("60 at 1", "60 activities"),
    ("400 at 1", "400 activities"),
    ("60 at 4", "60 activities, processor 4 × slower"),
    ("400 at 4", "400 activities, processor 4 × slower"),
];
/// A frame at sixty a second, in milliseconds, with what a clock may be off.
const FRAME: f64 = 1_000.0 / 60.0 + 0.5;

/// The whole section.
pub(crate) fn of(results: &Results) -> Result<Section> {
    let grid = Grid {
        head: ("workload", "canvas"),
        workloads: &WORKLOADS,
        contestants: &CANVASES,
        rivals: &RIVALS,
        columns: &COLUMNS,
    };
    let text = format!(
        "{}, each on a fresh page of 1440 × 900 pixels.\n\n\
         All open the same drawing, each from its own format, and drag the activity in the middle of it by 60 moves \
         of the pointer, sixty a second. Delivery Lab is measured with everything around its canvas (inspector, \
         palette, findings, icons and summaries on the cards), bpmn-js as its modeler, React Flow with its plain \
         nodes, step edges, controls and map. *one box* is what the measurement itself costs. Each frame's main \
         thread is the time of all tasks of the page, painting included; in brackets how many times that of Delivery \
         Lab.\n\n{}",
        results.rounds(),
        grid.table(results)?,
    );
    Ok(Section { text, aims: aims(results) })
}

/// For each workload and column, whether no rival needs less; and whether the lab drags at sixty frames a second.
fn aims(results: &Results) -> Vec<Aim> {
    let mut aims = Vec::new();
    for (workload, name) in WORKLOADS {
        let median = |who: &str, field: &str| results.of(workload, who)?.median(&[field]);
        for Column { field, heading, decimals, .. } in COLUMNS {
            let best = RIVALS.iter().filter_map(|who| median(who, field)).reduce(f64::min);
            if let Some((ours, best)) = median("lab", field).zip(best) {
                let what = format!("{name}: {heading}: no more than the better rival");
                aims.push(Aim::beside(what, (ours, best), decimals, f64::le));
            }
        }
        if let Some(slow) = median("lab", "slow") {
            let what = format!("{name}: drags at 60 frames a second");
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
                {{"workload":"60 at 1","who":"lab","rounds":[{{"busy":{ours},"slow":16.7,"opening":9,"elements":5}}]}},
                {{"workload":"60 at 1","who":"bpmn","rounds":[{{"busy":4,"slow":33.4,"opening":18,"elements":5}}]}},
                {{"workload":"60 at 1","who":"flow","rounds":[{{"failed":"no drag"}}]}}]}}"#
            );
            of(&read(&line).unwrap()).unwrap().whole()
        };
        assert!(report(2.0).contains(
            "| 60 activities | bpmn-js | 18.0 (2.00 ×) | 4.0 (2.00 ×) | 33.4 (2.00 ×) | 5 (1.00 ×) |"
        ));
        assert!(report(2.0).contains("2.0 against 4.0 | met |") && report(2.0).contains("16.7 ms | met |"));
        assert!(report(8.0).contains("8.0 against 4.0 | **missed** |"));
        assert!(report(2.0).contains("| 60 activities | React Flow | failed: no drag ||||"));
        grid::assert_even(&report(2.0));
    }
}
