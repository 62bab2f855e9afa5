//! A field of several lines that keeps what is typed until it is left, and gives it back on Escape.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::scenario::edit::Edit;
use crate::text::inspector::forms::flow as words;
use crate::ui::inspector::pen::Pen;

/// Props of the field.
#[derive(Clone, PartialEq, Properties)]
pub struct AreaProps {
    /// The id of the field, unique in the inspector.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// What is applied now.
    pub applied: AttrValue,
    /// The edit that applies another text.
    pub change: Callback<AttrValue, Edit>,
    /// Where edits go.
    pub pen: Pen,
}

/// The field.
#[component]
pub fn Area(props: &AreaProps) -> Html {
    let typed = use_state_eq(|| None::<AttrValue>);
    use_effect_with(props.applied.clone(), {
        let typed = typed.clone();
        move |_| typed.set(None)
    });
    let apply = {
        let (typed, applied, change, pen) =
            (typed.clone(), props.applied.clone(), props.change.clone(), props.pen.clone());
        Callback::from(move |text: String| {
            typed.set(None);
            if text != applied.as_str() {
                pen.edit(change.emit(text.into()));
            }
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(Some(event.target_unchecked_into::<HtmlTextAreaElement>().value().into()));
        })
    };
    let onblur =
        apply.reform(|event: FocusEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onkeydown = {
        let typed = typed.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                apply.emit(event.target_unchecked_into::<HtmlTextAreaElement>().value());
            }
            "Escape" if typed.is_some() => {
                event.prevent_default();
                event.stop_propagation();
                typed.set(None);
            }
            _ => {}
        })
    };
    let hint_id = format!("{}-hint", props.id);
    html! {
        <div class="ins-field">
            <label for={props.id.clone()}>{ &props.label }</label>
            <textarea id={props.id.clone()} rows="3" value={typed.as_ref().unwrap_or(&props.applied).to_string()}
                disabled={props.pen.readonly} aria-describedby={hint_id.clone()} {oninput} {onblur} {onkeydown} />
            <p class="ins-hint" id={hint_id}>{ words::of(props.pen.lang).lines }</p>
        </div>
    }
}
