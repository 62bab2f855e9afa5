//! The activities of a campaign workflow and what a person can set on each.

pub mod advanced;
pub mod flow;
mod kind;
pub mod ports;
pub mod sending;
pub mod targeting;

use serde::{Deserialize, Serialize};

use self::advanced::Advanced;
pub use self::kind::{ActivityKind, Tab};
use self::targeting::{Dimension, LinkFilter};
use super::creative::Creative;
use super::properties::DeliveryProperties;
use crate::base::rest::Rest;
use crate::people::Condition;
use crate::schedule::Schedule;

/// One box of the drawing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// The internal name: unique in the workflow, part of the key of every draw, never shown by itself.
    pub name: String,
    /// The label a person gave; of a delivery activity also the label of the deliveries it makes.
    pub label: String,
    /// The left edge in the drawing, in world units.
    pub x: i32,
    /// The top edge in the drawing, in world units.
    pub y: i32,
    /// What the activity does.
    pub settings: Settings,
    /// The Advanced tab.
    #[serde(default, skip_serializing_if = "Advanced::is_default")]
    pub advanced: Advanced,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An arrow from one activity to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Transition {
    /// The name of the activity it leaves.
    pub from: String,
    /// The name of the activity it enters.
    pub to: String,
    /// The name of the output it leaves by, such as `complement` or a subset's name; none is the main one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What an activity does, one variant per activity of the palette.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Settings {
    /// Marks where a branch begins (`start-and-end` page).
    Start(MarkSettings),
    /// Marks where a branch ends (`start-and-end` page).
    End(flow::EndSettings),
    /// Activates its transition at scheduled times (`scheduler` page).
    Scheduler(SchedulerSettings),
    /// Selects everyone who matches, each time anew (`query` page).
    Query(QuerySettings),
    /// Selects those who match and were not selected before (`incremental-query` page).
    IncrementalQuery(IncrementalQuerySettings),
    /// Takes up a stored list (`read-list` page).
    ReadList(targeting::ReadListSettings),
    /// Merges populations; waits for all (`union` page).
    Union(targeting::UnionSettings),
    /// Keeps what all populations share; waits for all (`intersection` page).
    Intersection(targeting::IntersectionSettings),
    /// Takes populations out of the main one (`exclusion` page).
    Exclusion(targeting::ExclusionSettings),
    /// Divides a population (`split` page).
    Split(targeting::SplitSettings),
    /// Drops doubles (`deduplication` page).
    Deduplication(targeting::DeduplicationSettings),
    /// Adds columns (`enrichment` page).
    Enrichment(targeting::EnrichmentSettings),
    /// Changes what a population consists of (`change-dimension` page).
    ChangeDimension(targeting::ChangeDimensionSettings),
    /// Divides a population into cells (`cells` page).
    Cells(targeting::CellsSettings),
    /// Subscribes or unsubscribes a population (`subscription-services` page).
    Subscription(targeting::SubscriptionSettings),
    /// Saves a population to a list (`list-update` page).
    ListUpdate(targeting::ListUpdateSettings),
    /// Writes to the records of a population (`update-data` page).
    UpdateData(targeting::UpdateDataSettings),
    /// Activates several branches (`fork` page).
    Fork(flow::ForkSettings),
    /// Waits for all branches and passes one population on (`and-join` page).
    AndJoin(flow::AndJoinSettings),
    /// Activates the first branch whose condition is true (`test` page).
    Test(flow::TestSettings),
    /// Passes on after a delay (`wait` page).
    Wait(flow::WaitSettings),
    /// Passes on in a window of time only (`time-constraint` page).
    TimeConstraint(flow::TimeConstraintSettings),
    /// Passes on when a signal comes (`external-signal` page).
    ExternalSignal(flow::ExternalSignalSettings),
    /// Runs another workflow and waits for it (`sub-workflow` page).
    SubWorkflow(flow::SubWorkflowSettings),
    /// Goes on at the Jump end of its number (`jump--start-point-and-end-point-` page).
    JumpStart(flow::JumpSettings),
    /// Where a Jump start leads (`jump--start-point-and-end-point-` page).
    JumpEnd(flow::JumpSettings),
    /// Asks operators (`approval` page).
    Approval(flow::ApprovalSettings),
    /// Sends operators a message (`alert` page).
    Alert(flow::AlertSettings),
    /// Gives somebody a task (`task` page).
    Task(flow::TaskSettings),
    /// Email, Mobile or Direct mail: one delivery, executed once (`cross-channel-deliveries` page).
    ChannelDelivery(sending::ChannelDeliverySettings),
    /// Makes a new delivery at each run (`recurring-delivery` page).
    RecurringDelivery(RecurringDeliverySettings),
    /// Makes, prepares or starts a delivery (`delivery` page).
    Delivery(sending::DeliverySettings),
    /// Starts, pauses or stops a delivery (`delivery-control` page).
    DeliveryControl(sending::DeliveryControlSettings),
    /// Appends to one delivery while nothing changed (`continuous-delivery` page).
    ContinuousDelivery(ContinuousDeliverySettings),
    /// A script: shown, never executed (`action-activities` page).
    Script(sending::ScriptSettings),
    /// Needs systems that the lab does not have (`action-activities` and `event-activities` pages).
    Outside(sending::OutsideSettings),
}

