//! The form of the Recurring delivery: template, delivery code, its own copy of the creative.

use yew::prelude::*;

use super::creative::CreativeEditor;
use super::properties::property_fields;
use super::template::template_choice;
use super::{Delivering, kind_switch, made_line};
use crate::scenario::activity::{ActivityKind, RecurringDeliverySettings, Settings};
use crate::scenario::edit::Edit;
use crate::text::inspector::{delivery as words, sending};
use crate::ui::inspector::field::Field;
use crate::ui::inspector::parts::{fold, section};

/// The sections.
pub fn recurring_sections(delivering: &Delivering<'_>, delivery: &RecurringDeliverySettings) -> Html {
    let words = words::of(delivering.pen.lang);
    let own = {
        let kept = delivery.clone();
        delivering.properties(&delivery.properties, move |properties| {
            Settings::RecurringDelivery(RecurringDeliverySettings { properties, ..kept.clone() })
        })
    };
    let body = html! {
        <>
            { made_line(delivering) }
            { kind_switch(delivering, ActivityKind::RecurringDelivery) }
            { template_choice(delivering, &delivery.template, words.template_is_copied.into()) }
            { code_field(delivering, &delivery.delivery_code) }
        </>
    };
    html! {
        <>
            { section(words.delivery, body) }
            <CreativeEditor pen={delivering.pen.clone()} activity={delivering.activity.clone()} run={delivering.props.run.clone()}
                scenario={delivering.scenario.clone()} shown={delivering.shown} />
            { fold(sending::of(delivering.pen.lang).properties, false, property_fields(&own, true)) }
        </>
    }
}

fn code_field(delivering: &Delivering<'_>, code: &str) -> Html {
    let words = words::of(delivering.pen.lang);
    let activity = delivering.activity.clone();
    let read = Callback::from(move |typed: AttrValue| {
        Ok(Edit::SetDeliveryCode { activity: activity.to_string(), code: typed.trim().to_owned() })
    });
    html! {
        <Field id="ins-code" label={words.code} applied={code.to_owned()} {read} hint={words.code_hint}
            pen={delivering.pen.clone()} />
    }
}
