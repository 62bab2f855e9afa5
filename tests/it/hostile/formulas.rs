//! Formulas: no cell of any table that leaves the lab is calculated by the spreadsheet that opens it.

use std::path::PathBuf;
use std::process::Command;
use std::rc::Rc;

use delivery_lab::app::action::Action;
use delivery_lab::app::effect::Effect;
use delivery_lab::app::instructor::InstructorAction;
use delivery_lab::app::options::Options;
use delivery_lab::app::reduce::reduce;
use delivery_lab::app::state::AppState;
use delivery_lab::log::RunLog;
use delivery_lab::log::export::{Export, ExportOf, ExportTable};
use delivery_lab::log::journal::JournalFilter;
use delivery_lab::people::import::{Limits, import_file};
use delivery_lab::people::{Condition, PopulationSpec};
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::activity::Settings;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{Scenario, wire};
use delivery_lab::text::{Lang, transcript};

/// What spreadsheets take for the beginning of a formula.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// Texts that somebody would like to be calculated, and one that is none.
const PAYLOADS: [&str; 12] = [
    "=HYPERLINK(\"https://example.com\",\"x\")",
    "+1",
    "-1+cmd|' /C calc'!A1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\"=1",
    "x;=1;\"=2",
    "x\r\n=1",
    "\u{ff1d}1",
];

/// The sample with a payload wherever people write, and with recipients whose every value is one.
fn laden(payload: &str) -> Scenario {
    let mut scenario = Sample::SideBySide.scenario();
    scenario.name = payload.to_owned();
    for one in &mut scenario.workflow.activities {
        one.label = payload.to_owned();
        match &mut one.settings {
            Settings::Query(query) => query.condition = Condition::everyone(),
            Settings::IncrementalQuery(query) => query.condition = Condition::everyone(),
            _ => {}
        }
    }
    scenario.reactions.opens = 10_000;
    for template in &mut scenario.templates {
        template.label = payload.to_owned();
        template.creative.subject = payload.to_owned();
    }
    let quoted = format!("\"{}\"", payload.replace('"', "\"\""));
    // The last one has no address, so that somebody is left out.
    let mail = |row| if row < 4 { format!("=a{row}@example.com") } else { String::new() };
    let rows = (0..5).map(|row| format!("{},{quoted},{quoted}\r\n", mail(row)));
    let table = format!("email,firstName,lastName\r\n{}", rows.collect::<String>());
    let people = import_file(table.as_bytes(), payload, &Limits::default()).unwrap().people;
    scenario.population = PopulationSpec::Imported(people);
    scenario.weeks = 3;
    // As it is after it has been kept: what is saved with the payload in it opens with it.
    wire::open(wire::save(&scenario).as_bytes()).unwrap()
}

fn run(scenario: &Scenario) -> RunLog {
    RunLog::of(Rc::new(lower(scenario, None).unwrap().plan))
}

/// Every table of a run.
fn tables(scenario: &Scenario) -> Vec<(String, String)> {
    let log = run(scenario);
    let exported = ExportTable::ALL.map(|table| {
        let mut export = Export::new(&log, ExportOf::all(&log, table, log.end()));
        let mut bytes = Vec::new();
        loop {
            let (part, is_over) = export.advance(&log, 10_000);
            bytes.extend(part);
            if is_over {
                break (table.name().to_owned(), String::from_utf8(bytes).unwrap());
            }
        }
    });
    let facts = log.journal(log.end(), JournalFilter::default());
    let mut all = Vec::from(exported);
    all.push(("transcript".to_owned(), transcript::table(Lang::En, &log, &facts)));
    all.push(("report".to_owned(), log.report_csv().unwrap()));
    all
}

/// Whatever a program takes for a cell: by this file's own rules, and by those of one that knows no quotation marks and
/// separates otherwise.
fn holds_no_formula(name: &str, text: &str) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
    assert!(!rows.is_empty(), "{name} has no row");
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(FORMULA), "{name}: {cell:?}");
        assert!(!cell.starts_with(['\t', '\r', '\n']), "{name}: {cell:?}");
    }
    for piece in text.split([';', '\t', '\r', '\n']) {
        let first = piece.trim_start_matches(|sign: char| sign == '"' || sign.is_whitespace());
        assert!(!first.starts_with(FORMULA), "{name}, by other separators: {piece:?}");
    }
}

#[test]
fn no_table_of_a_run_has_a_formula() {
    for payload in PAYLOADS {
        for (name, text) in tables(&laden(payload)) {
            holds_no_formula(&format!("{name} of {payload:?}"), &text);
        }
    }
}

/// What is guarded can still be read: it is the text with apostrophes in it, and a harmless one is as it was.
#[test]
fn a_guard_changes_nothing_else() {
    let cells = |payload: &str| {
        let (_, text) = tables(&laden(payload)).swap_remove(0);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        row.iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(cells("=1").contains(&"'=1".to_owned()));
    let plain = "a - b = c; (d) + e";
    assert!(cells(plain).contains(&plain.to_owned()), "{:?}", cells(plain));
}

#[test]
fn no_list_of_findings_has_a_formula() {
    for (number, payload) in PAYLOADS.into_iter().enumerate() {
        let mut scenario = laden(payload);
        for one in &mut scenario.workflow.activities {
            one.name = format!("{payload}{}", one.name);
        }
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("formula-{number}.lab.json"));
        std::fs::write(&path, wire::save(&scenario)).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_simulate"))
            .arg(&path)
            .args(["--check", "--format", "csv"])
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        holds_no_formula(&format!("findings of {payload:?}"), std::str::from_utf8(&output.stdout).unwrap());
    }
}

#[test]
fn no_table_of_learners_has_a_formula() {
    let progress = |payload: &str| {
        let items = serde_json::json!({ format!("{payload}/{payload}"): { "tries": 1 } });
        let file = serde_json::json!({ "format": "delivery-lab/progress", "version": 1, "progress": { "items": items } });
        file.to_string().into_bytes()
    };
    for payload in PAYLOADS {
        let came = InstructorAction::ProgressCame { name: payload.into(), bytes: progress(payload).into() };
        let state = [came, InstructorAction::Csv]
            .into_iter()
            .fold(AppState::new(&Options::default(), None), |state, action| {
                reduce(&state, Action::Instructor(action))
            });
        let csv = state.outbox.after(0).find_map(|(_, effect)| match effect {
            Effect::Download { text, media_type: "text/csv", .. } => Some(text.clone()),
            _ => None,
        });
        holds_no_formula(&format!("learners of {payload:?}"), &csv.unwrap());
    }
}
