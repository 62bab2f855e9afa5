//! What *Execute pending task(s) now* does to each activity that waits.

use std::rc::Rc;

use serde_json::{Value, json};

use crate::engine::record::{FlowFact, What};
use crate::engine::task::Wake;
use crate::engine::world::World;
use crate::plan::lower::lower;
use crate::scenario::wire;

/// Runs a start, the activity and a delivery behind its output until the activity waits, and wakes its task.
/// Says whether the delivery was reached at once, and whether the task waits still.
fn executed_now(settings: &Value, output: &str) -> (bool, bool) {
    let world = &mut waiting(settings, output);
    let task = *world.waiting.keys().next().unwrap();
    let at = world.plan.start;
    world.wake(at, task, Wake::Now);
    let still = world.waiting.contains_key(&task);
    let is_noted = world.record.facts.iter().any(|fact| {
        fact.what == What::Flow(FlowFact::NoEffect { port: None, is_command: true }) && fact.at == at
    });
    assert_eq!(is_noted, still, "a command without effect is noted, and no other");
    let passed = world.record.passages.last().unwrap();
    (&*world.plan.steps[world.plan.links[passed.link].to].name == "letter" && passed.at == at, still)
}

fn waiting(settings: &Value, output: &str) -> World {
    let activity = |name: &str, settings: &Value| json!({ "name": name, "label": name, "x": 0, "y": 0, "settings": settings });
    let creative = json!({ "subject": "A", "body": "B", "links": [] });
    let scenario = json!({
        "format": "delivery-lab/scenario", "version": 2, "name": "now", "start": "2026-01-05", "weeks": 2, "seed": 1,
        "population": { "source": "generated", "size": 3 },
        "templates": [{ "name": "letter", "label": "Letter", "creative": creative }],
        "workflow": {
            "activities": [
                activity("start", &json!({ "type": "start" })),
                activity("waits", settings),
                activity("letter", &json!({ "type": "continuousDelivery", "template": "letter" })),
            ],
            "transitions": [
                { "from": "start", "to": "waits" },
                { "from": "waits", "to": "letter", "output": output },
            ],
        },
    });
    let scenario = wire::open(scenario.to_string().as_bytes()).unwrap();
    let mut world = World::new(Rc::new(lower(&scenario, None).unwrap().plan));
    world.start();
    while world.waiting.is_empty() {
        assert!(world.handle_next());
    }
    world
}

#[test]
fn a_wait_a_time_constraint_and_a_signal_pass_at_once() {
    let day = json!({ "count": 1, "unit": "days" });
    for settings in [
        json!({ "type": "wait", "duration": day }),
        json!({ "type": "timeConstraint", "from": "09:00", "to": "17:00" }),
        json!({ "type": "externalSignal", "expirations": [{ "name": "late", "after": day }] }),
    ] {
        assert_eq!(executed_now(&settings, "main"), (true, false), "{settings}");
    }
}

#[test]
fn an_approval_and_a_task_wait_for_their_answer() {
    let approval = json!({ "type": "approval", "answers": [{ "name": "yes" }] });
    assert_eq!(executed_now(&approval, "yes"), (false, true));
    let task = json!({ "type": "task" });
    assert_eq!(executed_now(&task, "done"), (false, true));
}

#[test]
fn an_alarm_of_a_task_that_is_over_does_nothing() {
    let settings = json!({ "type": "wait", "duration": { "count": 1, "unit": "days" } });
    let mut world = waiting(&settings, "main");
    let (task, at) = (*world.waiting.keys().next().unwrap(), world.plan.start);
    // The alarm of a task that was woken before finds it waiting no more.
    world.wake(at, task, Wake::Now);
    let endings = world.record.endings.len();
    world.wake(at, task, Wake::Alarm(0));
    assert_eq!(world.record.endings.len(), endings);
}
