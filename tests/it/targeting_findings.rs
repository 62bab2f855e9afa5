//! What `check` finds in the Targeting tab: each fault in a sound workflow gives exactly its findings, in words of
//! both languages.

use std::collections::BTreeSet;
use std::fs;

use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::wire;
use delivery_lab::text::{Lang, finding, journal};
use serde_json::{Value, json};

use crate::drawn::run;
use crate::golden_file::path;

/// A workflow without findings: three queries, all kinds of activity behind them.
fn sound() -> Value {
    let everyone = json!({"all": []});
    let creative = json!({"subject": "S", "body": "B", "links": []});
    let activity = |name: &str, kind: &str, settings: Value| {
        let mut settings = settings;
        settings["type"] = kind.into();
        json!({"name": name, "label": name, "x": 0, "y": 0, "settings": settings})
    };
    let delivery =
        |name: &str| activity(name, "recurringDelivery", json!({"template": "t", "creative": creative}));
    let schedule = json!({"frequency": {"type": "weekly", "start": "09:00", "days": ["monday"]}});
    let first = json!({"name": "first", "filter": {"attribute": "city", "operator": "equals", "value": "Lund"},
        "limit": {"size": {"shareOfTenThousand": 6000}}});
    let second = json!({"name": "second", "enriched": {"column": "contracts", "operator": "atLeast", "value": 1},
        "limit": {"size": {"shareOfTenThousand": 4000}}});
    let link = |from: &str, to: &str| json!({"from": from, "to": to});
    let out = |from: &str, to: &str, output: &str| json!({"from": from, "to": to, "output": output});
    json!({
        "format": "delivery-lab/scenario", "version": 2, "name": "sound", "start": "2026-01-05", "weeks": 2, "seed": 1,
        "population": {"source": "generated", "size": 200},
        "templates": [{"name": "t", "label": "T", "creative": creative}],
        "lists": [{"name": "vip", "label": "VIP", "members": {"attribute": "points", "operator": "greater", "value": 100}}],
        "services": [{"name": "news", "label": "News"}],
        "workflow": {
            "activities": [
                activity("scheduler", "scheduler", json!({"schedule": schedule})),
                activity("query", "query", json!({"condition": everyone, "links": [
                    {"type": "inList", "list": "vip"}, {"type": "subscribed", "service": "news", "not": true},
                    {"type": "received", "activity": "d1", "days": 3650, "not": true},
                    {"type": "reacted", "days": 1, "not": true}]})),
                activity("contracts", "query", json!({"condition": everyone, "dimension": "contracts"})),
                activity("holders", "changeDimension", json!({"to": "recipients"})),
                activity("list", "readList", json!({"list": "vip"})),
                activity("exclusion", "exclusion", json!({"mainSet": "holders"})),
                activity("union", "union", json!({})),
                activity("once", "deduplication", json!({"attribute": "email"})),
                activity("enrich", "enrichment", json!({"columns": ["contracts"]})),
                activity("split", "split", json!({"subsets": [first, second]})),
                activity("cells", "cells", json!({"cells": [{"name": "all", "condition": everyone}]})),
                activity("subscribe", "subscription", json!({"service": "news"})),
                activity("save", "listUpdate", json!({"list": "made"})),
                activity("write", "updateData", json!({"attribute": "points", "value": 5})),
                delivery("d1"),
                delivery("d2"),
            ],
            "transitions": [
                link("scheduler", "query"), link("scheduler", "contracts"), link("scheduler", "list"),
                link("contracts", "holders"), link("query", "exclusion"), link("holders", "exclusion"),
                link("exclusion", "union"), link("list", "union"), link("union", "once"), link("once", "enrich"),
                link("enrich", "split"), out("split", "cells", "first"), out("split", "d2", "second"),
                link("cells", "d1"), link("cells", "subscribe"), link("cells", "save"), link("cells", "write"),
            ],
        },
    })
}

