//! A list to choose one from, which always shows what is applied, also after a choice that was refused.

use web_sys::HtmlSelectElement;
use yew::html::IntoPropValue;
use yew::prelude::*;

use super::pen::Pen;

/// One entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What stands for it; unique in the list.
    pub value: AttrValue,
    /// What it is called.
    pub text: AttrValue,
}

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    /// The id of the select, unique in the inspector.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Whether the label is for ears only.
    #[prop_or_default]
    pub has_hidden_label: bool,
    /// The value that is applied.
    pub applied: AttrValue,
    /// The entries.
    pub entries: Vec<Entry>,
    /// Said below the list.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Is given the value that was chosen.
    pub choose: Callback<AttrValue>,
    /// Whether it may be used.
    pub pen: Pen,
}

impl Entry {
    /// An entry.
    pub fn new(value: impl IntoPropValue<AttrValue>, text: impl IntoPropValue<AttrValue>) -> Self {
        Self { value: value.into_prop_value(), text: text.into_prop_value() }
    }
}

/// The list.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let node = use_node_ref();
    use_effect({
        let (node, applied) = (node.clone(), props.applied.clone());
        move || {
            if let Some(select) = node.cast::<HtmlSelectElement>()
                && select.value() != *applied
            {
                select.set_value(&applied);
            }
        }
    });
    let redraw = use_force_update();
    let onchange = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| {
            choose.emit(event.target_unchecked_into::<HtmlSelectElement>().value().into());
            redraw.force_update();
        })
    };
    let hint_id = props.hint.as_ref().map(|_| format!("{}-hint", props.id));
    html! {
        <div class="ins-field">
            <label for={props.id.clone()} class={props.has_hidden_label.then_some("visually-hidden")}>{ &props.label }</label>
            <select ref={node} id={props.id.clone()} disabled={props.pen.readonly} aria-describedby={hint_id.clone()} {onchange}>
                { for props.entries.iter().map(|entry| html! {
                    <option key={entry.value.to_string()} value={entry.value.clone()} selected={entry.value == props.applied}>
                        { &entry.text }
                    </option>
                }) }
            </select>
            if let Some(hint) = &props.hint {
                <p class="ins-hint" id={hint_id}>{ hint }</p>
            }
        </div>
    }
}
