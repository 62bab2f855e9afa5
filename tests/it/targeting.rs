//! Whom the Targeting tab selects: what goldens say by hand, and random workflows against plain set algebra.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use delivery_lab::engine::record::{Record, TargetingFact, What};
use delivery_lab::log::RunLog;
use delivery_lab::plan::Plan;
use delivery_lab::scenario::activity::ports::Port;
use delivery_lab::scenario::{Scenario, wire};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::drawn::{cases, run};
use crate::golden_file::path;

/// Recipients by their numbers from 1.
type Set = BTreeSet<u32>;

#[test]
fn goldens_target_whom_their_files_name() {
    let mut checked = 0;
    for entry in fs::read_dir(path("tests/golden")).unwrap() {
        let file = entry.unwrap().path();
        if !file.to_string_lossy().ends_with(".lab.json") {
            continue;
        }
        let scenario = wire::open(&fs::read(&file).unwrap()).unwrap();
        let Some(expected) = scenario.rest.0.get("expectedTargets").cloned() else { continue };
        let expected: BTreeMap<String, Vec<Set>> = serde_json::from_value(expected).unwrap();
        let log = run(&scenario);
        for (activity, runs) in expected {
            assert_eq!(targets(&log, &activity), runs, "{}: {activity}\n{}", scenario.name, log.trace());
            checked += 1;
        }
    }
    assert!(checked >= 40, "{checked} deliveries are checked");
}

/// Who was in each run of a delivery activity.
fn targets(log: &RunLog, activity: &str) -> Vec<Set> {
    let step = log.plan().step_named(activity).expect("the activity is there");
    let batches = log.record().batches.iter().filter(|batch| batch.step == step);
    batches.map(|batch| batch.to_deliver.iter().map(|recipient| recipient + 1).collect()).collect()
}

/// How many recipients a random workflow has.
const PEOPLE: u32 = 24;

/// An operation of a random workflow; sources are places among the populations made before, taken modulo their
/// number.
#[derive(Clone, Debug)]
enum Operation {
    Union(Vec<usize>),
    Intersection(Vec<usize>, bool),
    Exclusion(Vec<usize>, bool),
    /// Subsets: the points from which on a recipient belongs to it, and at most how many.
    Split(usize, Vec<(Option<u32>, Option<Limit>)>, bool),
    Deduplication(usize, bool),
}

#[derive(Clone, Copy, Debug)]
struct Limit {
    records: Option<u32>,
    share: u32,
    is_random: bool,
}

impl Limit {
    fn size(self, inbound: usize) -> usize {
        match self.records {
            Some(records) => records as usize,
            None => inbound * self.share as usize / 10_000,
        }
    }
}

fn operations() -> impl Strategy<Value = Operation> {
    let sources = || vec(0..100_usize, 2..4);
    let limit = (proptest::option::of(1..8_u32), 1..10_000_u32, any::<bool>())
        .prop_map(|(records, share, is_random)| Limit { records, share, is_random });
    let subset = (proptest::option::of(0..30_u32), proptest::option::of(limit));
    prop_oneof![
        sources().prop_map(Operation::Union),
        (sources(), any::<bool>()).prop_map(|(from, rest)| Operation::Intersection(from, rest)),
        (sources(), any::<bool>()).prop_map(|(from, rest)| Operation::Exclusion(from, rest)),
        (0..100_usize, vec(subset, 1..4), any::<bool>())
            .prop_map(|(from, subsets, rest)| Operation::Split(from, subsets, rest)),
        (0..100_usize, any::<bool>()).prop_map(|(from, rest)| Operation::Deduplication(from, rest)),
    ]
}

/// A workflow with queries and operations, and a delivery behind every output.
struct Drawn {
    activities: Vec<Value>,
    transitions: Vec<Value>,
    /// Each population so far: the activity and the output it leaves by.
    outputs: Vec<(String, String)>,
}