/// The settings of an activity, to be made faulty.
fn of<'s>(scenario: &'s mut Value, name: &str) -> &'s mut Value {
    let activities = scenario["workflow"]["activities"].as_array_mut().unwrap();
    &mut activities.iter_mut().find(|one| one["name"] == name).unwrap()["settings"]
}

fn link(scenario: &mut Value, from: &str, to: &str) {
    scenario["workflow"]["transitions"].as_array_mut().unwrap().push(json!({"from": from, "to": to}));
}

fn unlink(scenario: &mut Value, from: &str, to: &str) {
    let transitions = scenario["workflow"]["transitions"].as_array_mut().unwrap();
    transitions.retain(|one| one["from"] != from || one["to"] != to);
}

/// Checks the sound workflow with a fault; `!` before a code means an error, which also keeps it from running.
#[track_caller]
fn found(fault: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut file = sound();
    fault(&mut file);
    let scenario = wire::open(file.to_string().as_bytes()).unwrap();
    let findings = check(&scenario);
    let shown = |one: &delivery_lab::scenario::finding::Finding| {
        let sign = if format!("{:?}", one.severity) == "Error" { "!" } else { "" };
        let place = one.activity.as_deref().unwrap_or("scenario");
        format!("{sign}{place}: {}", one.problem.code())
    };
    let actual: Vec<String> = findings.iter().map(shown).collect();
    assert_eq!(actual, expected);
    assert_eq!(lower(&scenario, None).is_err(), expected.iter().any(|one| one.starts_with('!')));
    for one in &findings {
        let lines = Lang::WRITTEN.map(|lang| finding::told(lang, &scenario, &one.problem));
        assert_ne!(lines[0].what, lines[1].what);
        for sentence in lines.iter().flat_map(|told| [&told.what, &told.remedy]) {
            assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
        }
    }
}

#[test]
fn a_sound_workflow_has_no_findings_and_runs() {
    found(|_| {}, &[]);
    let log = run(&wire::open(sound().to_string().as_bytes()).unwrap());
    assert!(log.record().deliveries.len() >= 4, "{}", log.trace());
}

#[test]
fn inbound_transitions_are_counted() {
    found(
        |s| unlink(s, "union", "once"),
        &[
            "!once: nothing-comes-in",
            "d1: no-population",
            "d2: no-population",
            "d1: recurring-without-schedule",
            "d2: recurring-without-schedule",
        ],
    );
    found(|s| unlink(s, "list", "union"), &["union: too-few-inbound"]);
    found(|s| link(s, "query", "once"), &["once: not-merged"]);
    found(|s| link(s, "query", "split"), &["split: not-merged"]);
    found(|s| link(s, "query", "enrich"), &[]);
    found(|s| link(s, "query", "list"), &["list: population-replaced"]);
    found(
        |s| {
            unlink(s, "cells", "save");
            link(s, "scheduler", "save");
        },
        &["save: no-population-comes-in"],
    );
}

#[test]
fn names_that_lead_nowhere_are_errors() {
    found(|s| of(s, "query")["links"][0]["list"] = "gone".into(), &["!query: missing-list"]);
    found(|s| of(s, "query")["links"][1]["service"] = "gone".into(), &["!query: missing-service"]);
    found(|s| of(s, "query")["links"][2]["activity"] = "gone".into(), &["!query: no-delivery-activity"]);
    found(|s| of(s, "query")["links"][2]["activity"] = "union".into(), &["!query: no-delivery-activity"]);
    found(|s| of(s, "list")["list"] = "gone".into(), &["!list: missing-list"]);
    found(|s| of(s, "list")["list"] = "made".into(), &[]);
    found(|s| of(s, "save")["list"] = " ".into(), &["!save: missing-list"]);
    found(|s| of(s, "subscribe")["service"] = "gone".into(), &["!subscribe: missing-service"]);
    found(|s| of(s, "once")["attribute"] = "shoeSize".into(), &["!once: missing-attribute"]);
    found(|s| of(s, "write")["attribute"] = "shoeSize".into(), &["!write: missing-attribute"]);
    found(|s| of(s, "write")["attribute"] = "email".into(), &["!write: not-writable"]);
    found(|s| of(s, "write")["value"] = "many".into(), &["!write: not-writable"]);
    found(|s| of(s, "exclusion")["mainSet"] = "list".into(), &["!exclusion: main-set-elsewhere"]);
    found(|s| of(s, "exclusion")["mainSet"] = "gone".into(), &["!exclusion: main-set-elsewhere"]);
    found(|s| s["lists"][0]["members"]["attribute"] = "shoeSize".into(), &["!scenario: condition"]);
    let twice = |s: &mut Value, what: &str| {
        let one = s[what][0].clone();
        s[what].as_array_mut().unwrap().push(one);
    };
    found(|s| twice(s, "lists"), &["!scenario: duplicate-list"]);
    found(|s| twice(s, "services"), &["!scenario: duplicate-service"]);
}

