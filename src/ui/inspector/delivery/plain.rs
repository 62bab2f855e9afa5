//! The form of the Delivery: which delivery, its recipients and content, what is done, and the boxes.

use yew::prelude::*;

use super::creative::CreativeEditor;
use super::properties::property_fields;
use super::template::{template_choice, template_fold};
use super::{Delivering, made_line};
use crate::people::Condition;
use crate::scenario::activity::Settings;
use crate::scenario::activity::sending::{
    DeliveryAction, DeliverySettings, WhichContent, WhichDelivery, WhichRecipients,
};
use crate::scenario::creative::Creative;
use crate::scenario::properties::DeliveryProperties;
use crate::text::activity::words::delivery_action;
use crate::text::inspector::{delivery as shared, forms, sending as words};
use crate::ui::inspector::choice::Entry;
use crate::ui::inspector::forms::sheet::Sheet;
use crate::ui::inspector::parts::{fold, section};
use crate::ui::inspector::reading;

type Form<'p> = Sheet<'p, DeliverySettings>;

/// The sections.
pub fn plain_sections(delivering: &Delivering<'_>, delivery: &DeliverySettings) -> Html {
    let lang = delivering.pen.lang;
    let words = words::of(lang);
    let sheet = delivering.sheet(delivery, Settings::Delivery);
    let has_content = delivery.content == WhichContent::InDelivery
        && !matches!(delivery.delivery, WhichDelivery::FromTransition);
    html! {
        <>
            { section(shared::of(lang).delivery, html! {
                <>
                    { made_line(delivering) }
                    { which(delivering, &sheet) }
                    { recipients(&sheet) }
                    { content(&sheet) }
                    { action(&sheet) }
                </>
            }) }
            { section(words.options, boxes(&sheet)) }
            if has_content {
                <CreativeEditor pen={delivering.pen.clone()} activity={delivering.activity.clone()} run={delivering.props.run.clone()}
                    scenario={delivering.scenario.clone()} shown={delivering.shown} />
            }
            { properties(delivering, delivery) }
        </>
    }
}

fn which(delivering: &Delivering<'_>, sheet: &Form<'_>) -> Html {
    let lang = delivering.pen.lang;
    let words = words::of(lang);
    let (applied, means) = match &sheet.now.delivery {
        WhichDelivery::FromTransition => ("transition", words.from_transition_means),
        WhichDelivery::Explicit { .. } => ("explicit", words.explicit_means),
        WhichDelivery::Computed { .. } => ("computed", words.computed_means),
        WhichDelivery::New { .. } => ("new", words.new_means),
    };
    let entries = vec![
        Entry::new("transition", words.from_transition),
        Entry::new("explicit", words.explicit),
        Entry::new("computed", words.computed),
        Entry::new("new", words.new),
    ];
    let scenario = delivering.scenario.clone();
    let first = scenario.templates.iter().find(|row| !row.built_in).or(scenario.templates.first());
    let usual = sheet.now.delivery.template().map(str::to_owned);
    let template = usual.or_else(|| first.map(|row| row.name.clone())).unwrap_or_default();
    let row = scenario.template(&template);
    let content = row.map(|row| row.creative.clone()).unwrap_or_default();
    let choice = sheet.choice("ins-which", words.which, applied, entries, move |next, chosen| {
        next.delivery = changed(chosen, &template, &content);
    });
    html! {
        <>
            { choice }
            <p class="ins-hint">{ means }</p>
            if let Some(template) = sheet.now.delivery.template() {
                { template_choice(delivering, template, super::template::shared_with(delivering, template)) }
            }
            if let WhichDelivery::Computed { label, .. } = &sheet.now.delivery {
                { label_field(sheet, label) }
            }
        </>
    }
}

/// What a choice begins with: the template used so far, or its content.
fn changed(chosen: &str, template: &str, content: &Creative) -> WhichDelivery {
    let template = template.to_owned();
    match chosen {
        "explicit" => {
            WhichDelivery::Explicit { creative: content.clone(), properties: DeliveryProperties::default() }
        }
        "computed" => WhichDelivery::Computed { template, label: "{yyyy}-{mm}".to_owned() },
        "new" => WhichDelivery::New { template },
        _ => WhichDelivery::FromTransition,
    }
}

