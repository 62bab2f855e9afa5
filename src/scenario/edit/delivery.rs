//! Changes to delivery activities and to the templates they use.

use super::settings::lead_on;
use super::{Refusal, find};
use crate::base::rest::Rest;
use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::activity::sending::WhichDelivery;
use crate::scenario::activity::{
    ActivityKind, ContinuousDeliverySettings, RecurringDeliverySettings, Settings,
};
use crate::scenario::creative::{Creative, DeliveryTemplate};
use crate::scenario::intervention::{Intervention, Stimulus};
use crate::scenario::properties::DeliveryProperties;

pub(super) fn set_delivery_kind(
    scenario: &mut Scenario,
    name: &str,
    kind: ActivityKind,
) -> Result<(), Refusal> {
    let settings = &find(scenario, name)?.settings;
    let template = settings.template().ok_or(Refusal::NotForThisActivity)?.to_owned();
    let next = match (settings, kind) {
        (Settings::RecurringDelivery(_), ActivityKind::ContinuousDelivery) => {
            Settings::ContinuousDelivery(ContinuousDeliverySettings {
                template,
                process_errors: false,
                rest: Rest::new(),
            })
        }
        (Settings::ContinuousDelivery(_), ActivityKind::RecurringDelivery) => {
            let copied = scenario.template(&template).ok_or(Refusal::NoSuchTemplate)?;
            let (creative, properties) = (copied.creative.clone(), copied.properties.clone());
            let (delivery_code, rest) = (String::new(), Rest::new());
            Settings::RecurringDelivery(RecurringDeliverySettings {
                template,
                delivery_code,
                creative,
                properties,
                rest,
            })
        }
        (settings, kind) if settings.kind() == kind => return Ok(()),
        _ => return Err(Refusal::NotForThisActivity),
    };
    let after = next.outputs();
    let before = std::mem::replace(&mut find(scenario, name)?.settings, next).outputs();
    lead_on(&mut scenario.workflow.transitions, name, &before, &after);
    retarget_interventions(scenario, name);
    Ok(())
}

/// After a change of kind, edits of the creative that were meant for this activity go where it now has its
/// content.
fn retarget_interventions(scenario: &mut Scenario, name: &str) {
    let Some(settings) = scenario.workflow.activity(name).map(|activity| activity.settings.clone()) else {
        return;
    };
    let is_shared = |template: &str| {
        scenario
            .workflow
            .activities
            .iter()
            .any(|other| other.name != name && other.settings.referred_template() == Some(template))
    };
    let shared = settings.template().is_some_and(is_shared);
    for intervention in &mut scenario.interventions {
        intervention.what = match (&settings, intervention.what.clone()) {
            (Settings::ContinuousDelivery(delivery), Stimulus::EditDelivery { activity, creative })
                if activity == name =>
            {
                Stimulus::EditTemplate { template: delivery.template.clone(), creative }
            }
            (Settings::RecurringDelivery(delivery), Stimulus::EditTemplate { template, creative })
                if template == delivery.template && !shared =>
            {
                Stimulus::EditDelivery { activity: name.to_owned(), creative }
            }
            (_, same) => same,
        };
    }
}

pub(super) fn set_template(scenario: &mut Scenario, name: &str, template: String) -> Result<(), Refusal> {
    let row = scenario.template(&template).ok_or(Refusal::NoSuchTemplate)?;
    let (creative, properties) = (row.creative.clone(), row.properties.clone());
    match &mut find(scenario, name)?.settings {
        Settings::RecurringDelivery(delivery) => {
            (delivery.template, delivery.creative, delivery.properties) = (template, creative, properties);
        }
        Settings::ChannelDelivery(delivery) => {
            // The activity is that of a channel, whatever template it is made from.
            let properties = DeliveryProperties { channel: delivery.channel, ..properties };
            (delivery.template, delivery.creative, delivery.properties) = (template, creative, properties);
        }
        other => *referred(other).ok_or(Refusal::NotForThisActivity)? = template,
    }
    Ok(())
}

