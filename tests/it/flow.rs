//! Flows of any shape end, keep their tasks in order, and say so where a circle had to be stopped.

use std::collections::BTreeMap;
use std::rc::Rc;

use delivery_lab::engine::record::{FlowFact, What};
use delivery_lab::engine::{MAX_TASKS_AT_ONCE, Run};
use delivery_lab::log::RunLog;
use delivery_lab::plan::Plan;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::activity::ActivityKind;
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::{Scenario, wire};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::drawn::cases;

/// The kinds of activities that random flows are made of, with the outputs of each.
fn settings(kind: u8) -> (Value, &'static [&'static str]) {
    const MAIN: &[&str] = &["main"];
    let hours = |count: u8| json!({ "count": count, "unit": "hours" });
    match kind % 14 {
        0 => (json!({ "type": "query", "condition": { "all": [] } }), MAIN),
        1 => (json!({ "type": "fork" }), MAIN),
        2 => (json!({ "type": "andJoin" }), MAIN),
        3 | 4 => (json!({ "type": "wait", "duration": hours(5 + kind % 5) }), MAIN),
        5 => (json!({ "type": "wait", "duration": { "count": 0, "unit": "days" } }), MAIN),
        6 => (
            json!({ "type": "timeConstraint", "days": ["monday", "friday"], "from": "22:00", "to": "03:00" }),
            MAIN,
        ),
        7 => (
            json!({ "type": "externalSignal",
                "expirations": [{ "name": "late", "after": hours(7), "goesOn": true }] }),
            &["main", "late"],
        ),
        8 => (
            json!({ "type": "approval", "answers": [{ "name": "yes" }],
                "expirations": [{ "name": "late", "after": hours(30) }] }),
            &["yes", "late"],
        ),
        9 => (json!({ "type": "task", "expires": hours(20) }), &["done", "notDone"]),
        10 => (
            json!({ "type": "test", "defaultFork": kind < 100, "branches": [{ "name": "few", "when": [
                { "left": { "type": "variable", "scope": "instance", "name": "n" }, "operator": "less", "right": 6 }] }] }),
            if kind < 100 { &["few", "default"] } else { &["few"] },
        ),
        11 => (json!({ "type": "alert", "message": "Here." }), MAIN),
        12 => (json!({ "type": "subWorkflow", "workflow": "slow" }), MAIN),
        _ => (json!({ "type": "continuousDelivery", "template": "letter" }), MAIN),
    }
}

fn activity(name: &str, settings: &Value) -> Value {
    json!({ "name": name, "label": name, "x": 0, "y": 0, "settings": settings,
        "advanced": { "initialization": [{ "scope": "instance", "name": "n", "add": 1 }] } })
}

fn link(from: &str, to: &str) -> Value {
    json!({ "from": from, "to": to })
}

fn scenario(activities: &[Value], transitions: &[Value]) -> Value {
    let jump = |kind: &str, number: u32| json!({ "type": kind, "number": number });
    let slow = json!({ "name": "slow", "workflow": {
        "activities": [
            activity("in", &jump("jumpEnd", 1)),
            activity("wait", &json!({ "type": "wait", "duration": { "count": 3, "unit": "hours" } })),
            activity("out", &jump("jumpStart", 2)),
        ],
        "transitions": [link("in", "wait"), link("wait", "out")],
    } });
    json!({
        "format": "delivery-lab/scenario", "version": 2, "name": "flow", "start": "2026-01-05", "weeks": 1, "seed": 1,
        "population": { "source": "generated", "size": 3, "joinsPerWeek": 0 },
        "templates": [{ "name": "letter", "label": "Letter",
            "creative": { "subject": "A", "body": "B", "links": [] } }],
        "workflow": { "activities": activities, "transitions": transitions },
        "subWorkflows": [slow],
    })
}

fn open(value: &Value) -> Scenario {
    wire::open(value.to_string().as_bytes()).unwrap()
}

fn plan(scenario: &Scenario) -> Rc<Plan> {
    Rc::new(lower(scenario, None).unwrap_or_else(|findings| panic!("{findings:?}")).plan)
}

