//! What `check` finds: each fault in a sample gives exactly its finding, with its place.

use delivery_lab::base::rest::Rest;
use delivery_lab::base::time::SimSpan;
use delivery_lab::people::{Condition, Operator, PopulationSpec};
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::Scenario;
use delivery_lab::scenario::activity::sending::Channel;
use delivery_lab::scenario::activity::{Activity, Settings, Transition};
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::finding::Severity::{self, Error, Warning};
use delivery_lab::scenario::properties::{ApprovalMode, DeliveryProperties, PressureRule};
use delivery_lab::scenario::samples::Sample;
use delivery_lab::schedule::{Days, Frequency, MonthDay, Schedule, TimeOfDay, Validity, Weekly, Weeks};

use crate::drawn::set_schedule;

type Found = (Severity, Option<&'static str>, &'static str);

#[test]
fn samples_have_no_findings() {
    for sample in Sample::ALL {
        assert_eq!(check(&sample.scenario()), [], "{}", sample.name());
    }
}

#[test]
fn each_fault_is_found_at_its_place() {
    found(|scenario| link(scenario, "query", "nowhere"), &[(Error, Some("query"), "missing-target")]);
    found(|scenario| link(scenario, "nowhere", "query"), &[(Error, None, "missing-source")]);
    found(|scenario| link(scenario, "recurring", "query"), &[(Error, Some("query"), "cycle")]);
    found(|scenario| link(scenario, "query", "query"), &[(Error, Some("query"), "cycle")]);
    found(|scenario| scenario.population = nobody(), &[(Error, None, "empty-population")]);
    found(|scenario| scenario.weeks = 0, &[(Error, None, "weeks-out-of-range")]);
    found(|scenario| scenario.weeks = 521, &[(Error, None, "weeks-out-of-range")]);
    found(|scenario| scenario.seed = 1 << 53, &[(Error, None, "seed-out-of-range")]);
    found(|scenario| scenario.reactions.opens = 10_001, &[(Error, None, "chance-out-of-range")]);
    found(|scenario| scenario.templates.clear(), &[(Error, Some("recurring"), "missing-template")]);
    found(twice("query"), &[(Error, None, "duplicate-name")]);
    found(
        |scenario| scenario.workflow.activities[1].name = " ".into(),
        &[
            (Error, None, "empty-name"),
            (Error, Some("scheduler"), "missing-target"),
            (Error, None, "missing-source"),
            (Warning, Some(" "), "no-outbound"),
            (Warning, Some("recurring"), "no-population"),
            (Warning, Some("recurring"), "unreachable"),
            (Warning, Some("recurring"), "recurring-without-schedule"),
        ],
    );
}

#[test]
fn a_scheduler_takes_no_inbound_transition() {
    let before = |scenario: &mut Scenario| {
        let first = Activity { name: "before".into(), ..scenario.workflow.activities[0].clone() };
        scenario.workflow.activities.push(first);
        link(scenario, "before", "scheduler");
    };
    found(
        before,
        &[(Error, Some("scheduler"), "inbound-not-allowed"), (Warning, Some("scheduler"), "second-schedule")],
    );
}

#[test]
fn a_delivery_needs_recipients_and_a_workflow_needs_a_delivery() {
    found(
        |scenario| scenario.workflow.transitions.clear(),
        &[
            (Error, Some("recurring"), "no-inbound"),
            (Warning, Some("scheduler"), "no-outbound"),
            (Warning, Some("query"), "no-outbound"),
        ],
    );
    found(
        |scenario| {
            scenario.workflow.activities.pop();
            scenario.workflow.transitions.pop();
        },
        &[(Error, None, "no-delivery"), (Warning, Some("query"), "no-outbound")],
    );
    found(
        |scenario| {
            scenario.workflow.transitions.clear();
            link(scenario, "scheduler", "recurring");
        },
        &[(Warning, Some("query"), "no-outbound"), (Warning, Some("recurring"), "no-population")],
    );
    found(|scenario| scenario.workflow = Default::default(), &[(Error, None, "empty-workflow")]);
}

