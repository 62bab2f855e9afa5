//! Damaged files: whatever they hold, opening, checking and running them ends with an answer, never a panic.

use std::fs;
use std::rc::Rc;

use delivery_lab::log::RunLog;
use delivery_lab::people::PopulationSpec;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::finding::Severity;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::wire;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::drawn::cases;
use crate::golden_file::path;

/// The largest run that is tried; `check` sees the file as it is.
const WEEKS: u32 = 3;
const PEOPLE: u32 = 40;

/// One damage: what a place of the file becomes.
#[derive(Clone, Debug)]
enum Damage {
    Replace(Value),
    Remove,
    Double,
    SwapWith(Index),
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn a_damaged_scenario_is_refused_or_runs(
        sample in any::<Index>(),
        damages in vec((any::<Index>(), damages()), 1..=4),
    ) {
        let mut file = sample.get(&corpus()).clone();
        for (place, damage) in damages {
            inflict(&mut file, place, &damage);
        }
        if let Ok(scenario) = wire::open(file.to_string().as_bytes()) {
            try_to_run(scenario)?;
        }
    }

    #[test]
    fn damaged_bytes_are_refused_or_open(
        sample in any::<Index>(), cut in any::<Index>(), bytes in vec((any::<Index>(), any::<u8>()), 0..=3),
    ) {
        let mut text = sample.get(&corpus()).to_string().into_bytes();
        for (place, byte) in bytes {
            let place = place.index(text.len());
            text[place] = byte;
        }
        let whole = wire::open(&text);
        let cut = cut.index(text.len());
        prop_assert!(wire::open(&text[..cut]).is_err(), "a file cut at {cut} cannot be whole");
        if let Ok(scenario) = whole {
            try_to_run(scenario)?;
        }
    }
}

/// Deep nesting, huge numbers and strange texts, one by one in every place of one file.
#[test]
fn every_place_survives_every_value() {
    let file = serde_json::from_str::<Value>(&wire::save(&Sample::SeasonalList.scenario())).unwrap();
    for value in values() {
        for place in 1..count(&file) {
            let mut damaged = file.clone();
            *nth(&mut damaged, &mut place.clone()).unwrap() = value.clone();
            if let Ok(scenario) = wire::open(damaged.to_string().as_bytes()) {
                try_to_run(scenario).unwrap();
            }
        }
    }
}

/// Asks everything of a scenario that opened.
fn try_to_run(mut scenario: Scenario) -> Result<(), TestCaseError> {
    let findings = check(&scenario);
    prop_assert_eq!(
        wire::open(wire::save(&scenario).as_bytes()),
        Ok(scenario.clone()),
        "a save loses nothing"
    );
    scenario.weeks = scenario.weeks.min(WEEKS);
    if let PopulationSpec::Generated(people) = &mut scenario.population {
        people.size = people.size.min(PEOPLE);
        for rate in [
            &mut people.joins_per_week,
            &mut people.moves_per_week,
            &mut people.edits_per_week,
            &mut people.unsubscribes_per_week,
        ] {
            *rate = (*rate).min(PEOPLE);
        }
    }
    let lowered = match lower(&scenario, None) {
        Ok(lowered) => lowered,
        Err(problems) => {
            let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
            prop_assert!(errors.count() > 0, "refused without a reason; unbounded it had {findings:?}");
            return Ok(());
        }
    };
    let log = RunLog::of(Rc::new(lowered.plan));
    let middle = log.plan().start + delivery_lab::base::time::SimSpan::from_days(9);
    for moment in [log.plan().start, middle, log.end()] {
        log.traffic(moment);
        let list = log.delivery_list(moment);
        for row in list.iter().take(20) {
            log.broad_log(row.delivery, moment, 0..30);
            log.tracking_log(row.delivery, moment);
            log.exclusion_log(row.delivery, moment);
        }
    }
    prop_assert!(log.trace().starts_with(&log.plan().start.to_string()));
    prop_assert_eq!(log.report(Vec::new()).deliveries.len(), log.record().deliveries.len());
    prop_assert!(log.report_csv().is_ok());
    Ok(())
}

/// The samples and the goldens as they are saved.
fn corpus() -> Vec<Value> {
    thread_local! {
        static FILES: Vec<Value> = read_corpus();
    }
    FILES.with(Clone::clone)
}

fn read_corpus() -> Vec<Value> {
    let samples = Sample::ALL.into_iter().map(|sample| wire::save(&sample.scenario()));
    let mut goldens: Vec<_> =
        fs::read_dir(path("tests/golden")).unwrap().map(|file| file.unwrap().path()).collect();
    goldens.retain(|file| file.to_string_lossy().ends_with(".lab.json"));
    goldens.sort();
    let goldens = goldens.into_iter().map(|file| fs::read_to_string(file).unwrap());
    samples.chain(goldens).map(|text| serde_json::from_str(&text).unwrap()).collect()
}

fn damages() -> impl Strategy<Value = Damage> {
    prop_oneof![
        4 => select(values()).prop_map(Damage::Replace),
        1 => Just(Damage::Remove),
        1 => Just(Damage::Double),
        2 => any::<Index>().prop_map(Damage::SwapWith),
    ]
}

fn values() -> Vec<Value> {
    let deep = (0..60).fold(json!({ "all": [] }), |inner, _| json!({ "all": [inner] }));
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(59),
        json!(10_000),
        json!(u32::MAX),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1.5),
        json!(1e300),
        json!(""),
        json!("query"),
        json!("continuous"),
        json!("0001-01-01"),
        json!("9999-12-31"),
        json!("9999-12-31T23:59:59"),
        json!("+262142-12-31"),
        json!("-262143-01-01"),
        json!("23:59"),
        json!("everyDay"),
        json!("\u{0}\u{202e}å\u{1f33f}{yyyy}"),
        json!([]),
        json!({}),
        deep,
        json!({ "attribute": "birthDate", "operator": "isAnniversary" }),
        json!({ "frequency": { "type": "severalTimesADay",
            "times": { "everyMinutes": 1, "from": "00:00", "to": "23:59" } } }),
        json!({ "type": "iterations", "count": u32::MAX, "from": "9999-12-31" }),
        json!({ "type": "incrementalQuery", "condition": { "all": [] }, "historyDays": 1, "keepHistory": false }),
        json!({ "type": "restartWorkflow" }),
    ]
}

fn inflict(file: &mut Value, place: Index, damage: &Damage) {
    let total = count(file);
    let mut at = place.index(total);
    match damage {
        Damage::Replace(value) => {
            if let Some(place) = nth(file, &mut at) {
                *place = value.clone();
            }
        }
        Damage::SwapWith(other) => {
            let mut other = other.index(total);
            let Some(copy) = nth(file, &mut other).cloned() else { return };
            if let Some(place) = nth(file, &mut at) {
                *place = copy;
            }
        }
        Damage::Remove | Damage::Double => match nth(file, &mut at) {
            Some(Value::Array(items)) if !items.is_empty() => {
                let item = place.index(items.len());
                let removed = items.remove(item);
                if matches!(damage, Damage::Double) {
                    items.extend([removed.clone(), removed]);
                }
            }
            Some(Value::Object(fields)) if !fields.is_empty() => {
                let name = fields.keys().nth(place.index(fields.len())).cloned().unwrap_or_default();
                fields.remove(&name);
            }
            Some(other) => *other = Value::Null,
            None => {}
        },
    }
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// The value at a place, counted depth first; `left` is what remains to be counted.
fn nth<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, left)),
        Value::Object(fields) => fields.values_mut().find_map(|field| nth(field, left)),
        _ => None,
    }
}