/// A flow of these kinds, begun by a scheduler, with transitions between places counted round.
fn flow(kinds: &[u8], ends: &[(u8, u8)], may_loop: bool) -> Value {
    let name = |place: usize| format!("a{place}");
    let times = json!({ "everyMinutes": 600, "from": "00:00", "to": "23:59" });
    let schedule = json!({ "frequency": { "type": "severalTimesADay", "times": times } });
    let mut activities = vec![activity("scheduler", &json!({ "type": "scheduler", "schedule": schedule }))];
    let mut transitions = vec![link("scheduler", "a0")];
    for (place, kind) in kinds.iter().enumerate() {
        activities.push(activity(&name(place), &settings(*kind).0));
        // Each follows one before it, so that nothing lies apart.
        if place > 0 {
            let before = usize::from(*kind) % place;
            let outputs = settings(kinds[before]).1;
            let output = outputs[usize::from(*kind) % outputs.len()];
            transitions.push(json!({ "from": name(before), "to": name(place), "output": output }));
        }
    }
    for (from, to) in ends {
        let (one, other) = (usize::from(*from) % kinds.len(), usize::from(*to) % kinds.len());
        let (from, to) = if may_loop { (one, other) } else { (one.min(other), one.max(other)) };
        if may_loop || from < to {
            let outputs = settings(kinds[from]).1;
            let output = outputs[usize::from(kinds[to]) % outputs.len()];
            transitions.push(json!({ "from": name(from), "to": name(to), "output": output }));
        }
    }
    activities.push(activity("last", &json!({ "type": "continuousDelivery", "template": "letter" })));
    let outputs = settings(kinds[0]).1;
    transitions.push(json!({ "from": "a0", "to": "last", "output": outputs[0] }));
    let mut file = scenario(&activities, &transitions);
    let told = kinds.iter().enumerate().filter_map(|(place, kind)| match kind % 14 {
        7 => Some(json!({ "type": "postSignal", "activity": name(place) })),
        8 => Some(json!({ "type": "answer", "activity": name(place), "answer": "yes" })),
        9 => Some(json!({ "type": "answer", "activity": name(place), "answer": "done" })),
        _ => None,
    });
    let told: Vec<_> = told.map(|what| json!({ "at": "2026-01-06T12:00:00", "do": what })).collect();
    file["interventions"] = json!(told);
    file
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn every_task_ends_or_waits(
        kinds in vec(0..140_u8, 2..9), ends in vec((any::<u8>(), any::<u8>()), 0..6), may_loop in any::<bool>(),
    ) {
        let scenario = open(&flow(&kinds, &ends, may_loop));
        let Ok(lowered) = lower(&scenario, None) else {
            // Only a circle without a wait is refused, and only where circles are drawn.
            let problems = check(&scenario);
            prop_assert!(may_loop && problems.iter().any(|one| one.problem.code() == "cycle"), "{problems:?}");
            return Ok(());
        };
        let plan = Rc::new(lowered.plan);
        let log = RunLog::of(plan.clone());
        has_orderly_tasks(&log)?;
        let mut slices = Run::new(plan.clone());
        while !slices.advance(1).is_over {}
        let sliced = RunLog::new(plan, slices.into_record());
        prop_assert_eq!(sliced.fingerprint(), log.fingerprint(), "a run does not depend on its slices");
    }
}

fn has_orderly_tasks(log: &RunLog) -> Result<(), TestCaseError> {
    let (record, end) = (log.record(), log.end());
    let moments: Vec<_> = record.facts.iter().map(|fact| fact.at).collect();
    prop_assert!(moments.is_sorted() && moments.iter().all(|at| *at <= end));
    prop_assert!(record.tasks.iter().all(|task| task.created_at < end), "no task after the weeks");
    prop_assert!(record.tasks.is_sorted_by_key(|task| task.created_at));
    let mut endings = BTreeMap::new();
    for ending in &record.endings {
        prop_assert!(ending.at >= record.tasks[ending.task].created_at && ending.at < end);
        prop_assert_eq!(endings.insert(ending.task, ending.at), None, "a task ends once");
    }
    for (number, task) in record.tasks.iter().enumerate() {
        let kind = log.plan().steps[task.step].work.kind();
        let may_wait = matches!(
            kind,
            ActivityKind::Wait
                | ActivityKind::TimeConstraint
                | ActivityKind::ExternalSignal
                | ActivityKind::Approval
                | ActivityKind::Task
                | ActivityKind::SubWorkflow
                | ActivityKind::AndJoin
        );
        prop_assert!(may_wait || endings.contains_key(&number), "a {kind:?} neither ended nor waits");
    }
    let is_stopped = record.facts.last().is_some_and(|fact| !matches!(fact.what, What::WeeksOver));
    prop_assert_eq!(is_stopped, !log.findings().is_empty(), "a run that is cut short says so");
    Ok(())
}

