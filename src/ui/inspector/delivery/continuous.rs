//! The small form of the Continuous delivery: a reference to a template, and the template's label script.

use yew::prelude::*;

use super::creative::CreativeEditor;
use super::template::{shared_with, template_choice, template_fold};
use super::{Delivering, kind_switch, made_line};
use crate::scenario::activity::{ActivityKind, ContinuousDeliverySettings, Settings};
use crate::scenario::edit::Edit;
use crate::text::inspector::{delivery as words, sending};
use crate::ui::inspector::field::Field;
use crate::ui::inspector::parts::section;
use crate::ui::inspector::reading;

/// The sections.
pub fn continuous_sections(delivering: &Delivering<'_>, delivery: &ContinuousDeliverySettings) -> Html {
    let words = words::of(delivering.pen.lang);
    let sending = sending::of(delivering.pen.lang);
    let sheet = delivering.sheet(delivery, Settings::ContinuousDelivery);
    let errors = if delivery.process_errors { sending.processed_means } else { sending.unprocessed_means };
    let body = html! {
        <>
            { made_line(delivering) }
            { kind_switch(delivering, ActivityKind::ContinuousDelivery) }
            { template_choice(delivering, &delivery.template, shared_with(delivering, &delivery.template)) }
            { label_field(delivering, &delivery.template) }
            { sheet.tick("ins-process-errors", sending.process_errors, delivery.process_errors, errors, |next| {
                next.process_errors = !next.process_errors;
            }) }
        </>
    };
    html! {
        <>
            { section(words.delivery, body) }
            <CreativeEditor pen={delivering.pen.clone()} activity={delivering.activity.clone()} run={delivering.props.run.clone()}
                scenario={delivering.scenario.clone()} shown={delivering.shown} />
            { template_fold(delivering, &delivery.template) }
        </>
    }
}

/// The label script. A template that may not be modified shows it and takes no other.
fn label_field(delivering: &Delivering<'_>, template: &str) -> Html {
    let Some(row) = delivering.scenario.template(template) else { return Html::default() };
    let words = words::of(delivering.pen.lang);
    let name = row.name.clone();
    let read = Callback::from(move |typed: AttrValue| {
        let pattern = reading::pattern(&typed)?;
        Ok(Edit::SetComputedLabel { template: name.clone(), pattern })
    });
    let mut pen = delivering.pen.clone();
    pen.readonly |= row.built_in;
    html! {
        <Field id="ins-computed" label={words.computed_label} applied={row.computed_label.clone().unwrap_or_default()}
            {read} hint={words.computed_label_hint} {pen} />
    }
}
