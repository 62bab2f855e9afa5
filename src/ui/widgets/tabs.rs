//! A row of tabs, moved through by the arrow keys.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// One tab.
#[derive(Clone, PartialEq)]
pub struct Tab {
    /// Its id, unlike that of any other in the lab.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What is behind it, in a sentence.
    pub explained: &'static str,
    /// How much is behind it, if that can be counted.
    pub count: Option<AttrValue>,
}

/// Props of the row.
#[derive(Clone, PartialEq, Properties)]
pub struct TabRowProps {
    /// Names the row.
    pub label: &'static str,
    /// The tabs.
    pub tabs: Vec<Tab>,
    /// The place of the one that is shown.
    pub shown: usize,
    /// The id of the panel they control.
    pub panel: &'static str,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Takes the place of the one to show.
    pub on_show: Callback<usize>,
}

/// The row.
#[component]
pub fn TabRow(props: &TabRowProps) -> Html {
    // Yew hears events at the root, so the row is not what an event is said to be at.
    let node = use_node_ref();
    let onkeydown = {
        let node = node.clone();
        let (on_show, shown, count) = (props.on_show.clone(), props.shown, props.tabs.len());
        Callback::from(move |event: KeyboardEvent| {
            let Some(to) = after_key(&event.key(), shown, count) else { return };
            event.prevent_default();
            on_show.emit(to);
            let tab = node.cast::<Element>().and_then(|row| row.children().item(to as u32));
            if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                let _ = tab.focus();
            }
        })
    };
    html! {
        <div class={classes!("segments", props.class.clone())} role="tablist" aria-label={props.label} ref={node} {onkeydown}>
            { for props.tabs.iter().enumerate().map(|(at, tab)| {
                let is_shown = at == props.shown;
                html! {
                    <button key={tab.id} id={tab.id} type="button" role="tab" aria-selected={is_shown.to_string()}
                        aria-controls={props.panel} title={tab.explained} tabindex={if is_shown { "0" } else { "-1" }}
                        onclick={props.on_show.reform(move |_: MouseEvent| at)}>
                        { tab.name }
                        if let Some(count) = &tab.count {
                            { " " }<span class="count">{ count }</span>
                        }
                    </button>
                }
            }) }
        </div>
    }
}

/// The tab that a key leads to from the one at `at`; none where the key is none of theirs.
fn after_key(key: &str, at: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((at + 1) % count),
        "ArrowLeft" => Some((at + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_other_keys_go_nowhere() {
        assert_eq!((after_key("ArrowRight", 2, 3), after_key("ArrowLeft", 0, 3)), (Some(0), Some(2)));
        assert_eq!((after_key("Home", 1, 3), after_key("End", 0, 3)), (Some(0), Some(2)));
        assert_eq!(after_key("a", 1, 3), None);
    }
}
