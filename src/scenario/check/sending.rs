//! Checks deliveries, their properties and their templates.

use super::before::Before;
use crate::people::{ConditionProblem, PopulationSpec};
use crate::scenario::Scenario;
use crate::scenario::activity::sending::{
    Channel, ControlAction, ControlledDelivery, DeliveryAction, DeliverySettings, WhichDelivery,
    WhichRecipients,
};
use crate::scenario::activity::{Activity, ActivityKind, Settings};
use crate::scenario::finding::{Finding, Problem, SendingProblem, Severity};
use crate::scenario::intervention::Stimulus;
use crate::scenario::properties::{ApprovalMode, DeliveryProperties};

/// The longest validity, and the longest time to a contact date, in days.
const MOST_DAYS: u32 = 365;
/// The most messages of a pressure rule.
const MOST_MESSAGES: u32 = 100;
/// The most days of a pressure rule.
const MOST_PRESSURE_DAYS: u32 = 3_650;

/// All findings of this sort, in drawing order.
pub(super) fn check(scenario: &Scenario, before: &Before<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for template in &scenario.templates {
        let problems = of_properties(scenario, &template.properties, Some(&template.label));
        findings.extend(problems.into_iter().map(|(severity, problem)| Finding {
            severity,
            activity: None,
            problem,
        }));
    }
    for activity in &scenario.workflow.activities {
        findings.extend(of_activity(scenario, before, activity));
    }
    findings.extend(proofs(scenario));
    findings
}

fn of_activity(scenario: &Scenario, before: &Before<'_>, activity: &Activity) -> Vec<Finding> {
    let mut findings = Vec::new();
    let name = activity.name.as_str();
    if let Some(properties) = own_properties(&activity.settings) {
        let problems = of_properties(scenario, &properties, None);
        findings.extend(problems.into_iter().map(|(severity, problem)| Finding {
            severity,
            activity: Some(name.to_owned()),
            problem,
        }));
    }
    let mut warn = |problem| findings.push(Finding::warning_at(name, Problem::Sending(problem)));
    let is_scheduled = || before.upstream(name, |settings| settings.schedule().is_some()).is_some();
    match &activity.settings {
        Settings::ChannelDelivery(_) if is_scheduled() => warn(SendingProblem::ChannelOnSchedule),
        Settings::Delivery(DeliverySettings {
            delivery: WhichDelivery::Explicit { .. },
            action: DeliveryAction::Prepare | DeliveryAction::PrepareAndStart,
            ..
        }) if is_scheduled() => warn(SendingProblem::SingleOnSchedule),
        _ => {}
    }
    let makes = |settings: &Settings| settings.kind().is_delivery();
    if takes_from_transition(&activity.settings) && before.upstream(name, makes).is_none() {
        warn(SendingProblem::NoDeliveryBefore);
    }
    let is_made = activity.settings.kind().is_delivery();
    if let Some(properties) = properties_of(scenario, &activity.settings).filter(|_| is_made) {
        match properties.channel {
            Channel::Sms if !has_mobile_numbers(scenario) => warn(SendingProblem::NoMobileNumbers),
            Channel::DirectMail => warn(SendingProblem::LettersUntracked),
            _ => {}
        }
        if properties.approval == ApprovalMode::Manual && !is_confirmed(scenario, name) {
            warn(SendingProblem::NobodyConfirms);
        }
        if (scenario.approvals.target || scenario.approvals.content) && !is_approved(scenario, name) {
            warn(SendingProblem::NobodyApproves);
        }
    }
    findings
}

/// Whether the recipients are specified in the delivery, so that nothing before it must select them.
pub(super) fn names_its_recipients(settings: &Settings) -> bool {
    matches!(
        settings,
        Settings::Delivery(DeliverySettings { recipients: WhichRecipients::InDelivery { .. }, .. })
    )
}

/// Whether the activity works on the delivery that the transition names.
fn takes_from_transition(settings: &Settings) -> bool {
    match settings {
        Settings::Delivery(delivery) => delivery.delivery == WhichDelivery::FromTransition,
        Settings::DeliveryControl(control) => control.delivery == ControlledDelivery::FromTransition,
        _ => false,
    }
}