impl Drawn {
    fn add(
        &mut self,
        name: &str,
        mut settings: Value,
        kind: &str,
        from: &[(String, String)],
        outputs: &[String],
    ) {
        settings["type"] = kind.into();
        self.activities.push(json!({"name": name, "label": name, "x": 0, "y": 0, "settings": settings}));
        for (source, output) in from {
            self.transitions.push(json!({"from": source, "to": name, "output": output}));
        }
        self.outputs.extend(outputs.iter().map(|output| (name.to_owned(), output.clone())));
    }

    /// The outputs at these places, each of another activity so that transitions can be told apart.
    fn sources(&self, places: &[usize]) -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        for place in places {
            let output = &self.outputs[place % self.outputs.len()];
            if found.iter().all(|(name, _)| *name != output.0) {
                found.push(output.clone());
            }
        }
        found
    }
}

/// The workflow of these queries and operations, as a scenario.
fn drawn(queries: &[u32], operations: &[Operation]) -> Scenario {
    let mut drawn = Drawn { activities: Vec::new(), transitions: Vec::new(), outputs: Vec::new() };
    let schedule =
        json!({"schedule": {"frequency": {"type": "weekly", "start": "09:00", "days": ["monday"]}}});
    drawn.add("scheduler", schedule, "scheduler", &[], &[]);
    let main = || vec!["main".to_owned()];
    let with = |mut outputs: Vec<String>, rest: bool| {
        outputs.extend(rest.then(|| "complement".to_owned()));
        outputs
    };
    for (number, points) in queries.iter().enumerate() {
        let from = [("scheduler".to_owned(), "main".to_owned())];
        drawn.add(
            &format!("query{number}"),
            json!({"condition": at_least(*points)}),
            "query",
            &from,
            &main(),
        );
    }
    for (number, operation) in operations.iter().enumerate() {
        let name = format!("operation{number}");
        match operation {
            Operation::Union(from) => drawn.add(&name, json!({}), "union", &drawn.sources(from), &main()),
            Operation::Intersection(from, rest) => {
                let outputs = with(main(), *rest);
                drawn.add(&name, json!({"complement": rest}), "intersection", &drawn.sources(from), &outputs);
            }
            Operation::Exclusion(from, rest) => {
                let sources = drawn.sources(from);
                let main_set = &sources[sources.len() - 1].0;
                let settings = json!({"complement": rest, "mainSet": main_set});
                drawn.add(&name, settings, "exclusion", &sources, &with(main(), *rest));
            }
            Operation::Split(from, subsets, rest) => {
                let names: Vec<String> = (0..subsets.len()).map(|place| format!("part{place}")).collect();
                let subsets: Vec<Value> = names
                    .iter()
                    .zip(subsets)
                    .map(|(name, (points, limit))| subset(name, *points, *limit))
                    .collect();
                let settings = json!({"subsets": subsets, "complement": rest});
                drawn.add(&name, settings, "split", &drawn.sources(&[*from]), &with(names, *rest));
            }
            Operation::Deduplication(from, rest) => {
                let settings = json!({"attribute": "city", "complement": rest});
                let outputs = with(main(), *rest);
                drawn.add(&name, settings, "deduplication", &drawn.sources(&[*from]), &outputs);
            }
        }
    }
    let creative = json!({"subject": "S", "body": "B", "links": []});
    for (source, output) in drawn.outputs.clone() {
        let settings = json!({"template": "letter", "creative": creative});
        let from = [(source.clone(), output.clone())];
        drawn.add(&format!("{source} {output}"), settings, "recurringDelivery", &from, &[]);
    }
    let column = |attribute: &str, kind: &str, value: &dyn Fn(u32) -> String| {
        let values: Vec<String> = (0..PEOPLE).map(value).collect();
        json!({"attribute": attribute, "kind": kind, "values": values.join("\n")})
    };
    let scenario = json!({
        "format": "delivery-lab/scenario", "version": 2, "name": "drawn", "start": "2026-01-05", "weeks": 1, "seed": 1,
        "population": {"source": "imported", "name": "people.csv", "rows": PEOPLE, "columns": [
            column("email", "text", &|one| format!("{one}@example.com")),
            column("points", "integer", &|one| points(one).to_string()),
            column("city", "text", &|one| format!("City {}", city(one))),
        ]},
        "reactions": {"fails": 0, "opens": 0, "clicks": 0, "unsubscribes": 0},
        "templates": [{"name": "letter", "label": "Letter", "creative": creative}],
        "workflow": {"activities": drawn.activities, "transitions": drawn.transitions},
    });
    wire::open(scenario.to_string().as_bytes()).unwrap()
}

