//! The choice of a delivery template.

use yew::prelude::*;

use super::Delivering;
use crate::scenario::creative::DeliveryTemplate;
use crate::scenario::edit::Edit;
use crate::text::inspector::delivery as words;
use crate::ui::inspector::choice::{Choice, Entry};

/// The list of templates; `applied` may name one that does not exist.
pub fn template_choice(delivering: &Delivering, applied: &str, hint: AttrValue) -> Html {
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
fn duplicate(delivering: &Delivering, applied: &str) -> Html {
    let Some(template) = delivering.scenario.template(applied).filter(|template| template.built_in) else {
        return Html::default();
    };
    let lang = delivering.pen.lang;
    let (pen, activity) = (delivering.pen.clone(), delivering.activity.to_string());
    let label = words::copy_of(lang, &template.label);
    let onclick = move |_: MouseEvent| {
        pen.edit(Edit::DuplicateTemplate { activity: activity.clone(), label: label.clone() });
    };
    html! {
        <button type="button" disabled={delivering.pen.readonly} {onclick}>{ words::of(lang).duplicate }</button>
    }
}
