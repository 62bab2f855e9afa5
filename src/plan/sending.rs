//! Activities that make or steer deliveries, besides the recurring and the continuous one, made runnable.

use std::rc::Rc;

use super::{StepIdx, TemplateIdx};
use crate::people::Selector;
use crate::scenario::activity::sending::{Channel, ControlAction, DeliveryAction};
use crate::scenario::creative::Creative;
use crate::scenario::properties::{ApprovalMode, PressureRule};

/// How a delivery is prepared and sent.
#[derive(Debug)]
pub struct Properties {
    /// The channel.
    pub channel: Channel,
    /// The approval mode.
    pub approval: ApprovalMode,
    /// Whether duplicate addresses are excluded.
    pub excludes_duplicates: bool,
    /// Who has no address of the channel; none for e-mail, whose addresses never change.
    pub without_address: Option<Selector>,
    /// Filtering rules: whoever matches one is excluded.
    pub filtering_rules: Vec<Selector>,
    /// The pressure rule.
    pub pressure: Option<PressureRule>,
    /// The capacity rule: messages a day.
    pub capacity_per_day: Option<u32>,
    /// The validity in days.
    pub validity_days: u32,
    /// Hours between the analysis and the contact date.
    pub postponed_hours: u32,
    /// Whether the content has the unsubscription link.
    pub has_opt_out_link: bool,
}

/// An activity that makes or steers deliveries.
#[derive(Debug)]
pub enum Sending {
    /// A channel's delivery: one object, executed once.
    Channel {
        /// Its own copy of the creative.
        creative: Rc<Creative>,
        /// Its own copy of the properties.
        properties: Rc<Properties>,
    },
    /// Delivery.
    Delivery(DeliveryStep),
    /// Delivery control: of the delivery that the transition names, or of the newest of an activity.
    Control(Option<StepIdx>, ControlAction),
}

/// A Delivery activity.
#[derive(Debug)]
pub struct DeliveryStep {
    /// Which delivery.
    pub which: Which,
    /// Who, where the delivery says it.
    pub recipients: Option<Selector>,
    /// Whether the content is that of the delivery that the transition names.
    pub takes_content: bool,
    /// What is done.
    pub action: DeliveryAction,
    /// Whether the outbound transition carries nobody.
    pub without_target: bool,
}

/// Which delivery a Delivery activity works on.
#[derive(Debug)]
pub enum Which {
    /// The one that the transition names.
    FromTransition,
    /// Always the same one.
    Explicit(Rc<Creative>, Rc<Properties>),
    /// The one of this label, made from the template if there is none.
    Computed(TemplateIdx, Rc<str>),
    /// Another one at each run.
    New(TemplateIdx),
}
