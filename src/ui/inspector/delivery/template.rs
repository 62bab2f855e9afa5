//! The choice of a delivery template, and the template itself opened below the activity that refers to it.

use yew::prelude::*;

use super::Delivering;
use super::properties::property_fields;
use crate::scenario::creative::DeliveryTemplate;
use crate::scenario::edit::Edit;
use crate::text::inspector::{delivery as words, sending};
use crate::text::label;
use crate::ui::inspector::choice::{Choice, Entry};
use crate::ui::inspector::forms::sheet::Sheet;
use crate::ui::inspector::parts::fold;
use crate::ui::inspector::reading;
use crate::ui::widgets::kept_focus::keep_focus_after;

/// The list of templates; `applied` may name one that does not exist.
pub fn template_choice(delivering: &Delivering<'_>, applied: &str, hint: AttrValue) -> Html {
    let words = words::of(delivering.pen.lang);
    let entry = |template: &DeliveryTemplate| match template.built_in {
        true => Entry::new(template.name.clone(), format!("{} ({})", template.label, words.built_in)),
        false => Entry::new(template.name.clone(), template.label.clone()),
    };
    let missing = delivering.scenario.template(applied).is_none();
    let hint = if missing { words.template_is_missing.into() } else { hint };
    let unknown = missing.then(|| Entry::new(applied.to_owned(), applied.to_owned()));
    let entries: Vec<Entry> = delivering.scenario.templates.iter().map(entry).chain(unknown).collect();
    let choose = {
        let (pen, activity) = (delivering.pen.clone(), delivering.activity.clone());
        Callback::from(move |template: AttrValue| {
            pen.edit(Edit::SetTemplate { activity: activity.to_string(), template: template.to_string() });
        })
    };
    html! {
        <>
            <Choice id="ins-template" label={words.template} applied={applied.to_owned()} {entries} {hint} {choose}
                pen={delivering.pen.clone()} />
            { duplicate(delivering, applied) }
        </>
    }
}

/// A button that duplicates a built-in template, which must not be changed itself.
fn duplicate(delivering: &Delivering<'_>, applied: &str) -> Html {
    let Some(template) = delivering.scenario.template(applied).filter(|template| template.built_in) else {
        return Html::default();
    };
    let lang = delivering.pen.lang;
    let (pen, activity) = (delivering.pen.clone(), delivering.activity.to_string());
    let label = words::copy_of(lang, &template.label);
    let onclick = move |event: MouseEvent| {
        keep_focus_after(&event, &["#ins-template"]);
        pen.edit(Edit::DuplicateTemplate { activity: activity.clone(), label: label.clone() });
    };
    html! {
        <button type="button" disabled={delivering.pen.readonly} {onclick}>{ words::of(lang).duplicate }</button>
    }
}

/// Who else refers to the template and so is affected by its edits.
pub fn shared_with(delivering: &Delivering<'_>, template: &str) -> AttrValue {
    let lang = delivering.pen.lang;
    let others = delivering.scenario.workflow.activities.iter().filter(|other| {
        other.settings.referred_template() == Some(template) && *other.name != *delivering.activity
    });
    let labels: Vec<String> =
        others.map(|other| label::of_activity(&delivering.scenario, &other.name).to_owned()).collect();
    match labels.is_empty() {
        true => words::of(lang).template_is_alone.into(),
        false => words::also_used_by(lang, &labels).into(),
    }
}

/// The label and the properties of the template, folded away; a built-in one is shown and not changed.
pub fn template_fold(delivering: &Delivering<'_>, template: &str) -> Html {
    let Some(row) = delivering.scenario.template(template) else { return Html::default() };
    let lang = delivering.pen.lang;
    let mut pen = delivering.pen.clone();
    pen.readonly |= row.built_in;
    let whole = Sheet::new(delivering.props, &pen, row, |row| Edit::SetTemplateRow(Box::new(row)));
    let own = {
        let row = row.clone();
        Sheet::new(delivering.props, &pen, &row.properties.clone(), move |properties| {
            Edit::SetTemplateRow(Box::new(DeliveryTemplate { properties, ..row.clone() }))
        })
    };
    let read = whole.reader(|row, typed| {
        row.label = reading::required(typed)?;
        Ok(())
    });
    fold(
        sending::of(lang).open_template,
        false,
        html! {
            <>
                if row.built_in {
                    <p class="ins-refusal">{ words::of(lang).built_in_refusal }</p>
                }
                { whole.text("ins-template-label", sending::of(lang).template_label, &row.label, read) }
                { property_fields(&own, true) }
            </>
        },
    )
}
