//! What is set for a workflow, a campaign, a delivery and the instance as a whole.

use serde::{Deserialize, Serialize};

use super::activity::advanced::OnError;
use super::channel::Channel;
use crate::people::Condition;
use crate::schedule::ZoneName;

/// The properties of a workflow (`workflow-properties` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(default)]
pub struct WorkflowProperties {
    /// The time zone of its activities, by its IANA name; none is that of the server, which is UTC here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<ZoneName>,
    /// *In case of error*.
    pub on_error: OnError,
    /// *Consecutive errors*: with the one that reaches this number, in a row in one activity, the workflow is paused
    /// although errors are ignored; 0 means no limit.
    pub consecutive_errors: u32,
    /// *Keep the result of interim populations between two executions*; never in production.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub keeps_interim_results: bool,
}

/// The approvals of a campaign (`marketing-campaign-approval` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(default)]
pub struct CampaignApprovals {
    /// The target of each delivery must be approved.
    pub target: bool,
    /// The content of each delivery must be approved.
    pub content: bool,
    /// How many days operators have; three by default.
    pub days: u32,
}

/// How a delivery made from a template is prepared and sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(default)]
pub struct DeliveryProperties {
    /// The channel.
    pub channel: Channel,
    /// *Approval mode* of the *Approvals* tab (`delivery-analysis` page).
    pub approval: ApprovalMode,
    /// *Exclude duplicate addresses during delivery*; on by default (`create-message` page).
    pub excludes_duplicates: bool,
    /// Filtering rules: whoever matches one is excluded (`filtering-rules` page).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filtering_rules: Vec<Condition>,
    /// A pressure rule (`pressure-rules` page).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pressure: Option<PressureRule>,
    /// A capacity rule: at most this many messages a day from all deliveries with it (`consistency-rules` page).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity_per_day: Option<u32>,
    /// *Delivery duration* of the *Validity* tab, in days; 5 by default.
    pub validity_days: u32,
    /// *Postpone the delivery*: hours between the analysis and the contact date.
    #[serde(skip_serializing_if = "is_zero")]
    pub postponed_hours: u32,
    /// Whether the content has the unsubscription link that a control rule looks for.
    pub has_opt_out_link: bool,
}

/// At most so many messages in so many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PressureRule {
    /// The most messages, this one included.
    pub messages: u32,
    /// In how many days back from the contact date.
    pub days: u32,
}

/// Whether a prepared delivery waits for somebody (`delivery-analysis` page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ApprovalMode {
    /// *Automatic*: it starts by itself.
    #[default]
    Automatic,
    /// *Semi-automatic*: it starts by itself if the analysis gave no warning.
    SemiAutomatic,
    /// *Manual*: somebody must confirm it.
    Manual,
}

/// The technical workflows of the instance (`technical-workflows` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(default)]
pub struct TechnicalWorkflows {
    /// *Tracking*: collects opens and clicks at each full hour.
    pub tracking: bool,
    /// *Delivery indicators*: refreshes the counts of the delivery list at each full hour.
    pub delivery_indicators: bool,
    /// *Jobs on deliveries*: starts deliveries that were approved or whose contact date has come.
    pub delivery_jobs: bool,
    /// *Paused workflows cleanup*: Mondays at 05:00.
    pub paused_workflows: bool,
    /// *Database cleanup*: daily at 04:00.
    pub cleanup: Retention,
}

/// How long the cleanup keeps log rows (`data-model-best-practices` page). Values differ by instance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Retention {
    /// No cleanup: nothing is purged. Assumption: the lab's default, so that a year can be seen whole.
    #[default]
    KeepAll,
    /// As a v7 instance: delivery and tracking logs for 180 days.
    V7,
    /// As a v8 instance: delivery logs for six months, tracking logs for a year.
    V8,
}

/// A list of recipients (`list-update` page), or an information service to which they subscribe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NamedPeople {
    /// Its internal name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// Who is in it when the run begins; none means nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<Condition>,
}

impl Default for CampaignApprovals {
    fn default() -> Self {
        Self { target: false, content: false, days: 3 }
    }
}

impl CampaignApprovals {
    /// Whether nothing is set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl WorkflowProperties {
    /// Whether nothing is set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for DeliveryProperties {
    fn default() -> Self {
        Self {
            channel: Channel::Email,
            approval: ApprovalMode::Automatic,
            excludes_duplicates: true,
            filtering_rules: Vec::new(),
            pressure: None,
            capacity_per_day: None,
            validity_days: 5,
            postponed_hours: 0,
            has_opt_out_link: true,
        }
    }
}

impl DeliveryProperties {
    /// Whether nothing is set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for TechnicalWorkflows {
    fn default() -> Self {
        Self {
            tracking: true,
            delivery_indicators: true,
            delivery_jobs: true,
            paused_workflows: true,
            cleanup: Retention::KeepAll,
        }
    }
}

impl TechnicalWorkflows {
    /// Whether nothing is set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(value: &u32) -> bool {
    *value == 0
}
