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

/// A choice. Once a person has used a list, the attribute `selected` moves it no more; the property does.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    use_effect_with(props.chosen, {
        let node = node.clone();
        move |chosen| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(&chosen.to_string());
            }
        }
    });
    let onchange = {
        let (on_choose, chosen) = (props.on_choose.clone(), props.chosen);
        Callback::from(move |event: Event| {
            let select = event.target_unchecked_into::<HtmlSelectElement>();
            let place = select.value().parse::<usize>();
            // A choice that is refused is not shown.
            select.set_value(&chosen.to_string());
            if let Ok(place) = place {
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
