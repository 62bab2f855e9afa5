//! The command `simulate` as a person or a script meets it: outcome, sentences, exit codes.

use std::path::PathBuf;
use std::process::{Command, Output};

use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{png, wire};
use delivery_lab::scene::picture::{Inside, Tone, draw};
use delivery_lab::text::Lang;
use serde_json::Value;

fn simulate(words: &[&str]) -> Output {
    in_language("C", words)
}

fn in_language(locale: &str, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_simulate"));
    command.args(words).env("LC_ALL", locale).output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn json(words: &[&str]) -> Value {
    let output = simulate(words);
    assert_eq!(code(&output), 0, "{}", err(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A file of this test run, with a name of its own.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A sample as a file, changed.
fn changed(name: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::from_str(&wire::save(&Sample::SideBySide.scenario())).unwrap();
    change(&mut value);
    file(name, value.to_string().as_bytes())
}

#[test]
fn a_year_makes_52_recurring_deliveries_and_1_continuous() {
    for (sample, count) in [("recurring-weekly", 52), ("continuous-weekly", 1)] {
        let report = json(&["--sample", sample, "--weeks", "52", "--format", "json"]);
        let deliveries = report["deliveries"].as_array().unwrap();
        assert_eq!(deliveries.len(), count, "{sample}");
        assert_eq!((report["runs"].as_u64(), report["weeks"].as_u64()), (Some(52), Some(52)));
        assert_eq!(report["fingerprint"].as_str().map(str::len), Some(16));
        let sum: u64 = deliveries.iter().map(|row| row["broad_logs"].as_u64().unwrap()).sum();
        assert_eq!(report["totals"]["broad_logs"].as_u64(), Some(sum));
        assert!(sum > 0);
    }
}

#[test]
fn a_picture_with_a_scenario_inside_runs_like_its_file() {
    let scenario = Sample::RecurringWeekly.scenario();
    let plain = file("plain.lab.json", wire::save(&scenario).as_bytes());
    let drawn = draw(Lang::En, &scenario, Tone::Light, Inside::Scenario);
    let painted =
        std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/thumbnails/side-by-side.png"))
            .unwrap();
    let with = png::with_scenario(&painted, &wire::save(&scenario)).unwrap();
    let fingerprint = |file: &str| {
        json(&[file, "--weeks", "2", "--recipients", "50", "--format", "json"])["fingerprint"].clone()
    };
    let expected = fingerprint(&plain);
    assert!(expected.is_string());
    assert_eq!(fingerprint(&file("drawn.svg", drawn.svg.as_bytes())), expected);
    assert_eq!(fingerprint(&file("painted.png", &with)), expected);
    let empty = simulate(&[&file("empty.png", &painted)]);
    assert_eq!(code(&empty), 2, "{}", err(&empty));
    assert!(err(&empty).contains("empty.png"), "{}", err(&empty));
}

#[test]
fn options_change_the_run() {
    let report =
        json(&["--sample", "recurring-weekly", "--weeks", "4", "--recipients", "500", "--format", "json"]);
    assert_eq!(report["deliveries"].as_array().unwrap().len(), 4);
    let first = report["deliveries"][0]["to_deliver"].as_u64().unwrap();
    assert!((1..500).contains(&first), "{first}");
    let other = json(&[
        "--sample",
        "recurring-weekly",
        "--weeks",
        "4",
        "--recipients",
        "500",
        "--seed",
        "2",
        "--format",
        "json",
    ]);
    assert_ne!(report["fingerprint"], other["fingerprint"]);
}

#[test]
fn text_sums_up_in_the_language_of_the_environment() {
    let english = simulate(&[]);
    assert_eq!(code(&english), 0);
    assert!(out(&english).contains("Recurring delivery “Weekly newsletter”: 52 deliveries from 52 runs,"));
    assert!(out(&english).contains("Continuous delivery “Welcome e-mail”: 1 delivery from 52 runs,"));
    assert!(out(&english).contains("… and 41 more deliveries; --format csv lists them all"));
    let swedish = in_language("sv_SE.UTF-8", &[]);
    assert!(out(&swedish).contains("Kontinuerlig leverans ”Welcome e-mail”: 1 leverans från 52 körningar,"));
}

#[test]
fn csv_lists_every_delivery() {
    let output = simulate(&["--sample", "recurring-weekly", "--format", "csv"]);
    let lines: Vec<&str> = out(&output).lines().collect();
    assert_eq!(lines.len(), 53);
    assert!(lines[0].starts_with("id,internal_name,label,activity,state,contact_date,to_deliver,"));
}

#[test]
fn a_scenario_with_errors_says_place_and_remedy_and_ends_with_1() {
    let path = changed("errors.lab.json", |value| {
        value["weeks"] = 0.into();
        value["workflow"]["transitions"][0]["to"] = "nowhere".into();
    });
    let output = simulate(&[&path, "--format", "json"]);
    assert_eq!((code(&output), out(&output)), (1, ""));
    assert!(err(&output).contains("Error: The run has 0 weeks. Enter a number of weeks from 1 to 520."));
    assert!(err(&output).contains("Error: Scheduler “scheduler”: Its transition leads to “nowhere”"));
    let checked = simulate(&[&path, "--check", "--format", "json"]);
    let findings: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(code(&checked), 1);
    assert_eq!(findings["findings"][0]["code"], "weeks-out-of-range");
}

#[test]
fn a_check_lists_findings_only() {
    let fine = simulate(&["--check"]);
    assert_eq!(code(&fine), 0);
    let (first, notes) = out(&fine).split_once('\n').unwrap();
    assert_eq!(first, "Nothing wrong was found.");
    assert!(notes.lines().all(|line| line.starts_with("Note: ") && line.contains("has no End")), "{notes}");
    let path = changed("doubtful.lab.json", |value| {
        let continuous = value["workflow"]["transitions"].as_array().unwrap().len() - 1;
        value["workflow"]["transitions"][continuous]["from"] = "query".into();
    });
    let doubtful = simulate(&[&path, "--check"]);
    assert_eq!(code(&doubtful), 0);
    assert!(out(&doubtful).contains(
        "Warning: Continuous delivery “Welcome e-mail”: Query “query” selects the same people again at each run."
    ));
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence_and_ends_with_2() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let no_json = file("broken.lab.json", b"{\n  oops");
    let no_text = file("bytes.lab.json", b"\xff\xfe\x00");
    let other = file("other.lab.json", b"[]");
    let later = changed("later.lab.json", |value| value["version"] = 9.into());
    let unknown = changed("unknown.lab.json", |value| {
        value["workflow"]["activities"][1]["settings"]["type"] = "teleport".into();
    });
    for (words, expected) in [
        (vec!["no-such-file.lab.json"], "There is no file “no-such-file.lab.json”. Check the name"),
        (vec![folder], "is a folder. Name a file in it."),
        (vec![no_json.as_str()], "line 2, column 3. Correct that place"),
        (vec![no_text.as_str()], "The file is not UTF-8 text. Choose a scenario file"),
        (vec![other.as_str()], "not a scenario of the lab. Choose a scenario file"),
        (
            vec![later.as_str()],
            "version 9 of the format; this lab reads up to version 2. Open it with a newer",
        ),
        (vec![unknown.as_str()], "workflow.activities[1] (query) of the file is not as it should be"),
        (vec!["--sample", "recuring-weekly"], "recurring-weekly"),
        (vec!["--sample", "birthday", other.as_str()], "cannot be used with"),
        (vec!["--weeks", "0"], "1..=520"),
        (vec!["--weeks", "-3"], "1..=520"),
        (vec!["--recipients", "many"], "invalid value 'many'"),
        (vec!["--csv", folder], "is a folder. Name a file in it."),
        (vec!["--csv", "nobody.csv"], "There is no file “nobody.csv”."),
        (vec!["--teleport"], "--teleport"),
    ] {
        let output = simulate(&words);
        assert_eq!((code(&output), out(&output)), (2, ""), "{words:?}");
        assert!(err(&output).contains(expected), "{words:?}: {}", err(&output));
        assert!(!err(&output).contains("panicked"), "{words:?}");
    }
}

#[test]
fn recipients_of_a_file_take_the_place_of_the_invented_ones() {
    let path = file(
        "people.csv",
        b"email;first name;newsletter\nann@example.com;Ann;yes\nbo@example.com;Bo;no\nnobody;Cy;yes\n",
    );
    let still = changed("still.lab.json", |value| {
        for field in ["joinsPerWeek", "movesPerWeek", "editsPerWeek", "unsubscribesPerWeek"] {
            value["population"][field] = 0.into();
        }
    });
    let output = simulate(&[&still, "--weeks", "1", "--csv", &path, "--format", "json"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("1 row was left out of the recipients' file, 2 kept."), "{}", err(&output));
    assert!(err(&output).contains("Line 4: “nobody” is not an e-mail address."));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let messages = |row: &Value| row["to_deliver"].as_u64();
    let of_each: Vec<_> = report["deliveries"].as_array().unwrap().iter().map(messages).collect();
    assert_eq!(of_each, [Some(1), Some(1)], "Ann alone wants the newsletter");
    let both = simulate(&["--csv", &path, "--recipients", "5"]);
    assert_eq!(code(&both), 2);
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    use std::process::Stdio;
    let mut child = Command::new(env!("CARGO_BIN_EXE_simulate"))
        .args(["--sample", "recurring-weekly", "--weeks", "520", "--recipients", "50", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output)), (0, ""));
}

#[test]
fn explain_tells_of_one_recipient_run_by_run() {
    let words = ["--sample", "recurring-weekly", "--weeks", "3", "--recipients", "50", "--explain"];
    let explained = |locale: &str, who: &str| in_language(locale, &[&words[..], &[who]].concat());
    let first = explained("C", "1");
    assert_eq!(code(&first), 0, "{}", err(&first));
    assert!(out(&first).starts_with("Recipient 1, "), "{}", out(&first));
    let selected = out(&first).matches("Query “query”: selected, since “").count();
    let refused = out(&first).matches("Query “query”: not selected, since “").count();
    assert_eq!(selected + refused, 3, "{}", out(&first));
    assert!(
        out(&first)
            .trim_end()
            .lines()
            .last()
            .unwrap()
            .starts_with("Recurring delivery “Weekly newsletter”: ")
    );
    // The same person by address, in the other language.
    let address = out(&first).lines().next().unwrap().rsplit(", ").next().unwrap().to_uppercase();
    let swedish = explained("sv_SE.UTF-8", &address);
    assert!(out(&swedish).starts_with("Mottagare 1, "), "{}", out(&swedish));
    for nobody in ["0", "51000", "nobody@example.com", ""] {
        let missing = explained("C", nobody);
        assert_eq!((code(&missing), out(&missing)), (2, ""));
        assert!(err(&missing).contains("Give a number from 1 to "), "{}", err(&missing));
    }
    assert_eq!(code(&simulate(&["--explain", "1", "--check"])), 2, "one or the other");
}

#[test]
fn the_report_has_indicators_with_exact_rates() {
    let report =
        json(&["--sample", "recurring-weekly", "--weeks", "4", "--recipients", "500", "--format", "json"]);
    let of = |id: &str| {
        let all = report["indicators"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id}")).clone()
    };
    let (opens, totals) = (of("opens"), &report["totals"]);
    assert_eq!((&opens["numerator"], &opens["denominator"]), (&totals["opens"], &totals["success"]));
    let (part, whole) = (opens["numerator"].as_u64().unwrap(), opens["denominator"].as_u64().unwrap());
    assert_eq!(opens["basis_points"].as_u64(), Some((part * 20_000 + whole) / (2 * whole)));
    assert!(of("people_opened")["numerator"].as_u64() <= opens["numerator"].as_u64());
    assert!(of("cumulated_clicks")["basis_points"].is_null());
}

#[test]
fn rows_are_written_as_many_as_the_report_counts() {
    let of = ["--sample", "side-by-side", "--weeks", "3"];
    let report = json(&[&of[..], &["--format", "json"]].concat());
    let totals = &report["totals"];
    let counts = [
        ("deliveries", report["deliveries"].as_array().unwrap().len() as u64),
        ("broad-log", totals["broad_logs"].as_u64().unwrap()),
        ("tracking-log", totals["tracking_logs"].as_u64().unwrap()),
        ("exclusion-log", totals["ignored"].as_u64().unwrap()),
    ];
    for (table, count) in counts {
        let output = simulate(&[&of[..], &["--rows", table]].concat());
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert_eq!(out(&output).matches("\r\n").count() as u64, count + 1, "{table}");
    }
    assert_eq!(code(&simulate(&["--rows", "nothing"])), 2);
}
