//! One test of a condition: attribute, operator, value.

use std::rc::Rc;

use yew::prelude::*;

use super::Asking;
use super::group::id;
use super::parts_of::{fresh_test, removed, replaced, with_operator};
use super::suggestions::tiers;
use crate::people::check::MAX_DAYS;
use crate::people::{AttributeKind, Condition, Operator, Scalar, Test};
use crate::scenario::edit::Edit;
use crate::text::condition::{attribute, operator};
use crate::text::format::capitalized;
use crate::text::inspector::condition as words;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::choice::{Choice, Entry};
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::pen::Reader;
use crate::ui::inspector::reading;
use crate::ui::shell::icon::{Icon, IconView};

/// The largest whole number a form takes.
const LARGEST: i64 = 1_000_000_000;

/// The row.
pub fn test_row(asking: &Asking<'_>, test: &Test, path: &[usize]) -> Html {
    let words = words::of(asking.pen.lang);
    let kind = kind_of(asking, test);
    html! {
        <div class="ins-test">
            <div class="ins-test-head">
                { attribute_choice(asking, test, path) }
                <button type="button" class="quiet tool" disabled={asking.pen.readonly} title={words.remove_test}
                    aria-label={format!("{}: {}", words.remove_test, attribute(asking.pen.lang, &test.attribute))}
                    onclick={asking.pen.click(asking.edit(removed(&asking.root, path)))}>
                    <IconView icon={Icon::Close} />
                </button>
            </div>
            <div class={classes!("ins-test-body", test.operator.counts_days().then_some("is-days"))}>
                { operator_choice(asking, test, kind, path) }
                if test.operator.needs_value() {
                    { value_field(asking, test, kind, path) }
                }
            </div>
        </div>
    }
}

fn kind_of(asking: &Asking<'_>, test: &Test) -> AttributeKind {
    let found = asking.schema.find(&test.attribute).and_then(|idx| asking.schema.get(idx));
    found.map_or(AttributeKind::Text, |attribute| attribute.kind)
}

