//! Changes to a scenario as values: every intention of a person has a name, and a refusal says why.

mod delivery;
#[cfg(test)]
pub(crate) mod random;
mod settings;
mod structure;
#[cfg(test)]
mod tests;

use super::Scenario;
use super::activity::advanced::Advanced;
use super::activity::{Activity, ActivityKind, Settings, Transition};
use super::clipping::Clipping;
use super::connect::Ban;
use super::creative::{Creative, DeliveryTemplate};
use super::fresh::Sort;
use super::intervention::Intervention;
use super::note::Note;
use super::properties::{CampaignApprovals, NamedPeople, TechnicalWorkflows, WorkflowProperties};
use super::reactions::Reactions;
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
    /// Draws a new activity with the product's defaults, and a transition to it.
    Add {
        /// What it is.
        sort: Sort,
        /// Its label.
        label: String,
        /// Its left edge.
        x: i32,
        /// Its top edge.
        y: i32,
        /// The activity that leads to it, and the output; none where nothing shall.
        after: Option<(String, Option<String>)>,
    },
    /// Takes activities out, with their transitions and what is done to them during the run.
    Remove {
        /// Their names.
        activities: Vec<String>,
    },
    /// Moves activities and notes in the drawing, all by the same way.
    Move {
        /// The activities' names.
        activities: Vec<String>,
        /// The places of the notes in their list, from 0.
        notes: Vec<usize>,
        /// How far to the right.
        by_x: i32,
        /// How far down.
        by_y: i32,
    },
    /// Puts activities where they are said to stand, as a tidy layout does.
    Arrange(
        /// Names with left and top edges.
        Vec<(String, i32, i32)>,
    ),
    /// Draws a transition.
    Connect(Transition),
    /// Takes a transition out.
    Disconnect {
        /// Its place in the list, from 0.
        transition: usize,
    },
    /// Lets a transition lead elsewhere.
    Reconnect {
        /// Its place in the list, from 0.
        transition: usize,
        /// How it shall be.
        to: Transition,
    },
    /// Puts in what was copied, under new names where theirs are taken, moved by this far.
    Paste {
        /// What was copied.
        clipping: Clipping,
        /// How far to the right.
        by_x: i32,
        /// How far down.
        by_y: i32,
    },
    /// Puts a note on the drawing.
    AddNote(Note),
    /// Replaces a note.
    SetNote {
        /// Its place in the list, from 0.
        number: usize,
        /// How it shall be.
        note: Note,
    },
    /// Takes a note off.
    RemoveNote {
        /// Its place in the list, from 0.
        number: usize,
    },
    /// Sets everything on an activity's form at once; its kind stays. Transitions follow outputs that get
    /// another name, and go with outputs that are no more.
    SetSettings {
        /// The activity's name.
        activity: String,
        /// All of its settings.
        settings: Box<Settings>,
    },
    /// Sets the Advanced tab of an activity.
    SetAdvanced {
        /// The activity's name.
        activity: String,
        /// The tab.
        advanced: Advanced,
    },
    /// Sets the properties of the workflow.
    SetWorkflowProperties(WorkflowProperties),
    /// Sets what the campaign wants approved.
    SetApprovals(CampaignApprovals),
    /// Sets the technical workflows of the instance.
    SetTechnical(TechnicalWorkflows),
    /// Replaces a template of one's own, found by its internal name.
    SetTemplateRow(Box<DeliveryTemplate>),
    /// Gives the scenario another title.
    Rename(String),
    /// Adds something that is done at a moment of the run, in order of time.
    AddIntervention(Intervention),
    /// Several changes in one step; all of them or none.
    All(
        /// The changes, in order.
        Vec<Edit>,
    ),
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
    /// Makes a Query incremental: it keeps its condition, and runs by the schedule before it.
    MakeIncremental {
        /// The activity's name.
        activity: String,
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
    /// Sets all lists of recipients.
    SetLists(Vec<NamedPeople>),
    /// Sets all information services.
    SetServices(Vec<NamedPeople>),
}

