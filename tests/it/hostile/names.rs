//! Names that mean something to a program: keys of every JavaScript object, and names that nobody can see or tell apart.

use std::collections::BTreeMap;
use std::rc::Rc;

use delivery_lab::app::options::Options;
use delivery_lab::app::snapshot::{Snapshot, SnapshotProblem};
use delivery_lab::log::RunLog;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{Scenario, wire};
use delivery_lab::text::format::quoted;
use delivery_lab::text::{self, Lang, label};

/// What every object of JavaScript has.
const PROTOTYPE: [&str; 6] =
    ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "prototype"];

/// A sample whose activities have these names, in turn, wherever they are named.
fn renamed(names: &[&str]) -> Scenario {
    let scenario = Sample::SideBySide.scenario();
    let own = scenario.workflow.activities.iter().map(|one| one.name.as_str());
    let other: BTreeMap<&str, &str> = own.zip(names.iter().copied()).collect();
    let mut file = wire::to_value(&scenario);
    for (list, fields) in [("activities", &["name"][..]), ("transitions", &["from", "to"])] {
        for one in file["workflow"][list].as_array_mut().unwrap() {
            for field in fields {
                if let Some(other) = one[field].as_str().and_then(|own| other.get(own)) {
                    one[field] = (*other).into();
                }
            }
        }
    }
    wire::open(file.to_string().as_bytes()).unwrap()
}

#[test]
fn activities_named_like_a_prototype_run_as_others_do() {
    let scenario = renamed(&PROTOTYPE);
    let names = scenario.workflow.activities.iter().map(|one| one.name.as_str());
    assert!(names.zip(PROTOTYPE).all(|(name, other)| name == other));
    let count = |scenario: &Scenario| {
        let log = RunLog::of(Rc::new(lower(scenario, None).unwrap().plan));
        let report = serde_json::to_value(log.report(Vec::new())).unwrap();
        report["deliveries"].as_array().unwrap().len()
    };
    assert_eq!(count(&scenario), count(&Sample::SideBySide.scenario()));
    assert_eq!(wire::open(wire::save(&scenario).as_bytes()), Ok(scenario));
}

#[test]
fn fields_named_like_a_prototype_stay_fields() {
    for name in PROTOTYPE {
        let text = wire::save(&Sample::Welcome.scenario());
        let text = text.replacen("\"weeks\"", &format!("\"{name}\": {{\"weeks\": 1}}, \"weeks\""), 1);
        let scenario = wire::open(text.as_bytes()).unwrap();
        assert_eq!(scenario.weeks, Sample::Welcome.scenario().weeks, "{name}");
        let again: serde_json::Value = serde_json::from_str(&wire::save(&scenario)).unwrap();
        assert_eq!(again[name]["weeks"], 1, "{name}");
        let mut options = Options::default();
        assert!(!options.set(name, "1") && options == Options::default(), "{name}");
        let state = format!("{{\"version\": 1, \"{name}\": {{\"mode\": \"build\"}}}}");
        assert!(Snapshot::read(&state).unwrap().actions().unwrap().is_empty(), "{name}");
    }
}

#[test]
fn states_that_are_none_are_refused_as_a_whole() {
    let deep = format!("{{\"version\": 1, \"own\": {}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
    for (state, problem) in [
        (deep.as_str(), SnapshotProblem::Unreadable),
        ("{\"version\": 1, \"passMark\": 1e400}", SnapshotProblem::Unreadable),
        ("{\"version\": 1, \"passMark\": NaN}", SnapshotProblem::Unreadable),
        ("{\"version\": 1, \"passMark\": -0.0}", SnapshotProblem::Field("passMark")),
        ("{\"version\": 9007199254740993}", SnapshotProblem::Version(9_007_199_254_740_993)),
        ("{\"version\": 1, \"delivery\": 18446744073709551616}", SnapshotProblem::Unreadable),
        ("{\"version\": 1, \"moment\": \"999999999-01-01\"}", SnapshotProblem::Field("moment")),
        ("{\"version\": 1, \"mode\": \"\\ud800\"}", SnapshotProblem::Unreadable),
        ("{\"version\": 1, \"mode\": \"__proto__\"}", SnapshotProblem::Field("mode")),
        ("{\"version\": 1, \"course\": \"<script>\"}", SnapshotProblem::Field("course")),
    ] {
        let found = Snapshot::read(state).and_then(|snapshot| snapshot.actions()).unwrap_err();
        assert_eq!(found, problem, "{state:.60}");
    }
    // Of a field that is there twice the last one counts.
    assert_eq!(Snapshot::read("{\"version\": 1, \"version\": 2}"), Err(SnapshotProblem::Version(2)));
}

#[test]
fn no_name_turns_the_sentence_around_it() {
    let marks = |text: &str| {
        text.chars().any(|sign| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    };
    let turned = "\u{202e}detpircsbusnu\u{2067} 52";
    for lang in Lang::WRITTEN {
        let told = [
            quoted(lang, turned),
            text::host::not_an_option(lang, turned, turned).line(),
            text::host::cannot_load(lang, turned).line(),
            text::host::not_a_date(lang, turned).line(),
        ];
        assert!(told.iter().all(|one| !marks(one) && one.contains("detpircsbusnu")), "{told:?}");
    }
    let scenario = renamed(&["a\u{202e}", "b\u{2066}", "c\u{feff}", "d\u{1b}"]);
    assert!(!marks(&wire::save(&scenario)));
    assert!(lower(&scenario, None).is_ok(), "names and what refers to them are made harmless alike");
}

#[test]
fn a_label_that_nobody_sees_gives_way_to_the_name() {
    for unseen in ["", "\u{200b}", "\u{2060}\u{feff}", "\u{3164}", " \u{a0}\u{2003}", "\u{e0041}"] {
        assert_eq!(label::or_name(unseen, "query"), "query", "{unseen:?}");
    }
    assert_eq!(label::or_name("👩\u{200d}💻", "query"), "👩\u{200d}💻");
}

#[test]
fn two_names_that_differ_by_a_mark_alone_are_one_name() {
    let twice = renamed(&["same", "same\u{202e}"]);
    let findings = lower(&twice, None).unwrap_err();
    let told: Vec<_> = findings.iter().map(|one| text::finding::sentence(Lang::En, &twice, one)).collect();
    assert!(told.iter().any(|one| one.contains("same")), "{told:?}");
}
