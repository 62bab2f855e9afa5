//! The kind of an activity without its settings, and the tab of the palette it is on.

use serde::{Deserialize, Serialize};

use super::Settings;
use super::sending::Channel;

/// The kind of an activity without its settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ActivityKind {
    /// Start.
    Start,
    /// End.
    End,
    /// Scheduler.
    Scheduler,
    /// Query.
    Query,
    /// Incremental query.
    IncrementalQuery,
    /// Read list.
    ReadList,
    /// Union.
    Union,
    /// Intersection.
    Intersection,
    /// Exclusion.
    Exclusion,
    /// Split.
    Split,
    /// Deduplication.
    Deduplication,
    /// Enrichment.
    Enrichment,
    /// Change dimension.
    ChangeDimension,
    /// Cells.
    Cells,
    /// Subscription.
    Subscription,
    /// List update.
    ListUpdate,
    /// Update data.
    UpdateData,
    /// Fork.
    Fork,
    /// And join.
    AndJoin,
    /// Test.
    Test,
    /// Wait.
    Wait,
    /// Time constraint.
    TimeConstraint,
    /// External signal.
    ExternalSignal,
    /// Sub workflow.
    SubWorkflow,
    /// Jump start.
    JumpStart,
    /// Jump end.
    JumpEnd,
    /// Approval.
    Approval,
    /// Alert.
    Alert,
    /// Task.
    Task,
    /// Email delivery.
    Email,
    /// Mobile (SMS) delivery.
    Sms,
    /// Direct mail delivery.
    DirectMail,
    /// Recurring delivery.
    RecurringDelivery,
    /// Delivery.
    Delivery,
    /// Delivery control.
    DeliveryControl,
    /// Continuous delivery.
    ContinuousDelivery,
    /// Script.
    Script,
    /// Outside.
    Outside,
}

/// A tab of the palette of a campaign workflow (`targeting-activities` page and its neighbours).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// Targeting.
    Targeting,
    /// Deliveries.
    Deliveries,
    /// Flow control.
    FlowControl,
    /// Actions.
    Actions,
    /// Not a tab of the product: what the lab shows and does not simulate.
    NotSimulated,
}

impl Tab {
    /// All of them, in the order of the palette.
    pub const ALL: [Self; 5] =
        [Self::Targeting, Self::Deliveries, Self::FlowControl, Self::Actions, Self::NotSimulated];
}

impl ActivityKind {
    /// All of them, in the order of the palette.
    pub const ALL: [Self; 38] = [
        Self::Start,
        Self::End,
        Self::Scheduler,
        Self::Query,
        Self::IncrementalQuery,
        Self::ReadList,
        Self::Union,
        Self::Intersection,
        Self::Exclusion,
        Self::Split,
        Self::Deduplication,
        Self::Enrichment,
        Self::ChangeDimension,
        Self::Cells,
        Self::Subscription,
        Self::ListUpdate,
        Self::UpdateData,
        Self::Fork,
        Self::AndJoin,
        Self::Test,
        Self::Wait,
        Self::TimeConstraint,
        Self::ExternalSignal,
        Self::SubWorkflow,
        Self::JumpStart,
        Self::JumpEnd,
        Self::Approval,
        Self::Alert,
        Self::Task,
        Self::Email,
        Self::Sms,
        Self::DirectMail,
        Self::RecurringDelivery,
        Self::Delivery,
        Self::DeliveryControl,
        Self::ContinuousDelivery,
        Self::Script,
        Self::Outside,
    ];

    /// Whether the activity makes or feeds deliveries.
    pub const fn is_delivery(self) -> bool {
        matches!(
            self,
            Self::RecurringDelivery
                | Self::ContinuousDelivery
                | Self::Delivery
                | Self::Email
                | Self::Sms
                | Self::DirectMail
        )
    }

    /// The tab of the palette it is on.
    pub const fn tab(self) -> Tab {
        match self {
            Self::Query
            | Self::IncrementalQuery
            | Self::ReadList
            | Self::Union
            | Self::Intersection
            | Self::Exclusion
            | Self::Split
            | Self::Deduplication
            | Self::Enrichment
            | Self::ChangeDimension
            | Self::Cells
            | Self::Subscription
            | Self::ListUpdate
            | Self::UpdateData => Tab::Targeting,
            Self::Email | Self::Sms | Self::DirectMail | Self::RecurringDelivery => Tab::Deliveries,
            Self::Start
            | Self::End
            | Self::Scheduler
            | Self::Fork
            | Self::AndJoin
            | Self::Test
            | Self::Wait
            | Self::TimeConstraint
            | Self::ExternalSignal
            | Self::SubWorkflow
            | Self::JumpStart
            | Self::JumpEnd
            | Self::Approval
            | Self::Alert
            | Self::Task => Tab::FlowControl,
            Self::Delivery | Self::DeliveryControl | Self::ContinuousDelivery | Self::Script => Tab::Actions,
            Self::Outside => Tab::NotSimulated,
        }
    }
}

impl Settings {
    /// The kind of activity these settings belong to.
    pub fn kind(&self) -> ActivityKind {
        match self {
            Self::Start(_) => ActivityKind::Start,
            Self::End(_) => ActivityKind::End,
            Self::Scheduler(_) => ActivityKind::Scheduler,
            Self::Query(_) => ActivityKind::Query,
            Self::IncrementalQuery(_) => ActivityKind::IncrementalQuery,
            Self::ReadList(_) => ActivityKind::ReadList,
            Self::Union(_) => ActivityKind::Union,
            Self::Intersection(_) => ActivityKind::Intersection,
            Self::Exclusion(_) => ActivityKind::Exclusion,
            Self::Split(_) => ActivityKind::Split,
            Self::Deduplication(_) => ActivityKind::Deduplication,
            Self::Enrichment(_) => ActivityKind::Enrichment,
            Self::ChangeDimension(_) => ActivityKind::ChangeDimension,
            Self::Cells(_) => ActivityKind::Cells,
            Self::Subscription(_) => ActivityKind::Subscription,
            Self::ListUpdate(_) => ActivityKind::ListUpdate,
            Self::UpdateData(_) => ActivityKind::UpdateData,
            Self::Fork(_) => ActivityKind::Fork,
            Self::AndJoin(_) => ActivityKind::AndJoin,
            Self::Test(_) => ActivityKind::Test,
            Self::Wait(_) => ActivityKind::Wait,
            Self::TimeConstraint(_) => ActivityKind::TimeConstraint,
            Self::ExternalSignal(_) => ActivityKind::ExternalSignal,
            Self::SubWorkflow(_) => ActivityKind::SubWorkflow,
            Self::JumpStart(_) => ActivityKind::JumpStart,
            Self::JumpEnd(_) => ActivityKind::JumpEnd,
            Self::Approval(_) => ActivityKind::Approval,
            Self::Alert(_) => ActivityKind::Alert,
            Self::Task(_) => ActivityKind::Task,
            Self::ChannelDelivery(delivery) => match delivery.channel {
                Channel::Email => ActivityKind::Email,
                Channel::Sms => ActivityKind::Sms,
                Channel::DirectMail => ActivityKind::DirectMail,
            },
            Self::RecurringDelivery(_) => ActivityKind::RecurringDelivery,
            Self::Delivery(_) => ActivityKind::Delivery,
            Self::DeliveryControl(_) => ActivityKind::DeliveryControl,
            Self::ContinuousDelivery(_) => ActivityKind::ContinuousDelivery,
            Self::Script(_) => ActivityKind::Script,
            Self::Outside(_) => ActivityKind::Outside,
        }
    }
}
