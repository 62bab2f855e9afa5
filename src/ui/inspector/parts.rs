//! Small parts that hold no state: sections, switches, toggles and check boxes.

use yew::prelude::*;

use super::pen::Pen;
use crate::scenario::edit::Edit;

/// One of several buttons of which one or some are pressed.
pub struct Toggle {
    /// What stands on it.
    pub text: AttrValue,
    /// What it is called, where that is longer.
    pub name: AttrValue,
    /// Whether it is pressed.
    pub is_pressed: bool,
    /// What pressing it asks for.
    pub edit: Edit,
}

impl Toggle {
    /// A button that is called what stands on it.
    pub fn new(text: &'static str, is_pressed: bool, edit: Edit) -> Self {
        Self { text: text.into(), name: text.into(), is_pressed, edit }
    }
}

/// A part of the panel with its heading.
pub fn section(heading: &str, body: Html) -> Html {
    html! {
        <div class="ins-section">
            <fieldset>
                <legend class="eyebrow">{ heading }</legend>
                <div class="ins-body">{ body }</div>
            </fieldset>
        </div>
    }
}

/// Fields side by side where there is room.
pub fn row(fields: Html) -> Html {
    html! { <div class="ins-row">{ fields }</div> }
}

/// A switch of which one side is pressed.
pub fn switch(pen: &Pen, label: &'static str, sides: Vec<Toggle>) -> Html {
    html! {
        <div class="ins-field" role="group" aria-label={label}>
            <span class="ins-label" aria-hidden="true">{ label }</span>
            <div class="segments ins-segments">
                { for sides.into_iter().map(|side| html! {
                    <button key={side.text.to_string()} type="button" aria-pressed={side.is_pressed.to_string()}
                        disabled={pen.readonly}
                        onclick={(!side.is_pressed).then(|| pen.click(side.edit))}>{ side.text }</button>
                }) }
            </div>
        </div>
    }
}

/// Buttons of which any may be pressed, with one more for all of them.
pub fn toggles(pen: &Pen, label: &'static str, every: Toggle, each: Vec<Toggle>) -> Html {
    let button = |toggle: Toggle| {
        html! {
            <button key={toggle.name.to_string()} type="button" aria-pressed={toggle.is_pressed.to_string()}
                aria-label={toggle.name.clone()} disabled={pen.readonly}
                onclick={pen.click(toggle.edit)}>{ toggle.text }</button>
        }
    };
    let is_every = every.is_pressed;
    html! {
        <div class="ins-field" role="group" aria-label={label}>
            <div class="ins-toggles-head">
                <span class="ins-label" aria-hidden="true">{ label }</span>
                <button type="button" class="ins-every" aria-pressed={every.is_pressed.to_string()}
                    disabled={pen.readonly} onclick={pen.click(every.edit)}>{ every.text }</button>
            </div>
            <div class={classes!("ins-toggles", is_every.then_some("is-every"))}>{ for each.into_iter().map(button) }</div>
        </div>
    }
}

/// A check box with what it means now.
pub fn check_box(
    pen: &Pen,
    id: impl Into<AttrValue>,
    label: impl Into<AttrValue>,
    on: bool,
    means: &str,
    edit: Edit,
) -> Html {
    let (id, label) = (id.into(), label.into());
    let hint_id = format!("{id}-hint");
    let onchange = {
        let pen = pen.clone();
        Callback::from(move |_: Event| pen.edit(edit.clone()))
    };
    html! {
        <div class="ins-check">
            <input type="checkbox" id={id.clone()} checked={on} disabled={pen.readonly} aria-describedby={hint_id.clone()} {onchange} />
            <label for={id}>{ label }</label>
            <p class="ins-hint" id={hint_id}>{ means }</p>
        </div>
    }
}

/// A part of the panel that can be folded away. A person decides whether it is; `is_open` says how it begins.
pub fn fold(heading: &'static str, is_open: bool, body: Html) -> Html {
    html! { <Fold {heading} {is_open}>{ body }</Fold> }
}

#[derive(Clone, PartialEq, Properties)]
struct FoldProps {
    heading: &'static str,
    is_open: bool,
    children: Html,
}

#[component]
fn Fold(props: &FoldProps) -> Html {
    // What is set meanwhile must not fold the part away under somebody's hands.
    let open = use_state(|| props.is_open);
    html! {
        <details class="ins-section ins-fold" open={*open}>
            <summary class="eyebrow">{ props.heading }</summary>
            <div class="ins-body" role="group" aria-label={props.heading}>{ props.children.clone() }</div>
        </details>
    }
}