#[test]
fn a_schedule_that_never_fires_is_an_error_and_a_doubtful_one_a_warning() {
    let nine = TimeOfDay::new(9, 0);
    let no_day = Weekly { start: nine, days: Days::on([]), weeks: Weeks::EveryWeek, rest: Rest::new() };
    let past = scenario().start - chrono::Days::new(30);
    let never = [
        (Schedule::from(Frequency::Weekly(no_day)), "schedule"),
        (Schedule::daily(nine).valid(Validity::iterations(0)), "schedule"),
        (Schedule::monthly(MonthDay::On(32), nine), "schedule"),
        (Schedule::daily(nine).valid(Validity::between(past, past)), "never-fires"),
        (Schedule::once(scenario().start_time() - SimSpan::from_secs(1)), "never-fires"),
    ];
    for (schedule, code) in never {
        found(|scenario| set_schedule(scenario, "scheduler", schedule), &[(Error, Some("scheduler"), code)]);
    }
    let late = Schedule::once(scenario().end_time());
    found(
        |scenario| set_schedule(scenario, "scheduler", late),
        &[(Warning, Some("scheduler"), "fires-later")],
    );
    let often = Schedule::from(Frequency::every_minutes(1, nine, TimeOfDay::new(10, 0)));
    found(
        |scenario| set_schedule(scenario, "scheduler", often),
        &[(Warning, Some("scheduler"), "schedule"), (Warning, None, "many-deliveries-in-a-day")],
    );
    found(
        |scenario| set_schedule(scenario, "scheduler", Schedule::monthly(MonthDay::On(30), nine)),
        &[(Warning, Some("scheduler"), "schedule")],
    );
}

/// Checks a weekly newsletter with one fault; an error must also keep it from running.
#[test]
fn faults_of_deliveries_are_found_at_their_place() {
    let with = |change: fn(&mut DeliveryProperties)| {
        move |scenario: &mut Scenario| {
            let recurring =
                scenario.workflow.activities.iter_mut().find(|row| row.name == "recurring").unwrap();
            if let Settings::RecurringDelivery(delivery) = &mut recurring.settings {
                change(&mut delivery.properties);
            }
        }
    };
    let at = |severity, code| [(severity, Some("recurring"), code)];
    found(with(|one| one.validity_days = 0), &at(Error, "validity-out-of-range"));
    found(with(|one| one.validity_days = 366), &at(Error, "validity-out-of-range"));
    let pressure = |one: &mut DeliveryProperties| one.pressure = Some(PressureRule { messages: 0, days: 7 });
    found(with(pressure), &at(Error, "pressure-out-of-range"));
    let pressure = |one: &mut DeliveryProperties| one.pressure = Some(PressureRule { messages: 1, days: 0 });
    found(with(pressure), &at(Error, "pressure-out-of-range"));
    found(with(|one| one.capacity_per_day = Some(0)), &at(Warning, "no-capacity"));
    found(with(|one| one.postponed_hours = 8_761), &at(Error, "postponed-too-long"));
    found(with(|one| one.channel = Channel::Sms), &at(Warning, "no-mobile-numbers"));
    found(with(|one| one.channel = Channel::DirectMail), &at(Warning, "letters-untracked"));
    found(with(|one| one.approval = ApprovalMode::Manual), &at(Warning, "nobody-confirms"));
    let rule = |one: &mut DeliveryProperties| {
        one.filtering_rules = vec![Condition::is("nothing", Operator::IsTrue)];
    };
    found(with(rule), &at(Error, "condition"));
    found(|scenario| scenario.approvals.target = true, &at(Warning, "nobody-approves"));
    found(
        |scenario| scenario.templates[1].properties.validity_days = 0,
        &[(Error, None, "validity-out-of-range")],
    );
}

fn found(fault: impl FnOnce(&mut Scenario), expected: &[Found]) {
    let mut scenario = scenario();
    fault(&mut scenario);
    let findings = check(&scenario);
    let actual: Vec<_> = findings
        .iter()
        .map(|found| (found.severity, found.activity.as_deref(), found.problem.code()))
        .collect();
    assert_eq!(actual, expected);
    let is_refused = expected.iter().any(|found| found.0 == Error);
    assert_eq!(lower(&scenario, None).is_err(), is_refused, "{actual:?}");
}

fn scenario() -> Scenario {
    Scenario { weeks: 8, ..Sample::RecurringWeekly.scenario() }
}

fn link(scenario: &mut Scenario, from: &str, to: &str) {
    let transition = Transition::new(from, to);
    scenario.workflow.transitions.push(transition);
}

fn twice(name: &'static str) -> impl FnOnce(&mut Scenario) {
    move |scenario| {
        let activity = scenario.workflow.activity(name).unwrap().clone();
        scenario.workflow.activities.push(activity);
    }
}

fn nobody() -> PopulationSpec {
    serde_json::from_str(r#"{"source":"generated","size":0,"joinsPerWeek":0}"#).unwrap()
}
