//! The form of a channel's delivery: Email, Mobile or Direct mail, with its own copy of a template.

use yew::prelude::*;

use super::creative::CreativeEditor;
use super::properties::property_fields;
use super::template::template_choice;
use super::{Delivering, made_line};
use crate::scenario::activity::Settings;
use crate::scenario::activity::sending::ChannelDeliverySettings;
use crate::scenario::properties::DeliveryProperties;
use crate::text::inspector::{delivery as shared, forms, sending as words};
use crate::ui::inspector::forms::sheet::Sheet;
use crate::ui::inspector::parts::{fold, section};

/// The sections.
pub fn channel_sections(delivering: &Delivering<'_>, delivery: &ChannelDeliverySettings) -> Html {
    let lang = delivering.pen.lang;
    let (words, shared, forms) = (words::of(lang), shared::of(lang), forms::of(lang));
    let sheet = delivering.sheet(delivery, Settings::ChannelDelivery);
    let means = if delivery.outbound { words.outbound_means } else { forms.no_outbound };
    let own = {
        let kept = delivery.clone();
        delivering.properties(&delivery.properties, move |properties: DeliveryProperties| {
            Settings::ChannelDelivery(ChannelDeliverySettings { properties, ..kept.clone() })
        })
    };
    let body = html! {
        <>
            { made_line(delivering) }
            { template_choice(delivering, &delivery.template, shared.template_is_copied.into()) }
            { sheet.tick("ins-outbound", forms.outbound, delivery.outbound, means, |next| next.outbound = !next.outbound) }
        </>
    };
    html! {
        <>
            { section(shared.delivery, body) }
            <CreativeEditor pen={delivering.pen.clone()} activity={delivering.activity.clone()} run={delivering.props.run.clone()}
                scenario={delivering.scenario.clone()} shown={delivering.shown} />
            { fold(words.properties, false, property_fields(&own, false)) }
        </>
    }
}

impl Delivering<'_> {
    /// The activity's form as a whole.
    pub(super) fn sheet<S: Clone + 'static>(&self, now: &S, wrap: fn(S) -> Settings) -> Sheet<'_, S> {
        Sheet::of(self.props, &self.pen, &self.activity, now, wrap)
    }

    /// The properties that the activity holds.
    pub(super) fn properties(
        &self,
        now: &DeliveryProperties,
        wrap: impl Fn(DeliveryProperties) -> Settings + 'static,
    ) -> Sheet<'_, DeliveryProperties> {
        let activity = self.activity.to_string();
        Sheet::new(self.props, &self.pen, now, move |next| crate::scenario::edit::Edit::SetSettings {
            activity: activity.clone(),
            settings: Box::new(wrap(next)),
        })
    }
}
