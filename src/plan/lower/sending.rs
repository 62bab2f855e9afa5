//! Makes activities that make or steer deliveries runnable.

use std::rc::Rc;

use super::Builder;
use crate::people::{Condition, Operator};
use crate::plan::sending::{DeliveryStep, Properties, Sending, Which};
use crate::scenario::activity::Settings;
use crate::scenario::activity::sending::{
    Channel, ControlledDelivery, DeliverySettings, WhichContent, WhichDelivery, WhichRecipients,
};
use crate::scenario::properties::DeliveryProperties;

impl Builder<'_> {
    pub(super) fn sending(&mut self, name: &str, settings: &Settings) -> Option<Sending> {
        match settings {
            Settings::ChannelDelivery(delivery) => {
                let own = DeliveryProperties { channel: delivery.channel, ..delivery.properties.clone() };
                let properties = self.properties(Some(name), &own);
                let creative = Rc::new(delivery.creative.clone());
                Some(Sending::Channel { creative, properties: Rc::new(properties) })
            }
            Settings::Delivery(delivery) => Some(Sending::Delivery(self.delivery(name, delivery)?)),
            Settings::DeliveryControl(control) => {
                let step = match &control.delivery {
                    ControlledDelivery::FromTransition => None,
                    ControlledDelivery::Explicit { activity } => Some(self.step(activity)),
                };
                Some(Sending::Control(step, control.action))
            }
            _ => None,
        }
    }

    fn delivery(&mut self, name: &str, delivery: &DeliverySettings) -> Option<DeliveryStep> {
        let which = match &delivery.delivery {
            WhichDelivery::FromTransition => Which::FromTransition,
            WhichDelivery::Explicit { creative, properties } => {
                Which::Explicit(Rc::new(creative.clone()), Rc::new(self.properties(Some(name), properties)))
            }
            WhichDelivery::Computed { template, label } => {
                Which::Computed(self.template(template), label.as_str().into())
            }
            WhichDelivery::New { template } => Which::New(self.template(template)),
        };
        let recipients = match &delivery.recipients {
            WhichRecipients::FromTransition => None,
            WhichRecipients::InDelivery { condition } => Some(self.selector(Some(name), condition)?),
        };
        Some(DeliveryStep {
            which,
            recipients,
            takes_content: delivery.content == WhichContent::FromTransition,
            action: delivery.action,
            without_target: delivery.without_target,
        })
    }

    /// Assumption: a postal address is there where the town is.
    pub(super) fn properties(&mut self, activity: Option<&str>, from: &DeliveryProperties) -> Properties {
        let address = match from.channel {
            Channel::Email => None,
            Channel::Sms => Some("mobilePhone"),
            Channel::DirectMail => Some("city"),
        };
        let without_address =
            address.and_then(|name| self.selector(activity, &Condition::is(name, Operator::IsEmpty)));
        let rules = from.filtering_rules.iter().filter_map(|rule| self.selector(activity, rule)).collect();
        Properties {
            channel: from.channel,
            approval: from.approval,
            excludes_duplicates: from.excludes_duplicates,
            without_address,
            filtering_rules: rules,
            pressure: from.pressure,
            capacity_per_day: from.capacity_per_day,
            validity_days: from.validity_days,
            postponed_hours: from.postponed_hours,
            has_opt_out_link: from.has_opt_out_link,
        }
    }
}