/// Why an edit is refused; the scenario stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such activity.
    NoSuchActivity,
    /// There is no such template.
    NoSuchTemplate,
    /// There is no such intervention.
    NoSuchIntervention,
    /// There is no such transition.
    NoSuchTransition,
    /// There is no such note.
    NoSuchNote,
    /// The two activities cannot be connected.
    Connection(Ban),
    /// A workflow has so many activities that no more are taken.
    TooMany {
        /// The most there may be.
        limit: usize,
    },
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
        Edit::Add { sort, label, x, y, after } => structure::add(&mut next, sort, label, (x, y), after)?,
        Edit::Remove { activities } => structure::remove(&mut next, &activities)?,
        Edit::Move { activities, notes, by_x, by_y } => {
            structure::shift(&mut next, &activities, &notes, (by_x, by_y))?;
        }
        Edit::Arrange(places) => structure::arrange(&mut next, places)?,
        Edit::Connect(transition) => structure::connect(&mut next, transition)?,
        Edit::Disconnect { transition } => structure::disconnect(&mut next, transition)?,
        Edit::Reconnect { transition, to } => structure::reconnect(&mut next, transition, to)?,
        Edit::Paste { clipping, by_x, by_y } => structure::paste(&mut next, clipping, (by_x, by_y))?,
        Edit::AddNote(note) => next.workflow.notes.push(note),
        Edit::SetNote { number, note } => {
            *next.workflow.notes.get_mut(number).ok_or(Refusal::NoSuchNote)? = note;
        }
        Edit::RemoveNote { number } if number < next.workflow.notes.len() => {
            next.workflow.notes.remove(number);
        }
        Edit::RemoveNote { .. } => return Err(Refusal::NoSuchNote),
        Edit::SetSettings { activity, settings } => settings::set(&mut next, &activity, *settings)?,
        Edit::SetAdvanced { activity, advanced } => find(&mut next, &activity)?.advanced = advanced,
        Edit::SetWorkflowProperties(properties) => next.workflow.properties = properties,
        Edit::SetApprovals(approvals) => next.approvals = approvals,
        Edit::SetTechnical(technical) => next.technical = technical,
        Edit::SetTemplateRow(row) => delivery::set_template_row(&mut next, *row)?,
        Edit::Rename(name) => next.name = name,
        Edit::AddIntervention(intervention) => delivery::add_intervention(&mut next, intervention),
        Edit::All(edits) => {
            for edit in edits {
                next = apply(&next, edit)?;
            }
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
        Edit::SetDeliveryKind { activity, kind } => delivery::set_delivery_kind(&mut next, &activity, kind)?,
        Edit::MakeIncremental { activity } => settings::make_incremental(find(&mut next, &activity)?)?,
        Edit::SetDeliveryCode { activity, code } => match &mut find(&mut next, &activity)?.settings {
            Settings::RecurringDelivery(delivery) => delivery.delivery_code = code,
            _ => return Err(Refusal::NotForThisActivity),
        },
        Edit::SetTemplate { activity, template } => delivery::set_template(&mut next, &activity, template)?,
        Edit::DuplicateTemplate { activity, label } => {
            delivery::duplicate_template(&mut next, &activity, label)?
        }
        Edit::SetComputedLabel { template, pattern } => {
            let row =
                next.templates.iter_mut().find(|row| row.name == template).ok_or(Refusal::NoSuchTemplate)?;
            if row.built_in {
                return Err(Refusal::BuiltInTemplate);
            }
            row.computed_label = Some(pattern).filter(|pattern| !pattern.is_empty());
        }
        Edit::SetCreative { activity, creative } => delivery::set_creative(&mut next, &activity, creative)?,
        Edit::EditCreativeAt { activity, at, creative } => {
            delivery::edit_creative_at(&mut next, activity, at, creative)?
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
        Edit::SetLists(lists) => next.lists = lists,
        Edit::SetServices(services) => next.services = services,
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
