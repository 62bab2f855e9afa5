//! What the author drew: plain values that may be wrong; `check` says where, `plan` makes them runnable.

pub mod activity;
pub mod block;
pub mod change;
pub mod channel;
pub mod check;
pub mod clipping;
pub mod connect;
pub mod creative;
pub mod edit;
pub mod file;
pub mod finding;
pub mod fresh;
pub mod inline;
pub mod intervention;
pub mod kept;
pub mod link;
pub mod note;
pub mod png;
pub mod properties;
pub mod reactions;
pub mod remedy;
pub mod samples;
pub mod svg;
pub mod variables;
pub mod variant;
pub mod wire;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::rest::Rest;
use crate::base::time::{SimSpan, SimTime};
use crate::people::PopulationSpec;
use crate::schedule::{Zone, ZoneName};
use activity::{Activity, Transition};
use creative::DeliveryTemplate;
use intervention::Intervention;
use kept::Kept;
use note::Note;
use properties::{CampaignApprovals, NamedPeople, TechnicalWorkflows, WorkflowProperties};
use reactions::Reactions;

/// The longest run the lab offers, in weeks (ten years).
pub const MAX_WEEKS: u32 = 520;
/// The largest seed: the largest whole number that every browser reads exactly.
pub const MAX_SEED: u64 = (1 << 53) - 1;

/// The most activities, and the most transitions, that a workflow may have.
pub const MAX_WORKFLOW: usize = 2_000;

/// A whole exercise: the clock, the people, the templates, the workflow and what is done to it on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// The title shown to people.
    pub name: String,
    /// The first simulated day; the run begins at its midnight.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    pub start: NaiveDate,
    /// How many weeks of seven days are simulated, 1 to 520.
    pub weeks: u32,
    /// The root of every random draw, 0 to 2^53 − 1.
    pub seed: u64,
    /// The recipients, generated or imported.
    pub population: PopulationSpec,
    /// How recipients react to messages.
    #[serde(default)]
    pub reactions: Reactions,
    /// Resources > Templates > Delivery templates.
    pub templates: Vec<DeliveryTemplate>,
    /// The campaign workflow.
    pub workflow: Workflow,
    /// Workflows that a Sub-workflow activity may run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_workflows: Vec<NamedWorkflow>,
    /// Lists of recipients.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<NamedPeople>,
    /// Information services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<NamedPeople>,
    /// What the campaign wants approved.
    #[serde(default, skip_serializing_if = "CampaignApprovals::is_default")]
    pub approvals: CampaignApprovals,
    /// The technical workflows of the instance.
    #[serde(default, skip_serializing_if = "TechnicalWorkflows::is_default")]
    pub technical: TechnicalWorkflows,
    /// What is done at a moment of the run, such as editing a template's creative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interventions: Vec<Intervention>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
    /// Fields of later versions deeper in the file, where their place has no room for them.
    #[serde(skip)]
    pub kept: Kept,
}

/// A workflow that a Sub-workflow activity may run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NamedWorkflow {
    /// Its internal name.
    pub name: String,
    /// Its label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its activities and transitions.
    pub workflow: Workflow,
}

/// Activities and the transitions between them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Workflow {
    /// The activities, in the order they were drawn.
    pub activities: Vec<Activity>,
    /// The transitions; each names two activities.
    pub transitions: Vec<Transition>,
    /// Notes on the drawing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Time zone and error handling.
    #[serde(default, skip_serializing_if = "WorkflowProperties::is_default")]
    pub properties: WorkflowProperties,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Scenario {
    /// The moment the run begins.
    pub fn start_time(&self) -> SimTime {
        SimTime::from_date(self.start)
    }

    /// The moment the run ends: `weeks` times seven days after its start.
    pub fn end_time(&self) -> SimTime {
        self.start_time() + SimSpan::from_days(7 * i64::from(self.weeks))
    }

    /// The names of all lists: those that are there, then those that a List update of the workflow makes.
    pub fn list_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.lists.iter().map(|list| list.name.as_str()).collect();
        for activity in &self.workflow.activities {
            if let activity::Settings::ListUpdate(update) = &activity.settings
                && !update.list.trim().is_empty()
                && !names.contains(&update.list.as_str())
            {
                names.push(&update.list);
            }
        }
        names
    }

    /// The template with this internal name.
    pub fn template(&self, name: &str) -> Option<&DeliveryTemplate> {
        self.templates.iter().find(|template| template.name == name)
    }
}

impl Workflow {
    /// The activity with this name.
    pub fn activity(&self, name: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.name == name)
    }

    /// The time zone of an activity: its own, else the workflow's, else the server's, which is UTC
    /// (`managing-time-zones` page). None where the name of the zone is not known.
    pub fn zone_of(&self, activity: &Activity) -> Option<Zone> {
        let named = activity.advanced.time_zone.as_ref().or(self.properties.time_zone.as_ref());
        named.map_or(Some(Zone::Utc), ZoneName::zone)
    }

    /// Whether a transition leads into the activity.
    pub fn has_inbound(&self, name: &str) -> bool {
        self.transitions.iter().any(|transition| transition.to == name)
    }
}
