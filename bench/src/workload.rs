//! The scenarios that are timed, from a size and a number of weeks. They are read as a file would be.

use std::rc::Rc;

use delivery_lab::plan::Plan;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::Scenario;
use serde_json::{Value, json};

/// What runs each week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Scheduler, Query, Recurring delivery: one delivery a week.
    Recurring,
    /// Incremental query, Continuous delivery. Its history lasts one day, so that each week finds everybody again and
    /// the messages are as many as those of `Recurring`.
    Incremental,
    /// A hundred schedulers, each followed by an End, launched hourly: events without messages, beside a weekly
    /// delivery to next to nobody, as a workflow must have one.
    Events,
}

impl Kind {
    /// The kind of this name.
    ///
    /// # Errors
    /// The names that there are, where it is none of them.
    pub fn named(name: &str) -> Result<Self, String> {
        match name {
            "recurring" => Ok(Self::Recurring),
            "incremental" => Ok(Self::Incremental),
            "events" => Ok(Self::Events),
            other => Err(format!("`{other}` is neither recurring nor incremental nor events")),
        }
    }
}

/// Lowers the scenario: makes the people and everything that the plan needs.
///
/// # Errors
/// What the lab has against the scenario, such as too many people.
// Never inlined: Callgrind counts between its entry and its exit, and finds it by its name.
#[inline(never)]
pub fn plan(kind: Kind, size: u32, weeks: u32) -> Result<Rc<Plan>, String> {
    let scenario: Scenario =
        serde_json::from_value(scenario(kind, size, weeks)).map_err(|error| error.to_string())?;
    let lowered = lower(&scenario, None).map_err(|findings| format!("{findings:?}"))?;
    Ok(Rc::new(lowered.plan))
}

fn scenario(kind: Kind, size: u32, weeks: u32) -> Value {
    let (activities, transitions) = match kind {
        Kind::Recurring => recurring(),
        Kind::Incremental => incremental(),
        Kind::Events => events(),
    };
    json!({
        "format": "delivery-lab/scenario", "version": 1, "name": "measured",
        "start": "2026-01-05", "weeks": weeks, "seed": 7,
        // Who joins makes up for who opts out, so that a run of ten years stays as large as its first week. Few
        // enough change that ten years of a million people keep to the lab's limit of a million changes.
        "population": {
            "source": "generated", "size": size, "joinsPerWeek": size * 14 / 10_000,
            "movesPerWeek": size * 3 / 10_000, "editsPerWeek": size / 10_000,
            "unsubscribesPerWeek": size / 50_000, "missingEmailPerTenThousand": 150,
        },
        "templates": [{ "name": "letter", "label": "Letter", "creative": creative() }],
        "workflow": { "activities": activities, "transitions": transitions },
    })
}

fn creative() -> Value {
    json!({ "subject": "Hello", "body": "Text.", "links": ["https://shop.example.com/a", "https://shop.example.com/b"] })
}

/// Who is of age and has an address: nearly everybody, found by a scan that no week can reuse.
fn condition() -> Value {
    json!({ "all": [
        { "attribute": "email", "operator": "isNotEmpty" },
        { "attribute": "birthDate", "operator": "olderThanDays", "value": 6_570 },
    ] })
}

fn mondays() -> Value {
    json!({ "frequency": { "type": "weekly", "start": "09:00", "days": ["monday"] } })
}

fn activity(name: &str, settings: Value) -> Value {
    json!({ "name": name, "label": name, "x": 0, "y": 0, "settings": settings })
}

fn recurring() -> (Value, Value) {
    let activities = json!([
        activity("scheduler", json!({ "type": "scheduler", "schedule": mondays() })),
        activity("query", json!({ "type": "query", "condition": condition() })),
        activity(
            "recurring",
            json!({ "type": "recurringDelivery", "template": "letter", "creative": creative() })
        ),
    ]);
    let transitions = json!([{ "from": "scheduler", "to": "query" }, { "from": "query", "to": "recurring" }]);
    (activities, transitions)
}

fn incremental() -> (Value, Value) {
    let query = json!({
        "type": "incrementalQuery", "condition": condition(), "historyDays": 1, "keepHistory": true,
        "schedule": mondays(),
    });
    let activities = json!([
        activity("incremental", query),
        activity("continuous", json!({ "type": "continuousDelivery", "template": "letter" })),
    ]);
    (activities, json!([{ "from": "incremental", "to": "continuous" }]))
}

fn events() -> (Value, Value) {
    let hours: Vec<String> = (0..24).map(|hour| format!("{hour:02}:00")).collect();
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let frequency = json!({ "type": "severalTimesADay", "times": hours, "days": days });
    // A workflow without a delivery is refused; this one has a weekly one beside the hundred.
    let (Value::Array(mut activities), Value::Array(mut transitions)) = recurring() else {
        return (Value::Null, Value::Null);
    };
    for number in 0..100 {
        let (scheduler, end) = (format!("scheduler{number}"), format!("end{number}"));
        let schedule = json!({ "frequency": frequency });
        activities.push(activity(&scheduler, json!({ "type": "scheduler", "schedule": schedule })));
        activities.push(activity(&end, json!({ "type": "end" })));
        transitions.push(json!({ "from": scheduler, "to": end }));
    }
    (Value::Array(activities), Value::Array(transitions))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::year::Year;

    #[test]
    fn both_kinds_send_as_much_and_a_week_as_much_as_another() {
        let outcome = |kind, weeks| Year::run(plan(kind, 2_000, weeks).unwrap()).outcome();
        let (recurring, incremental) = (outcome(Kind::Recurring, 52), outcome(Kind::Incremental, 52));
        assert_eq!((recurring.deliveries, incremental.deliveries), (52, 1));
        assert!(recurring.messages.abs_diff(incremental.messages) < recurring.messages / 100);
        let short = outcome(Kind::Recurring, 4).messages / 4;
        // Addresses go into quarantine, so the weeks of a year send somewhat less than its first ones.
        let week = recurring.messages / 52;
        assert!(week <= short && week > short * 4 / 5, "{week} a week, {short} at first");
    }

    #[test]
    fn events_stay_below_the_limit_of_the_lab() {
        let year = Year::run(plan(Kind::Events, 10, 2).unwrap());
        assert_eq!(year.outcome().events, 2 * 100 * 24 * 14 + 2 * 3);
        assert!(plan(Kind::named("recurring").unwrap(), 1_000_001, 1).is_err());
        assert!(Kind::named("rarely").is_err());
    }
}
