//! The settings of the Targeting tab: activities that make, combine and divide populations.

use serde::{Deserialize, Serialize};

use crate::people::{Condition, Scalar};

/// What a population consists of (`query` page: targeting dimension).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Dimension {
    /// Rows of `nms:recipient`.
    #[default]
    Recipients,
    /// Contracts, of which a recipient has none, one or several.
    ///
    /// Assumption: the lab invents them, so that there is something to change the dimension from.
    Contracts,
}

impl Dimension {
    /// Whether it is the recipient.
    pub fn is_recipients(&self) -> bool {
        *self == Self::Recipients
    }
}

/// What a Query asks of tables that are linked to the recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[serde(tag = "type")]
pub enum LinkFilter {
    /// Is in a list.
    InList {
        /// The list's internal name.
        list: String,
        /// Turns the question round.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        not: bool,
    },
    /// Is subscribed to an information service.
    Subscribed {
        /// The service's internal name.
        service: String,
        /// Turns the question round.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        not: bool,
    },
    /// Has a broadLog row of the last days. Rows that the cleanup purged are not found any more.
    Received {
        /// The delivery activity whose rows count; none means any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        activity: Option<String>,
        /// How many days back, 1 to 3,650.
        days: u32,
        /// Turns the question round.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        not: bool,
    },
    /// Has a tracking row of the last days: opened or clicked.
    Reacted {
        /// The delivery activity whose rows count; none means any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        activity: Option<String>,
        /// How many days back, 1 to 3,650.
        days: u32,
        /// Turns the question round.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        not: bool,
    },
}

/// The Read list's dialog (`read-list` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadListSettings {
    /// The list's internal name.
    pub list: String,
}

/// The Union's dialog (`union` page): it has nothing to set here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnionSettings {}

/// The Intersection's dialog (`intersection` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IntersectionSettings {
    /// *Generate complement*: who is in some inbound population and not in all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complement: bool,
}

/// The Exclusion's dialog (`exclusion` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ExclusionSettings {
    /// The activity whose population is the main set; the others are taken out of it. None means the first
    /// transition in the drawing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_set: Option<String>,
    /// *Generate complement*: who was taken out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complement: bool,
}

/// The Split's dialog (`split` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SplitSettings {
    /// The subsets in order; each takes from what those before it left.
    pub subsets: Vec<Subset>,
    /// *Generate complement*: who is in no subset.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complement: bool,
}

/// One subset of a Split; it has an output of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Subset {
    /// The name of its output, unique in the activity.
    pub name: String,
    /// *Add a filtering condition*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Condition>,
    /// A condition on a column that an Enrichment added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enriched: Option<EnrichedTest>,
    /// *Limit the selected records*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<SubsetLimit>,
}

/// A comparison of an enriched column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EnrichedTest {
    /// The column.
    pub column: EnrichedColumn,
    /// How it is compared.
    pub operator: Comparator,
    /// With what.
    pub value: i64,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Comparator {
    /// The same.
    #[default]
    Equals,
    /// Not the same.
    NotEquals,
    /// More.
    Greater,
    /// The same or more.
    AtLeast,
    /// Less.
    Less,
    /// The same or less.
    AtMost,
}

/// How a subset is limited in size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubsetLimit {
    /// How many.
    pub size: SubsetSize,
    /// Who: at random, or the first ones.
    #[serde(default)]
    pub selection: SubsetSelection,
}

/// A size of a subset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SubsetSize {
    /// This many records.
    Records(u32),
    /// *Size (in %)*: this share of the inbound population, whatever the filter leaves, in hundredths of a percent: 2,500 is a quarter.
    ShareOfTenThousand(u32),
}

/// Who a limited subset consists of (`split` page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SubsetSelection {
    /// *Activate random sampling*.
    #[default]
    Random,
    /// *Keep only the first records after sorting*. Assumption: sorted by the recipients' numbers.
    First,
}

/// The Deduplication's dialog (`deduplication` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeduplicationSettings {
    /// The attribute in which doubles agree, such as `email`.
    pub attribute: String,
    /// *Deduplication method*.
    #[serde(default)]
    pub keep: KeptDouble,
    /// *Generate complement*: the doubles that were dropped.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub complement: bool,
}

/// Which record of a group of doubles is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum KeptDouble {
    /// *Choose for me*: one drawn at random.
    #[default]
    #[serde(alias = "atRandom")]
    ChooseForMe,
    /// *Non-empty value*: the first that has an e-mail address, or else the first.
    NonEmptyEmail,
}

/// The Enrichment's dialog (`enrichment` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EnrichmentSettings {
    /// *Add data*.
    pub columns: Vec<EnrichedColumn>,
}

/// A column that an Enrichment adds to the work table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum EnrichedColumn {
    /// How many contracts the recipient has.
    Contracts,
    /// How many broadLog rows the recipient has in all deliveries so far.
    MessagesReceived,
    /// How many days ago the recipient last had a message; 9,999 where never.
    DaysSinceLastMessage,
}

/// The Change dimension's dialog (`change-dimension` page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChangeDimensionSettings {
    /// What the population consists of afterwards.
    pub to: Dimension,
}

/// The Cells' dialog (`cells` page): subsets side by side, each with an output of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CellsSettings {
    /// The cells in order; each takes from what those before it left.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The name of its output, unique in the activity.
    pub name: String,
    /// Who belongs to it.
    pub condition: Condition,
}

/// The Subscription services' dialog (`subscription-services` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubscriptionSettings {
    /// The service's internal name.
    pub service: String,
    /// *Subscription* or *Unsubscription*.
    #[serde(default)]
    pub action: SubscriptionAction,
    /// *Generate an outbound transition*.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outbound: bool,
}

/// What is done to the subscriptions of a population.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SubscriptionAction {
    /// Subscribes.
    #[default]
    Subscribe,
    /// Unsubscribes.
    Unsubscribe,
}

/// The List update's dialog (`list-update` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ListUpdateSettings {
    /// The list's internal name; it is made if there is none.
    pub list: String,
    /// *Purge the list if it exists*: the list holds this population alone. Otherwise it is added.
    #[serde(default = "yes")]
    pub purge: bool,
    /// *Generate an outbound transition*.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outbound: bool,
}

/// The Update data's dialog (`update-data` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UpdateDataSettings {
    /// The attribute that is written, such as `newsletter` or `loyalty`.
    pub attribute: String,
    /// The value written to everyone.
    pub value: Scalar,
    /// *Generate an outbound transition*.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outbound: bool,
    /// *Generate an outbound transition for the rejects*: those who are not in the database.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rejects: bool,
}

fn yes() -> bool {
    true
}