fn label_field(sheet: &Form<'_>, label: &str) -> Html {
    let lang = sheet.pen.lang;
    let read = sheet.reader(|next, typed| {
        let typed = reading::pattern(&reading::required(typed)?)?;
        if let WhichDelivery::Computed { label, .. } = &mut next.delivery {
            *label = typed;
        }
        Ok(())
    });
    html! {
        <>
            { sheet.text("ins-which-label", words::of(lang).label, label, read) }
            <p class="ins-hint">{ shared::of(lang).placeholders }</p>
        </>
    }
}

fn recipients(sheet: &Form<'_>) -> Html {
    let words = words::of(sheet.pen.lang);
    let applied = match &sheet.now.recipients {
        WhichRecipients::FromTransition => "event",
        WhichRecipients::InDelivery { .. } => "delivery",
    };
    let entries = vec![Entry::new("event", words.by_event), Entry::new("delivery", words.in_delivery)];
    html! {
        <>
            { sheet.choice("ins-recipients", words.recipients, applied, entries, |next, chosen| {
                next.recipients = match chosen {
                    "delivery" => WhichRecipients::InDelivery { condition: Condition::everyone() },
                    _ => WhichRecipients::FromTransition,
                };
            }) }
            if let WhichRecipients::InDelivery { condition } = &sheet.now.recipients {
                { sheet.condition("ins-who".to_owned(), words.who, condition, |next, condition| {
                    next.recipients = WhichRecipients::InDelivery { condition };
                }) }
            }
        </>
    }
}

fn content(sheet: &Form<'_>) -> Html {
    let words = words::of(sheet.pen.lang);
    let values = [
        (WhichContent::InDelivery, words.in_delivery.to_owned()),
        (WhichContent::FromTransition, words.by_event.to_owned()),
    ];
    sheet.one_of("ins-content", words.content, sheet.now.content, &values, |next, which| next.content = which)
}

fn action(sheet: &Form<'_>) -> Html {
    let lang = sheet.pen.lang;
    let words = words::of(lang);
    let all = [
        DeliveryAction::Save,
        DeliveryAction::EstimateTarget,
        DeliveryAction::Prepare,
        DeliveryAction::SendProof,
        DeliveryAction::PrepareAndStart,
    ];
    let all = all.map(|one| (one, delivery_action(lang, one).to_owned()));
    html! {
        <>
            { sheet.one_of("ins-action", words.action, sheet.now.action, &all, |next, action| next.action = action) }
            if sheet.now.action != DeliveryAction::PrepareAndStart {
                <p class="ins-hint">{ words.only_start_sends }</p>
            }
        </>
    }
}

fn boxes(sheet: &Form<'_>) -> Html {
    let lang = sheet.pen.lang;
    let (words, forms, now) = (words::of(lang), forms::of(lang), &sheet.now);
    let outbound = if now.outbound { words.outbound_means } else { forms.no_outbound };
    let target = if now.without_target { words.without_target_means } else { words.with_target_means };
    let errors = if now.process_errors { words.processed_means } else { words.unprocessed_means };
    html! {
        <>
            { sheet.tick("ins-outbound", forms.outbound, now.outbound, outbound, |next| next.outbound = !next.outbound) }
            if now.outbound || now.without_target {
                { sheet.tick("ins-without-target", words.without_target, now.without_target, target, |next| {
                    next.without_target = !next.without_target;
                }) }
            }
            { sheet.tick("ins-process-errors", words.process_errors, now.process_errors, errors, |next| {
                next.process_errors = !next.process_errors;
            }) }
        </>
    }
}

/// Those of the explicit delivery, or of the template.
fn properties(delivering: &Delivering<'_>, delivery: &DeliverySettings) -> Html {
    match &delivery.delivery {
        WhichDelivery::FromTransition => Html::default(),
        WhichDelivery::Explicit { creative, properties } => {
            let (kept, creative) = (delivery.clone(), creative.clone());
            let own = delivering.properties(properties, move |properties| {
                let delivery = WhichDelivery::Explicit { creative: creative.clone(), properties };
                Settings::Delivery(DeliverySettings { delivery, ..kept.clone() })
            });
            fold(words::of(delivering.pen.lang).properties, false, property_fields(&own, true))
        }
        WhichDelivery::Computed { template, .. } | WhichDelivery::New { template } => {
            template_fold(delivering, template)
        }
    }
}
