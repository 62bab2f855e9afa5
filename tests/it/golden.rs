//! Every `tests/golden/<case>.lab.json` runs to exactly the trace and figures beside it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use delivery_lab::log::RunLog;
use delivery_lab::log::list::DeliveryState;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::finding::Finding;
use delivery_lab::scenario::{Scenario, wire};

use crate::golden_file::{difference, path};

const ENDING: &str = ".lab.json";

#[test]
fn every_case_runs_as_recorded() {
    let folder = path("tests/golden");
    let mut failures = Vec::new();
    for name in cases() {
        let scenario = read(&folder.join(format!("{name}{ENDING}")));
        let (log, warnings) = run(&scenario);
        let expected = scenario.rest.0.get("expectedDeliveries").and_then(serde_json::Value::as_u64);
        // Written by hand from the rule, so that writing the traces anew cannot bless another number.
        if expected != Some(log.record().deliveries.len() as u64) {
            let made = log.record().deliveries.len();
            failures.push(format!(
                "{name} made {made} deliveries, its file expects {expected:?}\n{}",
                log.trace()
            ));
            continue;
        }
        failures
            .extend(difference(&folder.join(format!("{name}.trace")), &shown(&scenario, &log, &warnings)));
    }
    assert!(failures.is_empty(), "{} goldens differ:\n\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_case_names_the_page_it_rests_on() {
    for name in cases() {
        let scenario = read(&path("tests/golden").join(format!("{name}{ENDING}")));
        let page = scenario.rest.0.get("page").and_then(serde_json::Value::as_str).unwrap_or_default();
        assert!(
            !page.is_empty() && !page.contains(' '),
            "{name} names no page of the product's documentation"
        );
    }
}

/// The browser test compares the same file with WebAssembly.
#[test]
fn every_case_has_its_fingerprint() {
    let mut text = String::from("case fingerprint\n");
    for name in cases() {
        let (log, _) = run(&read(&path("tests/golden").join(format!("{name}{ENDING}"))));
        writeln!(text, "{name} {}", log.fingerprint()).unwrap();
    }
    assert_eq!(difference(&path("tests/golden/case-fingerprints.txt"), &text), None);
}

#[test]
fn every_rule_has_a_case_and_every_trace_a_scenario() {
    let names = cases();
    for rule in 1..=9 {
        assert!(
            names.iter().any(|name| name.starts_with(&format!("r{rule}-"))),
            "no golden for rule R{rule}"
        );
    }
    for trace in endings(".trace") {
        assert!(names.contains(&trace), "{trace}.trace has no scenario");
    }
}

#[test]
fn every_case_survives_a_save() {
    for name in cases() {
        let scenario = read(&path("tests/golden").join(format!("{name}{ENDING}")));
        assert_eq!(wire::open(wire::save(&scenario).as_bytes()), Ok(scenario), "{name}");
    }
}

fn cases() -> BTreeSet<String> {
    endings(ENDING)
}

/// The names of the files in the folder with this ending, without it.
fn endings(ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(path("tests/golden")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect()
}

fn read(file: &Path) -> Scenario {
    wire::open(&fs::read(file).unwrap()).unwrap_or_else(|problem| panic!("{}: {problem:?}", file.display()))
}

fn run(scenario: &Scenario) -> (RunLog, Vec<Finding>) {
    let lowered = lower(scenario, None).unwrap_or_else(|findings| panic!("{}: {findings:?}", scenario.name));
    let log = RunLog::of(Rc::new(lowered.plan));
    let warnings = lowered.warnings.into_iter().chain(log.findings()).collect();
    (log, warnings)
}

/// What is kept: what to look for, the warnings, the trace, the deliveries and the sums.
fn shown(scenario: &Scenario, log: &RunLog, warnings: &[Finding]) -> String {
    let about = scenario
        .rest
        .0
        .get("about")
        .and_then(serde_json::Value::as_str)
        .expect("a case says what it is about");
    let mut text = format!("# {about}\n");
    for warning in warnings {
        let activity = warning.activity.as_deref().unwrap_or("scenario");
        writeln!(text, "warning  {activity}  {}", warning.problem.code()).unwrap();
    }
    text.push_str(&log.trace());
    text.push_str("--\n");
    let deliveries = log.delivery_list(log.end());
    for row in &deliveries {
        let (number, figures) = (RunLog::delivery_number(row.delivery), row.figures);
        let subject = &log.record().deliveries[row.delivery].creative.subject;
        write!(text, "delivery {number} \"{}\"", row.label).unwrap();
        if !row.code.is_empty() {
            write!(text, " code {}", row.code).unwrap();
        }
        write!(
            text,
            ", \"{subject}\": runs {}, processed {}, success {}, opens {}, clicks {}",
            row.runs, figures.processed, figures.success, figures.opens, figures.clicks
        )
        .unwrap();
        if figures.pending + figures.cancelled > 0 {
            write!(text, ", pending {}, cancelled {}", figures.pending, figures.cancelled).unwrap();
        }
        if row.state != DeliveryState::Finished {
            write!(text, ", {:?} {}", row.state, row.state.code()).unwrap();
        }
        text.push('\n');
    }
    let totals = log.totals(log.end());
    writeln!(text, "deliveries     {}", deliveries.len()).unwrap();
    writeln!(text, "broadLog rows  {}", totals.broad_logs).unwrap();
    writeln!(text, "tracking rows  {}", totals.tracking_logs).unwrap();
    writeln!(text, "fingerprint    {}", log.fingerprint()).unwrap();
    text
}