/// A Start has nothing to set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MarkSettings {
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Scheduler's dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SchedulerSettings {
    /// When the transition is activated.
    pub schedule: Schedule,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Query's dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct QuerySettings {
    /// Who is selected.
    pub condition: Condition,
    /// *Targeting dimension*: what is selected. The filtering dimension is always the recipient.
    #[serde(default, skip_serializing_if = "Dimension::is_recipients")]
    pub dimension: Dimension,
    /// What is asked of linked tables; all of it must hold too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkFilter>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Incremental query's dialog, with its tab *Scheduling & History*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IncrementalQuerySettings {
    /// Who is selected, before those already targeted are taken out.
    pub condition: Condition,
    /// *Schedule execution*: none means that it runs at once, one time only, or when a transition enters it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// *History in days*: how long a targeted recipient stays excluded; 0 means for ever.
    pub history_days: u32,
    /// *Keep history when starting*: off means that a start of the workflow empties the history.
    pub keep_history: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Recurring delivery: a campaign-specific copy of a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RecurringDeliverySettings {
    /// The internal name of the template it was copied from.
    pub template: String,
    /// *Delivery code*: the same on every instance; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub delivery_code: String,
    /// Its own copy of the creative.
    pub creative: Creative,
    /// Its own copy of the template's properties.
    #[serde(default, skip_serializing_if = "DeliveryProperties::is_default")]
    pub properties: DeliveryProperties,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

/// The Continuous delivery's small form: a reference to a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContinuousDeliverySettings {
    /// The internal name of the template it refers to.
    pub template: String,
    /// *Process errors*: an output for file-system errors; errors of configuration do not take it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub process_errors: bool,
    /// Fields of later versions.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Activity {
    /// An activity at this place of the drawing, with an untouched Advanced tab.
    pub fn new(name: &str, label: &str, (x, y): (i32, i32), settings: Settings) -> Self {
        let (name, label) = (name.to_owned(), label.to_owned());
        Self { name, label, x, y, settings, advanced: Advanced::default(), rest: Rest::new() }
    }
}

impl Transition {
    /// A transition from the main output of an activity.
    pub fn new(from: &str, to: &str) -> Self {
        Self { from: from.to_owned(), to: to.to_owned(), output: None, rest: Rest::new() }
    }
}

impl QuerySettings {
    /// A Query of recipients with this condition.
    pub fn of(condition: Condition) -> Self {
        Self { condition, dimension: Dimension::default(), links: Vec::new(), rest: Rest::new() }
    }
}

impl Settings {
    /// The schedule by which the activity launches itself, if it has one.
    pub fn schedule(&self) -> Option<&Schedule> {
        match self {
            Self::Scheduler(scheduler) => Some(&scheduler.schedule),
            Self::IncrementalQuery(query) => query.schedule.as_ref(),
            _ => None,
        }
    }

    /// The condition by which the activity selects, if it selects.
    pub fn condition(&self) -> Option<&Condition> {
        match self {
            Self::Query(query) => Some(&query.condition),
            Self::IncrementalQuery(query) => Some(&query.condition),
            _ => None,
        }
    }

    /// Renames the other activities that this one names.
    pub(super) fn rename(&mut self, mut rename: impl FnMut(&mut String)) {
        match self {
            Self::AndJoin(join) => join.main_set.iter_mut().for_each(rename),
            Self::Exclusion(set) => set.main_set.iter_mut().for_each(rename),
            Self::Query(query) => {
                for filter in &mut query.links {
                    if let LinkFilter::Received { activity, .. } | LinkFilter::Reacted { activity, .. } =
                        filter
                    {
                        activity.iter_mut().for_each(&mut rename);
                    }
                }
            }
            Self::DeliveryControl(control) => {
                if let sending::ControlledDelivery::Explicit { activity } = &mut control.delivery {
                    rename(activity);
                }
            }
            _ => {}
        }
    }

    /// The internal name of the delivery template, of a delivery activity.
    pub fn template(&self) -> Option<&str> {
        match self {
            Self::RecurringDelivery(delivery) => Some(&delivery.template),
            Self::ContinuousDelivery(delivery) => Some(&delivery.template),
            Self::ChannelDelivery(delivery) => Some(&delivery.template),
            Self::Delivery(delivery) => delivery.delivery.template(),
            _ => None,
        }
    }

    /// That template where it is read anew at each run, and whoever refers to it has what becomes of it; none where the
    /// activity holds a copy.
    pub fn referred_template(&self) -> Option<&str> {
        let refers = matches!(self, Self::ContinuousDelivery(_) | Self::Delivery(_));
        self.template().filter(|_| refers)
    }
}
