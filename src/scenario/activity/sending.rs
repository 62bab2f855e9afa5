//! The settings of activities that make, feed or steer deliveries, besides the recurring and the continuous one.

use serde::{Deserialize, Serialize};

use crate::people::Condition;
pub use crate::scenario::channel::Channel;
use crate::scenario::creative::Creative;
use crate::scenario::properties::DeliveryProperties;

/// The dialog of a channel's delivery: Email, Mobile (SMS) or Direct mail; one object, executed once
/// (`cross-channel-deliveries` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChannelDeliverySettings {
    /// The channel.
    pub channel: Channel,
    /// The internal name of the template it was copied from.
    pub template: String,
    /// Its own copy of the creative.
    pub creative: Creative,
    /// Its own copy of the template's properties.
    #[serde(default, skip_serializing_if = "DeliveryProperties::is_default")]
    pub properties: DeliveryProperties,
    /// *Generate an outbound transition*.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outbound: bool,
}

/// The Delivery's dialog (`delivery` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeliverySettings {
    /// *Delivery*: which one.
    pub delivery: WhichDelivery,
    /// *Recipients*.
    #[serde(default)]
    pub recipients: WhichRecipients,
    /// *Content*.
    #[serde(default)]
    pub content: WhichContent,
    /// *Action to perform*.
    #[serde(default)]
    pub action: DeliveryAction,
    /// *Generate an outbound transition*.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outbound: bool,
    /// *Do not retrieve the target population*: the outbound transition carries nobody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_target: bool,
    /// *Process errors*: an output for when the activity fails.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub process_errors: bool,
}

/// Which delivery a Delivery activity works on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(tag = "type")]
pub enum WhichDelivery {
    /// *Specified in the transition*: the one that the inbound event names.
    FromTransition,
    /// *Explicit*: always the same one, with this content.
    Explicit {
        /// Its content.
        creative: Creative,
        /// Its properties.
        #[serde(default, skip_serializing_if = "DeliveryProperties::is_default")]
        properties: DeliveryProperties,
    },
    /// *Computed by a script*: the one whose label the pattern gives, made from the template if there is none.
    Computed {
        /// The template's internal name.
        template: String,
        /// The pattern of the label, as in a template's label script.
        label: String,
    },
    /// *New, created from a template*: another one at each run.
    New {
        /// The template's internal name.
        template: String,
    },
}

impl WhichDelivery {
    /// The internal name of the template it is made from, unless it is another's or has content of its own.
    pub fn template(&self) -> Option<&str> {
        match self {
            Self::Computed { template, .. } | Self::New { template } => Some(template),
            Self::FromTransition | Self::Explicit { .. } => None,
        }
    }
}

/// Where a delivery's recipients come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(tag = "type")]
pub enum WhichRecipients {
    /// *Specified by the inbound event(s)*.
    #[default]
    FromTransition,
    /// *Specified in the delivery*: everyone of this condition.
    InDelivery {
        /// Who.
        condition: Condition,
    },
}

/// Where a delivery's content comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum WhichContent {
    /// *Specified in the delivery*.
    #[default]
    InDelivery,
    /// *Specified by the inbound event*.
    FromTransition,
}

/// What a Delivery activity does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DeliveryAction {
    /// *Save*: the delivery is made and nothing else.
    Save,
    /// *Estimate the target*.
    EstimateTarget,
    /// *Prepare*: analysis; does not send.
    Prepare,
    /// *Send a proof*.
    SendProof,
    /// *Prepare and start*: analysis and sending.
    #[default]
    PrepareAndStart,
}

/// The Delivery control's dialog (`delivery-control` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeliveryControlSettings {
    /// Which delivery.
    #[serde(default)]
    pub delivery: ControlledDelivery,
    /// What is done to it. Steps already done are skipped.
    pub action: ControlAction,
}

/// Which delivery a Delivery control acts on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(tag = "type")]
pub enum ControlledDelivery {
    /// *Specified in the transition*.
    #[default]
    FromTransition,
    /// *Explicit*: the newest delivery of an activity.
    Explicit {
        /// The activity's name.
        activity: String,
    },
}

/// What a Delivery control does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ControlAction {
    /// *Start*.
    Start,
    /// *Pause*.
    Pause,
    /// *Stop*.
    Stop,
}

/// A script activity: shown and kept, never executed here; its activation passes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScriptSettings {
    /// Which activity it is.
    pub kind: ScriptKind,
    /// The text of the script.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// The script activities of the Actions tab (`action-activities` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ScriptKind {
    /// JavaScript code.
    JavaScript,
    /// Advanced JavaScript code.
    AdvancedJavaScript,
    /// SQL code.
    SqlCode,
    /// SQL data management.
    SqlDataManagement,
    /// Nlserver module.
    NlserverModule,
}

/// An activity that needs systems the lab does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OutsideSettings {
    /// Which activity it is.
    pub kind: OutsideKind,
}

/// Activities that are not simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum OutsideKind {
    /// Change data source: moves a work table to another database.
    ChangeDataSource,
    /// Edit schema: renames and converts columns of a work table.
    EditSchema,
    /// Offers by cell: asks the Interaction module.
    OffersByCell,
    /// Offer engine: asks the Interaction module.
    OfferEngine,
    /// Delivery outline: attaches an outline of a campaign.
    DeliveryOutline,
    /// CRM connector.
    CrmConnector,
    /// Content management.
    ContentManagement,
    /// Data loading (file).
    DataLoadingFile,
    /// Data loading (RDBMS).
    DataLoadingRdbms,
    /// Extraction (file).
    ExtractionFile,
    /// Loading (SOAP).
    LoadingSoap,
    /// Local approval: asks local entities of Distributed Marketing.
    LocalApproval,
    /// Update aggregate: refreshes a cube.
    UpdateAggregate,
    /// Mobile application deliveries to iOS: need an app and its service.
    Ios,
    /// Mobile application deliveries to Android: need an app and its service.
    Android,
    /// Other: an external channel.
    OtherChannel,
    /// File collector: an event activity.
    FileCollector,
    /// File transfer: an event activity.
    FileTransfer,
    /// Web download: an event activity.
    WebDownload,
    /// Inbound emails: an event activity.
    InboundEmails,
    /// Inbound SMS: an event activity.
    InboundSms,
}

impl ScriptKind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::JavaScript,
        Self::AdvancedJavaScript,
        Self::SqlCode,
        Self::SqlDataManagement,
        Self::NlserverModule,
    ];
}

impl OutsideKind {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::ChangeDataSource,
        Self::EditSchema,
        Self::OffersByCell,
        Self::OfferEngine,
        Self::DeliveryOutline,
        Self::CrmConnector,
        Self::ContentManagement,
        Self::DataLoadingFile,
        Self::DataLoadingRdbms,
        Self::ExtractionFile,
        Self::LoadingSoap,
        Self::LocalApproval,
        Self::UpdateAggregate,
        Self::Ios,
        Self::Android,
        Self::OtherChannel,
        Self::FileCollector,
        Self::FileTransfer,
        Self::WebDownload,
        Self::InboundEmails,
        Self::InboundSms,
    ];
}