#[test]
fn days_go_back_from_one_to_ten_years() {
    found(|s| of(s, "query")["links"][2]["days"] = 0.into(), &["!query: days-out-of-range"]);
    found(|s| of(s, "query")["links"][3]["days"] = 3_651.into(), &["!query: days-out-of-range"]);
}

#[test]
fn subsets_need_names_and_sizes_that_can_be() {
    let size = |share: u32| json!({"size": {"shareOfTenThousand": share}});
    found(|s| of(s, "split")["subsets"][0]["limit"] = size(6_001), &["split: shares-over-whole"]);
    found(|s| of(s, "split")["subsets"][0]["limit"] = size(10_001), &["!split: share-over-whole"]);
    found(|s| of(s, "split")["subsets"][0]["limit"] = size(0), &["split: limit-of-nothing"]);
    found(
        |s| of(s, "split")["subsets"][0]["limit"] = json!({"size": {"records": 0}}),
        &["split: limit-of-nothing"],
    );
    found(|s| of(s, "split")["subsets"][0] = json!({"name": "first"}), &["split: nobody-left"]);
    found(
        |s| of(s, "split")["subsets"][0]["filter"]["attribute"] = "shoeSize".into(),
        &["!split: condition"],
    );
    found(
        |s| of(s, "cells")["cells"][0]["condition"] = json!({"attribute": "points", "operator": "isTrue"}),
        &["!cells: condition"],
    );
    found(
        |s| of(s, "split")["subsets"][1]["name"] = "first".into(),
        &["!split: duplicate-output", "!split: missing-output"],
    );
    found(
        |s| {
            of(s, "split")["complement"] = true.into();
            let third = json!({"name": "complement", "limit": {"size": {"records": 1}}});
            of(s, "split")["subsets"].as_array_mut().unwrap().push(third);
        },
        &["!split: duplicate-output"],
    );
    found(|s| of(s, "cells")["cells"][0]["name"] = "".into(), &["!cells: empty-output-name"]);
    found(
        |s| of(s, "cells")["cells"] = json!([]),
        &[
            "!cells: missing-output",
            "!cells: missing-output",
            "!cells: missing-output",
            "!cells: missing-output",
            "cells: nothing-to-do",
        ],
    );
}

#[test]
fn a_column_must_be_added_before_it_is_tested() {
    let column =
        |s: &mut Value| of(s, "split")["subsets"][1]["enriched"]["column"] = "messagesReceived".into();
    found(column, &["!split: column-not-added"]);
    found(|s| of(s, "enrich")["columns"] = json!([]), &["!split: column-not-added", "enrich: nothing-to-do"]);
    // A change of dimension begins another work table, in which the column is not.
    found(
        |s| {
            unlink(s, "enrich", "split");
            let there = json!({"name": "there", "x": 0, "y": 0, "label": "", "settings": {"type": "changeDimension", "to": "contracts"}});
            let back = json!({"name": "back", "x": 0, "y": 0, "label": "", "settings": {"type": "changeDimension", "to": "recipients"}});
            s["workflow"]["activities"].as_array_mut().unwrap().extend([there, back]);
            link(s, "enrich", "there");
            link(s, "there", "back");
            link(s, "back", "split");
        },
        &["!split: column-not-added"],
    );
    // It comes through a jump as well.
    found(
        |s| {
            unlink(s, "enrich", "split");
            let jump = |name: &str, kind: &str| json!({"name": name, "x": 0, "y": 0, "label": "", "settings": {"type": kind, "number": 7}});
            let jumps = [jump("away", "jumpStart"), jump("landing", "jumpEnd")];
            s["workflow"]["activities"].as_array_mut().unwrap().extend(jumps);
            link(s, "enrich", "away");
            link(s, "landing", "split");
        },
        &[],
    );
}

