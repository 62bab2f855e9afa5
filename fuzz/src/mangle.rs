//! Mangles a scenario: by its structure, mostly, and sometimes byte by byte.

use delivery_lab::base::chance::Key;
use delivery_lab::base::time::{SimSpan, SimTime};
use serde_json::{Value, json};

use crate::stock::Stock;

/// Draws numbers by key, so that a case is the same wherever it is tried.
pub struct Dice {
    key: Key,
    drawn: u64,
}

impl Dice {
    /// The dice of one case.
    pub fn new(seed: u64, case: u64) -> Self {
        Self { key: Key::of_seed(seed).with(case), drawn: 0 }
    }

    /// A number below `below`, or 0.
    pub fn below(&mut self, below: usize) -> usize {
        self.drawn += 1;
        usize::try_from(self.key.with(self.drawn).below(below as u64)).unwrap_or(0)
    }

    fn one<'v, T>(&mut self, of: &'v [T]) -> Option<&'v T> {
        of.get(self.below(of.len()))
    }
}

/// The text of a mangled scenario.
pub fn mangled(stock: &Stock, dice: &mut Dice) -> Vec<u8> {
    let mut file = dice.one(&stock.files).cloned().unwrap_or_default();
    mangle(&mut file, stock, dice);
    let mut text = file.to_string().into_bytes();
    if dice.below(12) == 0 {
        scratch(&mut text, dice);
    }
    text
}

/// Mangles a scenario in up to five places: mostly so that it is still one, now and then beyond that.
pub fn mangle(file: &mut Value, stock: &Stock, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        match dice.below(10) {
            part @ 0..8 => redraw(part, file, stock, dice, 31),
            _ => poke(file, dice, 0),
        }
    }
}

/// A random workflow of so many weeks, drawn by the same changes as [`mangled`] but for those that no editor makes:
/// mostly it can run.
pub fn workflow(stock: &Stock, dice: &mut Dice, weeks: u32) -> Value {
    let mut file = dice.one(&stock.files).cloned().unwrap_or_default();
    put(&mut file, "weeks", weeks.into());
    put(&mut file, "seed", dice.below(1_000_000).into());
    if let Some(people) = file.get_mut("population") {
        // Few, so that many workflows can be run for long.
        put(people, "size", (1 + dice.below(200)).into());
        put(people, "joinsPerWeek", dice.below(4).into());
    }
    // More eager than real people, so that few messages show a lot.
    let [fails, opens, clicks, unsubscribes] = [300, 10_000, 10_000, 1_000].map(|most| dice.below(most));
    let reactions = json!({ "fails": fails, "opens": opens, "clicks": clicks, "unsubscribes": unsubscribes });
    put(&mut file, "reactions", reactions);
    for _ in 0..=dice.below(9) {
        let part = dice.below(8);
        redraw(part, &mut file, stock, dice, weeks as usize * 7);
    }
    file
}

/// One change such as a person makes, in this part of the drawing; what is done during the run is done in its first
/// so many days.
fn redraw(part: usize, file: &mut Value, stock: &Stock, dice: &mut Dice, days: usize) {
    match part {
        0 | 1 => swap_settings(file, stock, dice),
        2 | 3 => rewire(file, dice),
        4 | 5 => intervene(file, stock, dice, days),
        6 => advance(file, dice),
        _ => copy_activity(file, dice),
    }
}

/// Sets a field, where there is an object to have it.
fn put(value: &mut Value, field: &str, to: Value) {
    if let Some(fields) = value.as_object_mut() {
        fields.insert(field.to_owned(), to);
    }
}

fn activities(file: &mut Value) -> Option<&mut Vec<Value>> {
    file.pointer_mut("/workflow/activities")?.as_array_mut()
}

/// Gives an activity what another one does.
fn swap_settings(file: &mut Value, stock: &Stock, dice: &mut Dice) {
    let settings = dice.one(&stock.settings).cloned().unwrap_or_default();
    if let Some(activities) = activities(file) {
        let at = dice.below(activities.len());
        if let Some(activity) = activities.get_mut(at) {
            put(activity, "settings", settings);
        }
    }
}

/// Adds, turns or takes away a transition.
fn rewire(file: &mut Value, dice: &mut Dice) {
    let names: Vec<Value> = activities(file).into_iter().flatten().map(|one| one["name"].clone()).collect();
    let Some(transitions) = file.pointer_mut("/workflow/transitions").and_then(Value::as_array_mut) else {
        return;
    };
    let name = |dice: &mut Dice| dice.one(&names).cloned().unwrap_or_default();
    let at = dice.below(transitions.len());
    match dice.below(4) {
        0 if at < transitions.len() => {
            transitions.remove(at);
        }
        1 => {
            if let Some(transition) = transitions.get_mut(at) {
                put(transition, "to", name(dice));
            }
        }
        2 => {
            let outputs =
                ["main", "complement", "error", "default", "yes", "no", "a", "b", "rejects", "late"];
            let output = dice.one(&outputs).copied();
            transitions.push(json!({ "from": name(dice), "to": name(dice), "output": output }));
        }
        _ => transitions.push(json!({ "from": name(dice), "to": name(dice) })),
    }
}

