//! The form of Update data: the attribute, and a value of its kind.

use std::rc::Rc;

use chrono::NaiveDate;
use yew::prelude::*;

use super::lookup::{attributes, with_set};
use super::sheet::{About, Sheet};
use super::stored::outbound;
use crate::people::schema::LOYALTY_TIERS;
use crate::people::{AttributeKind, NewValue, Scalar, Schema};
use crate::scenario::activity::targeting::UpdateDataSettings;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::targeting as words;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::choice::Entry;
use crate::ui::inspector::field::Look;
use crate::ui::inspector::query::suggestions::{suggestions, tiers};
use crate::ui::inspector::reading;

/// The largest whole number a form takes.
const LARGEST: i64 = 1_000_000_000;

/// The form.
pub fn form(sheet: &Sheet<'_, UpdateDataSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let schema = sheet.props.scenario.population.schema();
    let now = &sheet.now;
    let today = sheet.props.shown.date();
    let entries =
        attributes(lang, &schema, |name| fresh_value(&schema, name, today).is_some(), &now.attribute);
    let choose = {
        let schema = schema.clone();
        move |update: &mut UpdateDataSettings, chosen: &str| {
            if let Some(value) = fresh_value(&schema, chosen, today) {
                (update.attribute, update.value) = (chosen.to_owned(), value);
            }
        }
    };
    let on = now.rejects;
    html! {
        <>
            { sheet.choice("ins-update", words.field, now.attribute.clone(), entries, choose) }
            { value_field(sheet, &schema) }
            { outbound(sheet, now.outbound, |update, on| update.outbound = on) }
            { sheet.tick("ins-rejects", words.rejects, on, words.rejects_hint, |update| update.rejects = !on) }
        </>
    }
}

fn kind_of(schema: &Schema, name: &str) -> Option<AttributeKind> {
    schema.find(name).and_then(|idx| schema.get(idx)).map(|attribute| attribute.kind)
}

/// A value to begin with; none where the attribute cannot be written.
fn fresh_value(schema: &Schema, name: &str, today: NaiveDate) -> Option<Scalar> {
    let value = match kind_of(schema, name)? {
        AttributeKind::Flag => Scalar::Flag(true),
        AttributeKind::Integer => Scalar::Integer(0),
        AttributeKind::Date => Scalar::Text(today.to_string()),
        AttributeKind::Text if name == "loyalty" => Scalar::Text(LOYALTY_TIERS[0].to_owned()),
        AttributeKind::Text => Scalar::Text(String::new()),
    };
    NewValue::of(schema, schema.find(name)?, &value).is_ok().then_some(value)
}

fn value_field(sheet: &Sheet<'_, UpdateDataSettings>, schema: &Schema) -> Html {
    let (lang, words) = (sheet.pen.lang, shared::of(sheet.pen.lang));
    let now = &sheet.now;
    let applied = match &now.value {
        Scalar::Flag(flag) => flag.to_string(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Text(text) => text.clone(),
    };
    let kind = kind_of(schema, &now.attribute).unwrap_or(AttributeKind::Text);
    let known = || suggestions(sheet.props.run.as_ref().map(|run| &*run.plan().people));
    let among = |entries: Vec<Entry>, value: fn(&str) -> Scalar| {
        let entries = with_set(lang, entries, &applied);
        sheet.choice("ins-value", words.value, applied.clone(), entries, move |update, chosen| {
            update.value = value(chosen);
        })
    };
    let typed = |look: Look, read: fn(&str) -> Result<Scalar, Wrong>| {
        let read = sheet.reader(move |update, typed| {
            update.value = if typed.trim().is_empty() { Scalar::Text(String::new()) } else { read(typed)? };
            Ok(())
        });
        let usual: Option<Rc<[String]>> =
            (look == Look::Text).then(|| known().remove(&now.attribute)).flatten();
        let about = About { hint: Some(words::of(lang).empty_value.into()), suggestions: usual };
        sheet.told("ins-value", words.value, look, applied.clone(), read, about)
    };
    match kind {
        AttributeKind::Flag => {
            among(vec![Entry::new("true", words.yes), Entry::new("false", words.no)], |chosen| {
                Scalar::Flag(chosen == "true")
            })
        }
        AttributeKind::Text if now.attribute == "loyalty" => {
            let tiers = tiers(&known());
            among(tiers.into_iter().map(|tier| Entry::new(tier.clone(), tier)).collect(), |chosen| {
                Scalar::Text(chosen.to_owned())
            })
        }
        AttributeKind::Integer => {
            typed(Look::Number, |typed| reading::whole(typed, -LARGEST, LARGEST).map(Scalar::Integer))
        }
        AttributeKind::Date => {
            typed(Look::Date, |typed| reading::date(typed).map(|date| Scalar::Text(date.to_string())))
        }
        AttributeKind::Text => typed(Look::Text, |typed| Ok(Scalar::Text(typed.trim().to_owned()))),
    }
}
