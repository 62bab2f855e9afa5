//! Pitfalls of deliveries: too many of them, templates that others use.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{launcher_of, note, schedule_of, warning};
use crate::scenario::Scenario;
use crate::scenario::activity::sending::{DeliverySettings, WhichDelivery};
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::check::before::Before;
use crate::scenario::finding::{Finding, PitfallProblem, Problem};

/// More new deliveries a day than this must be justified (`application-objects` page).
const MOST_IN_A_DAY: u32 = 10;
/// An instance should hold fewer deliveries than this (`application-objects` page).
const MOST_IN_ALL: usize = 1_000;

pub(super) fn check(scenario: &Scenario, before: &Before<'_>) -> Vec<Finding> {
    let workflow = &scenario.workflow;
    let mut findings = Vec::new();
    for activity in &workflow.activities {
        let is_recurring = matches!(activity.settings, Settings::RecurringDelivery(_));
        if is_recurring && schedule_of(before, activity).is_none() && workflow.has_inbound(&activity.name) {
            findings.push(warning(activity, PitfallProblem::RecurringWithoutSchedule));
        }
        findings.extend(built_in(scenario, activity).map(|problem| warning(activity, problem)));
    }
    findings.extend(too_many(scenario, before));
    findings
}

pub(super) fn notes(scenario: &Scenario) -> Vec<Finding> {
    let of = |one: &Activity| one.settings.referred_template().map(str::to_owned);
    let mut notes = Vec::new();
    for activity in &scenario.workflow.activities {
        let Some(template) = of(activity) else { continue };
        let mut others = scenario.workflow.activities.iter().filter(|other| other.name != activity.name);
        if let Some(other) = others.find(|other| of(other).as_ref() == Some(&template)) {
            let label = scenario.template(&template).map_or(template.as_str(), |row| &row.label).to_owned();
            let other = other.name.clone();
            notes.push(note(activity, PitfallProblem::SharedTemplate { template: label, other }));
        }
    }
    notes
}

/// Whether each run makes a delivery of its own.
fn makes_one_a_run(settings: &Settings) -> bool {
    matches!(
        settings,
        Settings::RecurringDelivery(_)
            | Settings::Delivery(DeliverySettings { delivery: WhichDelivery::New { .. }, .. })
    )
}

/// Counts planned deliveries, as far as need be to know that there are too many. A day is one of the time zone in
/// which the launches are planned.
fn too_many(scenario: &Scenario, before: &Before<'_>) -> Option<Finding> {
    let workflow = &scenario.workflow;
    let (start, end) = (scenario.start_time(), scenario.end_time());
    let mut by_day: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut total = 0;
    for activity in workflow.activities.iter().filter(|one| makes_one_a_run(&one.settings)) {
        let Some(launcher) = launcher_of(before, activity) else { continue };
        let Some(schedule) = launcher.settings.schedule() else { continue };
        let zone = workflow.zone_of(launcher).unwrap_or_default();
        let launches = schedule.launches_in(zone, start).take_while(|launch| *launch < end);
        for launch in launches.take(MOST_IN_ALL + 1) {
            *by_day.entry(zone.to_local(launch).date()).or_default() += 1;
            total += 1;
        }
    }
    let many = by_day.values().copied().find(|&count| count > MOST_IN_A_DAY);
    let problem = match many {
        Some(count) => PitfallProblem::ManyDeliveriesInADay { count },
        None if total > MOST_IN_ALL => PitfallProblem::ManyDeliveries,
        None => return None,
    };
    Some(Finding::warning(Problem::Pitfall(problem)))
}

/// A built-in template in use: it must not be modified, so duplicate it first (`create-templates` page).
fn built_in(scenario: &Scenario, activity: &Activity) -> Option<PitfallProblem> {
    let template = scenario.template(activity.settings.template()?)?;
    template.built_in.then(|| PitfallProblem::BuiltInTemplate { template: template.label.clone() })
}
