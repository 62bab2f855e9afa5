//! Changes to a scenario as values: every intention of a person has a name, and a refusal says why.

use super::Scenario;
use super::activity::{
    Activity, ActivityKind, ContinuousDeliverySettings, RecurringDeliverySettings, Settings,
};
use super::creative::{Creative, DeliveryTemplate};
use super::intervention::{Intervention, Stimulus};
use super::reactions::Reactions;
use crate::base::rest::Rest;
use crate::base::time::SimTime;
use crate::people::{Condition, PopulationSpec};
use crate::schedule::Schedule;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Gives an activity another label.
    Relabel {
        /// The activity's name.
        activity: String,
        /// The new label.
        label: String,
    },
    /// Moves an activity in the drawing.
    Move {
        /// The activity's name.
        activity: String,
        /// The new left edge.
        x: i32,
        /// The new top edge.
        y: i32,
    },
    /// Sets the schedule of a Scheduler or an Incremental query; none only for the latter.
    SetSchedule {
        /// The activity's name.
        activity: String,
        /// The schedule.
        schedule: Option<Schedule>,
    },
    /// Sets the condition of a query.
    SetCondition {
        /// The activity's name.
        activity: String,
        /// The condition.
        condition: Condition,
    },
    /// Sets *History in days* and *Keep history when starting* of an Incremental query.
    SetHistory {
        /// The activity's name.
        activity: String,
        /// Days; 0 means for ever.
        days: u32,
        /// Whether a start keeps the history.
        keep: bool,
    },
    /// Makes a recurring delivery continuous, or the other way round.
    SetDeliveryKind {
        /// The activity's name.
        activity: String,
        /// The kind it shall have.
        kind: ActivityKind,
    },
    /// Sets the delivery code of a Recurring delivery.
    SetDeliveryCode {
        /// The activity's name.
        activity: String,
        /// The code.
        code: String,
    },
    /// Chooses another template; a Recurring delivery copies its creative anew.
    SetTemplate {
        /// The activity's name.
        activity: String,
        /// The template's internal name.
        template: String,
    },
    /// Duplicates the template that an activity uses, and lets it use the copy (`create-templates` page).
    DuplicateTemplate {
        /// The activity's name.
        activity: String,
        /// The label of the copy.
        label: String,
    },
    /// Sets the label script of a template; an empty one takes it away.
    SetComputedLabel {
        /// The template's internal name.
        template: String,
        /// The pattern.
        pattern: String,
    },
    /// Sets the creative a delivery starts the run with: its copy, or the template it refers to.
    SetCreative {
        /// The activity's name.
        activity: String,
        /// The content.
        creative: Creative,
    },
    /// Edits the creative at a moment of the run.
    EditCreativeAt {
        /// The activity's name.
        activity: String,
        /// When.
        at: SimTime,
        /// The content from then on.
        creative: Creative,
    },
    /// Takes an intervention out.
    RemoveIntervention {
        /// Its place in the list, from 0.
        number: usize,
    },
    /// Sets how many weeks are simulated.
    SetWeeks(u32),
    /// Sets the seed.
    SetSeed(u64),
    /// Sets how recipients react.
    SetReactions(Reactions),
    /// Sets the population.
    SetPopulation(PopulationSpec),
}

/// Why an edit is refused; the scenario stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such activity.
    NoSuchActivity,
    /// There is no such template.
    NoSuchTemplate,
    /// There is no such intervention.
    NoSuchIntervention,
    /// The activity has no such setting.
    NotForThisActivity,
    /// Built-in templates must not be modified; duplicate them first (`create-templates` page).
    BuiltInTemplate,
}

/// The scenario after the edit.
///
/// # Errors
/// Why it is refused. What the edit makes doubtful or wrong is no refusal: `check` finds it.
pub fn apply(scenario: &Scenario, edit: Edit) -> Result<Scenario, Refusal> {
    let mut next = scenario.clone();
    match edit {
        Edit::Relabel { activity, label } => find(&mut next, &activity)?.label = label,
        Edit::Move { activity, x, y } => {
            let activity = find(&mut next, &activity)?;
            (activity.x, activity.y) = (x, y);
        }
        Edit::SetSchedule { activity, schedule } => set_schedule(find(&mut next, &activity)?, schedule)?,
        Edit::SetCondition { activity, condition } => match &mut find(&mut next, &activity)?.settings {
            Settings::Query(query) => query.condition = condition,
            Settings::IncrementalQuery(query) => query.condition = condition,
            _ => return Err(Refusal::NotForThisActivity),
        },
        Edit::SetHistory { activity, days, keep } => match &mut find(&mut next, &activity)?.settings {
            Settings::IncrementalQuery(query) => (query.history_days, query.keep_history) = (days, keep),
            _ => return Err(Refusal::NotForThisActivity),
        },
        Edit::SetDeliveryKind { activity, kind } => set_delivery_kind(&mut next, &activity, kind)?,
        Edit::SetDeliveryCode { activity, code } => match &mut find(&mut next, &activity)?.settings {
            Settings::RecurringDelivery(delivery) => delivery.delivery_code = code,
            _ => return Err(Refusal::NotForThisActivity),
        },
        Edit::SetTemplate { activity, template } => set_template(&mut next, &activity, template)?,
        Edit::DuplicateTemplate { activity, label } => duplicate_template(&mut next, &activity, label)?,
        Edit::SetComputedLabel { template, pattern } => {
            let row =
                next.templates.iter_mut().find(|row| row.name == template).ok_or(Refusal::NoSuchTemplate)?;
            if row.built_in {
                return Err(Refusal::BuiltInTemplate);
            }
            row.computed_label = Some(pattern).filter(|pattern| !pattern.is_empty());
        }
        Edit::SetCreative { activity, creative } => set_creative(&mut next, &activity, creative)?,
        Edit::EditCreativeAt { activity, at, creative } => {
            edit_creative_at(&mut next, activity, at, creative)?
        }
        Edit::RemoveIntervention { number } => {
            if number >= next.interventions.len() {
                return Err(Refusal::NoSuchIntervention);
            }
            next.interventions.remove(number);
        }
        Edit::SetWeeks(weeks) => next.weeks = weeks,
        Edit::SetSeed(seed) => next.seed = seed,
        Edit::SetReactions(reactions) => next.reactions = reactions,
        Edit::SetPopulation(population) => next.population = population,
    }
    Ok(next)
}