#[test]
fn contracts_are_no_recipients() {
    found(
        |s| of(s, "holders")["to"] = "contracts".into(),
        &[
            "!exclusion: mixed-dimensions",
            "!union: mixed-dimensions",
            "!subscribe: contracts-come-in",
            "!save: contracts-come-in",
            "!write: contracts-come-in",
            "!d1: contracts-come-in",
            "!d2: contracts-come-in",
            "holders: same-dimension",
        ],
    );
    found(
        |s| {
            unlink(s, "cells", "d1");
            link(s, "contracts", "d1");
        },
        &["!d1: contracts-come-in"],
    );
    found(|s| link(s, "contracts", "query"), &["!query: contracts-come-in"]);
    found(|s| of(s, "contracts")["dimension"] = "recipients".into(), &["holders: same-dimension"]);
}

/// The workflow that is called goes back by a jump of the same number as one of the workflow that calls it.
#[test]
fn a_jump_leads_nowhere_in_another_workflow() {
    found(
        |s| {
            let activity =
                |name: &str, own: Value| json!({"name": name, "label": "", "x": 0, "y": 0, "settings": own});
            let jump =
                |name: &str, kind: &str, number: u32| activity(name, json!({"type": kind, "number": number}));
            let one = |from: &str, to: &str| json!({"from": from, "to": to});
            s["subWorkflows"] = json!([{"name": "wait", "workflow": {
                "activities": [
                    jump("in", "jumpEnd", 1),
                    activity("later", json!({"type": "wait", "duration": {"count": 1, "unit": "hours"}})),
                    jump("out", "jumpStart", 2),
                ],
                "transitions": [one("in", "later"), one("later", "out")],
            }}]);
            s["workflow"]["activities"].as_array_mut().unwrap().extend([
                activity("called", json!({"type": "subWorkflow", "workflow": "wait"})),
                jump("away", "jumpStart", 2),
                jump("here", "jumpEnd", 2),
            ]);
            unlink(s, "contracts", "holders");
            link(s, "contracts", "called");
            link(s, "called", "holders");
            unlink(s, "cells", "save");
            link(s, "cells", "away");
            link(s, "here", "save");
        },
        &[],
    );
}

#[test]
fn every_fact_of_a_golden_is_told_in_both_languages() {
    let mut kinds = BTreeSet::new();
    for entry in fs::read_dir(path("tests/golden")).unwrap() {
        let file = entry.unwrap().path();
        if !file.to_string_lossy().ends_with(".lab.json") {
            continue;
        }
        let scenario = wire::open(&fs::read(&file).unwrap()).unwrap();
        if !scenario.rest.0.contains_key("expectedTargets") {
            continue;
        }
        let log = run(&scenario);
        for fact in &log.record().facts {
            let [english, swedish] =
                Lang::WRITTEN.map(|lang| journal::narrated(lang, log.plan(), log.record(), fact));
            assert!(english.ends_with('.') && swedish.ends_with('.'), "{english} {swedish}");
            assert_ne!(english, swedish);
            if let delivery_lab::engine::record::What::Targeting(told) = &fact.what {
                let shown = format!("{told:?}");
                let kind = shown.split([' ', '{']).next().unwrap_or_default().to_owned();
                if kinds.insert(kind) {
                    println!("{english}\n{swedish}\n");
                }
            }
        }
    }
    assert_eq!(kinds.len(), 10, "all kinds of facts are told: {kinds:?}");
}