/// Does something during the run, at any day of it or outside.
fn intervene(file: &mut Value, stock: &Stock, dice: &mut Dice, days: usize) {
    let names: Vec<Value> = activities(file).into_iter().flatten().map(|one| one["name"].clone()).collect();
    let name = dice.one(&names).cloned().unwrap_or_default();
    let start = file["start"].as_str().and_then(SimTime::parse).or_else(|| SimTime::parse("2026-01-01"));
    let hours = dice.below(days * 24) as i64;
    let at = start.map(|start| (start + SimSpan::from_hours(hours)).to_string().replacen(' ', "T", 1));
    let count = 1 + dice.below(200);
    let what = match dice.below(19) {
        0 => json!({ "type": "startWorkflow" }),
        1 => json!({ "type": "pauseWorkflow" }),
        2 => json!({ "type": "stopWorkflow" }),
        3 => json!({ "type": "restartWorkflow" }),
        4 => json!({ "type": "stopUnconditionally" }),
        5 => json!({ "type": "executePending" }),
        6 => json!({ "type": "executePending", "activity": name }),
        7 => json!({ "type": "postSignal", "activity": name }),
        8 => json!({ "type": "answer", "activity": name, "answer": "done" }),
        9 => json!({ "type": "setVariable", "name": "isRunning", "value": count }),
        10 => json!({ "type": "confirmDelivery", "activity": name }),
        11 => json!({ "type": "approveDelivery", "activity": name }),
        12 => json!({ "type": "pauseDelivery", "activity": name }),
        13 => json!({ "type": "resumeDelivery", "activity": name }),
        14 => json!({ "type": "stopDelivery", "activity": name }),
        15 => json!({ "type": "sendProof", "activity": name }),
        16 => json!({ "type": "serverDown", "hours": count }),
        17 => json!({ "type": "failTasks", "activity": name, "times": 1 + count % 3 }),
        _ => match dice.one(&stock.interventions) {
            Some(one) => one["do"].clone(),
            None => json!({ "type": "unsubscribe", "recipient": count }),
        },
    };
    let one = json!({ "at": at, "do": what });
    match file.get_mut("interventions").and_then(Value::as_array_mut) {
        Some(list) => list.push(one),
        None => put(file, "interventions", json!([one])),
    }
}

/// Sets something on an activity's Advanced tab, or for the workflow.
fn advance(file: &mut Value, dice: &mut Dice) {
    let zones = ["Europe/Stockholm", "America/New_York", "Mars/Olympus"];
    let zone = dice.one(&zones).copied();
    let advanced = match dice.below(6) {
        0 => json!({ "execution": "enableButDoNotExecute" }),
        1 => json!({ "execution": "doNotEnable" }),
        2 => json!({ "behavior": "currentTaskHasPriority" }),
        3 => json!({ "timeZone": zone }),
        4 => json!({ "onError": "ignore", "initialization": [{ "name": "isRunning", "set": true }] }),
        _ => json!({ "initialization": [{ "scope": "event", "name": "n", "add": 1 }] }),
    };
    if dice.below(4) == 0 {
        let properties = json!({ "timeZone": zone, "consecutiveErrors": 2, "onError": "ignore" });
        if let Some(workflow) = file.get_mut("workflow") {
            put(workflow, "properties", properties);
        }
        put(file, "technical", json!({ "cleanup": "v8", "tracking": dice.below(2) == 0 }));
        put(file, "approvals", json!({ "target": true, "days": dice.below(5) }));
    }
    if let Some(activities) = activities(file) {
        let at = dice.below(activities.len());
        if let Some(activity) = activities.get_mut(at) {
            put(activity, "advanced", advanced);
        }
    }
}

/// Puts a copy of an activity beside it, under another name, mostly.
fn copy_activity(file: &mut Value, dice: &mut Dice) {
    if let Some(activities) = activities(file) {
        let at = dice.below(activities.len());
        if let Some(mut copy) = activities.get(at).cloned() {
            if dice.below(5) > 0 {
                put(&mut copy, "name", format!("copy{}", dice.below(1_000)).into());
            }
            activities.push(copy);
        }
    }
}

/// Walks down to some value and spoils it.
fn poke(value: &mut Value, dice: &mut Dice, depth: usize) {
    let goes_on = depth < 8 && dice.below(6) > 0;
    match value {
        Value::Object(fields) if goes_on && !fields.is_empty() => {
            let at = dice.below(fields.len());
            let Some(key) = fields.keys().nth(at).cloned() else { return };
            if dice.below(12) == 0 {
                fields.remove(&key);
            } else if let Some(inner) = fields.get_mut(&key) {
                poke(inner, dice, depth + 1);
            }
        }
        Value::Array(items) if goes_on && !items.is_empty() => {
            let at = dice.below(items.len());
            match dice.below(12) {
                0 => {
                    items.remove(at);
                }
                1 => items.push(items[at].clone()),
                _ => poke(&mut items[at], dice, depth + 1),
            }
        }
        _ => *value = nasty(value, dice),
    }
}

/// A value that nobody expects in this place.
fn nasty(old: &Value, dice: &mut Dice) -> Value {
    let number = old.as_i64().unwrap_or(1);
    match dice.below(20) {
        0 => Value::Null,
        1 => json!(0),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(i64::MIN),
        5 => json!(1e300),
        6 => json!(""),
        7 => json!("x".repeat(300)),
        8 => json!("\u{202e}\u{0}<script>"),
        9 => json!([]),
        10 => json!({}),
        11 => json!(true),
        12 => json!("2026-02-30T25:61:00"),
        13 => json!("9999-12-31"),
        14 => json!(4_294_967_295_u64),
        15 => json!([[[[[[[["deep"]]]]]]]]),
        16 => json!(number.saturating_add(1)),
        17 => json!(number.saturating_mul(1_000)),
        18 => json!("__proto__"),
        _ => json!(number.saturating_sub(1)),
    }
}

/// Changes single bytes.
fn scratch(text: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(3) {
        let at = dice.below(text.len());
        match dice.below(4) {
            0 => text.truncate(at),
            1 if at < text.len() => text[at] = u8::try_from(dice.below(256)).unwrap_or(0),
            2 => text.insert(at, b"{}[],:\"0"[dice.below(8)]),
            _ if at < text.len() => {
                text.remove(at);
            }
            _ => {}
        }
    }
}