/// Turns a changed test into the edit that puts it in its place.
fn putting(asking: &Asking<'_>, path: &[usize]) -> impl Fn(Test) -> Edit + Clone + 'static {
    let (on_change, root, path) = (asking.on_change.clone(), asking.root.clone(), path.to_vec());
    move |test| on_change.emit(replaced(&root, &path, Condition::Test(test)))
}

fn attribute_choice(asking: &Asking<'_>, test: &Test, path: &[usize]) -> Html {
    let (lang, words) = (asking.pen.lang, words::of(asking.pen.lang));
    let schema = asking.schema.clone();
    let known = schema.attributes().iter().map(|one| one.name.clone());
    let unknown = schema.find(&test.attribute).is_none().then(|| test.attribute.clone());
    let entries: Vec<Entry> = known
        .chain(unknown)
        .map(|name| Entry::new(name.clone(), capitalized(attribute(lang, &name))))
        .collect();
    let choose = {
        let (pen, put) = (asking.pen.clone(), putting(asking, path));
        Callback::from(move |chosen: AttrValue| {
            if let Some(attribute) = schema.attributes().iter().find(|one| one.name == chosen.as_str()) {
                pen.edit(put(fresh_test(attribute)));
            }
        })
    };
    html! {
        <Choice id={format!("{}-attribute", id(asking.id, path))} label={words.attribute} has_hidden_label=true
            applied={test.attribute.clone()} {entries} {choose} pen={asking.pen.clone()} />
    }
}

fn operator_choice(asking: &Asking<'_>, test: &Test, kind: AttributeKind, path: &[usize]) -> Html {
    let (lang, words) = (asking.pen.lang, words::of(asking.pen.lang));
    let name = |one: Operator| format!("{one:?}");
    let fitting = Operator::fitting(kind);
    let other = Some(test.operator).filter(|asked| !fitting.contains(asked));
    let entries: Vec<Entry> = fitting
        .iter()
        .copied()
        .chain(other)
        .map(|one| Entry::new(name(one), operator(lang, one, kind)))
        .collect();
    let choose = {
        let (pen, put, test) = (asking.pen.clone(), putting(asking, path), test.clone());
        let usual = asking.suggestions.get(&test.attribute).and_then(|values| values.first().cloned());
        let today = asking.today;
        Callback::from(move |chosen: AttrValue| {
            if let Some(&operator) = Operator::fitting(kind).iter().find(|one| name(**one) == chosen.as_str())
            {
                pen.edit(put(with_operator(&test, operator, kind, usual.as_deref(), today)));
            }
        })
    };
    html! {
        <Choice id={format!("{}-operator", id(asking.id, path))} label={words.operator} has_hidden_label=true
            applied={name(test.operator)} {entries} {choose} pen={asking.pen.clone()} />
    }
}

fn value_field(asking: &Asking<'_>, test: &Test, kind: AttributeKind, path: &[usize]) -> Html {
    let words = words::of(asking.pen.lang);
    let applied = test.value.as_ref().map(shown).unwrap_or_default();
    let field = |label: &'static str, look: Look, suggestions: Option<Rc<[String]>>, read: Reader| {
        html! {
            <Field id={format!("{}-value", id(asking.id, path))} {label} has_hidden_label=true {look} applied={applied.clone()}
                {suggestions} {read} pen={asking.pen.clone()} />
        }
    };
    match kind {
        _ if test.operator.counts_days() => {
            let read =
                reader(asking, test, path, |typed| reading::whole(typed, 0, MAX_DAYS).map(Scalar::Integer));
            field(words.days, Look::Number, None, read)
        }
        AttributeKind::Integer => {
            let read = |typed: &str| reading::whole(typed, -LARGEST, LARGEST).map(Scalar::Integer);
            field(words.value, Look::Number, None, reader(asking, test, path, read))
        }
        AttributeKind::Date | AttributeKind::Flag => {
            let read = |typed: &str| reading::date(typed).map(|date| Scalar::Text(date.to_string()));
            field(words.value, Look::Date, None, reader(asking, test, path, read))
        }
        AttributeKind::Text if test.attribute == "loyalty" => tier_choice(asking, test, path, &applied),
        AttributeKind::Text => {
            let read = |typed: &str| reading::required(typed).map(Scalar::Text);
            let known = asking.suggestions.get(&test.attribute).cloned();
            field(words.value, Look::Text, known, reader(asking, test, path, read))
        }
    }
}

/// Reads a field into an edit of the test's value.
fn reader(
    asking: &Asking<'_>,
    test: &Test,
    path: &[usize],
    read: impl Fn(&str) -> Result<Scalar, Wrong> + 'static,
) -> Reader {
    let (put, test) = (putting(asking, path), test.clone());
    Callback::from(move |typed: AttrValue| {
        read(&typed).map(|value| put(Test { value: Some(value), ..test.clone() }))
    })
}

fn tier_choice(asking: &Asking<'_>, test: &Test, path: &[usize], applied: &str) -> Html {
    let words = words::of(asking.pen.lang);
    let mut tiers = tiers(asking.suggestions);
    if tiers.iter().all(|tier| tier != applied) {
        tiers.push(applied.to_owned());
    }
    let entries: Vec<Entry> = tiers.into_iter().map(|tier| Entry::new(tier.clone(), tier)).collect();
    let choose = {
        let (pen, put, test) = (asking.pen.clone(), putting(asking, path), test.clone());
        Callback::from(move |chosen: AttrValue| {
            pen.edit(put(Test { value: Some(Scalar::Text(chosen.to_string())), ..test.clone() }));
        })
    };
    html! {
        <Choice id={format!("{}-value", id(asking.id, path))} label={words.value} has_hidden_label=true
            applied={applied.to_owned()} {entries} {choose} pen={asking.pen.clone()} />
    }
}

fn shown(value: &Scalar) -> String {
    match value {
        Scalar::Flag(flag) => flag.to_string(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Text(text) => text.clone(),
    }
}