/// The name of the template that an activity refers to, where it holds no copy of it.
fn referred(settings: &mut Settings) -> Option<&mut String> {
    match settings {
        Settings::ContinuousDelivery(delivery) => Some(&mut delivery.template),
        Settings::Delivery(delivery) => match &mut delivery.delivery {
            WhichDelivery::New { template } | WhichDelivery::Computed { template, .. } => Some(template),
            _ => None,
        },
        _ => None,
    }
}

/// The copy stands behind the others and is not built in, whatever it was copied from.
pub(super) fn duplicate_template(scenario: &mut Scenario, name: &str, label: String) -> Result<(), Refusal> {
    let used = find(scenario, name)?.settings.template().ok_or(Refusal::NotForThisActivity)?.to_owned();
    let row = scenario.template(&used).ok_or(Refusal::NoSuchTemplate)?.clone();
    let is_free = |candidate: &String| scenario.template(candidate).is_none();
    let copy = (1_u32..).map(|number| format!("{used}-{number}")).find(is_free).unwrap_or_default();
    scenario.templates.push(DeliveryTemplate { name: copy.clone(), label, built_in: false, ..row });
    // Its content is the same, so what holds a copy keeps it as it is.
    match &mut find(scenario, name)?.settings {
        Settings::RecurringDelivery(delivery) => delivery.template = copy,
        Settings::ChannelDelivery(delivery) => delivery.template = copy,
        other => *referred(other).ok_or(Refusal::NotForThisActivity)? = copy,
    }
    Ok(())
}

pub(super) fn set_creative(scenario: &mut Scenario, name: &str, creative: Creative) -> Result<(), Refusal> {
    let settings = &mut find(scenario, name)?.settings;
    if let Some(own) = own_creative(settings) {
        *own = creative;
        return Ok(());
    }
    let template = referred(settings).ok_or(Refusal::NotForThisActivity)?.clone();
    let row =
        scenario.templates.iter_mut().find(|row| row.name == template).ok_or(Refusal::NoSuchTemplate)?;
    if row.built_in {
        return Err(Refusal::BuiltInTemplate);
    }
    row.creative = creative;
    Ok(())
}

/// The copy of a creative that an activity holds.
fn own_creative(settings: &mut Settings) -> Option<&mut Creative> {
    match settings {
        Settings::RecurringDelivery(delivery) => Some(&mut delivery.creative),
        Settings::ChannelDelivery(delivery) => Some(&mut delivery.creative),
        Settings::Delivery(delivery) => match &mut delivery.delivery {
            WhichDelivery::Explicit { creative, .. } => Some(creative),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn edit_creative_at(
    scenario: &mut Scenario,
    name: String,
    at: SimTime,
    creative: Creative,
) -> Result<(), Refusal> {
    let what = match &mut find(scenario, &name)?.settings {
        Settings::RecurringDelivery(_) => Stimulus::EditDelivery { activity: name, creative },
        other => {
            let template = referred(other).ok_or(Refusal::NotForThisActivity)?.clone();
            if scenario.template(&template).ok_or(Refusal::NoSuchTemplate)?.built_in {
                return Err(Refusal::BuiltInTemplate);
            }
            Stimulus::EditTemplate { template, creative }
        }
    };
    add_intervention(scenario, Intervention { at, what, rest: Rest::new() });
    Ok(())
}

/// Behind those of the same moment.
pub(super) fn add_intervention(scenario: &mut Scenario, intervention: Intervention) {
    let place = scenario.interventions.partition_point(|earlier| earlier.at <= intervention.at);
    scenario.interventions.insert(place, intervention);
}

pub(super) fn set_template_row(scenario: &mut Scenario, next: DeliveryTemplate) -> Result<(), Refusal> {
    let row =
        scenario.templates.iter_mut().find(|row| row.name == next.name).ok_or(Refusal::NoSuchTemplate)?;
    if row.built_in {
        return Err(Refusal::BuiltInTemplate);
    }
    // A template of one's own does not become one of the product's.
    *row = DeliveryTemplate { built_in: false, ..next };
    Ok(())
}
