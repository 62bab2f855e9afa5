//! The few lines of the measurement that the project's README shows, between two marks of its own.

use std::fmt::Write as _;

use anyhow::Result;

use super::chart::{Chart, number, times};
use super::document;
use super::parts::lighthouse::Score;
use super::parts::{canvas_table, count_table, engine_table, lighthouse, load_table, player_table};
use super::results::{Results, Series};
use super::saved::Saved;

const BEGIN: &str = "<!-- bench: made by `cargo xtask bench` -->\n";
const END: &str = "<!-- bench: end -->\n";

/// A line of the table: what, in which part and workload, of which fields, and who.
struct Line {
    what: &'static str,
    part: &'static str,
    workload: &'static str,
    fields: &'static [&'static str],
    unit: &'static str,
    ours: &'static str,
    theirs: &'static [(&'static str, &'static str)],
}

const CANVASES: [(&str, &str); 2] = [("bpmn", "bpmn-js"), ("flow", "React Flow")];
const PAGES: [(&str, &str); 3] =
    [("viewer", "bpmn-js, viewer"), ("modeler", "bpmn-js, modeler"), ("flow", "React Flow")];

const LINES: [Line; 5] = [
    Line {
        what: "a year of 10,000 recipients, as wasm",
        part: "engine",
        workload: "Y1",
        fields: &engine_table::WHOLE,
        unit: "ms",
        ours: "recurring, wasm",
        theirs: &[("sql.js", "sql.js"), ("duckdb-wasm", "DuckDB")],
    },
    Line {
        what: "main thread for each frame of dragging, 400 activities",
        part: "canvas",
        workload: "400 at 1",
        fields: &[canvas_table::BUSY],
        unit: "ms",
        ours: "lab",
        theirs: &CANVASES,
    },
    Line {
        what: "main thread for each frame of playing, 501 tokens",
        part: "player",
        workload: "501 at 1",
        fields: &[player_table::BUSY],
        unit: "ms",
        ours: "lab",
        theirs: &[(player_table::RIVAL, "bpmn-js-token-simulation")],
    },
    Line {
        what: "a first visit on a slow device, until a click is answered",
        part: "load",
        workload: load_table::SLOW,
        fields: &[load_table::READY],
        unit: "ms",
        ours: "lab",
        theirs: &PAGES,
    },
    Line {
        what: "fetched until then",
        part: "load",
        workload: load_table::SLOW,
        fields: &[load_table::EARLY],
        unit: "KB",
        ours: "lab",
        theirs: &PAGES,
    },
];

/// The charts that are shown there: one of the widest leads, and one where the lab may well be behind.
const SHOWN: [&str; 2] = ["engine.svg", "load.svg"];

/// The lines.
pub(super) fn of(saved: &Saved, charts: &[(&str, Chart)]) -> Result<String> {
    let mut text = String::new();
    for (_, Chart { file, alt, .. }) in charts.iter().filter(|(_, chart)| SHOWN.contains(&chart.file)) {
        writeln!(text, "![{alt}](docs/bench/{file})\n")?;
    }
    text.push_str("| measured | Delivery Lab | beside it |\n|---|--:|---|\n");
    for line in LINES {
        if let Some(row) = saved.parts.get(line.part).and_then(|part| line.row(&part.results)) {
            writeln!(text, "{row}")?;
        }
    }
    if let Some(results) = saved.parts.get("count").map(|part| &part.results)
        && let Some((week, floor)) =
            results.of("Y1", "recurring").and_then(count_table::week).zip(count_table::floor(results, "Y1"))
    {
        let row = "instructions for each recipient and week, natively";
        writeln!(text, "| {row} | {} | drawing alone: {} |", number(week), number(floor))?;
    }
    if let Some(part) = saved.parts.get("lighthouse") {
        let scores = lighthouse::scores(&part.results);
        let least = scores.iter().min_by(|one, other| one.value.total_cmp(&other.value));
        if let Some(Score { page, category, value, .. }) = least {
            writeln!(text, "| the least score of Lighthouse, of 100 | {value:.0} | {category}, {page} |")?;
        }
    }
    let sections = document::sections(saved)?;
    let aims = || sections.iter().flat_map(|(_, section)| &section.aims);
    let met = aims().filter(|aim| aim.is_met).count();
    writeln!(
        text,
        "\nIn brackets how many times that of Delivery Lab: below 1 it loses. {met} of {} aims are met; \
         [docs/bench](docs/bench/README.md) begins with those that are not, and has everything else.",
        aims().count()
    )?;
    Ok(text)
}

impl Line {
    fn row(&self, results: &Results) -> Option<String> {
        let of =
            |who: &str| results.of(self.workload, who).and_then(|series: &Series| series.median(self.fields));
        let ours = of(self.ours)?;
        let theirs = self.theirs.iter().filter_map(|(who, name)| {
            let value = of(who)?;
            Some(format!("{name} {} ({})", number(value), times(value / ours)))
        });
        let theirs: Vec<String> = theirs.collect();
        Some(format!("| {} | {} {} | {} |", self.what, number(ours), self.unit, theirs.join("; ")))
    }
}

/// A document with these lines between its marks; none where it has no marks.
pub(super) fn within(document: &str, lines: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{lines}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::facts::Facts;
    use crate::bench::grid::assert_even;
    use crate::bench::results::read;
    use crate::bench::saved::Measured;

    #[test]
    fn losses_are_in_it() {
        let line = r#"{"results":[
            {"workload":"slow","who":"lab","rounds":[{"ready":4000,"early":600}]},
            {"workload":"slow","who":"viewer","rounds":[{"ready":1000,"early":90}]}]}"#;
        let mut saved = Saved::default();
        let measured = Measured { facts: Facts::made_up(false), results: read(line).unwrap() };
        saved.parts.insert("load".to_owned(), measured);
        let chart = |file| ("load", Chart { file, alt: "Time".into(), svg: String::new() });
        let text = of(&saved, &[chart("load.svg"), chart("weight.svg")]).unwrap();
        assert!(text.starts_with("![Time](docs/bench/load.svg)\n\n| measured |") && !text.contains("weight"));
        assert!(text.contains("until a click is answered | 4,000 ms | bpmn-js, viewer 1,000 (0.25 ×) |"));
        assert!(text.contains("| fetched until then | 600 KB |") && text.contains("0 of 1 aims are met"));
        assert_even(&text);
    }

    #[test]
    fn only_what_is_between_the_marks_changes() {
        let text = format!("a\n{BEGIN}old\n{END}b\n");
        let new = within(&text, "new\n").unwrap();
        assert_eq!(new, format!("a\n{BEGIN}\nnew\n\n{END}b\n"));
        assert_eq!(within(&new, "new\n").unwrap(), new);
        assert_eq!(within("a\n", "new"), None);
    }
}