/// A Test that is always true leads back to itself over a Fork.
fn endless() -> Value {
    let test = json!({ "type": "test", "branches": [{ "name": "on", "when": [] }] });
    let letter = json!({ "type": "continuousDelivery", "template": "letter" });
    let activities = [
        activity("start", &json!({ "type": "start" })),
        activity("test", &test),
        activity("fork", &json!({ "type": "fork" })),
        activity("letter", &letter),
    ];
    let on = json!({ "from": "test", "to": "fork", "output": "on" });
    scenario(&activities, &[link("start", "test"), on, link("fork", "test"), link("start", "letter")])
}

#[test]
fn a_circle_on_which_no_time_passes_is_stopped_and_told() {
    let log = RunLog::of(plan(&open(&endless())));
    assert_eq!(log.record().tasks.len(), MAX_TASKS_AT_ONCE + 1);
    let last = log.record().facts.last().unwrap();
    assert_eq!(last.what, What::Flow(FlowFact::TooManyTasks { limit: MAX_TASKS_AT_ONCE }));
    let findings = log.findings();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].problem.code(), "too-many-tasks");
    assert!(["test", "fork"].contains(&findings[0].activity.as_deref().unwrap()));
}

#[test]
fn the_command_line_reports_a_run_that_was_stopped() {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("flow-endless.lab.json");
    std::fs::write(&path, endless().to_string()).unwrap();
    let words = |format: &str| {
        let words = ["simulate", path.to_str().unwrap(), "--format", format].map(Into::into);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = delivery_lab::cli::run(words, delivery_lab::text::Lang::En, &mut out, &mut err);
        assert_eq!(code, 0, "{}", String::from_utf8_lossy(&err));
        String::from_utf8(out).unwrap()
    };
    let report: Value = serde_json::from_str(&words("json")).unwrap();
    let codes: Vec<_> = report["findings"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert!(codes.contains(&&json!("too-many-tasks")), "{codes:?}");
    assert!(words("text").contains("more than 10,000 tasks followed each other without time passing"));
}

#[test]
fn a_circle_that_doubles_its_tasks_is_stopped() {
    let wait = json!({ "type": "wait", "duration": { "count": 1, "unit": "seconds" } });
    let letter = json!({ "type": "continuousDelivery", "template": "letter" });
    let activities = [
        activity("start", &json!({ "type": "start" })),
        activity("wait", &wait),
        activity("letter", &letter),
    ];
    let mut transitions = vec![link("start", "wait"), link("start", "letter")];
    transitions.extend((0..200).map(|_| link("wait", "wait")));
    let log = RunLog::of(plan(&open(&scenario(&activities, &transitions))));
    assert_eq!(log.findings()[0].problem.code(), "too-many-tasks");
}

#[test]
fn the_drawing_keeps_its_places_in_the_plan() {
    let sub = json!({ "type": "subWorkflow", "workflow": "slow" });
    let jump = |kind: &str| json!({ "type": kind, "number": 7 });
    let letter = json!({ "type": "continuousDelivery", "template": "letter" });
    let activities = [
        activity("start", &json!({ "type": "start" })),
        activity("sub", &sub),
        activity("from", &jump("jumpStart")),
        activity("to", &jump("jumpEnd")),
        activity("letter", &letter),
    ];
    let transitions = [link("start", "sub"), link("sub", "from"), link("to", "letter")];
    let scenario = open(&scenario(&activities, &transitions));
    let plan = plan(&scenario);
    let names: Vec<_> = plan.steps.iter().map(|step| &*step.name).collect();
    assert_eq!(names, ["start", "sub", "from", "to", "letter", "sub/in", "sub/wait", "sub/out"]);
    for (link, drawn) in plan.links.iter().zip(&scenario.workflow.transitions) {
        assert_eq!((names[link.from], names[link.to]), (drawn.from.as_str(), drawn.to.as_str()));
    }
    let beyond: Vec<_> = plan.links[3..].iter().map(|link| (names[link.from], names[link.to])).collect();
    let expected = [
        ("from", "to"),
        ("sub/in", "sub/wait"),
        ("sub/wait", "sub/out"),
        ("sub", "sub/in"),
        ("sub/out", "sub"),
    ];
    assert_eq!(beyond, expected);
    let log = RunLog::of(plan);
    assert_eq!(
        (log.record().deliveries.len(), log.record().deliveries[0].created_at.to_string().as_str()),
        (1, "2026-01-05 03:00:00")
    );
}

/// The codes found in a flow that begins, has these activities in a row, and delivers.
fn found(row: &[Value], change: impl FnOnce(&mut Value)) -> Vec<(Option<String>, &'static str)> {
    let mut activities = vec![activity("start", &json!({ "type": "start" }))];
    let mut transitions = Vec::new();
    for (place, settings) in row.iter().enumerate() {
        activities.push(activity(&format!("a{place}"), settings));
        let before = if place == 0 { "start".to_owned() } else { format!("a{}", place - 1) };
        transitions.push(link(&before, &format!("a{place}")));
    }
    let all = json!({ "type": "query", "condition": { "all": [] } });
    activities.push(activity("query", &all));
    activities.push(activity("letter", &json!({ "type": "continuousDelivery", "template": "letter" })));
    transitions.push(link("start", "query"));
    transitions.push(link("query", "letter"));
    let mut file = scenario(&activities, &transitions);
    change(&mut file);
    let findings = check(&open(&file));
    let ours = findings.into_iter().map(|one| (one.activity, one.problem.code()));
    ours.filter(|(_, code)| *code != "plain-query-into-continuous").collect()
}

fn at(name: &str, code: &'static str) -> (Option<String>, &'static str) {
    (Some(name.to_owned()), code)
}

#[test]
fn each_fault_of_the_flow_is_found_at_its_place() {
    let unchanged = |_: &mut Value| {};
    let one = |settings: Value| found(&[settings], unchanged);
    assert_eq!(
        one(json!({ "type": "test", "branches": [], "defaultFork": true })),
        [at("a0", "test-without-branches")]
    );
    let branches = json!([{ "name": "a", "when": [] }, { "name": "a", "when": [] }]);
    assert_eq!(
        one(json!({ "type": "test", "branches": branches })),
        [at("a0", "duplicate-output"), at("a0", "always-true"), at("a0", "always-true")]
    );
    let unnamed = json!([{ "left": { "type": "variable", "scope": "event", "name": " " }, "operator": "equals", "right": 1 }]);
    assert_eq!(
        one(json!({ "type": "test", "branches": [{ "name": "", "when": unnamed }] })),
        [at("a0", "unnamed-output"), at("a0", "unnamed-variable")]
    );
    let wait =
        |count: u32, unit: &str| json!({ "type": "wait", "duration": { "count": count, "unit": unit } });
    assert_eq!(one(wait(0, "days")), [at("a0", "no-duration")]);
    assert_eq!(one(wait(u32::MAX, "months")), [at("a0", "longer-than-run")]);
    let window = json!({ "type": "timeConstraint", "days": [], "from": "09:00", "to": "10:00" });
    assert_eq!(one(window), [at("a0", "no-days")]);
    assert_eq!(one(json!({ "type": "approval", "answers": [] })), [at("a0", "no-answers")]);
    assert_eq!(one(json!({ "type": "andJoin" })), [at("a0", "join-of-one")]);
    assert_eq!(
        one(json!({ "type": "andJoin", "mainSet": "query" })),
        [at("a0", "unknown-main-set"), at("a0", "join-of-one")]
    );
    assert_eq!(one(json!({ "type": "fork" })), [at("a0", "fork-of-one")]);
}

#[test]
fn jumps_and_sub_workflows_are_checked() {
    let unchanged = |_: &mut Value| {};
    let one = |settings: Value| found(&[settings], unchanged);
    let jump = |kind: &str, number: u32| json!({ "type": kind, "number": number });
    assert_eq!(one(jump("jumpStart", 3)), [at("a0", "jump-without-end")]);
    assert_eq!(one(jump("jumpEnd", 3)), [at("a0", "inbound-not-allowed"), at("a0", "jump-without-start")]);
    let with_ends = |file: &mut Value| {
        let activities = file["workflow"]["activities"].as_array_mut().unwrap();
        activities.extend(["end1", "end2"].map(|name| activity(name, &jump("jumpEnd", 3))));
    };
    assert_eq!(found(&[jump("jumpStart", 3)], with_ends), [at("end2", "doubled-jump-end")]);
    let with_twin = |file: &mut Value| {
        let activities = file["workflow"]["activities"].as_array_mut().unwrap();
        activities.extend([activity("twin", &jump("jumpStart", 3)), activity("end", &jump("jumpEnd", 3))]);
        file["workflow"]["transitions"].as_array_mut().unwrap().push(link("a0", "letter"));
    };
    assert_eq!(
        found(&[jump("jumpStart", 3)], with_twin),
        [at("a0", "jump-leads-on"), at("twin", "doubled-jump-start")]
    );
    let sub = |name: &str| json!({ "type": "subWorkflow", "workflow": name });
    assert_eq!(one(sub("slow")), []);
    assert_eq!(one(sub("nowhere")), [at("a0", "unknown-sub-workflow")]);
    let instead = |name: &str, settings: Value| {
        let settings = json!({ "activities": [activity(name, &settings)], "transitions": [] });
        move |file: &mut Value| file["subWorkflows"][0]["workflow"] = settings
    };
    let itself = instead("again", sub("slow"));
    assert!(found(&[sub("slow")], itself).contains(&at("a0/again", "recursive-sub-workflow")));
    let schedule = json!({ "frequency": { "type": "daily", "time": "09:00" } });
    let scheduled = instead("scheduler", json!({ "type": "scheduler", "schedule": schedule }));
    assert!(found(&[sub("slow")], scheduled).contains(&at("a0", "schedule-in-sub-workflow")));
    let empty = |file: &mut Value| {
        file["subWorkflows"][0]["workflow"] = json!({ "activities": [], "transitions": [] })
    };
    assert!(found(&[sub("slow")], empty).contains(&at("a0", "sub-workflow-without-beginning")));
    let ended = instead("end", json!({ "type": "end" }));
    assert!(found(&[sub("slow")], ended).contains(&at("a0", "sub-workflow-never-returns")));
    let faulty = |file: &mut Value| {
        file["subWorkflows"][0]["workflow"]["activities"][1]["settings"]["duration"]["count"] = json!(0);
    };
    assert_eq!(found(&[sub("slow")], faulty), [at("a0/wait", "no-duration")], "inside too");
    let doubled = |file: &mut Value| {
        let copy = file["subWorkflows"][0].clone();
        file["subWorkflows"].as_array_mut().unwrap().push(copy);
    };
    assert_eq!(found(&[], doubled), [(None, "duplicate-sub-workflow")]);
}

#[test]
fn sub_workflows_may_not_grow_without_bound() {
    // Each calls the next one twice: nine of them would be 2^9 copies, and forty 2^40.
    let sub = |name: String| json!({ "type": "subWorkflow", "workflow": name });
    let many: Vec<_> = (0..40)
        .map(|at| {
            let next = || sub(format!("w{}", at + 1));
            json!({ "name": format!("w{at}"), "workflow": {
                "activities": [activity("x", &next()), activity("y", &next())], "transitions": [] } })
        })
        .collect();
    let codes = found(&[sub("w0".into())], |file| file["subWorkflows"] = json!(many));
    let has = |code| codes.iter().any(|(_, found)| *found == code);
    assert!(has("sub-workflow-too-deep"));
    assert!(codes.len() < 5_000);
}

#[test]
fn stimuli_go_to_activities_that_can_wait_for_them() {
    let told = |what: Value| {
        found(
            &[json!({ "type": "approval", "answers": [{ "name": "yes" }],
            "expirations": [{ "name": "late", "after": { "count": 1, "unit": "days" } }] })],
            |file| file["interventions"] = json!([{ "at": "2026-01-06T12:00:00", "do": what }]),
        )
    };
    let answer =
        |activity: &str, answer: &str| json!({ "type": "answer", "activity": activity, "answer": answer });
    assert_eq!(told(answer("a0", "yes")), []);
    for (activity, name) in [("a0", "late"), ("a0", "no"), ("query", "main"), ("nobody", "yes")] {
        assert_eq!(told(answer(activity, name)), [(None, "answer-unheard")], "{activity} {name}");
    }
    assert_eq!(told(json!({ "type": "postSignal", "activity": "a0" })), [(None, "signal-unheard")]);
}

/// Every sentence of the journal of the goldens of this tab, in both languages.
#[test]
fn the_journal_tells_every_flow_in_whole_sentences() {
    use delivery_lab::text::{Lang, journal};
    let folder = crate::golden_file::path("tests/golden");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let ours = files.filter(|file| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("flow-") && name.ends_with(".lab.json")
    });
    let mut told = 0;
    for file in ours {
        let log = RunLog::of(plan(&wire::open(&std::fs::read(&file).unwrap()).unwrap()));
        for fact in &log.record().facts {
            let [one, other] =
                [Lang::En, Lang::Sv].map(|lang| journal::narrated(lang, log.plan(), log.record(), fact));
            assert!(one.ends_with('.') && other.ends_with('.') && one != other, "{one} / {other}");
            assert!(!one.contains("  ") && !other.contains("  "), "{one} / {other}");
            told += usize::from(matches!(fact.what, What::Flow(_)));
        }
    }
    assert!(told > 50, "only {told} sentences of the flow");
}