/// The properties that the activity holds itself.
fn own_properties(settings: &Settings) -> Option<DeliveryProperties> {
    match settings {
        Settings::RecurringDelivery(delivery) => Some(delivery.properties.clone()),
        Settings::ChannelDelivery(delivery) => {
            Some(DeliveryProperties { channel: delivery.channel, ..delivery.properties.clone() })
        }
        Settings::Delivery(DeliverySettings {
            delivery: WhichDelivery::Explicit { properties, .. }, ..
        }) => Some(properties.clone()),
        _ => None,
    }
}

/// The properties its deliveries have: its own, or those of its template.
fn properties_of(scenario: &Scenario, settings: &Settings) -> Option<DeliveryProperties> {
    let of_template = || Some(scenario.template(settings.template()?)?.properties.clone());
    own_properties(settings).or_else(of_template)
}

fn of_properties(
    scenario: &Scenario,
    properties: &DeliveryProperties,
    template: Option<&str>,
) -> Vec<(Severity, Problem)> {
    let template = || template.map(str::to_owned);
    let mut problems = Vec::new();
    let mut found = |severity, problem| problems.push((severity, Problem::Sending(problem)));
    let days = properties.validity_days;
    if !(1..=MOST_DAYS).contains(&days) {
        found(Severity::Error, SendingProblem::ValidityOutOfRange { template: template(), days });
    }
    if let Some(rule) = properties.pressure
        && !((1..=MOST_MESSAGES).contains(&rule.messages) && (1..=MOST_PRESSURE_DAYS).contains(&rule.days))
    {
        let (messages, days) = (rule.messages, rule.days);
        found(Severity::Error, SendingProblem::PressureOutOfRange { template: template(), messages, days });
    }
    if properties.capacity_per_day == Some(0) {
        found(Severity::Warning, SendingProblem::NoCapacity { template: template() });
    }
    let hours = properties.postponed_hours;
    if hours > MOST_DAYS * 24 {
        found(Severity::Error, SendingProblem::PostponedTooLong { template: template(), hours });
    }
    let schema = scenario.population.schema();
    let rules = properties.filtering_rules.iter();
    let faulty = rules.flat_map(|rule| -> Vec<ConditionProblem> { rule.problems(&schema) });
    problems.extend(faulty.map(|problem| (Severity::Error, Problem::Condition(problem))));
    problems
}

fn has_mobile_numbers(scenario: &Scenario) -> bool {
    match &scenario.population {
        PopulationSpec::Generated(_) => false,
        PopulationSpec::Imported(people) => {
            people.columns.iter().any(|column| column.attribute == "mobilePhone")
        }
    }
}

/// Whether somebody confirms deliveries of the activity, or a Delivery control may start them.
fn is_confirmed(scenario: &Scenario, name: &str) -> bool {
    let is_start = |activity: &Activity| matches!(&activity.settings, Settings::DeliveryControl(control) if control.action == ControlAction::Start);
    let mut done = scenario.interventions.iter();
    done.any(|one| matches!(&one.what, Stimulus::ConfirmDelivery { activity } if activity == name))
        || scenario.workflow.activities.iter().any(is_start)
}

/// Whether somebody approves deliveries of the activity.
fn is_approved(scenario: &Scenario, name: &str) -> bool {
    let mut done = scenario.interventions.iter();
    done.any(|one| matches!(&one.what, Stimulus::ApproveDelivery { activity } if activity == name))
}

/// Proofs asked of Recurring deliveries.
fn proofs(scenario: &Scenario) -> Vec<Finding> {
    let is_recurring = |name: &str| {
        let row = scenario.workflow.activity(name);
        row.is_some_and(|row| row.settings.kind() == ActivityKind::RecurringDelivery)
    };
    let asked = (1..).zip(&scenario.interventions).filter_map(|(number, one)| match &one.what {
        Stimulus::SendProof { activity } if is_recurring(activity) => Some((number, activity)),
        _ => None,
    });
    asked
        .map(|(number, activity)| {
            Finding::warning_at(activity, Problem::Sending(SendingProblem::ProofOnRecurring { number }))
        })
        .collect()
}
