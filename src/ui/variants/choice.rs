//! What differs between the variants, which of them are on show, and which delivery they are about.

use std::rc::Rc;

use yew::prelude::*;

use super::VariantPanelProps;
use crate::app::action::Action;
use crate::app::variants::{Axis, VariantAction};
use crate::scenario::activity::Activity;
use crate::scenario::variant::{Variant, followable};
use crate::text::format::quoted;
use crate::text::variants::{self as words};
use crate::text::{Lang, activity};
use crate::ui::widgets::select::{Select, choice};

/// The choices above the columns.
pub(super) fn choices(props: &VariantPanelProps, followed: &Rc<str>) -> Html {
    let words = words::of(props.lang);
    let axis = |(at, axis): (usize, Axis)| {
        let is_chosen = props.view.axis == axis;
        html! {
            <button key={at} type="button" aria-pressed={is_chosen.to_string()} onclick={act(props, VariantAction::Differ(axis))}>
                { words.axes[at] }
            </button>
        }
    };
    html! {
        <div class="variant-choices">
            <div class="variant-bar">
                <div class="segments variant-axes" role="group" aria-label={words.differs}>
                    { for Axis::ALL.into_iter().enumerate().map(axis) }
                </div>
                { follow(props, followed) }
                <p class="muted variant-intro">{ words.intro }</p>
            </div>
            if props.view.axis == Axis::Own {
                { own(props, followed) }
            }
        </div>
    }
}

/// The delivery activity, where there are several.
fn follow(props: &VariantPanelProps, followed: &Rc<str>) -> Html {
    let words = words::of(props.lang);
    let activities: Vec<&Activity> = followable(&props.scenario.workflow).collect();
    if activities.len() < 2 {
        return Html::default();
    }
    let names: Vec<Rc<str>> = activities.iter().map(|one| one.name.as_str().into()).collect();
    let chosen = names.iter().position(|name| name == followed).unwrap_or(0);
    let on_choose = props.send.reform(move |at: usize| {
        Action::Variant(VariantAction::Follow(names.get(at).cloned().unwrap_or_default()))
    });
    html! {
        <label class="variant-follow">
            <span>{ words.follow }</span>
            <Select label={words.follow} {chosen} {on_choose}>
                { for activities.iter().enumerate().map(|(at, one)| choice(at, at == chosen, label(props.lang, one))) }
            </Select>
        </label>
    }
}

/// The label of a delivery activity with its kind, or its kind alone.
fn label(lang: Lang, one: &Activity) -> String {
    let kind = activity::name(lang, one.settings.kind());
    match one.label.trim() {
        "" => kind.to_owned(),
        label => format!("{kind} {}", quoted(lang, label)),
    }
}

/// All variants, each to be shown or not.
fn own(props: &VariantPanelProps, followed: &str) -> Html {
    let words = words::of(props.lang);
    let one = |variant: Variant| {
        let is_shown = props.view.own.contains(&variant);
        let why_not = match variant.changes(&props.scenario, followed) {
            Err(why) => Some(words::why_not(props.lang, why)),
            Ok(_) if !is_shown && !props.view.has_room() => Some(words.full),
            Ok(_) => None,
        };
        let is_off = why_not.is_some() && !is_shown;
        let onclick = (!is_off).then(|| act(props, VariantAction::Toggle(variant)));
        html! {
            <button key={variant as u32} type="button" class="outlined variant-chip" aria-pressed={is_shown.to_string()}
                aria-disabled={is_off.then_some("true")} title={why_not} {onclick}>
                { words::name(props.lang, variant) }
            </button>
        }
    };
    html! {
        <div class="variant-chips" role="group" aria-label={words.choose}>
            { for Variant::ALL.into_iter().map(one) }
        </div>
    }
}

fn act(props: &VariantPanelProps, action: VariantAction) -> Callback<MouseEvent> {
    props.send.reform(move |_: MouseEvent| Action::Variant(action.clone()))
}
