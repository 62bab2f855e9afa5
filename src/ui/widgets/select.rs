//! A choice from a list that always shows the value it is given.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Props of a choice.
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// Its name.
    pub label: AttrValue,
    /// The place of the option that is chosen, which is that option's value.
    pub chosen: usize,
    /// Whether the choice is wrong.
    #[prop_or_default]
    pub is_wrong: bool,
    /// A class.
    #[prop_or_default]
    pub class: Classes,
    /// Called with the place of the option that a person chose.
    pub on_choose: Callback<usize>,
    /// The options.
    pub children: Html,
}

/// A list that always shows this value. Once a person has used it, the attribute `selected` moves it no more; the
/// property does.
#[hook]
pub fn use_list(shown: impl Into<AttrValue>) -> NodeRef {
    let (node, shown) = (use_node_ref(), shown.into());
    use_effect({
        let node = node.clone();
        move || {
            if let Some(list) = node.cast::<HtmlSelectElement>()
                && *list.value() != *shown
            {
                list.set_value(&shown);
            }
        }
    });
    node
}

/// What was chosen from a list. The list shows what it did before until that is done: a choice may be refused.
pub fn taken(event: &Event, shown: &str) -> String {
    let list = event.target_unchecked_into::<HtmlSelectElement>();
    let chosen = list.value();
    list.set_value(shown);
    chosen
}

/// A choice.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let node = use_list(props.chosen.to_string());
    let onchange = {
        let (on_choose, chosen) = (props.on_choose.clone(), props.chosen);
        Callback::from(move |event: Event| {
            if let Ok(place) = taken(&event, &chosen.to_string()).parse() {
                on_choose.emit(place);
            }
        })
    };
    html! {
        <select ref={node} class={props.class.clone()} aria-label={props.label.clone()}
            aria-invalid={props.is_wrong.then_some("true")} {onchange}>{ props.children.clone() }</select>
    }
}

/// An option at a place.
pub fn choice(place: usize, is_chosen: bool, name: impl Into<AttrValue>) -> Html {
    html! { <option key={place} value={place.to_string()} selected={is_chosen}>{ name.into() }</option> }
}