fn find<'s>(scenario: &'s mut Scenario, name: &str) -> Result<&'s mut Activity, Refusal> {
    scenario
        .workflow
        .activities
        .iter_mut()
        .find(|activity| activity.name == name)
        .ok_or(Refusal::NoSuchActivity)
}

fn set_schedule(activity: &mut Activity, schedule: Option<Schedule>) -> Result<(), Refusal> {
    match (&mut activity.settings, schedule) {
        (Settings::Scheduler(scheduler), Some(schedule)) => scheduler.schedule = schedule,
        (Settings::IncrementalQuery(query), schedule) => query.schedule = schedule,
        _ => return Err(Refusal::NotForThisActivity),
    }
    Ok(())
}

fn set_delivery_kind(scenario: &mut Scenario, name: &str, kind: ActivityKind) -> Result<(), Refusal> {
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
    find(scenario, name)?.settings = next;
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
        scenario.workflow.activities.iter().any(|other| {
            other.name != name
                && matches!(&other.settings, Settings::ContinuousDelivery(delivery) if delivery.template == template)
        })
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

fn set_template(scenario: &mut Scenario, name: &str, template: String) -> Result<(), Refusal> {
    let row = scenario.template(&template).ok_or(Refusal::NoSuchTemplate)?;
    let (creative, properties) = (row.creative.clone(), row.properties.clone());
    match &mut find(scenario, name)?.settings {
        Settings::RecurringDelivery(delivery) => {
            (delivery.template, delivery.creative, delivery.properties) = (template, creative, properties);
        }
        Settings::ContinuousDelivery(delivery) => delivery.template = template,
        _ => return Err(Refusal::NotForThisActivity),
    }
    Ok(())
}

/// The copy stands behind the others and is not built in, whatever it was copied from.
fn duplicate_template(scenario: &mut Scenario, name: &str, label: String) -> Result<(), Refusal> {
    let used = find(scenario, name)?.settings.template().ok_or(Refusal::NotForThisActivity)?.to_owned();
    let row = scenario.template(&used).ok_or(Refusal::NoSuchTemplate)?.clone();
    let is_free = |candidate: &String| scenario.template(candidate).is_none();
    let copy = (1_u32..).map(|number| format!("{used}-{number}")).find(is_free).unwrap_or_default();
    scenario.templates.push(DeliveryTemplate { name: copy.clone(), label, built_in: false, ..row });
    // Its content is the same, so a recurring delivery keeps its own copy as it is.
    match &mut find(scenario, name)?.settings {
        Settings::RecurringDelivery(delivery) => delivery.template = copy,
        Settings::ContinuousDelivery(delivery) => delivery.template = copy,
        _ => return Err(Refusal::NotForThisActivity),
    }
    Ok(())
}

fn set_creative(scenario: &mut Scenario, name: &str, creative: Creative) -> Result<(), Refusal> {
    let template = match &mut find(scenario, name)?.settings {
        Settings::RecurringDelivery(delivery) => {
            delivery.creative = creative;
            return Ok(());
        }
        Settings::ContinuousDelivery(delivery) => delivery.template.clone(),
        _ => return Err(Refusal::NotForThisActivity),
    };
    let row =
        scenario.templates.iter_mut().find(|row| row.name == template).ok_or(Refusal::NoSuchTemplate)?;
    if row.built_in {
        return Err(Refusal::BuiltInTemplate);
    }
    row.creative = creative;
    Ok(())
}

fn edit_creative_at(
    scenario: &mut Scenario,
    name: String,
    at: SimTime,
    creative: Creative,
) -> Result<(), Refusal> {
    let what = match &find(scenario, &name)?.settings {
        Settings::RecurringDelivery(_) => Stimulus::EditDelivery { activity: name, creative },
        Settings::ContinuousDelivery(delivery) => {
            let template = delivery.template.clone();
            if scenario.template(&template).ok_or(Refusal::NoSuchTemplate)?.built_in {
                return Err(Refusal::BuiltInTemplate);
            }
            Stimulus::EditTemplate { template, creative }
        }
        _ => return Err(Refusal::NotForThisActivity),
    };
    let place = scenario.interventions.partition_point(|earlier| earlier.at <= at);
    scenario.interventions.insert(place, Intervention { at, what, rest: Rest::new() });
    Ok(())
}