/// Points that do not rise with the number.
const fn points(recipient: u32) -> u32 {
    recipient * 7 % 30
}

const fn city(recipient: u32) -> u32 {
    recipient % 5
}

fn at_least(points: u32) -> Value {
    json!({"attribute": "points", "operator": "atLeast", "value": points})
}

fn subset(name: &str, points: Option<u32>, limit: Option<Limit>) -> Value {
    let mut subset = json!({"name": name});
    if let Some(points) = points {
        subset["filter"] = at_least(points);
    }
    if let Some(limit) = limit {
        let size = match limit.records {
            Some(records) => json!({"records": records}),
            None => json!({"shareOfTenThousand": limit.share}),
        };
        subset["limit"] =
            json!({"size": size, "selection": if limit.is_random { "random" } else { "first" }});
    }
    subset
}

/// What came out of the run at each output, read from the delivery behind it.
fn came_out(log: &RunLog) -> BTreeMap<String, Set> {
    let name = |step: usize| log.plan().steps[step].name.to_string();
    let batches = log.record().batches.iter();
    batches.map(|batch| (name(batch.step), batch.to_deliver.iter().collect())).collect()
}

fn joined<'s>(sets: impl Iterator<Item = &'s Set>) -> Set {
    sets.flatten().copied().collect()
}

fn shared(sets: &[&Set]) -> Set {
    sets[0].iter().copied().filter(|one| sets.iter().all(|set| set.contains(one))).collect()
}

fn minus(left: &Set, right: &Set) -> Set {
    left.difference(right).copied().collect()
}

/// Compares what left each operation with set algebra over what entered it.
fn compare_with_sets(scenario: &Scenario, operations: &[Operation], out: &BTreeMap<String, Set>) {
    let none = Set::new();
    let of = |name: &str, output: &str| out.get(&format!("{name} {output}")).unwrap_or(&none);
    for (number, operation) in operations.iter().enumerate() {
        let name = format!("operation{number}");
        let transitions = scenario.workflow.transitions.iter().filter(|one| one.to == name);
        let inbound: Vec<&Set> =
            transitions.map(|one| of(&one.from, one.output.as_deref().unwrap_or("main"))).collect();
        let (main, rest) = (of(&name, "main"), of(&name, "complement"));
        match operation {
            Operation::Union(_) => assert_eq!(*main, joined(inbound.into_iter())),
            Operation::Intersection(_, has_rest) => {
                let common = shared(&inbound);
                assert_eq!(*main, common);
                let others = minus(&joined(inbound.into_iter()), &common);
                assert_eq!(*rest, if *has_rest { others } else { Set::new() });
            }
            Operation::Exclusion(_, has_rest) => {
                let (set, others) = inbound.split_last().unwrap();
                let others = joined(others.iter().copied());
                assert_eq!(*main, minus(set, &others));
                assert_eq!(*rest, if *has_rest { shared(&[set, &others]) } else { Set::new() });
            }
            Operation::Split(_, subsets, has_rest) => {
                let mut left = inbound[0].clone();
                for (place, (least, limit)) in subsets.iter().enumerate() {
                    let fits = |one: &u32| least.is_none_or(|least| points(*one) >= least);
                    let fitting: Vec<u32> = left.iter().copied().filter(fits).collect();
                    let size =
                        limit.map_or(fitting.len(), |limit| limit.size(inbound[0].len()).min(fitting.len()));
                    let got = of(&name, &format!("part{place}"));
                    assert_eq!(got.len(), size, "size of part {place} of {name}");
                    assert!(got.iter().all(|one| fitting.contains(one)), "part {place} of {name}");
                    if limit.is_some_and(|limit| !limit.is_random) {
                        assert_eq!(*got, fitting.into_iter().take(size).collect());
                    }
                    left = minus(&left, got);
                }
                assert_eq!(*rest, if *has_rest { left } else { Set::new() });
            }
            Operation::Deduplication(_, has_rest) => {
                let cities = |set: &Set| -> Vec<u32> { set.iter().map(|one| city(*one)).collect() };
                let distinct: Set = cities(inbound[0]).into_iter().collect();
                assert_eq!(main.len(), distinct.len(), "one of each");
                assert_eq!(cities(main).into_iter().collect::<Set>(), distinct);
                assert!(main.is_subset(inbound[0]));
                assert_eq!(*rest, if *has_rest { minus(inbound[0], main) } else { Set::new() });
            }
        }
    }
}

