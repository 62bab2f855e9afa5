//! The small form of the Continuous delivery: a reference to a template, and the template's label script.

use yew::prelude::*;

use super::creative::CreativeEditor;
use super::template::template_choice;
use super::{Delivering, kind_switch, made_line};
use crate::scenario::activity::{ActivityKind, ContinuousDeliverySettings, Settings};
use crate::scenario::edit::Edit;
use crate::text::inspector::delivery as words;
use crate::ui::inspector::field::Field;
use crate::ui::inspector::parts::section;
use crate::ui::inspector::reading;

/// The sections.
pub fn continuous_sections(delivering: &Delivering, delivery: &ContinuousDeliverySettings) -> Html {
    let words = words::of(delivering.pen.lang);
    let body = html! {
        <>
            { made_line(delivering) }
            { kind_switch(delivering, ActivityKind::ContinuousDelivery) }
            { template_choice(delivering, &delivery.template, shared_with(delivering, &delivery.template)) }
            { label_field(delivering, &delivery.template) }
        </>
    };
    html! {
        <>
            { section(words.delivery, body) }
            <CreativeEditor pen={delivering.pen.clone()} activity={delivering.activity.clone()}
                scenario={delivering.scenario.clone()} shown={delivering.shown} />
        </>
    }
}

/// Who else refers to the template and so is affected by its edits.
fn shared_with(delivering: &Delivering, template: &str) -> AttrValue {
    let lang = delivering.pen.lang;
    let others = delivering.scenario.workflow.activities.iter().filter(|other| {
        matches!(&other.settings, Settings::ContinuousDelivery(delivery) if delivery.template == template)
            && *other.name != *delivering.activity
    });
    let labels: Vec<String> = others.map(|other| other.label.clone()).collect();
    match labels.is_empty() {
        true => words::of(lang).template_is_alone.into(),
        false => words::also_used_by(lang, &labels).into(),
    }
}

/// The label script. A template that may not be modified shows it and takes no other.
fn label_field(delivering: &Delivering, template: &str) -> Html {
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