/// Every record that came in went out by a transition, or the fact counts it as left over: nothing comes from
/// nowhere, nothing is lost.
fn assert_conserved(plan: &Plan, record: &Record) {
    for fact in &record.facts {
        let (Some(step), Some(task), What::Targeting(told)) = (fact.step, fact.task, &fact.what) else {
            continue;
        };
        let row = &plan.steps[step];
        let passed = |port: Port| -> Option<u64> {
            let mut passages = record.passages.iter().filter(|one| one.task == task);
            passages.find(|one| plan.links[one.link].port == port)?.count
        };
        let came =
            |link: usize| record.passages.iter().find(|one| one.link == link).and_then(|one| one.count);
        let came: Vec<u64> = row.inbound.iter().map(|link| came(*link).unwrap_or_default()).collect();
        let goes_on = |port| row.outputs.iter().any(|output| output.port == port);
        let complement =
            |rest: u64| assert_eq!(passed(Port::Complement), goes_on(Port::Complement).then_some(rest));
        match told {
            TargetingFact::Combined { inbound, count, rest } => {
                let (mut told, mut seen) = (inbound.clone(), came);
                told.sort_unstable();
                seen.sort_unstable();
                assert_eq!(told, seen);
                assert_eq!(passed(Port::Main), Some(*count));
                complement(*rest);
            }
            TargetingFact::Divided { inbound, parts, rest } => {
                assert_eq!([*inbound], came[..]);
                assert_eq!(parts.iter().map(|(_, count)| count).sum::<u64>() + rest, *inbound);
                for (port, count) in parts {
                    assert_eq!(passed(*port), Some(*count));
                }
                complement(*rest);
            }
            TargetingFact::Deduplicated { inbound, kept } => {
                assert_eq!([*inbound], came[..]);
                assert_eq!(passed(Port::Main), Some(*kept));
                complement(inbound - kept);
            }
            other => panic!("no other activity is drawn: {other:?}"),
        }
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn set_operations_follow_set_algebra_and_lose_nobody(
        queries in vec(0..32_u32, 2..5),
        operations in vec(operations(), 1..8),
    ) {
        let scenario = drawn(&queries, &operations);
        let log = run(&scenario);
        let out = came_out(&log);
        for (number, least) in queries.iter().enumerate() {
            let expected: Set = (0..PEOPLE).filter(|one| points(*one) >= *least).collect();
            prop_assert_eq!(&out[&format!("query{number} main")], &expected);
        }
        compare_with_sets(&scenario, &operations, &out);
        assert_conserved(log.plan(), log.record());
        let facts = log.record().facts.iter().filter(|fact| matches!(fact.what, What::Targeting(_)));
        prop_assert_eq!(facts.count(), operations.len());
    }

    #[test]
    fn a_sample_stays_when_something_else_is_added(
        limit in 1..20_u32,
        others in vec(operations(), 1..5),
    ) {
        let limit = Limit { records: Some(limit), share: 0, is_random: true };
        let split = Operation::Split(0, vec![(None, Some(limit))], true);
        let alone = drawn(&[0, 10], std::slice::from_ref(&split));
        let more: Vec<Operation> = std::iter::once(split).chain(others).collect();
        let among = drawn(&[0, 10], &more);
        let (alone, among) = (came_out(&run(&alone)), came_out(&run(&among)));
        prop_assert_eq!(&alone["operation0 part0"], &among["operation0 part0"]);
    }
}
